import type { WireSignal } from './wire-item.ts';

/** A mark that agencies set in words, and what it says. */
export interface Mark {
  readonly words: RegExp;
  /** Absent: it says nothing of the version, as a repeat. */
  readonly signal?: WireSignal;
}

/**
 * Marks in front of a headline or slug, gravest first. Each ends in a sign of its own: "KILL BILL RETURNS" and
 * "CORRECTION OFFICER HELD" are headlines in capitals, and a kill read into them would take a story off the site.
 * Kills are English alone: "ANNULATION: …" and "RÜCKZUG: …" begin headlines of French and German copy.
 */
export const HEADLINE_MARKS: readonly Mark[] = [
  {
    words: /^\W*(?:MANDATORY |STORY )?(?:KILL|WITHDRAWN|WITHDRAWAL)(?:ED)?(?:\s*[-–—:]\s*|\s*(?=\())/,
    signal: 'kill',
  },
  {
    words:
      /^\W*(?:CORRECT(?:ED|ION|S|IVE)|REFILE|KORREKTUR|BERICHTIGUNG|RECTIFICATIF|CORRECTIE|RECTIFICATIE|RETTELSE|RÄTTELSE|KORJAUS|KORJATTU|CORRECCIÓN)\s*(?:\([^)]{0,80}\)\s*)?\d{0,2}\s*[-–—:]\s*/,
    signal: 'correction',
  },
  { words: /^\W*ADVISORY(?:\s*[-–—:]\s*|\s*(?=\())/, signal: 'advisory' },
  { words: /^\W*(?:UPDATE|WRAPUP)\s*(?<take>\d{1,2})\s*[-–—:]\s*/, signal: 'update' },
  { words: /^\W*(?:(?<take>\d{1,2})\.\s)?ZUSAMMENFASSUNG(?:\s\d{1,2})?\s*[-–—:]\s*/, signal: 'update' },
  {
    words:
      /^\W*(?:NY VERSJON|NY VERSION|UUSI VERSIO|PÄIVITETTY|OPPDATERT|UPPDATERAD|ACTUALISATION|ACTUALIZACIÓN|AMPLIACIÓN)\s*[-–—:]\s*/,
    signal: 'update',
  },
  {
    words:
      /^\W*(?:EMBARGO(?:ED)?|SPERRFRIST)(?:\s(?:UNTIL|TO|FOR|TILL|BIS)\s[^–—]{1,60}?|\s\d[^–—]{0,40}?)?(?::\s|\s-\s|\s?[–—]\s?)\s*/,
  },
  // A repeat is no new version.
  { words: /^\W*RPT\s*(?=[-–—:])[-–—:]\s*/ },
];

/** Marks inside a slug, as AP and Reuters put them: "BC-US--Earns, 1st Ld-Writethru", "USA-WEATHER/ (UPDATE 1)". */
export const SLUG_MARKS: readonly Mark[] = [
  { words: /,\s*(?:MANDATORY KILL|Mandatory Kill|KILL)\s*(?:,|$)/, signal: 'kill' },
  {
    words: /\([^)]*\bCORRECT(?:ED|ION)\b[^)]*\)|,\s*(?:CORRECT(?:ED|IVE|ION)|Corrective|Correction)\b/,
    signal: 'correction',
  },
  { words: /^(?:BC|AP|AM|PM)-.*\bAdvisory\b/, signal: 'advisory' },
  {
    words: /(?:\b(?<take>\d{1,2})\s?(?:st|nd|rd|th)\s?)?\b(?:Ld|Lead)-?Writethr(?:u|ough)\b/i,
    signal: 'update',
  },
  // AP "2nd Ld", dpa "2ND LEAD", in German "2. LEAD".
  { words: /\b(?<take>\d{1,2})(?:\s?(?:st|nd|rd|th)|\.)\s?(?:Ld|Lead)\b/i, signal: 'update' },
  { words: /\([^)]*\b(?:UPDATE|WRAPUP) (?<take>\d{1,2})\b[^)]*\)/, signal: 'update' },
];

/** What notes to editors begin with, after "Eds:", and the few sentences that can mean nothing but a withdrawal. */
export const NOTE_MARKS: readonly Mark[] = [
  { words: /\b(?:this )?(?:story|item) (?:is|has been) (?:killed|withdrawn)\b/i, signal: 'kill' },
  {
    words:
      /\b(?:diese (?:meldung|nachricht) (?:wird|ist|wurde) (?:hiermit )?zurückgezogen|cette dépêche est annulée|dit bericht is ingetrokken|denne (?:saken|meldingen|meddelelse) (?:er|blir) (?:trukket|annulleret)|tämä (?:juttu|uutinen) on peruttu|esta (?:noticia|información) queda anulada)\b/i,
    signal: 'kill',
  },
  { words: /^\W*(?:Eds:?\W+)?(?:MANDATORY |STORY )?(?:KILL|WITHDRAWAL)\b/, signal: 'kill' },
  { words: /^\W*(?:Eds:?\W+)?CORRECT(?:S|ED|ION)\b/i, signal: 'correction' },
  {
    words:
      /^\W*(?:korrigiert|berichtigt|korrektur|berichtigung|rectificatif|corrige|correctie|rettelse|rättelse|korjaus|korjattu|korjaa|corrección|corrige)\s*(?::|\p{L}+\s)/iu,
    signal: 'correction',
  },
  { words: /^\W*Eds:?\W+(?:UPDATES?|ADDS|RECASTS)\b/i, signal: 'update' },
  // AFP and TT write it without "Eds:".
  {
    words: /^\W*(?:UPDATES|ADDS|RECASTS|ACTUALISE|AJOUTE|AKTUALISIERT|AMPLÍA|ACTUALIZA)\b/,
    signal: 'update',
  },
  { words: /^\W*updates the previous version\b/i, signal: 'update' },
  {
    words: /^\W*(?:ny versjon|ny version|uusi versio|päivitetty|oppdatert|nieuw bericht, vervangt)\b/i,
    signal: 'update',
  },
];

/** An embargo in a note: the word itself, and where its date begins. */
export const NOTE_EMBARGO =
  /\bembargoed\s+(?:until|till|to|for)\b|\b(?:under|strict|strictly|sous|onder|bajo|unter)\s+embargo(?:ed)?\b|\bembargo\s+(?:until|til|tot|bis|jusqu|hasta|kl|klo)\b|\bsperrfrist\b|\bklausuleret til\b|^\W*embargo(?:ed)?\b/im;

/** In a headline only as a mark, since trade has embargoes too. */
export const HEADLINE_EMBARGO =
  /^\W*(?:EMBARGO(?:ED)?|SPERRFRIST)\s*(?:[-–—:(]|(?=\d))|\bEMBARGOED (?:UNTIL|TO|FOR)\b/;

/** An embargo that is over or that a note says there is none of. */
export const NO_EMBARGO =
  /\bembargo\s+(?:is\s+|has been\s+)?(?:lifted|over|expired)\b|\bno embargo\b|\bsperrfrist:?\s+(?:keine|entfällt|aufgehoben)\b|\bembargo levé\b/i;

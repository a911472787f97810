import type { Dateline } from '@courant/story';

/** A dateline at the start of a text, and what follows it. */
export interface FoundDateline {
  readonly dateline: Dateline;
  readonly rest: string;
}

/** Longer starts are sentences. */
const LONGEST = 110;

const DASH = String.raw`(?:\s+[-–—_]{1,2}|--|\s*[–—]|\.-)\s*`;
const MONTH = String.raw`(?i:jan|ene|gen|feb|fév|mar|mär|apr|avr|abr|may|mai|mag|jun|juin|giu|jul|juil|lug|aug|ago|août|sep|sept|set|oct|okt|ott|nov|dec|dez|déc|dic)\p{L}*\.?`;
const DATE = String.raw`(?:${MONTH}\s+\d{1,2}(?:,\s*\d{4})?|\d{1,2}\.?\s+${MONTH}(?:\s+\d{4})?)`;
/** A place: words that begin with a capital, with particles between, and regions after commas. */
const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:[ /](?:(?:de|del|della|di|da|do|dos|la|le|les|el|al|am|an|der|den|und|of|the|upon|sur|on)[ ])*\p{Lu}[\p{L}\p{M}.'’-]*){0,4}`;
const PLACE = String.raw`(?<place>${NAME}(?:,\s*${NAME}){0,2}?)`;
const AGENCY = String.raw`[\p{L}][\p{L}\p{N} .&-]{1,30}`;
const AGENCIES = String.raw`(?<agencies>${AGENCY}(?:[,;/]\s*${AGENCY}){0,3})`;

const FORMS: readonly RegExp[] = [
  // `DAMASCUS, Syria, April 22 (Reuters) - `, `Oslo (NTB): `, `Paris (ats afp) Les…`
  String.raw`^${PLACE}(?:,?\s+(?<date>${DATE}))?,?\s*(?:--\s*)?\(${AGENCIES}\)(?:${DASH}(?:${DATE}${DASH})?|:\s+|\s+(?=\p{Lu}))`,
  // `København /ritzau/: `, `NEW YORK, Nov. 3, 2025 /PRNewswire/ -- `
  String.raw`^${PLACE}(?:,?\s+(?<date>${DATE}))?,?\s+\/(?<agencies>[\p{L}\p{N}-]{2,30})\/(?:${DASH}|:\s+)`,
  // `SEOUL, Nov 26 AFP - `
  String.raw`^${PLACE},?\s+(?<date>${DATE})\s+(?<agencies>[A-Z][A-Za-z]{1,12})${DASH}`,
  // `(ANSA) - ROME, JUL 11 - `
  String.raw`^\(${AGENCIES}\)${DASH}${PLACE},\s+(?<date>${DATE})${DASH}`,
  // `Rome, October 11 - `
  String.raw`^${PLACE},\s+(?<date>${DATE})${DASH}`,
  // `GORKI - `, `GAZA CITY, Gaza Strip — `
  String.raw`^(?<place>\p{Lu}[\p{Lu}\p{M}.'’ -]{1,40}(?:,\s*[\p{L} .]{2,25}){0,2}?)${DASH}`,
].map((form) => new RegExp(form, 'u'));

/** Words in capitals that stand before a dash and are no town. */
const NO_PLACE =
  /^(WHO|NATO|UNO?|EU|U\.?S\.?A?\.?|U\.?K\.?|IMF|FBI|CIA|BBC|CNN|UPDATE|ANALYSIS|EXCLUSIVE|BREAKING|LIVE|NEWS|OPINION|CORRECTED|URGENT)(\s|$)/;

/** Lower-case words in brackets that say what a name is, as "Tillakaratne Dilshan (cricket)": no agency. */
const NO_AGENCY =
  /^(cricket|football|soccer|rugby|tennis|golf|pictured|left|right|above|below|born|aged?|\d)/i;

/**
 * The dateline at the start of a first paragraph, as the agencies write them. A place in mixed case needs an agency
 * in brackets behind it; one in capitals needs only the dash.
 */
export function datelineOf(text: string): FoundDateline | undefined {
  const start = text.replace(/^[\s\u00a0]+/, '');
  const head = start.slice(0, LONGEST);
  for (const form of FORMS) {
    const found = form.exec(head);
    const { place, date, agencies } = found?.groups ?? {};
    if (!found || place === undefined || NO_PLACE.test(place) || NO_AGENCY.test(agencies ?? '')) continue;
    const named = agencies?.split(/[,;/]\s*/).map((name) => name.trim());
    return {
      dateline: {
        place: placed(place),
        ...(date === undefined ? {} : { date }),
        ...(named === undefined ? {} : { agencies: named }),
      },
      rest: start.slice(found[0].length),
    };
  }
  return undefined;
}

/** A town alone may end in a full stop ("MOSCOW. Nov 3"); a region's is its abbreviation ("FORT WASHINGTON, Pa."). */
function placed(place: string): string {
  return place.replace(/[\s-]+$/, '').replace(/^([^.,]{3,})\.$/, '$1');
}

import type { Dateline } from '@courant/story';

/** A dateline at the start of a text, and what follows it. */
export interface FoundDateline {
  readonly dateline: Dateline;
  readonly rest: string;
}

/** Longer starts are sentences. */
const LONGEST = 110;

const DASH = String.raw`(?:\s+[-–—_]{1,2}|--|\s*[–—]|\.-)\s*`;
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?`;
const DATE = String.raw`(?:${MONTH}\s+\d{1,2}(?:,\s*\d{4})?|\d{1,2}\s+${MONTH})`;
/** A place: words that begin with a capital, with particles between, and regions after commas. */
const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:[ /](?:(?:de|del|della|di|da|do|dos|la|le|les|el|al|am|an|der|den|und|of|the|upon|sur|on)[ ])*\p{Lu}[\p{L}\p{M}.'’-]*){0,4}`;
const PLACE = String.raw`${NAME}(?:,\s*${NAME}){0,2}`;
const AGENCY = String.raw`[\p{L}][\p{L}\p{N} ./&-]{1,30}`;

/** `DAMASCUS, Syria, April 22 (Reuters) - `, `Paris (ats afp) Les…`, `SEOUL, Nov 26 AFP - `, `GORKI - `. */
const FORMS: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?<place>${PLACE})(?:,?\s+(?<date>${DATE}))?,?\s*(?:--\s*)?\((?<agencies>${AGENCY}(?:[,;/]\s*${AGENCY}){0,3})\)(?:${DASH}(?:${DATE}${DASH})?|\s+(?=\p{Lu}))`,
    'u',
  ),
  new RegExp(
    String.raw`^(?<place>${PLACE}),?\s+(?<date>${DATE})\s+(?<agencies>[A-Z][A-Za-z]{1,12})${DASH}`,
    'u',
  ),
  new RegExp(
    String.raw`^(?<place>\p{Lu}[\p{Lu}\p{M}.'’ -]{1,40}(?:,\s*[\p{L} .]{2,25}){0,2}?)(?:,\s*(?<date>${DATE}))?${DASH}`,
    'u',
  ),
];

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
    if (!found || place === undefined || (agencies !== undefined && NO_AGENCY.test(agencies))) continue;
    const named = agencies?.split(/[,;/]\s*/).map((name) => name.trim());
    return {
      dateline: {
        place: place.replace(/[\s-]+$/, ''),
        ...(date === undefined ? {} : { date }),
        ...(named === undefined ? {} : { agencies: named }),
      },
      rest: start.slice(found[0].length),
    };
  }
  return undefined;
}

import type { Dateline } from '@courant/story';

/** Place in capitals, or any place where an agency stands behind it in brackets; then a dash and a space. */
const DATELINE =
  /^(?<place>\p{Lu}[\p{L}\p{M}.'’ -]{1,40}?)(?:, (?<more>[^()\n]{2,40}?))?(?: \((?<agencies>[^()]{2,40})\))?\s?(?:-{1,2}|[–—_])\s/u;
/** `SAN PEDRO DE MACORIS`; more words are a heading in capitals. */
const MOST_WORDS = 4;
/** An agency's name has a capital or is one that writes itself small; `(cricket)` only explains a word. */
const AGENCY =
  /^(?:\p{Lu}.*|(?:afp|ansa|ap|apa|ats|ctk|dpa|efe|epd|kna|mti|ntb|pap|sda|sid|stt|tt)(?: |$).*)$/u;

/** Reads the dateline a paragraph opens with, such as `GORKI - ` or `San Mateo (ANP) - `. */
export function pageDateline(paragraph: string): Dateline | undefined {
  const { place, more, agencies } = DATELINE.exec(paragraph.slice(0, 140))?.groups ?? {};
  if (!place || place.split(' ').length > MOST_WORDS) return undefined;
  const names = agencies?.split(/\s*[/,]\s*/).filter(Boolean) ?? [];
  if (!names.every((name) => AGENCY.test(name))) return undefined;
  // Without an agency only capitals tell "GORKI - " from an ordinary sentence with a dash.
  if (names.length === 0 && (place !== place.toUpperCase() || !/\p{Lu}{2}/u.test(place))) return undefined;
  // "SAITAMA, Japan, Dec. 9": what has a digit is the date, what stands before it belongs to the place.
  const parts = more?.split(', ') ?? [];
  const dateAt = parts.findIndex((part) => /\d/.test(part));
  const region = dateAt < 0 ? parts : parts.slice(0, dateAt);
  return {
    place: [place, ...region].join(', '),
    ...(dateAt >= 0 && { date: parts.slice(dateAt).join(', ') }),
    ...(names.length > 0 && { agencies: names }),
  };
}

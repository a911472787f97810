import { fold, type Instant, instant } from '@courant/base';
import { MONTH_NAMES, UPDATE_WORDS, ZONE_MINUTES } from './page-text-date.data.ts';

/** A date as a page prints it: the moment, whether its words say the story changed then, and where it stood. */
export interface PrintedDate {
  readonly at: Instant;
  /** Whether a zone was printed with it; else it is as clocks in UTC would show it. */
  readonly isZoned: boolean;
  readonly isUpdate: boolean;
  /** The line's text without the date, its time and its zone: what is left tells a date line from prose. */
  readonly rest: string;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

const MONTHS = new Map(
  MONTH_NAMES.flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
);

/** Longer lines are prose, and a bound keeps every pattern below cheap. */
const LONGEST = 240;
const YEAR_FIRST = /(?<!\d)((?:19|20)\d\d) ?([-/.年년]) ?(\d{1,2}) ?[-/.月월] ?(\d{1,2})(?!\d)[日일]?/g;
const YEAR_LAST = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?!\d)/g;
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er)?[.,º]? ?(?:de |of )?(\p{L}{3,14})\.?,? ?(?:de |del )?((?:19|20)\d\d)(?!\d)/gu;
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,14})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)(?!\d)/gu;
const TIME =
  /(?<![\d.])([01]?\d|2[0-3]) ?(?:[:.h]|시|時|h ) ?([0-5]\d)(?:[:.]([0-5]\d))?(?![\d])\s?(?:(am|pm)\b|[분分])?/i;
const ZONE = /^[\s,(]*(?:uhr|kl)?[\s,(]*(?:(z|[a-z]{3,4})\b)?\s?([+-]\d{1,2}(?::?[0-5]\d)?)?/i;

/** The dates a short line of a page prints, in order. A time without zone is read in UTC, a day without time at 00:00. */
export function printedDates(line: string): readonly PrintedDate[] {
  if (line.length > LONGEST || !/\d/.test(line)) return [];
  const text = line.normalize('NFKC');
  const days = findDays(text);
  return days.flatMap((day, at) => {
    const before = text.slice(days[at - 1]?.to ?? 0, day.from);
    const after = text.slice(day.to, days[at + 1]?.from ?? text.length);
    const read = readTime(day, before, after);
    return read ? [{ ...read, isUpdate: saysUpdate(before, after) }] : [];
  });
}

/** Whether a text has a word that says a story was changed. */
export function hasUpdateWord(text: string): boolean {
  const folded = fold(text);
  return UPDATE_WORDS.some((word) => folded.includes(word));
}

function saysUpdate(before: string, after: string): boolean {
  // Words well behind a date speak of another one, printed without its year.
  return hasUpdateWord(before) || hasUpdateWord(after.slice(0, 16));
}

function findDays(text: string): readonly Day[] {
  const found: Day[] = [
    ...daysOf(text, YEAR_FIRST, ([, year, , month, day]) => [year, month, day]),
    ...daysOf(text, YEAR_LAST, yearLast),
    ...daysOf(text, DAY_MONTH, ([, day, month, year]) => [year, monthOf(month), day]),
    ...daysOf(text, MONTH_DAY, ([, month, day, year]) => [year, monthOf(month), day]),
  ].sort((a, b) => a.from - b.from);
  return found.filter((day, at) => at === 0 || day.from >= (found[at - 1]?.to ?? 0));
}

type Parts = readonly [string | undefined, string | number | undefined, string | undefined];

function daysOf(text: string, pattern: RegExp, parts: (found: RegExpMatchArray) => Parts): readonly Day[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const [year, month, day] = parts(found).map(Number);
    const from = found.index;
    if (!year || !month || !day || month > 12 || day > daysInMonth(year, month) || from === undefined)
      return [];
    return [{ year, month, day, from, to: from + found[0].length }];
  });
}

function yearLast([, first, mark, second, year]: RegExpMatchArray): Parts {
  // Only the slash is used for the American order, and only a second number above 12 proves it.
  const american = mark === '/' && Number(second) > 12;
  const whole = year?.length === 2 ? `20${year}` : year;
  return american ? [whole, first, second] : [whole, second, first];
}

function monthOf(name: string | undefined): number | undefined {
  return MONTHS.get(fold(name ?? ''));
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

type Timed = Pick<PrintedDate, 'at' | 'isZoned' | 'rest'>;

function readTime(day: Day, before: string, after: string): Timed | undefined {
  // A time stands behind its day, seldom before it ("20:00, 29 Jan 2024").
  const isBehind = TIME.test(after);
  const where = isBehind ? after : before;
  const time = TIME.exec(where);
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  if (!time) return { at: instant(midnight), isZoned: false, rest: `${before} ${after}` };
  const [whole, hours, minutes, seconds = '0', half] = time;
  const end = time.index + whole.length;
  const zone = readZone(where.slice(end));
  const clock = hourOf(Number(hours), half) * 60 + Number(minutes) - zone.minutes;
  const rest = `${isBehind ? before : after} ${where.slice(0, time.index)} ${where.slice(end + zone.length)}`;
  const at = instant(midnight + clock * 60_000 + Number(seconds) * 1000);
  return { at, isZoned: zone.length > 0, rest };
}

function hourOf(hour: number, half: string | undefined): number {
  if (!half || hour > 12) return hour;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function readZone(text: string): { readonly minutes: number; readonly length: number } {
  const [whole = '', name, offset] = ZONE.exec(text) ?? [];
  const named = ZONE_MINUTES[name?.toLowerCase() ?? ''];
  if (named === undefined && (name || !offset)) return { minutes: 0, length: 0 };
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(offset ?? '') ?? [];
  const shift = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return { minutes: (named ?? 0) + shift, length: whole.length };
}

import type { Instant } from '@courant/base';
import { fold, instant, later, millis } from '@courant/base';
import { WEEKDAY_NAMES, ZONES_THAT_CHANGE } from './embargo-words.data.ts';
import { inZone } from './moment.ts';
import { MONTH_NAMES, ZONE_MINUTES } from './page-text-date.data.ts';

/** When words were written, and the zone in which their times are meant where they name none. */
export interface WrittenAt {
  /** Absent: a date without its year cannot be read. */
  readonly at?: Instant | undefined;
  readonly timeZone?: string | undefined;
}

/** The end of an embargo as words tell it. */
export interface EmbargoEnd {
  readonly until: Instant;
  /** Whether the words named a zone. */
  readonly isZoned: boolean;
}

/** Characters behind the word that can belong to its date. */
const LONGEST = 120;
/** A full stop that ends a sentence; the ones of "a.m.", "Nov." and "18.00" do not. */
const END = /[\n;]|(?<!\d|\b(?:[ap]\.m|\p{L}{1,4}))\.\s/u;
const CLOCK = /(?<![\d.:/-])([01]?\d|2[0-3])(?:[:.]|\s?h\s?)([0-5]\d)(?!\d|\.\d)(?:\s?([ap])\.?m\b)?/giu;
/** Four digits that are no year: the first of a date as agencies give it ("0001 Friday"), or with a zone behind. */
const FIGURES =
  /(?<![\d.:/+-])([01]\d|2[0-3])([0-5]\d)(?=\s*(?:hrs|hours|gmt|utc|[a-z]{2,4}t\b|$|\p{L}{3,}|,|\(|on\b))/giu;
const HOUR =
  /(?<![\d.:/-])(\d{1,2})\s?(?:([ap])\.?m\b|uhr\b|uur\b|h\b)|\b(?:kl\.?|klo|um|at|a las|til|jusqu'a)\s(\d{1,2})(?![\d.:])/giu;
const NAMED = /\b(noon|midday|midnight|mittag|mitternacht|midi|minuit)\b/gi;
const MIDNIGHT = /\b(midnight|mitternacht|minuit)\b/i;
const ISO_DAY = /(?<!\d)(20\d\d)-(\d\d)-(\d\d)/g;
/** A year of two digits stands without a blank: in "9.9. 18 Uhr" it is the hour. */
const DOTTED_DAY = /(?<![\d.:])(\d{1,2})\.\s?(\d{1,2})\.(\s?20\d\d(?!\d)|\d\d(?![\d:.]))?/g;
const SLASHED_DAY = /(?<!\d)(\d{1,2})\/(\d{1,2})(?:\/(20\d\d|\d\d))?(?!\d)/g;
const DAY_MONTH =
  /(?<![\d.:])(\d{1,2})(?:st|nd|rd|th|er)?\.?\s(?:de\s)?(\p{L}{3,12})\.?(?:,?\s(?:de\s)?(20\d\d)\b)?/giu;
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.]\d)(?:,?\s(20\d\d)\b)?/giu;

interface Day {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
}

/**
 * When an embargo ends, from the words behind it: a time, a day by its name or date or both, a zone. Undefined where
 * the time is missing, where two of a kind stand there, where weekday and date contradict, or where the year cannot
 * be told: a person must read those, because what is read wrongly is published too early.
 */
export function embargoEnd(words: string, written: WrittenAt): EmbargoEnd | undefined {
  const [text = ''] = words.slice(0, LONGEST).split(END);
  const days = uniqueOf(daysIn(text));
  const times = uniqueOf(timesIn(withoutDays(text)));
  const weekdays = uniqueOf(weekdaysIn(text));
  const [time] = times;
  if (!time || times.length > 1 || days.length > 1 || weekdays.length > 1) return undefined;
  const zone = zoneIn(text);
  const place = (day: Day & { readonly year: number }) => momentIn(day, time, zone ?? written.timeZone);
  const isZoned = zone !== undefined;
  const [day] = days;
  const [weekday] = weekdays;
  // Midnight of a day is its beginning to some and its end to others.
  if (MIDNIGHT.test(text) && (day ?? weekday) !== undefined) return undefined;
  const until = day ? dated(day, { weekday, written, place }) : coming(weekday, { written, place });
  return until && { until, isZoned };
}

type Place = (day: Day & { readonly year: number }) => Instant;

interface Around {
  readonly written: WrittenAt;
  readonly place: Place;
}

/** A date: in its own year, or in the one in which it is nearest, and on the weekday it is said to be. */
function dated(
  { year, month, day }: Day,
  { weekday, written, place }: Around & { readonly weekday: number | undefined },
) {
  const now = written.at === undefined ? undefined : new Date(written.at).getUTCFullYear();
  const years = year !== undefined ? [year] : now === undefined ? [] : [now - 1, now, now + 1];
  const moments = years
    .filter(
      (one) => exists(one, month, day) && (weekday === undefined || weekdayOf(one, month, day) === weekday),
    )
    .map((one) => place({ year: one, month, day }));
  const away = (one: Instant) => (written.at === undefined ? 0 : Math.abs(millis(one) - millis(written.at)));
  const [nearest] = moments.toSorted((a, b) => away(a) - away(b));
  // Nobody sends copy four months ahead without a year: such a date is of something else.
  return nearest !== undefined && (year !== undefined || away(nearest) < 120 * DAY) ? nearest : undefined;
}

const DAY = 24 * 3_600_000;

/** A weekday or a time alone: the next one. A weekday whose time has passed today may be past or a week away. */
function coming(weekday: number | undefined, { written, place }: Around): Instant | undefined {
  const { at } = written;
  if (at === undefined) return undefined;
  const moments = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8].map((days) => {
    const date = new Date(later(at, days * DAY));
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    return { on: date.getUTCDay(), at: place({ year, month, day }) };
  });
  const next = moments.find((one) => one.at >= at && (weekday === undefined || one.on === weekday));
  if (!next) return undefined;
  const isDoubtful = weekday !== undefined && millis(next.at) - millis(at) > 6 * DAY;
  return isDoubtful ? undefined : next.at;
}

function momentIn(
  { year, month, day }: Day & { readonly year: number },
  time: Time,
  zone?: string | number,
): Instant {
  const shown = instant(new Date(Date.UTC(year, month - 1, day, time.hour, time.minute)));
  if (typeof zone === 'number') return later(shown, -zone * 60_000);
  return zone === undefined ? shown : inZone(shown, zone);
}

function zoneIn(text: string): string | number | undefined {
  for (const [word] of text.matchAll(/\b[A-Za-z]{1,7}\b/g)) {
    const name = fold(word);
    // In lower case these are words of a sentence.
    const isName = word === word.toUpperCase() || name.length > 4;
    if (isName && Object.hasOwn(ZONES_THAT_CHANGE, name)) return ZONES_THAT_CHANGE[name];
    if (isName && Object.hasOwn(ZONE_MINUTES, name)) return ZONE_MINUTES[name];
  }
  const offset = /(?<=\d\s?)([+-])(\d\d):?(\d\d)\b/.exec(text);
  if (/\dZ\b/.test(text)) return 0;
  return offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : undefined;
}

const MONTHS = new Map(
  MONTH_NAMES.flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1])),
);
const WEEKDAYS = new Map(
  WEEKDAY_NAMES.flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i])),
);

/** How days are written, and what of a match is the day, the month and the year. */
const DAYS: readonly (readonly [RegExp, (found: readonly (string | undefined)[]) => readonly Day[]])[] = [
  [ISO_DAY, ([year, month, day]) => dayOf(day, Number(month), year)],
  [DOTTED_DAY, ([day, month, year]) => dayOf(day, Number(month), year)],
  [SLASHED_DAY, ([a, b, year]) => slashed(a, b, year)],
  [DAY_MONTH, ([day, name = '', year]) => dayOf(day, MONTHS.get(fold(name)), year)],
  [MONTH_DAY, ([name = '', day, year]) => dayOf(day, MONTHS.get(fold(name)), year)],
];

function daysIn(text: string): readonly Day[] {
  return DAYS.flatMap(([pattern, read]) => [...text.matchAll(pattern)].flatMap((one) => read(one.slice(1))));
}

/** A text whose days are gone, so that none of their figures is taken for a time. */
function withoutDays(text: string): string {
  return DAYS.reduce(
    (left, [pattern, read]) =>
      left.replace(pattern, (...found: readonly string[]) =>
        read(found.slice(1)).length > 0 ? ' ' : (found[0] ?? ''),
      ),
    text,
  );
}

/** 9/11 is a day in September or in November: only where one of the two can be no month does it say which. */
function slashed(a?: string, b?: string, year?: string): readonly Day[] {
  if (Number(a) > 12) return dayOf(a, Number(b), year);
  return Number(b) > 12 ? dayOf(b, Number(a), year) : AMBIGUOUS;
}

/** Two days, so that none is chosen. */
const AMBIGUOUS: readonly Day[] = [
  { month: 1, day: 1 },
  { month: 1, day: 2 },
];

function dayOf(day: string | undefined, month: number | undefined, year: string | undefined): readonly Day[] {
  if (month === undefined || month < 1 || month > 12) return [];
  if (Number(day) < 1 || Number(day) > 31) return AMBIGUOUS;
  const full = year === undefined ? undefined : Number(year) < 100 ? 2000 + Number(year) : Number(year);
  return [{ ...(full === undefined ? {} : { year: full }), month, day: Number(day) }];
}

function timesIn(text: string): readonly Time[] {
  const times = [
    ...[...text.matchAll(CLOCK)].flatMap(([, hour, minute, half]) => timeOf(hour, minute, half)),
    ...[...text.matchAll(FIGURES)].flatMap(([, hour, minute]) => timeOf(hour, minute)),
    ...[...text.matchAll(NAMED)].flatMap(([name]) =>
      timeOf(/noon|midday|mittag|midi/i.test(name) ? '12' : '0', '0'),
    ),
  ];
  if (times.length > 0) return times;
  return [...text.matchAll(HOUR)].flatMap(([, hour, half, bare]) => timeOf(hour ?? bare, '0', half));
}

function timeOf(hour: string | undefined, minute: string | undefined, half?: string): readonly Time[] {
  const plain = Number(hour);
  const full = half === undefined ? plain : (plain % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return full > 23 || (half !== undefined && plain > 12) ? [] : [{ hour: full, minute: Number(minute) }];
}

function weekdaysIn(text: string): readonly number[] {
  return [...text.matchAll(/\p{L}{3,}/gu)].flatMap(([word]) => WEEKDAYS.get(fold(word)) ?? []);
}

function exists(year: number, month: number, day: number): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}

function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function uniqueOf<T>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

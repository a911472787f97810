import type { Instant } from '@courant/base';
import { later, parseInstant } from '@courant/base';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';

/** A year, a month or a day, also with the zone that XML Schema allows behind it. */
const DAY = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:Z|[+-]\d\d:\d\d)?$/;

/** When something is to happen, as far as it is known: a year, a month, a day, or a moment; undefined for any other text. */
export function dayOrMoment(
  text: string | undefined,
  options: Pick<ReadOptions, 'timeZone'>,
): string | undefined {
  const day = DAY.exec(text?.trim() ?? '')?.[1];
  if (day === undefined) return momentOf(text, options);
  return parseInstant(`${day.padEnd(10, '-01')}T00:00:00Z`) === undefined ? undefined : day;
}

/** Weeks, days, hours and minutes; months and years are of no fixed length, and nobody plans by them. */
const DURATION = /^P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?$/;
const MINUTE = 60_000;
const DAY_LONG = 24 * 60 * MINUTE;

/** The end of what begins then and lasts so long (ISO 8601); the last day where only days are told. */
export function endAfter(starts: string, duration: string | undefined): string | undefined {
  const [found, ...parts] = DURATION.exec(duration?.trim() ?? '') ?? [];
  if (found === undefined) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = parts.map((part) => Number(part ?? 0));
  const long = (weeks * 7 + days) * DAY_LONG + (hours * 60 + minutes) * MINUTE;
  if (long === 0) return undefined;
  if (starts.length > 10) return parseInstant(later(starts as Instant, long));
  const first = starts.length === 10 ? parseInstant(`${starts}T00:00:00Z`) : undefined;
  return first && parseInstant(later(first, Math.ceil(long / DAY_LONG) * DAY_LONG - DAY_LONG))?.slice(0, 10);
}

/** The earliest and the latest of some times, days and moments mixed. */
export function spanOf(times: readonly (string | undefined)[]): {
  readonly starts?: string;
  readonly ends?: string;
} {
  const told = times.filter((time) => time !== undefined).toSorted();
  const [starts] = told;
  const ends = told.at(-1);
  return {
    ...(starts === undefined ? {} : { starts }),
    ...(ends === undefined || ends === starts ? {} : { ends }),
  };
}

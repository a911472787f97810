/** A moment in UTC, to the millisecond, as `2011-04-23T17:57:00.000Z`. Moments compare as strings. */
export type Instant = string & { readonly __brand: 'Instant' };

/** A source of time; pure rooms are handed one, or a moment of it. */
export interface Clock {
  now(): Instant;
}

/** The moment of a Date or of milliseconds since 1970. Throws RangeError on an invalid date. */
export function instant(of: Date | number): Instant {
  return new Date(of).toISOString() as Instant;
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * Reads an ISO 8601 date or date-time with zone; one without a zone is read in UTC.
 * Gives undefined where the text is no such date or names a day that does not exist.
 */
export function parseInstant(text: string): Instant | undefined {
  const found = ISO.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', zone = 'Z'] = found;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const millis = fraction.padEnd(3, '0').slice(0, 3);
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millis}${offset}`);
  if (Number.isNaN(date.getTime())) return undefined;
  // JavaScript rolls 31 February over; a date that moved was never a date.
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) > daysInMonth || Number(day) < 1) return undefined;
  const moment = instant(date);
  // A zone may lead out of the years of four digits, whose texts no longer compare.
  return moment.length === '0000-00-00T00:00:00.000Z'.length ? moment : undefined;
}

/** Milliseconds since 1970 of a moment. */
export function millis(moment: Instant): number {
  return new Date(moment).getTime();
}

/** The moment so many milliseconds later (or earlier, if negative). */
export function later(moment: Instant, by: number): Instant {
  return instant(millis(moment) + by);
}

import type { Instant } from '@courant/base';
import { fold, instant, later, millis } from '@courant/base';
import { inZone } from './moment.ts';
import { MONTH_NAMES, ZONE_MINUTES } from './page-text-date.data.ts';
import type { ReadOptions } from './read-options.ts';

/** `131137 GMT Nov 13`, `091223 dec 18`, `071341 GMT Okt 15`: day, hour and minute, zone, month, year. */
const IPTC = /(?<!\d)(\d{2})(\d{2})(\d{2})\s*([A-Z]{1,4})?\s+(\p{L}{3,10})\.?(?:\s+(\d{4}|\d{2}))?(?!\d)/u;
/** `AP-WF-11-13-13 1509GMT`: month, day, year, then hour and minute. */
const ANPA = /(?<!\d)(\d{2})-(\d{2})-(\d{2})\s+(\d{2})(\d{2})\s*([A-Z]{1,4})?/;
/** `11-13` of a head, without a year. */
const MONTH_DAY = /(?<!\d)(\d{2})-(\d{2})(?!\d|-)/;

const MONTHS = new Map(
  MONTH_NAMES.flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1])),
);

/** When an IPTC 7901 message was sent, from the line behind its text. */
export function iptcSent(tail: string, options: ReadOptions): Instant | undefined {
  const [, day, hour, minute, zone, name = '', year] = IPTC.exec(tail.slice(0, 200)) ?? [];
  const month = MONTHS.get(fold(name));
  return month === undefined ? undefined : sent({ year, month, day, hour, minute, zone }, options);
}

/** When an ANPA 1312 message was sent, from the line behind its text, else the day from its head. */
export function anpaSent(tail: string, head: string, options: ReadOptions): Instant | undefined {
  const [, month, day, year, hour, minute, zone] = ANPA.exec(tail.slice(0, 200)) ?? [];
  if (month !== undefined) return sent({ year, month: Number(month), day, hour, minute, zone }, options);
  const [, headMonth, headDay] = MONTH_DAY.exec(head) ?? [];
  return headMonth === undefined
    ? undefined
    : sent({ month: Number(headMonth), day: headDay, hour: '00', minute: '00', zone: 'GMT' }, options);
}

interface Written {
  readonly year?: string | undefined;
  readonly month: number;
  readonly day: string | undefined;
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly zone?: string | undefined;
}

const DAY = 24 * 3_600_000;

function sent(written: Written, options: ReadOptions): Instant | undefined {
  const { year, month } = written;
  const [day, hour, minute] = [written.day, written.hour, written.minute].map(Number);
  if (!day || day > 31 || month < 1 || month > 12 || Number(hour) > 23 || Number(minute) > 59)
    return undefined;
  const now = new Date(options.received).getUTCFullYear();
  const years =
    year === undefined ? [now + 1, now, now - 1] : [Number(year) < 100 ? 2000 + Number(year) : Number(year)];
  const moments = years.map((one) => {
    const shown = new Date(Date.UTC(one, month - 1, day, hour, minute));
    return shown.getUTCDate() === day ? zoned(instant(shown), written.zone, options) : undefined;
  });
  // Without a year, the last one in which it lies no more than a day ahead: clocks differ, copy is not sent early.
  return moments.find(
    (one) => one !== undefined && (year !== undefined || millis(one) <= millis(options.received) + DAY),
  );
}

function zoned(shown: Instant, zone: string | undefined, { timeZone }: ReadOptions): Instant {
  const name = fold(zone ?? '');
  const minutes = Object.hasOwn(ZONE_MINUTES, name) ? ZONE_MINUTES[name] : undefined;
  if (minutes !== undefined) return later(shown, -minutes * 60_000);
  return timeZone === undefined ? shown : inZone(shown, timeZone);
}

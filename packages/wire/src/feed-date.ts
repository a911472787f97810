import type { Instant } from '@courant/base';
import { parseInstant } from '@courant/base';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones of RFC 822 §5.1 and what else senders write, as offsets. */
const ZONES: Readonly<Record<string, string>> = {
  ...{ UT: '+00:00', UTC: '+00:00', GMT: '+00:00', Z: '+00:00', WET: '+00:00' },
  ...{ EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00' },
  ...{ MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00' },
  ...{ BST: '+01:00', IST: '+05:30', CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00' },
  ...{ JST: '+09:00', KST: '+09:00', AEST: '+10:00', AEDT: '+11:00' },
};

/** Thu, 01 Jan 2004 19:48:21 GMT, with or without the day, the seconds or the zone; years of two figures. */
const RFC_822 =
  /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d\d),?(?:\s+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:\s*(am|pm))?)?(?:\s*([a-z]{1,5}|[+-]\d\d:?\d\d)(?:\s.*)?)?$/i;
/** Thu Jan 01 19:48:21 2004, as asctime writes it, a zone perhaps before the year. */
const ASCTIME =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{1,2}):(\d\d):(\d\d)(?:\s+([a-z]{1,5}|[+-]\d\d:?\d\d))?\s+(\d{4})$/i;
/** January 1, 2004, as people write it. */
const WRITTEN =
  /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/i;
/** 2004, 2004-01, 2004-W01-4 are dates of ISO 8601 too. */
const SHORT = /^(\d{4})(?:-(\d\d))?$/;

/** The moment of a date as feeds write it: RFC 822, RFC 3339, and what is neither and can be understood. */
export function feedDate(text: string | undefined, options: ReadOptions): Instant | undefined {
  const plain = text?.replace(/\s+/g, ' ').trim() ?? '';
  if (plain === '' || plain.length > 100) return undefined;
  return momentOf(plain, options) ?? named(plain, options) ?? short(plain);
}

function named(plain: string, options: ReadOptions): Instant | undefined {
  const mail = RFC_822.exec(plain);
  if (mail) {
    const [, day, month, year, hour, minute, second, half, zone] = mail;
    return built({ day, month, year, hour: hourOf(hour, half), minute, second, zone }, options);
  }
  const asctime = ASCTIME.exec(plain);
  if (asctime) {
    const [, month, day, hour, minute, second, zone, year] = asctime;
    return built({ day, month, year, hour, minute, second, zone }, options);
  }
  const [, month, day, year, hour, minute, second] = WRITTEN.exec(plain) ?? [];
  return month === undefined
    ? undefined
    : built({ day, month, year, hour, minute, second, zone: undefined }, options);
}

function hourOf(hour: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || half === undefined) return hour;
  return String((Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0));
}

type Parts = Readonly<
  Record<'day' | 'month' | 'year' | 'hour' | 'minute' | 'second' | 'zone', string | undefined>
>;

function built(parts: Parts, options: ReadOptions): Instant | undefined {
  const { day = '', month = '', year = '', hour = '0', minute = '00', second = '00', zone } = parts;
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (number === 0) return undefined;
  // RFC 2822 §4.3: two figures are this century up to 49.
  const century = year.length === 2 ? (Number(year) < 50 ? '20' : '19') : '';
  const two = (value: string | number) => String(value).padStart(2, '0');
  const date = `${century}${year}-${two(number)}-${two(day)}`;
  const offset = zone === undefined ? '' : (ZONES[zone.toUpperCase()] ?? zone);
  const isOffset = /^[+-]\d\d:?\d\d$/.test(offset);
  return momentOf(`${date}T${two(hour)}:${minute}:${second}${isOffset ? offset : ''}`, options);
}

function short(plain: string): Instant | undefined {
  const [, year, month = '01'] = SHORT.exec(plain) ?? [];
  return year === undefined ? undefined : parseInstant(`${year}-${month}-01T00:00:00Z`);
}

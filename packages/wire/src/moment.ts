import type { Instant } from '@courant/base';
import { instant, later, millis, parseInstant } from '@courant/base';
import type { ReadOptions } from './read-options.ts';

/** 20160908T132446+0100, 20241205T110259Z, 20150218T160141, 20130515 (ISO 8601 basic, as NITF has it). */
const BASIC = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;
/** 2022-07-11 18:33, 2014-07-16T13:00:03.123+0100, also with a line break in it, as one agency sends. */
const EXTENDED =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T\s]+(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT(?=$)|[+-]\d\d:?\d\d)?)?$/i;

/** The moment of a date as agencies write it; one without a zone is read in the zone of the options. */
export function momentOf(
  text: string | undefined,
  options: Pick<ReadOptions, 'timeZone'>,
): Instant | undefined {
  const plain = text?.trim().replace(/\s+/g, ' ') ?? '';
  if (plain === '') return undefined;
  const basic = BASIC.exec(plain);
  if (basic) {
    const [, year, month, day, hour = '00', minute = '00', second = '00', zone] = basic;
    return zoned(`${year}-${month}-${day}T${hour}:${minute}:${second}`, zone, options);
  }
  const extended = EXTENDED.exec(plain);
  if (!extended) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', zone] = extended;
  return zoned(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}`, zone, options);
}

function zoned(local: string, zone: string | undefined, { timeZone }: Pick<ReadOptions, 'timeZone'>) {
  if (zone !== undefined) return parseInstant(`${local}${/^(UTC|GMT)$/i.test(zone) ? 'Z' : zone}`);
  const asUtc = parseInstant(`${local}Z`);
  return asUtc === undefined || timeZone === undefined ? asUtc : inZone(asUtc, timeZone);
}

/** The moment at which clocks of a zone show what a moment shows in UTC. */
export function inZone(shown: Instant, timeZone: string): Instant {
  const first = later(shown, -offset(shown, timeZone));
  // Across a change of the clocks the first guess may have the other offset.
  return later(shown, -offset(first, timeZone));
}

function offset(moment: Instant, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    },
  } as const);
  const part = Object.fromEntries(
    format.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]),
  );
  const year = String(part.year).padStart(4, '0');
  const shown = instant(
    new Date(`${year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`),
  );
  return millis(shown) - Math.floor(millis(moment) / 1000) * 1000;
}

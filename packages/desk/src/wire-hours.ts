import type { Instant } from '@courant/base';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A day of the week. */
export type Day = (typeof DAYS)[number];

/** When a rule is at work: on which days, between which times of day, in which zone. */
export interface Hours {
  /** All where absent. */
  readonly days?: readonly Day[];
  /** `HH:MM`; the whole day where both are absent. Where `until` is before `from`, the night between is meant. */
  readonly from?: string;
  readonly until?: string;
  /** IANA. */
  readonly timeZone: string;
}

/** Whether a moment is within hours. A night that began on a day belongs to that day. */
export function isWithin({ days, from = '00:00', until = '24:00', timeZone }: Hours, at: Instant): boolean {
  const { day, time } = localOf(at, timeZone);
  const isNight = until <= from;
  const isBefore = isNight && time < until;
  const began = isBefore ? (day + 6) % 7 : day;
  const isDay = days === undefined || days.some((one) => DAYS.indexOf(one) === began);
  const isTime = isNight ? isBefore || time >= from : time >= from && time < until;
  return isDay && isTime;
}

function localOf(at: Instant, timeZone: string): { readonly day: number; readonly time: string } {
  const parts = clockOf(timeZone).formatToParts(Date.parse(at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = DAYS.findIndex((one) => part('weekday').toLowerCase().startsWith(one));
  return { day, time: `${part('hour')}:${part('minute')}` };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const options = {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  } as const;
  const clock = new Intl.DateTimeFormat('en-GB', options);
  clocks.set(timeZone, clock);
  return clock;
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Reads hours from JSON; a sentence where they are none. */
export function readHours(json: unknown): Hours | string {
  if (typeof json !== 'object' || json === null) return 'hours are {"days", "from", "until", "timeZone"}';
  const { days, from, until, timeZone, ...others } = json as Readonly<Record<string, unknown>>;
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) return `“${stranger}” is no part of hours`;
  if (days !== undefined && !isDays(days)) return `days are a list of ${DAYS.join(', ')}`;
  const times = [from, until].filter((one) => one !== undefined);
  if (times.length === 1) return 'from and until stand together';
  if (!times.every((one) => typeof one === 'string' && TIME.test(one))) return 'times are written 07:30';
  if (typeof timeZone !== 'string' || !isZone(timeZone))
    return 'timeZone is the IANA name of a zone, such as Europe/London';
  return {
    timeZone,
    ...(days === undefined ? {} : { days }),
    // The list has been seen to hold two texts, or none.
    ...(times.length === 2 ? { from: String(from), until: String(until) } : {}),
  };
}

function isDays(value: unknown): value is readonly Day[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => DAYS.includes(one));
}

/** Whether a name is that of a time zone, IANA. */
export function isZone(timeZone: string): boolean {
  try {
    clockOf(timeZone);
    return true;
  } catch {
    // The platform has no other way of saying that it does not know a zone.
    return false;
  }
}

import type { Html, Instant } from '@courant/base';
import { html } from '@courant/base';
import type { Edition } from '@courant/edition';
import { dateFormatter } from './formatter.ts';
import { directionOf, say } from './messages.ts';

/** What of an edition decides how it writes a moment. */
export type DateSetting = Pick<Edition, 'locale' | 'timeZone' | 'dateStyle'>;

const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const TIME = { timeStyle: 'short' } as const;

/** A moment as the edition writes it: `23 April 2011, 17:57`, or in iso style `2011-04-23 17:57`, in its zone. */
export function momentText(moment: Instant, setting: DateSetting): string {
  const { locale, timeZone, dateStyle } = setting;
  const time = timeText(moment, setting);
  if (dateStyle === 'iso') return inOrder(`${calendarDay(moment, setting)} ${time}`, locale);
  const date = dateFormatter(locale, { ...DATE, timeZone }).format(new Date(moment));
  return say(locale, 'momentOf', { date, time });
}

/** The hour of a moment; in iso style from 00:00 to 23:59, whatever the locale. */
function timeText(moment: Instant, { locale, timeZone, dateStyle }: DateSetting): string {
  // Swedish dates and times are those of ISO 8601.
  const writer = dateStyle === 'iso' ? 'sv' : locale;
  return dateFormatter(writer, { ...TIME, timeZone }).format(new Date(moment));
}

/** Keeps the parts of an ISO date in their order where they would be set from right to left (UAX #9, LRI and PDI). */
function inOrder(text: string, locale: string): string {
  return directionOf(locale) === 'rtl' ? `\u2066${text}\u2069` : text;
}

function shortDate(moment: Instant, setting: DateSetting): string {
  const { locale, timeZone, dateStyle } = setting;
  if (dateStyle === 'iso') return inOrder(calendarDay(moment, setting), locale);
  return dateFormatter(locale, { day: 'numeric', month: 'short', timeZone }).format(new Date(moment));
}

/** The day of a moment in full, `Saturday 23 April 2011`, in the edition's zone. */
export function dayText(moment: Instant, { locale, timeZone }: DateSetting): string {
  const text = dateFormatter(locale, { ...DATE, weekday: 'long', timeZone }).format(new Date(moment));
  // English papers spare the comma that Intl sets; in German it is a must.
  return /^en\b/i.test(locale) ? text.replace(/^(\p{L}+), /u, '$1 ') : text;
}

/** A calendar day `2011-04-23` in full, `Saturday 23 April 2011`. */
export function calendarDayText(date: string, { locale }: DateSetting): string {
  return dayText(`${date}T12:00:00.000Z` as Instant, { locale, timeZone: 'UTC', dateStyle: 'long' });
}

/** The calendar day of a moment in the edition's zone, `2011-04-23`. */
export function calendarDay(moment: Instant, { timeZone }: DateSetting): string {
  return dateFormatter('sv', { dateStyle: 'short', timeZone }).format(new Date(moment));
}

/** A moment as a `<time>` that says it as the edition writes it. */
export function momentTag(moment: Instant, setting: DateSetting): Html {
  return html`<time datetime="${machineTime(moment)}">${momentText(moment, setting)}</time>`;
}

/** A moment as a short `<time>`: the hour if it fell on the given day, else the date, in words without the year. */
export function shortMomentTag(moment: Instant, day: Instant, setting: DateSetting): Html {
  const isToday = calendarDay(moment, setting) === calendarDay(day, setting);
  const text = isToday ? timeText(moment, setting) : shortDate(moment, setting);
  return html`<time datetime="${machineTime(moment)}">${text}</time>`;
}

/** A moment to the second, as machines read it: `2011-04-23T17:57:00Z`. */
export function machineTime(moment: Instant): string {
  return moment.replace(/\.\d+Z$/, 'Z');
}

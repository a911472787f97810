import type { Html, Instant } from '@courant/base';
import { html } from '@courant/base';
import type { Edition } from '@courant/edition';
import { dateFormatter } from './formatter.ts';
import { say } from './messages.ts';

/** What of an edition decides how it writes a moment. */
export type DateSetting = Pick<Edition, 'locale' | 'timeZone' | 'dateStyle'>;

const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const TIME = { timeStyle: 'short' } as const;

/** A moment as the edition writes it: `23 April 2011, 17:57`, or in iso style `2011-04-23 17:57`, in its zone. */
export function momentText(moment: Instant, { locale, timeZone, dateStyle }: DateSetting): string {
  const at = new Date(moment);
  if (dateStyle === 'iso') {
    // Swedish dates are ISO 8601 dates, with the time after a blank.
    return dateFormatter('sv', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at);
  }
  const date = dateFormatter(locale, { ...DATE, timeZone }).format(at);
  const time = dateFormatter(locale, { ...TIME, timeZone }).format(at);
  return say(locale, 'momentOf', { date, time });
}

/** The day of a moment in full, `Saturday 23 April 2011`, in the edition's zone. */
export function dayText(moment: Instant, { locale, timeZone }: DateSetting): string {
  return dateFormatter(locale, { ...DATE, weekday: 'long', timeZone })
    .format(new Date(moment))
    .replace(/^(\p{L}+), /u, '$1 ');
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

/** A moment as a short `<time>`: the hour if it fell on the given day, else the date without the year. */
export function shortMomentTag(moment: Instant, day: Instant, setting: DateSetting): Html {
  const { locale, timeZone } = setting;
  const isToday = calendarDay(moment, setting) === calendarDay(day, setting);
  const options = isToday ? TIME : ({ day: 'numeric', month: 'short' } as const);
  const text = dateFormatter(locale, { ...options, timeZone }).format(new Date(moment));
  return html`<time datetime="${machineTime(moment)}">${text}</time>`;
}

/** A moment to the second, as machines read it: `2011-04-23T17:57:00Z`. */
export function machineTime(moment: Instant): string {
  return moment.replace(/\.\d+Z$/, 'Z');
}

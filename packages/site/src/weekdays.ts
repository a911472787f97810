import { dateFormatter, numberFormatter } from './formatter.ts';

/** A day of a month as a calendar shows it. */
export interface CalendarDay {
  /** ISO day. */
  readonly day: string;
  /** In the figures of the language. */
  readonly number: string;
  /** Its column in a week as the language begins it, from 1. */
  readonly weekday: number;
}

/** The days of a month, `2026-12`. */
export function daysOfMonth(month: string, locale: string): readonly CalendarDay[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const first = firstDay(locale);
  return Array.from({ length: count }, (_, i) => {
    const weekday = new Date(Date.UTC(year, number - 1, i + 1)).getUTCDay() || 7;
    return {
      day: `${month}-${String(i + 1).padStart(2, '0')}`,
      number: numberFormatter(locale).format(i + 1),
      weekday: ((weekday - first + 7) % 7) + 1,
    };
  });
}

/** The short names of weekdays, in the order in which the language's week runs. */
export function weekdayNames(locale: string): readonly string[] {
  const names = dateFormatter(locale, { weekday: 'short', timeZone: 'UTC' });
  // The 5th of January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, i) => names.format(Date.UTC(1970, 0, 4 + firstDay(locale) + i)));
}

/** The day a week begins with, Monday being 1 and Sunday 7. */
function firstDay(locale: string): number {
  return new Intl.Locale(locale).getWeekInfo().firstDay;
}

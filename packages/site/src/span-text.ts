import type { ArchiveSpan, Edition } from '@courant/edition';
import { dateFormatter } from './formatter.ts';

/** A span in words: `2026`, `November 2026`, `Monday 23 November 2026`. */
export function spanText(span: ArchiveSpan, edition: Pick<Edition, 'locale'>): string {
  if (span.month === undefined) return spanFormat(span, edition, { year: 'numeric' });
  if (span.day === undefined) return spanFormat(span, edition, { month: 'long', year: 'numeric' });
  return spanFormat(span, edition, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** A span as a locale writes some of its parts; its years and months are those of its address, also in Iran and Siam. */
export function spanFormat(
  { year, month = 1, day = 1 }: ArchiveSpan,
  { locale }: Pick<Edition, 'locale'>,
  options: Intl.DateTimeFormatOptions,
): string {
  return dateFormatter(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, month - 1, day)),
  );
}

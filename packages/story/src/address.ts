import type { Instant } from '@courant/base';
import { addressPart } from '@courant/base';
import type { Copy } from './copy.ts';

/**
 * The canonical path of a story: `/{yyyy}/{mm}/{dd}/{url-slug}`, free of section and edition. The day is that of its
 * first publication in the given zone (IANA); the words are the URL slug's, else the headline's, else the slug's.
 */
export function addressOf(
  copy: Pick<Copy, 'urlSlug' | 'headline' | 'slug'>,
  published: Instant,
  timeZone: string,
): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const day = Object.fromEntries(
    parts.formatToParts(new Date(published)).map(({ type, value }) => [type, value]),
  );
  const words = [copy.urlSlug ?? '', copy.headline, copy.slug].map((text) => addressPart(text)).find(Boolean);
  return `/${day.year?.padStart(4, '0')}/${day.month}/${day.day}/${words ?? 'story'}`;
}

/** The same path with a number behind it, where another story has the plain one. */
export function withSuffix(path: string, n: number): string {
  return `${path}-${n}`;
}

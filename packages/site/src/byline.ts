import type { Edition } from '@courant/edition';
import { say } from './messages.ts';

/** A byline as it is printed: `By` is put before names, and not before `Words by …`, which says it already. */
export function bylineText(edition: Pick<Edition, 'locale'>, byline: string): string {
  return /\bby\b/i.test(byline) ? byline : say(edition.locale, 'by', { name: byline });
}

/** The names in a byline, each alone. */
export function namesIn(byline: string): readonly string[] {
  return byline
    .replace(/^.*\bby\s+/i, '')
    .split(/\s*,\s*|\s+(?:and|&)\s+/)
    .filter(Boolean);
}

import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { AuthorTeaser, Edition } from '@courant/edition';
import { authorPath } from '@courant/edition';
import { say } from './messages.ts';

/** What stands before names in a byline that says itself who wrote: `Words by `, `Von `, `文：`. */
const WRITTEN_BY = /^(?:.*\b[Bb][Yy]\s+|(?:.*\s)?[Pp]ar\s+|Von\s+|بقلم[\s:]+|(?:文|作者|记者)\s*[:：/／]\s*)/;

/** A byline as it is printed: `By` is put before names, and not before `Words by …`, which says it already. */
export function bylineText(edition: Pick<Edition, 'locale'>, byline: string): string {
  return WRITTEN_BY.test(byline) ? byline : say(edition.locale, 'by', { name: byline });
}

/** A byline as it is printed, each author in it that the paper knows linked to their page. */
export function bylineHtml(
  edition: Pick<Edition, 'locale' | 'key' | 'isDefault'>,
  byline: string,
  authors: readonly AuthorTeaser[],
): Html {
  const parts: Html[] = [];
  let rest = bylineText(edition, byline);
  for (const author of authors) {
    const at = rest.indexOf(author.name);
    if (at < 0) continue;
    parts.push(
      html`${rest.slice(0, at)}<a rel="author" href="${href(authorPath(edition, author))}">${author.name}</a>`,
    );
    rest = rest.slice(at + author.name.length);
  }
  return html`${parts}${rest}`;
}

/** The names in a byline, each alone. */
export function namesIn(byline: string): readonly string[] {
  return byline
    .replace(WRITTEN_BY, '')
    .split(/\s*[,،、]\s*|\s+(?:and|&|et|und)\s+/)
    .filter(Boolean);
}

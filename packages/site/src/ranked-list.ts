import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { Card } from '@courant/edition';
import { mostReadPath } from '@courant/edition';
import type { FrameData } from './frame-data.ts';
import { directionOf, wordsOf } from './messages.ts';
import { titleTag } from './title.ts';

/** What is read most as a numbered list of headlines; nothing where nothing was counted. */
export function mostReadHtml(page: FrameData, cards: readonly Card[]): Html {
  if (cards.length === 0) return NOTHING;
  const items = cards.map(
    (card) =>
      html`<li><a href="${href(card.path)}" lang="${card.language}" dir="${directionOf(card.language)}">${card.headline}</a></li>`,
  );
  return html`<section class="most-read">${titleTag(wordsOf(page.edition)('mostRead'), mostReadPath(page.edition))}<ol class="ranked">${items}</ol></section>`;
}

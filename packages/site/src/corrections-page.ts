import type { Html, Instant } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { Card } from '@courant/edition';
import { correctionsPath, historyPath } from '@courant/edition';
import { momentTag } from './dates.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { directionOf, wordsOf } from './messages.ts';
import { breadcrumbs, graph } from './page-data.ts';
import { spanText } from './span-text.ts';

/** A correction with the story it was made to. */
export interface CorrectionItem {
  readonly card: Card;
  readonly at: Instant;
  readonly note: string;
}

/** What the page of corrections is made of. */
export interface CorrectionsPage extends FrameData {
  /** Newest first. */
  readonly corrections: readonly CorrectionItem[];
  /** `2026-11` where the page is of one month. */
  readonly month?: string;
  /** The months before and after that one, or the newest month. */
  readonly earlier?: string;
}

/** What an edition got wrong and put right. */
export function correctionsPage(page: CorrectionsPage): Html {
  const { corrections, month, edition } = page;
  const words = wordsOf(edition);
  const path = correctionsPath(edition, month);
  const title =
    month === undefined
      ? words('correctionsPage')
      : words('correctedStories', { month: spanText(monthOf(month), edition) });
  const items = corrections.map((one) => itemHtml(page, one));
  return frame(page, {
    head: { kind: 'website', title, path, description: words('correctionsText') },
    data: graph(breadcrumbs(page, [{ name: words('correctionsPage'), path: correctionsPath(edition) }])),
    main: html`<header class="wrap page-head"><h1>${title}</h1><p class="stand">${words('correctionsText')}</p></header>
<div class="block wrap column-page">${items.length > 0 ? html`<ol class="corrections">${items}</ol>` : html`<p class="empty">${words('correctionsNone')}</p>`}
${earlierHtml(page)}</div>`,
  });
}

function itemHtml({ edition }: CorrectionsPage, { card, at, note }: CorrectionItem): Html {
  return html`<li lang="${card.language}" dir="${directionOf(card.language)}"><p class="meta">${momentTag(at, edition)}</p>
<h2><a href="${href(`${card.path}#corrections`)}">${card.headline}</a></h2>
<p class="correction">${note}</p>
<p class="meta"><a href="${href(historyPath(card.path))}">${wordsOf(edition)('versions')}</a></p></li>`;
}

function earlierHtml(page: CorrectionsPage): Html {
  const { earlier, edition } = page;
  if (earlier === undefined) return NOTHING;
  const text = wordsOf(edition)('correctedStories', { month: spanText(monthOf(earlier), edition) });
  return html`<p class="earlier"><a class="way" href="${href(correctionsPath(edition, earlier))}">${text}</a></p>`;
}

function monthOf(month: string): { readonly year: number; readonly month: number } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { year, month: number };
}

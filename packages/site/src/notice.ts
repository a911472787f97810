import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { Card } from '@courant/edition';
import { frontPath } from '@courant/edition';
import { cardTag } from './card.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { SIZES } from './sizes.ts';
import { titleTag } from './title.ts';

/** What a page says that has no story to show. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  readonly more?: Html;
}

/** A notice in the middle of the page, the way home, and something to read instead. */
export function noticeHtml(page: FrameData, notice: Notice, latest: readonly Card[]): Html {
  const words = wordsOf(page.edition);
  const cards = latest.map((card) => cardTag(page, card, { rank: 'third', sizes: SIZES.small }));
  return html`<div class="wrap notice"><h1>${notice.title}</h1>
<p class="stand">${notice.text}</p>
${notice.more}
<p><a class="way" href="${href(frontPath(page.edition))}">${words('continueHome')}</a></p></div>
${cards.length > 0 && html`<section class="block wrap">${titleTag(words('latest'))}<div class="thirds lined">${cards}</div></section>`}`;
}

import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { Container } from '@courant/edition';
import { cardTag, kicker } from './card.ts';
import type { FrameData } from './frame-data.ts';
import { headlineHtml } from './headline.ts';
import { directionOf, wordsOf } from './messages.ts';
import { captionTag, pictureTag } from './picture.ts';
import { SIZES } from './sizes.ts';
import { titleTag } from './title.ts';

/** Photo features on a front: one large, the others beside it. */
export function essayHtml(page: FrameData, container: Container): Html {
  const [lead, ...rest] = container.cards;
  const { picture } = lead?.card ?? {};
  const main =
    lead &&
    html`<article class="card lead" lang="${lead.card.language}" dir="${directionOf(lead.card.language)}">
${picture && html`<figure class="pic">${pictureTag(picture, { sizes: SIZES.photo })}${captionTag(undefined, picture.credit)}</figure>`}
<div class="words">${kicker(page, lead.card)}<h3><a href="${href(lead.card.path)}">${headlineHtml(lead.card.headline, lead.card.language)}</a></h3>
${lead.card.standfirst && html`<p class="stand">${lead.card.standfirst}</p>`}</div></article>`;
  const others = rest.map(({ card, rank }) =>
    cardTag(page, card, { rank, sizes: SIZES.thumb, hasStandfirst: true }),
  );
  return html`<section class="feature"><div class="wrap">
${titleTag(wordsOf(page.edition)('photoFeatures'))}
<div class="essay">${main}
${others.length > 0 && html`<div class="stack">${others}</div>`}</div>
</div></section>`;
}

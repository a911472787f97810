import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { Card, Container } from '@courant/edition';
import type { FrameData } from './frame-data.ts';
import { headlineHtml } from './headline.ts';
import { directionOf, wordsOf } from './messages.ts';
import { pictureTag } from './picture.ts';
import { titleTag } from './title.ts';

/** Opinion on a front: the leading piece with its first words, the others each with the face of who speaks. */
export function voicesHtml(page: FrameData, container: Container): Html {
  const [lead, ...rest] = container.cards;
  const words = wordsOf(page.edition);
  return html`<section class="block band" data-section="opinion"><div class="wrap">
${titleTag(container.title ?? words('opinion'), container.path)}
<div class="voices lined" data-count="${container.cards.length}">${lead && leadVoice(lead.card)}${rest.map(({ card }) => voice(card))}</div>
</div></section>`;
}

function leadVoice(card: Card): Html {
  return html`<article class="card voice lead" lang="${card.language}" dir="${directionOf(card.language)}">${face(card)}<div class="words">
<p class="by">${whoSpeaks(card)}</p>
<h3><a href="${href(card.path)}">${headlineHtml(card.headline, card.language)}</a></h3>
${card.standfirst && html`<p class="stand">${card.standfirst}</p>`}
</div></article>`;
}

function voice(card: Card): Html {
  return html`<article class="card voice second" lang="${card.language}" dir="${directionOf(card.language)}">${face(card)}<div class="words">
<p class="by">${whoSpeaks(card)}</p>
<h3><a href="${href(card.path)}">${headlineHtml(card.headline, card.language)}</a></h3>
</div></article>`;
}

function whoSpeaks(card: Card): string {
  return card.byline ?? card.kicker ?? card.section.name;
}

function face(card: Card): Html | undefined {
  const portrait = card.authors?.[0]?.portrait;
  return portrait && html`<figure class="face">${pictureTag(portrait, { sizes: '112px', alt: '' })}</figure>`;
}

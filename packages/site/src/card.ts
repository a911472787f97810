import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { Card, PackageTeaser, Rank } from '@courant/edition';
import { isRunning, packagePath } from '@courant/edition';
import { bylineText } from './byline.ts';
import { shortMomentTag } from './dates.ts';
import { numberFormatter } from './formatter.ts';
import type { FrameData } from './frame-data.ts';
import { headlineHtml } from './headline.ts';
import { directionOf, wordsOf } from './messages.ts';
import { captionTag, pictureTag } from './picture.ts';

/** How a story is drawn in its place on a front or in a rail. */
export interface CardLook {
  readonly rank: Rank;
  /** Level of its headline; 3 where not given. */
  readonly level?: 2 | 3;
  /** How wide its picture is drawn, as `sizes`; without it none is drawn. */
  readonly sizes?: string;
  /** Whether it is the first picture of the page. */
  readonly isFirst?: boolean;
  readonly hasStandfirst?: boolean;
  readonly hasMeta?: boolean;
  /** Its place in a series. */
  readonly number?: number;
  /** Its headline, and what stands below it, with what was searched for marked. */
  readonly marked?: { readonly headline: Html; readonly text?: Html };
}

/**
 * A story as a card: kicker, headline, standfirst, picture, byline. The headline's link covers the whole card. The
 * picture stands first in the markup, as on the page: while a page comes in, nothing drawn is pushed on by what follows.
 */
export function cardTag(page: FrameData, card: Card, look: CardLook): Html {
  const words = html`<div class="words">
${look.number !== undefined && html`<p class="number">${numberFormatter(page.edition.locale).format(look.number)}</p>`}${kicker(page, card)}
${headline(card, look)}
${standfirst(card, look)}
${look.hasMeta && meta(page, card)}
</div>`;
  const picture = cardPicture(card, look);
  // The lead of a splash alone is read before it is looked at.
  const content = isSplashLead(look) ? html`${words}${picture}` : html`${picture}${words}`;
  return card.language === page.edition.locale
    ? html`<article class="card ${look.rank}">${content}</article>`
    : html`<article class="card ${look.rank}" lang="${card.language}" dir="${directionOf(card.language)}">${content}</article>`;
}

function isSplashLead({ rank, isFirst }: CardLook): boolean {
  return rank === 'lead' && isFirst === true;
}

function headline(card: Card, { level, marked }: CardLook): Html {
  const link = html`<a href="${href(card.path)}">${marked?.headline ?? headlineHtml(card.headline, card.language)}</a>`;
  return level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`;
}

function standfirst(card: Card, { hasStandfirst, marked }: CardLook): Html | undefined {
  const text = marked?.text ?? (hasStandfirst ? card.standfirst : undefined);
  return text === undefined ? undefined : html`<p class="stand">${text}</p>`;
}

/** What stands above a headline: that it is live, its kicker, or its section. */
export function kicker(page: FrameData, card: Card): Html {
  const words = wordsOf(page.edition);
  const over = card.kicker ?? card.section.name;
  return isRunning(card)
    ? html`<p class="kicker"><span class="live">${words('live')} ${shortMomentTag(card.updated, page.day, page.edition)}</span> ${over}</p>`
    : html`<p class="kicker">${over}</p>`;
}

function meta(page: FrameData, card: Card): Html | undefined {
  const time = shortMomentTag(card.updated, page.day, page.edition);
  if (card.byline) return html`<p class="meta"><b>${bylineText(page.edition, card.byline)}</b> ${time}</p>`;
  if (card.source) return html`<p class="meta">(${card.source}) ${time}</p>`;
  return html`<p class="meta">${time}</p>`;
}

function cardPicture(card: Card, look: CardLook): Html | undefined {
  const { picture } = card;
  if (!picture || look.sizes === undefined) return undefined;
  const isFirst = look.isFirst ?? false;
  return html`<figure class="pic">${pictureTag(picture, { sizes: look.sizes, isFirst })}${isFirst && captionTag(picture.caption, picture.credit)}</figure>`;
}

/** A special or hot topic as a card, with its picture where a width for it is given. */
export function teaserTag(
  page: FrameData,
  pack: PackageTeaser,
  { sizes, level = 3 }: Pick<CardLook, 'sizes' | 'level'> = {},
): Html {
  const link = html`<a href="${href(packagePath(page.edition, pack))}">${pack.title}</a>`;
  return html`<article class="card teaser" lang="${pack.language}" data-palette="${pack.palette ?? 'paper'}">${pack.picture && sizes && html`<figure class="pic">${pictureTag(pack.picture, { sizes, alt: '' })}</figure>`}<div class="words">
${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
${pack.teaser && html`<p class="stand">${pack.teaser}</p>`}
</div></article>`;
}

import type { Html } from '@courant/base';
import { href, html, NOTHING, never } from '@courant/base';
import type { Container, Rank, RankedCard } from '@courant/edition';
import type { CardLook } from './card.ts';
import { cardTag, kicker } from './card.ts';
import { shortMomentTag } from './dates.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { captionTag, pictureTag } from './picture.ts';

/** Widths at which pictures of fronts are drawn, as `sizes`; the style sheet's grid is the reason of the numbers. */
export const SIZES = {
  lead: '(min-width: 82rem) 632px, (min-width: 48rem) 60vw, 100vw',
  half: '(min-width: 82rem) 632px, (min-width: 64rem) 48vw, 92vw',
  quarter: '(min-width: 82rem) 298px, (min-width: 64rem) 23vw, (min-width: 48rem) 44vw, 92vw',
  small: '(min-width: 82rem) 298px, (min-width: 64rem) 23vw, (min-width: 48rem) 44vw, 112px',
  thumb: '112px',
  photo: '(min-width: 82rem) 854px, (min-width: 64rem) 65vw, 100vw',
} as const;

/** The containers of a front, one below the other; small sections that follow each other stand side by side. */
export function containersHtml(page: FrameData, containers: readonly Container[]): Html {
  const runs: Container[][] = [];
  for (const container of containers) {
    const last = runs.at(-1);
    if (last?.[0] && standBeside(last[0], container)) last.push(container);
    else runs.push([container]);
  }
  return html`${runs.map((run) => runHtml(page, run))}`;
}

/** Small sections stand side by side; what came last stands in the splash, beside its lead. */
function standBeside(first: Container, next: Container): boolean {
  return (isNarrow(first) && isNarrow(next)) || (first.layout === 'splash' && isBriefs(next));
}

function isBriefs(container: Container): boolean {
  return container.layout === 'river' && container.cards.every((one) => one.rank === 'brief');
}

/** Up to this many cards a section needs one column and no more. */
const NARROW_CARDS = 4;

function isNarrow(container: Container): boolean {
  return container.layout === 'trio' && container.cards.length <= NARROW_CARDS;
}

function runHtml(page: FrameData, run: readonly Container[]): Html {
  const [first, second] = run;
  if (!first) return NOTHING;
  if (first.layout === 'splash') return splash(page, first, second);
  return second
    ? html`<div class="block wrap columns lined">${run.map((container) => column(page, container))}</div>`
    : containerHtml(page, first);
}

function containerHtml(page: FrameData, container: Container): Html {
  switch (container.layout) {
    case 'splash':
      return splash(page, container);
    case 'trio':
      return trio(page, container);
    case 'river':
      return container.cards.some((one) => one.rank !== 'brief')
        ? river(page, container)
        : briefs(page, container);
    case 'opinion':
      return opinion(page, container);
    case 'photo':
      return photo(page, container);
    default:
      return never(container.layout);
  }
}

/** The title of a container over its rule: its own, or what the house calls a container of that key. */
export function titleTag(title: string, path?: string): Html {
  return path === undefined
    ? html`<header class="title"><h2>${title}</h2></header>`
    : html`<header class="title"><h2><a href="${href(path)}">${title}</a></h2></header>`;
}

function ofRank(container: Container, ...ranks: readonly Rank[]): readonly RankedCard[] {
  return container.cards.filter((one) => ranks.includes(one.rank));
}

function drawn(page: FrameData, cards: readonly RankedCard[], look: Omit<CardLook, 'rank'>): readonly Html[] {
  return cards.map(({ card, rank }) => cardTag(page, card, { rank, ...look }));
}

function splash(page: FrameData, container: Container, latest?: Container): Html {
  const seconds = ofRank(container, 'second');
  const thirds = drawn(page, ofRank(container, 'third'), { sizes: SIZES.small, hasStandfirst: true });
  // One picture beside the lead is company; three would be a wall.
  const [second, third, ...others] = seconds;
  const beside = html`${second && drawn(page, [second], { sizes: SIZES.quarter, hasStandfirst: true })}
${third && drawn(page, [third], { hasStandfirst: true })}${drawn(page, others, {})}`;
  const look = { level: 2, sizes: SIZES.lead, isFirst: true, hasStandfirst: true, hasMeta: true } as const;
  return html`<div class="wrap splash lined">
<div class="top">${drawn(page, ofRank(container, 'lead'), look)}${latest && briefs(page, latest)}</div>
${second && html`<div class="seconds stack">${beside}</div>`}
</div>
${thirds.length > 0 && html`<div class="wrap thirds lined">${thirds}</div>`}`;
}

function trio(page: FrameData, container: Container): Html {
  const lead = drawn(page, ofRank(container, 'lead'), {
    sizes: SIZES.half,
    hasStandfirst: true,
    hasMeta: true,
  });
  const [second, ...seconds] = ofRank(container, 'second');
  const middle = second && drawn(page, [second], { sizes: SIZES.quarter, hasStandfirst: true });
  const last = drawn(page, ofRank(container, 'third', 'brief'), {});
  return html`<section class="block wrap package" data-section="${container.key}">
${titleTag(container.title ?? container.key, container.path)}
<div class="trio lined">
<div>${lead}</div>
${second && html`<div class="stack">${middle}${drawn(page, seconds, {})}</div>`}
${last.length > 0 && html`<div class="stack">${last}</div>`}
</div>
</section>`;
}

function column(page: FrameData, container: Container): Html {
  const [first, ...rest] = container.cards;
  const key = container.key.split('/', 1)[0] ?? '';
  return html`<section class="column" data-section="${key}">
${titleTag(container.title ?? container.key, container.path)}
<div class="stack">${first && cardTag(page, first.card, { rank: 'third', sizes: SIZES.quarter, hasStandfirst: true })}${drawn(page, rest, {})}</div>
</section>`;
}

function briefs(page: FrameData, container: Container): Html {
  const items = container.cards.map(
    ({ card }) =>
      html`<li>${shortMomentTag(card.published, page.day, page.edition)}<a href="${href(card.path)}" lang="${card.language}">${card.headline}</a></li>`,
  );
  return html`<section class="briefs"><h2>${wordsOf(page.edition)('latest')}</h2><ol>${items}</ol></section>`;
}

function river(page: FrameData, container: Container): Html {
  const look = { sizes: SIZES.small, hasStandfirst: true, hasMeta: true };
  return html`<section class="river">
${titleTag(wordsOf(page.edition)('moreFrom', { section: container.title ?? page.edition.name }))}
${drawn(page, container.cards, look)}
</section>`;
}

function opinion(page: FrameData, container: Container): Html {
  const [lead, ...rest] = container.cards;
  const voice = ({ card }: RankedCard, rank: Rank): Html =>
    html`<article class="card voice ${rank}" lang="${card.language}"><div class="words">
<p class="by">${card.byline ?? card.kicker ?? card.section.name}</p>
<h3><a href="${href(card.path)}">${card.headline}</a></h3>
${rank === 'lead' && card.standfirst && html`<p class="stand">${card.standfirst}</p>`}
</div></article>`;
  return html`<section class="block band" data-section="opinion"><div class="wrap">
${titleTag(container.title ?? wordsOf(page.edition)('opinion'), container.path)}
<div class="voices lined">${lead && voice(lead, 'lead')}${rest.map((one) => voice(one, 'second'))}</div>
</div></section>`;
}

function photo(page: FrameData, container: Container): Html {
  const [lead, ...rest] = container.cards;
  const { picture } = lead?.card ?? {};
  const main =
    lead &&
    html`<article class="card lead" lang="${lead.card.language}">
${picture && html`<figure class="pic">${pictureTag(picture, { sizes: SIZES.photo })}${captionTag(undefined, picture.credit)}</figure>`}
<div class="words">${kicker(page, lead.card)}<h3><a href="${href(lead.card.path)}">${lead.card.headline}</a></h3>
${lead.card.standfirst && html`<p class="stand">${lead.card.standfirst}</p>`}</div></article>`;
  return html`<section class="feature"><div class="wrap">
${titleTag(wordsOf(page.edition)('photoFeatures'))}
<div class="essay">${main}
${rest.length > 0 && html`<div class="stack">${drawn(page, rest, { sizes: SIZES.thumb, hasStandfirst: true })}</div>`}</div>
</div></section>`;
}

import type { Html } from '@courant/base';
import { href, html, NOTHING, never } from '@courant/base';
import type { Container, Rank, RankedCard } from '@courant/edition';
import { frontPath } from '@courant/edition';
import type { CardLook } from './card.ts';
import { cardTag } from './card.ts';
import { shortMomentTag } from './dates.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { essayHtml } from './photo-essay.ts';
import { SIZES } from './sizes.ts';
import type { TitleLink } from './title.ts';
import { titleTag } from './title.ts';
import { voicesHtml } from './voices.ts';

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
    ? html`<div class="block wrap columns lined" data-count="${run.length}">${run.map((container) => column(page, container))}</div>`
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
      return voicesHtml(page, container);
    case 'photo':
      return essayHtml(page, container);
    default:
      return never(container.layout);
  }
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
${thirds.length > 0 && html`<div class="wrap thirds lined" data-count="${thirds.length}">${thirds}</div>`}`;
}

/** The sections below the one a container stands for. */
function below(page: FrameData, container: Container): readonly TitleLink[] {
  return page.sections
    .filter((section) => section.path.startsWith(`${container.key}/`))
    .map((section) => ({ name: section.name, path: frontPath(page.edition, section) }));
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
  const beside = [second, last[0]].filter((one) => one !== undefined);
  return html`<section class="block wrap package" data-section="${container.key}">
${titleTag(container.title ?? container.key, container.path, below(page, container))}
<div class="trio lined" data-count="${1 + beside.length}">
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
<div class="stack">${first && cardTag(page, first.card, { rank: 'third', sizes: SIZES.quarter, hasStandfirst: true })}${rest.map(({ card }) => cardTag(page, card, { rank: 'brief' }))}</div>
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

import type { Html } from '@courant/base';
import { html } from '@courant/base';
import type { Card, StoryPackage } from '@courant/edition';
import { packagePath } from '@courant/edition';
import { cardTag } from './card.ts';
import { SIZES } from './container.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { railHtml } from './rail.ts';
import type { RailData } from './rail-data.ts';

/** What the page of a special or hot topic is made of. */
export interface SpecialPage extends FrameData {
  readonly pack: StoryPackage;
  /** In the order of the package. */
  readonly cards: readonly Card[];
  readonly rail: RailData;
}

/** The page of a special or of a hot topic: its title and teaser, its first story large, the others in order. */
export function specialPage(page: SpecialPage): Html {
  const { pack, cards, rail } = page;
  const words = wordsOf(page.edition);
  const [first, ...rest] = cards;
  const picture = cards.find((card) => card.picture)?.picture;
  const lead =
    first &&
    cardTag(page, first, {
      rank: 'lead',
      level: 2,
      sizes: SIZES.photo,
      isFirst: true,
      hasStandfirst: true,
      hasMeta: true,
    });
  const others = rest.map((card) =>
    cardTag(page, card, { rank: 'second', sizes: SIZES.quarter, hasStandfirst: true, hasMeta: true }),
  );
  const head = html`<header class="special-head"><div class="wrap">
<p class="kicker">${words(pack.kind === 'special' ? 'special' : 'hotTopic')}</p><h1>${pack.title}</h1>
${pack.teaser && html`<p class="stand">${pack.teaser}</p>`}
<p class="meta">${words('storyCount', { count: cards.length })}</p></div></header>`;
  return frame(page, {
    head: {
      kind: 'website',
      title: pack.title,
      path: packagePath(page.edition, pack),
      ...(pack.teaser === undefined ? {} : { description: pack.teaser }),
      ...(picture ? { picture } : {}),
    },
    main: html`<div class="${pack.kind}">${head}
<div class="wrap splash solo"><div class="top">${lead}</div></div>
<div class="block wrap beside"><div class="pack">${others}</div>${railHtml(page, rail)}</div></div>`,
  });
}

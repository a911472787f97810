import type { Html } from '@courant/base';
import { html, NOTHING } from '@courant/base';
import type { Card, StoryPackage } from '@courant/edition';
import { packagePath, packagesPath } from '@courant/edition';
import type { Picture } from '@courant/picture';
import { cardTag } from './card.ts';
import { momentText } from './dates.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { directionOf, wordsOf } from './messages.ts';
import { breadcrumbs, collection, graph } from './page-data.ts';
import { captionTag, pictureTag } from './picture.ts';
import { railHtml } from './rail.ts';
import type { RailData } from './rail-data.ts';
import { SIZES } from './sizes.ts';

/** What the page of a special, hot topic or series is made of. */
export interface SpecialPage extends FrameData {
  readonly pack: StoryPackage & { readonly picture?: Picture };
  /** In the order of the package. */
  readonly cards: readonly Card[];
  readonly rail: RailData;
}

const KIND = { special: 'special', 'hot-topic': 'hotTopic', series: 'series' } as const;
const LIST = { special: 'specials', 'hot-topic': 'hotTopics', series: 'series' } as const;

/** The page of a special, a hot topic or a series, dressed in its own colours where it has some. */
export function specialPage(asked: SpecialPage): Html {
  const page = { ...asked, cards: asked.cards.map((card) => withoutTitle(card, asked.pack)) };
  const { pack, cards, edition } = page;
  const words = wordsOf(edition);
  const path = packagePath(edition, pack);
  const picture = openingPicture(pack, cards);
  return frame(page, {
    head: {
      kind: 'website',
      title: pack.title,
      path,
      feeds: { title: pack.title, list: path },
      description:
        pack.teaser ??
        words('topicStories', { topic: pack.title, paper: page.publication.name, edition: edition.name }),
      ...(picture ? { picture } : {}),
    },
    data: graph(
      collection(page, { name: pack.title, path, cards }),
      breadcrumbs(page, [
        { name: words(LIST[pack.kind]), path: packagesPath(edition, pack.kind) },
        { name: pack.title, path },
      ]),
    ),
    main: pack.palette === undefined ? plainHtml(page) : dressedHtml(page, picture),
  });
}

/** The package's picture, else the first of its stories; in the words of the story that shows it, where one does. */
function openingPicture(pack: SpecialPage['pack'], cards: readonly Card[]): Picture | undefined {
  const own = pack.picture;
  const card = cards.find(({ picture }) => picture && (own === undefined || picture.id === own.id));
  return card?.picture ?? own;
}

/** On the page of a package its title stands once: cards that have it for a kicker show their section. */
function withoutTitle(card: Card, pack: StoryPackage): Card {
  if (card.kicker !== pack.title) return card;
  const { kicker: _, ...rest } = card;
  return rest;
}

function headHtml({ pack, cards, edition }: SpecialPage): Html {
  const words = wordsOf(edition);
  const closed = pack.closed && words('closedPackage', { day: momentText(pack.closed, edition) });
  return html`<header class="special-head"><div class="wrap">
<div><p class="kicker">${words(KIND[pack.kind])} · ${words('storyCount', { count: cards.length })}</p><h1 lang="${pack.language}" dir="${directionOf(pack.language)}">${pack.title}</h1></div>
${pack.teaser && html`<p class="stand" lang="${pack.language}" dir="${directionOf(pack.language)}">${pack.teaser}</p>`}
${closed && html`<p class="meta">${closed}</p>`}</div></header>`;
}

/** In the paper's own colours: the first story large, the others beside the rail. */
function plainHtml(page: SpecialPage): Html {
  const { pack, cards, rail } = page;
  const [first, ...rest] = cards;
  const look = { rank: 'lead', level: 2, sizes: SIZES.photo, isFirst: true } as const;
  const lead = first && cardTag(page, first, { ...look, hasStandfirst: true, hasMeta: true });
  const others = rest.map((card, i) =>
    cardTag(page, card, {
      rank: 'second',
      ...numbered(pack, i + 2),
      sizes: SIZES.quarter,
      hasStandfirst: true,
      hasMeta: true,
    }),
  );
  const empty =
    cards.length === 0 && html`<p class="wrap empty">${wordsOf(page.edition)('packageEmpty')}</p>`;
  return html`<div class="${pack.kind}">${headHtml(page)}${empty}
${lead && html`<div class="wrap splash solo"><div class="top">${lead}</div></div>`}
<div class="block wrap beside"><div class="pack">${others}</div>${railHtml(page, rail)}</div></div>`;
}

/** In its own colours: its picture from edge to edge, its title, then its stories on the grid. */
function dressedHtml(page: SpecialPage, picture: Picture | undefined): Html {
  const { pack, cards } = page;
  const [first, ...rest] = cards;
  const hero = picture
    ? html`<figure class="hero">${pictureTag(picture, { sizes: '100vw', isFirst: true })}${captionTag(undefined, picture.credit)}</figure>`
    : NOTHING;
  const lead =
    first &&
    cardTag(page, first, {
      rank: 'lead',
      level: 2,
      ...pictured(first, picture, SIZES.half),
      hasStandfirst: true,
      hasMeta: true,
    });
  const others = rest.map((card) =>
    cardTag(page, card, {
      rank: 'third',
      level: 2,
      ...pictured(card, picture, SIZES.quarter),
      hasStandfirst: true,
      hasMeta: true,
    }),
  );
  const empty = cards.length === 0 && html`<p class="empty">${wordsOf(page.edition)('packageEmpty')}</p>`;
  return html`<div class="dressed ${pack.kind}" data-palette="${pack.palette ?? 'paper'}">${hero}${headHtml(page)}
<div class="wrap journey lined">${empty}${lead}${others}</div></div>`;
}

/** The picture that opens the page is not shown again on a card. */
function pictured(card: Card, hero: Picture | undefined, sizes: string): { readonly sizes?: string } {
  return card.picture?.id === hero?.id ? {} : { sizes };
}

/** Parts of a series say which they are. */
function numbered(pack: StoryPackage, number: number): { readonly number?: number } {
  return pack.kind === 'series' ? { number } : {};
}

import type { Html, Json } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { Card } from '@courant/edition';
import { frontPath } from '@courant/edition';
import { cardTag } from './card.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import type { Head } from './head.ts';
import { wordsOf } from './messages.ts';
import { breadcrumbs, collection, graph } from './page-data.ts';
import { railHtml } from './rail.ts';
import type { RailData } from './rail-data.ts';
import { SIZES } from './sizes.ts';
import { titleTag } from './title.ts';

/** What a page that lists stories reads beside them. */
export interface ListPage extends FrameData {
  readonly cards: readonly Card[];
  readonly rail: RailData;
}

/** How a page that lists stories is drawn. */
export interface ListLook {
  readonly title: string;
  readonly path: string;
  readonly description: string;
  /** What stands above the title. */
  readonly kicker?: string;
  /** What stands below the title: a sentence, a portrait, a choice. */
  readonly intro?: Html;
  /** The title over the stories. */
  readonly heading: string;
  /** What is said where there is none. */
  readonly empty: string;
  /** Where the stories go on that found no room. */
  readonly earlier?: string;
  /** Whom or what the list is of, for other machines (schema.org). */
  readonly about?: { readonly [key: string]: Json };
  /** Feed of the list and other facts for the head. */
  readonly head?: Partial<Head>;
}

/** A page that lists stories, newest first, beside the rail. */
export function listPage(page: ListPage, look: ListLook): Html {
  const { cards, publication, edition } = page;
  const { title, path, description } = look;
  const picture = cards.find((card) => card.picture)?.picture;
  const home = { name: publication.name, path: frontPath(edition) };
  return frame(page, {
    head: { kind: 'website', title, path, description, ...(picture ? { picture } : {}), ...look.head },
    data: graph(
      collection(page, { name: title, path, cards }),
      breadcrumbs(page, [home, { name: title, path }]),
      look.about,
    ),
    main: html`<header class="wrap page-head">${look.kicker && html`<p class="kicker">${look.kicker}</p>`}
<h1>${title}</h1>${look.intro}</header>
<div class="block wrap beside">${river(page, look)}${railHtml(page, besideOf(page))}</div>`,
  });
}

/** Cards beside which the whole rail stands; fewer would leave it standing alone. */
const FULL_RAIL = 6;

function besideOf({ cards, rail }: ListPage): RailData {
  const { issue: _, ...rest } = rail;
  return cards.length >= FULL_RAIL ? rail : { ...rest, photoFeatures: [] };
}

function river(page: ListPage, look: ListLook): Html {
  const { cards } = page;
  if (cards.length === 0) return html`<p class="empty">${look.empty}</p>`;
  const drawn = cards.map((card) =>
    cardTag(page, card, { rank: 'third', sizes: SIZES.small, hasStandfirst: true, hasMeta: true }),
  );
  const earlier =
    look.earlier === undefined
      ? NOTHING
      : html`<p class="earlier"><a class="way" href="${href(look.earlier)}">${wordsOf(page.edition)('earlierStories')}</a></p>`;
  return html`<section class="river">${titleTag(look.heading)}${drawn}${earlier}</section>`;
}

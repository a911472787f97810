import type { Html, Json } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { Card, Container } from '@courant/edition';
import { frontPath, packagePath, prefixOf } from '@courant/edition';
import { containersHtml } from './container.ts';
import { shortMomentTag } from './dates.ts';
import { listFormatter } from './formatter.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { graph, itemList, publisherData, publisherId, websiteId } from './page-data.ts';
import { closingHtml } from './rail.ts';
import type { RailData } from './rail-data.ts';
import { mostReadHtml } from './ranked-list.ts';

/** What the home of an edition is made of. */
export interface HomePage extends FrameData {
  /** From `fillHome`. */
  readonly containers: readonly Container[];
  readonly rail: RailData;
  /** The story of the banner, where something cannot wait: `breakingOf` the edition's newest. */
  readonly breaking?: Card;
  /** What readers open most, in that order. */
  readonly mostRead: readonly Card[];
}

/** The home of an edition. */
export function homePage(page: HomePage): Html {
  const { edition, publication, containers, rail } = page;
  const lead = containers[0]?.cards[0]?.card;
  const picture = lead?.picture;
  const sections = page.sections
    .filter((section) => !section.path.includes('/'))
    .map((section) => section.name);
  const list = listFormatter(edition.locale).format(sections);
  const description = wordsOf(edition)('homeFront', {
    sections: list,
    paper: publication.name,
    edition: edition.name,
  });
  return frame(page, {
    head: { kind: 'website', path: frontPath(edition), description, ...(picture ? { picture } : {}) },
    isFront: true,
    data: siteData(page),
    main: html`${breakingHtml(page)}${newsLine(page)}${containersHtml(page, containers)}${closingHtml(page, withLead(rail, lead), mostReadHtml(page, page.mostRead))}`,
  });
}

/** The home knows what leads the day, and so can show the day's paper with it. */
function withLead(rail: RailData, lead: Card | undefined): RailData {
  return rail.issue && lead ? { ...rail, issue: { lead, ...rail.issue } } : rail;
}

/** The site, who publishes it and what its front leads with, as schema.org tells it. */
function siteData(page: HomePage): Json {
  const { publication, edition, publicUrl, containers } = page;
  const cards = containers.flatMap((container) => container.cards.map((one) => one.card));
  return graph(
    {
      '@type': 'WebSite',
      '@id': websiteId(page),
      name: publication.name,
      url: `${publicUrl}${frontPath(edition)}`,
      inLanguage: edition.locale,
      publisher: { '@id': publisherId(page) },
      potentialAction: {
        '@type': 'SearchAction',
        target: `${publicUrl}${prefixOf(edition)}/search?q={query}`,
        'query-input': 'required name=query',
      },
    },
    publisherData(page),
    itemList(page, cards),
  );
}

/** What everybody speaks of, as one line of links: the hot topics. */
function newsLine({ edition, rail }: HomePage): Html {
  if (rail.topics.length === 0) return NOTHING;
  const label = wordsOf(edition)('inTheNews');
  const links = rail.topics.map(
    (topic) =>
      html`<li><a href="${href(packagePath(edition, topic))}" lang="${topic.language}">${topic.title}</a></li>`,
  );
  return html`<nav class="news-line wrap" aria-label="${label}"><b>${label}</b><ul>${links}</ul></nav>`;
}

/** The banner of news that cannot wait. */
function breakingHtml({ edition, breaking, day }: HomePage): Html {
  if (!breaking) return NOTHING;
  const label = wordsOf(edition)('breaking');
  return html`<aside class="breaking" aria-label="${label}"><div class="wrap"><strong>${label}</strong>
<a href="${href(breaking.path)}" lang="${breaking.language}">${breaking.headline}</a> ${shortMomentTag(breaking.published, day, edition)}</div></aside>`;
}

import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { FeedEnd, StoryPackage } from '@courant/edition';
import { FEED_ENDS, feedPath, feedsPath, frontPath, packagePath } from '@courant/edition';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';

/** What the list of an edition's feeds is made of. */
export interface FeedsPage extends FrameData {
  /** The specials, hot topics and series that are open. */
  readonly packages: readonly Pick<StoryPackage, 'kind' | 'urlSlug' | 'title' | 'language'>[];
}

const NAMES: Readonly<Record<FeedEnd, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' };

/** The feeds of an edition: its front, its sections, what is told together. */
export function feedsPage(page: FeedsPage): Html {
  const { edition, publication, sections, packages } = page;
  const words = wordsOf(edition);
  const title = words('feeds');
  const lists = [
    { name: edition.name, path: frontPath(edition) },
    ...sections.map((section) => ({ name: section.name, path: frontPath(edition, section) })),
  ];
  const rows = lists.map(
    ({ name, path }) => html`<tr><th scope="row"><a href="${href(path)}">${name}</a></th>${cells(path)}</tr>`,
  );
  const told = packages.map((pack) => {
    const path = packagePath(edition, pack);
    return html`<tr><th scope="row"><a href="${href(path)}" lang="${pack.language}">${pack.title}</a></th>${cells(path)}</tr>`;
  });
  return frame(page, {
    head: { kind: 'website', title, path: feedsPath(edition), description: words('feedsText') },
    main: html`<header class="wrap page-head"><h1>${title}</h1><p class="stand">${words('feedsText')}</p></header>
<div class="block wrap"><table class="feeds"><caption>${words('listed', { first: publication.name, next: edition.name })}</caption><tbody>${rows}${told}</tbody></table></div>`,
  });
}

function cells(path: string): readonly Html[] {
  return FEED_ENDS.map((end) => html`<td><a href="${href(feedPath(path, end))}">${NAMES[end]}</a></td>`);
}

import type { Html, Json } from '@courant/base';
import { href, html } from '@courant/base';
import type { Author } from '@courant/edition';
import { authorPath, searchPath } from '@courant/edition';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { absolute, sharedPicture } from './head.ts';
import type { ListPage } from './list-page.ts';
import { listPage } from './list-page.ts';
import { directionOf, wordsOf } from './messages.ts';
import { breadcrumbs, graph, publisherId } from './page-data.ts';
import { pictureTag } from './picture.ts';

/** What an author's page is made of. */
export interface AuthorPage extends ListPage {
  readonly author: Author;
  /** Whether more stories stand in the paper than are listed here. */
  readonly hasMore: boolean;
}

/** An author's page: who they are, and what they wrote. */
export function authorPage(page: AuthorPage): Html {
  const { author, edition } = page;
  const words = wordsOf(edition);
  const search = searchPath(edition, { author: author.urlSlug });
  return listPage(page, {
    title: author.name,
    path: authorPath(edition, author),
    description: author.bio ?? words('authorStories', { name: author.name }),
    ...(author.role === undefined ? {} : { kicker: author.role }),
    intro: introHtml(page),
    heading: words('authorStories', { name: author.name }),
    empty: words('sectionEmpty'),
    ...(page.hasMore ? { earlier: search } : {}),
    about: personData(page, author),
    head: {
      kind: 'profile',
      feeds: { title: author.name, list: authorPath(edition, author) },
      ...(author.fediverse === undefined ? {} : { creator: author.fediverse }),
    },
  });
}

function introHtml({ author, edition }: AuthorPage): Html {
  const { portrait, bio, fediverse } = author;
  const address = fediverse === undefined ? undefined : profileOf(fediverse);
  return html`<div class="person" lang="${author.language}" dir="${directionOf(author.language)}">
${portrait && html`<figure class="pic">${pictureTag(portrait, { sizes: '160px', isFirst: true, alt: '' })}</figure>`}
<div>${bio && html`<p class="stand">${bio}</p>`}
${address && html`<p class="meta">${wordsOf(edition)('fediverse')} <a rel="me noopener" href="${href(address)}" dir="ltr">${fediverse}</a></p>`}</div></div>`;
}

/** The address of a profile of the fediverse, as its servers agree: `https://host/@name`. */
function profileOf(fediverse: string): string | undefined {
  const [, name, host] = /^@([\w.-]+)@([\w.-]+)$/.exec(fediverse) ?? [];
  return name && host ? `https://${host}/@${name}` : undefined;
}

/** An author as schema.org tells of a person. */
export function personData(
  page: FrameData,
  author: Pick<Author, 'urlSlug' | 'name' | 'portrait'> & Partial<Pick<Author, 'role' | 'bio' | 'fediverse'>>,
): { readonly [key: string]: Json } {
  const { name, role, bio, portrait, fediverse } = author;
  const profile = fediverse === undefined ? undefined : profileOf(fediverse);
  return {
    '@type': 'Person',
    name,
    url: absolute(page, authorPath(page.edition, author)),
    ...(role === undefined ? {} : { jobTitle: role }),
    ...(bio === undefined ? {} : { description: bio }),
    ...(portrait === undefined ? {} : { image: absolute(page, sharedPicture(portrait).path) }),
    ...(profile === undefined ? {} : { sameAs: [profile] }),
    worksFor: { '@id': publisherId(page) },
  };
}

/** What the list of the paper's authors is made of. */
export interface AuthorsPage extends FrameData {
  /** Those with a story in the edition, in their order. */
  readonly authors: readonly Author[];
}

/** The list of those who write for an edition. */
export function authorsPage(page: AuthorsPage): Html {
  const { authors, edition, publication } = page;
  const words = wordsOf(edition);
  const path = authorPath(edition);
  const description = words('authorsText', { paper: publication.name });
  const items = authors.map(
    (author) => html`<li class="card" lang="${author.language}" dir="${directionOf(author.language)}">
${author.portrait ? html`<figure class="pic">${pictureTag(author.portrait, { sizes: '96px', alt: '' })}</figure>` : html`<span class="initial" aria-hidden="true">${initialOf(author.name)}</span>`}
<div class="words"><h2><a href="${href(authorPath(edition, author))}">${author.name}</a></h2>
${author.role && html`<p class="meta">${author.role}</p>`}</div></li>`,
  );
  return frame(page, {
    head: { kind: 'website', title: words('authors'), path, description },
    data: graph(breadcrumbs(page, [{ name: words('authors'), path }])),
    main: html`<header class="wrap page-head"><h1>${words('authors')}</h1><p class="stand">${description}</p></header>
<div class="block wrap"><ul class="people">${items}</ul></div>`,
  });
}

/** The first letter of a name, whatever its script. */
function initialOf(name: string): string {
  return [...name][0] ?? '';
}

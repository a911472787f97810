import { squeeze } from '@courant/base';
import type { PageFacts } from './article-page-facts.ts';
import { namesIn, pageDate } from './article-page-facts.ts';
import type { PageElement, PageTree } from './article-page-tree.ts';
import { present, unique } from './fields.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireMedia } from './wire-item.ts';

/** What the meta tags and links of a page say, by their names in lower case, in order. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

const HEADLINE = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'sailthru.title',
  'citation_title',
  'title',
  'headline',
];
const STANDFIRST = [
  'og:description',
  'description',
  'twitter:description',
  'dc.description',
  'sailthru.description',
  'excerpt',
];
const AUTHORS = [
  'author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'article:author_name',
  'authors',
  'twitter:data1',
  'cxenseparse:author',
  'dcsext.author',
  'mrf:authors',
  'article.author',
];
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publication_date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dcterms.issued',
  'citation_publication_date',
  'cxenseparse:recs:publishtime',
  'og:published_time',
  'article.published',
  'cxenseparse:publishtime',
  'created',
  'ptime',
  'displaydate',
  'originalpublicationdate',
  'last-modified-original',
  'release_date',
  'date.release',
  'published_time',
  'vr:published_time',
  'iso-8601-publish-date',
  'article_date_original',
  'datecreated',
  'og:pubdate',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'og:article:modified_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'revised',
  'utime',
  'og:modified_time',
  'article:modified',
];
const SECTION = [
  'article:section',
  'og:article:section',
  'parsely-section',
  'section',
  'articlesection',
  'sailthru.section',
  'cxenseparse:category',
  'subsection',
];
const KEYWORDS = [
  'news_keywords',
  'article:tag',
  'og:article:tag',
  'parsely-tags',
  'sailthru.tags',
  'keywords',
];
const SOURCE = [
  'og:site_name',
  'application-name',
  'dc.publisher',
  'dcterms.publisher',
  'copyright',
  'publisher',
];

/** Tags of one name at the most. */
const MOST_SAID = 100;

/** The meta tags of a page. */
export function metaTags({ elements }: PageTree): MetaTags {
  const tags = new Map<string, string[]>();
  for (const element of elements) {
    const content = contentOf(element);
    for (const name of content ? namesOf(element) : []) {
      const said = tags.get(name);
      if (said && said.length < MOST_SAID) said.push(content);
      else if (!said) tags.set(name, [content]);
    }
  }
  return tags;
}

/** The names of a tag; a property may have several, and vocabularies are parted from their words by `.` or `:`. */
function namesOf({ name, attributes }: PageElement): readonly string[] {
  if (name === 'link') return attributes.has('rel') ? [`link:${attributes.get('rel')?.toLowerCase()}`] : [];
  if (name !== 'meta') return [];
  const said = attributes.get('property') || attributes.get('name') || attributes.get('itemprop') || '';
  const names = said.toLowerCase().split(/\s+/).filter(Boolean);
  return names.map((one) =>
    one.replace(/^(dc|dcterms?|sailthru|citation|weibo):(?:\w+:)?/, '$1.').replace(/^dcterm\./, 'dcterms.'),
  );
}

function contentOf({ attributes }: PageElement): string {
  return squeeze(attributes.get('content') ?? attributes.get('href') ?? '').slice(0, 20_000);
}

/** What meta tags say of a page's story. */
export function metaFacts(tags: MetaTags, options: ReadOptions): PageFacts {
  const all = (names: readonly string[]) => names.flatMap((name) => tags.get(name) ?? []);
  const one = (names: readonly string[]) => all(names)[0];
  const date = (names: readonly string[]) => all(names).flatMap((said) => pageDate(said, options) ?? [])[0];
  const keywords = KEYWORDS.map((name) => tags.get(name) ?? []).find((said) => said.length > 0) ?? [];
  return {
    headline: one(HEADLINE),
    standfirst: one(STANDFIRST),
    authors: authorsOf(tags),
    published: date(PUBLISHED),
    modified: date(MODIFIED),
    language: one(['content-language', 'dc.language', 'language'])?.split(',')[0] ?? one(['og:locale']),
    sectionPath: all(SECTION)
      .filter((said) => !/^https?:/.test(said))
      .slice(0, 1),
    source: one(SOURCE),
    keywords: unique(keywords.flatMap((said) => said.split(/\s*[,;]\s*/)).filter(Boolean)).slice(0, 60),
    pictures: picturesOf(tags),
    addresses: all(['link:canonical', 'og:url', 'twitter:url', 'link:shortlink', 'link:amphtml']),
  };
}

function authorsOf(tags: MetaTags): PageFacts['authors'] {
  for (const name of AUTHORS) {
    const said = (tags.get(name) ?? []).filter((text) => !/^https?:|^@|\.(?:com|org)$/.test(text));
    const names = unique(said.flatMap((text) => namesIn(text)));
    if (names.length > 0) return names.map((called) => ({ name: called }));
  }
  return [];
}

function picturesOf(tags: MetaTags): readonly WireMedia[] {
  const first = (...names: readonly string[]) => names.flatMap((name) => tags.get(name) ?? [])[0];
  const href = first(
    'og:image:secure_url',
    'og:image',
    'og:image:url',
    'twitter:image',
    'twitter:image:src',
    'link:image_src',
    'thumbnail',
  );
  if (href === undefined || !/^(?:https?:\/\/|\/)/i.test(href)) return [];
  return [{ kind: 'picture', href, ...present({ alt: first('og:image:alt', 'twitter:image:alt') }) }];
}

import type { Instant } from '@courant/base';
import { instant } from '@courant/base';
import type { Edition } from '@courant/edition';
import {
  archivePath,
  authorPath,
  frontPath,
  packagePath,
  shownSections,
  standingPath,
} from '@courant/edition';
import { absolute, sharedPicture } from '@courant/site';
import type { SitemapPage } from '@courant/syndication';
import {
  MOST_NEWS,
  MOST_SITEMAP_ADDRESSES,
  newsSitemap,
  SITEMAP_MEDIA_TYPE,
  sitemap,
  sitemapIndex,
} from '@courant/syndication';
import { written } from './drawn-page.ts';
import type { Page } from './page-cache.ts';
import type { StoryAddress } from './ports.ts';
import { Reading } from './reading.ts';
import { archiveTag, listTag, SETTINGS_TAG } from './tags.ts';

/** Where the index of all sitemaps stands. */
export const SITEMAP_INDEX = '/sitemap.xml';
const PAGES = '/sitemaps/pages.xml';
/** Where the sitemap of the last two days stands. */
export const SITEMAP_NEWS = '/sitemaps/news.xml';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Stories older than this are no news to search engines. */
const NEWS_MS = 2 * DAY_MS;

/** The sitemap of an address, or the index of all; undefined where it is the address of none. */
export async function sitemapAt(reading: Reading, path: string): Promise<Page | undefined> {
  if (!reading.edition.isDefault || !path.startsWith('/sitemap')) return undefined;
  for (const { key } of reading.paper.editions) reading.tags.add(listTag(key));
  if (path === SITEMAP_INDEX) return indexOf(reading);
  if (path === PAGES) return pagesOf(reading);
  if (path === SITEMAP_NEWS) return newsOf(reading);
  const [, span] = /^\/sitemaps\/(\d{4}-\d\d(?:-\d\d)?)\.xml$/.exec(path) ?? [];
  return span === undefined ? undefined : storiesOf(reading, span);
}

function url({ site }: Reading, path: string): string {
  return absolute({ publicUrl: site.origin }, path);
}

function file(reading: Reading, content: string): Page {
  return written(reading, { content, mediaType: SITEMAP_MEDIA_TYPE });
}

async function indexOf(reading: Reading): Promise<Page> {
  const spans = (await reading.snapshot.spans()).map(({ span, updated }) => ({
    url: url(reading, `/sitemaps/${span}.xml`),
    lastModified: updated,
  }));
  const parts = [{ url: url(reading, PAGES) }, ...spans];
  return file(reading, sitemapIndex(parts));
}

/** The first moments of a month or day of UTC and of the next one; undefined where there is no such day. */
function boundsOf(span: string): { readonly from: Instant; readonly until: Instant } | undefined {
  const [year = 0, month = 0, day] = span.split('-').map(Number);
  const from = Date.UTC(year, month - 1, day ?? 1);
  const until = day === undefined ? Date.UTC(year, month, 1) : from + DAY_MS;
  const isReal = new Date(from).toISOString().startsWith(span);
  return isReal ? { from: instant(from), until: instant(until) } : undefined;
}

async function storiesOf(reading: Reading, span: string): Promise<Page | undefined> {
  const bounds = boundsOf(span);
  if (!bounds) return undefined;
  const stories = await reading.snapshot.addresses({ ...bounds, most: MOST_SITEMAP_ADDRESSES });
  if (stories.length === 0) return undefined;
  const content = sitemap(stories.map((story) => storyEntry(reading, story)));
  // A month is whatever month is asked for: only the index, which names those that are, is kept.
  return { ...file(reading, content), keep: false };
}

function storyEntry(reading: Reading, { path, updated, picture, translations }: StoryAddress): SitemapPage {
  const alternates = translations.map((one) => ({ language: one.language, url: url(reading, one.path) }));
  return {
    url: url(reading, path),
    lastModified: updated,
    ...(picture ? { pictures: [url(reading, sharedPicture(picture).path)] } : {}),
    ...(alternates.length > 1 ? { alternates } : {}),
  };
}

/** What search engines take for news: what first came out in the last two days, by the clock of whoever asks. */
async function newsOf(reading: Reading): Promise<Page> {
  const { snapshot, paper } = reading;
  const now = await snapshot.clock();
  const from = instant(new Date(now).getTime() - NEWS_MS);
  const until = instant(new Date(now).getTime() + DAY_MS);
  const all = await snapshot.addresses({ from, until, most: MOST_SITEMAP_ADDRESSES });
  const news = all.slice(-MOST_NEWS).map(({ path, headline, published, language }) => ({
    ...{ url: url(reading, path), title: headline, published, language },
    publication: paper.publication.name,
  }));
  const content = newsSitemap(news.toReversed(), url(reading, '/'));
  return { ...file(reading, content), keep: false };
}

/** Fronts, lists and pages about the paper, in every edition. */
async function pagesOf(reading: Reading): Promise<Page> {
  const { paper, snapshot, site } = reading;
  reading.tags.add(SETTINGS_TAG);
  const fronts = sameInEditions(reading, (edition) => frontPath(edition));
  const pages: SitemapPage[] = [...fronts];
  for (const edition of paper.editions) {
    const here = new Reading({ snapshot, paper, edition, site });
    const packages = (await here.packages()).filter((pack) => pack.stories.length > 0);
    const authors = await here.authors();
    const paths = [
      ...shownSections(edition, paper.sections).map((section) => frontPath(edition, section)),
      ...packages.map((pack) => packagePath(edition, pack)),
      ...authors.map((author) => authorPath(edition, author)),
      ...(await here.aboutPages()).map((page) => standingPath(edition, page)),
      archivePath(edition),
    ];
    pages.push(...paths.map((path) => ({ url: url(reading, path) })));
    reading.tags.add(archiveTag(edition.key));
    for (const tag of here.tags) reading.tags.add(tag);
  }
  return file(reading, sitemap(pages));
}

/** A page that stands in every edition, with the languages it can be had in. */
function sameInEditions(reading: Reading, path: (edition: Edition) => string): readonly SitemapPage[] {
  const { editions } = reading.paper;
  const alternates = editions.map((edition) => ({
    language: edition.locale,
    url: url(reading, path(edition)),
  }));
  return editions.map((edition) => ({ url: url(reading, path(edition)), alternates }));
}

import type { Instant } from '@courant/base';
import { squeeze } from '@courant/base';
import { internetMoment } from './moment-text.ts';
import { requiredAddress, webAddress } from './web-address.ts';
import type { Xml } from './xml.ts';
import { element, elementWith, xmlDocument } from './xml.ts';

/** What to send as Content-Type with any sitemap. */
export const SITEMAP_MEDIA_TYPE = 'application/xml; charset=utf-8';

/** The most addresses one sitemap or index may hold (sitemaps.org, § Sitemap file limits). */
export const MOST_SITEMAP_ADDRESSES = 50_000;

/** The most stories one news sitemap may hold (Google Search Central, § News sitemap). */
export const MOST_NEWS = 1_000;

/** The most pictures of one page that are read (Google Search Central, § Image sitemap). */
const MOST_PICTURES = 1_000;

/** The most bytes one file may have uncompressed, and the most characters an address. */
const MOST_BYTES = 52_428_800;
const MOST_ADDRESS = 2_047;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap named in an index, and when anything in it last changed. */
export interface SitemapPart {
  readonly url: string;
  readonly lastModified?: Instant;
}

/** A page in a sitemap. */
export interface SitemapPage {
  readonly url: string;
  /** When what it says last changed; search engines stop believing one that changes without that. */
  readonly lastModified?: Instant;
  /** Absolute addresses of its pictures. */
  readonly pictures?: readonly string[];
  /** The same in other languages, itself among them; `x-default` for everybody else. */
  readonly alternates?: readonly { readonly language: string; readonly url: string }[];
}

/** A story in a news sitemap, published within the last two days. */
export interface NewsPage {
  readonly url: string;
  readonly title: string;
  /** When it first came out, whatever was changed since. */
  readonly published: Instant;
  /** The paper's name exactly as news.google.com shows it. */
  readonly publication: string;
  /** BCP 47. */
  readonly language: string;
}

/** An index of sitemaps (sitemaps.org 0.9). Throws RangeError where there are none, or more than 50,000. */
export function sitemapIndex(parts: readonly SitemapPart[]): string {
  checkCount(parts.length, MOST_SITEMAP_ADDRESSES);
  const elements = parts.map((part) => element('sitemap', location(part), changed(part)));
  return checkedFile(elementWith('sitemapindex', { xmlns: NAMESPACE }, elements));
}

/**
 * A sitemap (sitemaps.org 0.9) with pictures (Google image sitemap 1.1) and translations (`xhtml:link`). Throws
 * RangeError where there is no page, more than 50,000, or more than 50 MiB of them.
 */
export function sitemap(pages: readonly SitemapPage[]): string {
  checkCount(pages.length, MOST_SITEMAP_ADDRESSES);
  const elements = pages.map((page) =>
    element('url', location(page), changed(page), alternates(page), pictures(page)),
  );
  const namespaces = {
    xmlns: NAMESPACE,
    'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  };
  return checkedFile(elementWith('urlset', namespaces, elements));
}

/**
 * A news sitemap (Google News 0.9). The schema wants a page in every sitemap, so where nothing is new it holds the
 * home page alone. Throws RangeError for more than 1,000 stories.
 */
export function newsSitemap(stories: readonly NewsPage[], home: string): string {
  if (stories.length > 0) checkCount(stories.length, MOST_NEWS);
  const elements = stories.length > 0 ? stories.map(newsElement) : element('url', location({ url: home }));
  const namespaces = { xmlns: NAMESPACE, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' };
  return checkedFile(elementWith('urlset', namespaces, elements));
}

function newsElement(story: NewsPage): Xml {
  return element(
    'url',
    location(story),
    element(
      'news:news',
      element(
        'news:publication',
        element('news:name', squeeze(story.publication)),
        element('news:language', newsLanguage(story.language)),
      ),
      element('news:publication_date', internetMoment(story.published)),
      element('news:title', squeeze(story.title)),
    ),
  );
}

const HANT = /^zh-(?:.*-)?(?:hant|tw|hk|mo)\b/i;

/** A language as news sitemaps name it: ISO 639 in two or three letters; Chinese tells its script by a country. */
function newsLanguage(language: string): string {
  const primary = language.split('-', 1)[0]?.toLowerCase() ?? '';
  if (primary === 'zh') return HANT.test(language) ? 'zh-tw' : 'zh-cn';
  return /^[a-z]{2,3}$/.test(primary) ? primary : 'und';
}

function location({ url }: { readonly url: string }): Xml {
  const address = requiredAddress(url);
  if (address.length > MOST_ADDRESS) {
    throw new RangeError(
      `An address in a sitemap has at most ${MOST_ADDRESS} characters, not ${address.length}.`,
    );
  }
  return element('loc', address);
}

function changed({ lastModified }: { readonly lastModified?: Instant }): Xml | undefined {
  return lastModified === undefined ? undefined : element('lastmod', internetMoment(lastModified));
}

function alternates({ alternates: all }: SitemapPage): readonly Xml[] {
  return (all ?? []).map(({ language, url }) =>
    elementWith('xhtml:link', { rel: 'alternate', hreflang: language, href: requiredAddress(url) }),
  );
}

function pictures({ pictures: all }: SitemapPage): readonly Xml[] {
  return (all ?? [])
    .slice(0, MOST_PICTURES)
    .flatMap((picture) => webAddress(picture) ?? [])
    .map((url) => element('image:image', element('image:loc', url)));
}

function checkCount(count: number, most: number): void {
  if (count < 1 || count > most) {
    throw new RangeError(`A sitemap of this kind holds 1 to ${most} addresses, not ${count}.`);
  }
}

/** Addresses and moments are ASCII, so characters are bytes but for titles, of which there are few. */
function checkedFile(root: Xml): string {
  const text = xmlDocument(root);
  if (text.length > MOST_BYTES) {
    throw new RangeError(`A sitemap has at most ${MOST_BYTES} bytes, not ${text.length}.`);
  }
  return text;
}

import { instant } from '@courant/base';
import type { Edition, Policy } from '@courant/edition';
import {
  DEFAULT_POLICY,
  feedPath,
  frontPath,
  prefixOf,
  searchPath,
  shownSections,
  standingPath,
} from '@courant/edition';
import { absolute, directionOf, ICON_SIZES, iconPath, wordsOf } from '@courant/site';
import {
  adsText,
  LLMS_MEDIA_TYPE,
  llmsText,
  MANIFEST_MEDIA_TYPE,
  OPEN_SEARCH_MEDIA_TYPE,
  openSearchDescription,
  RSL_MEDIA_TYPE,
  robotsText,
  rslLicense,
  securityText,
  TEXT_MEDIA_TYPE,
  tdmRep,
  trustText,
  webManifest,
} from '@courant/syndication';
import { moved, written } from './drawn-page.ts';
import type { Page } from './page-cache.ts';
import type { Reading } from './reading.ts';
import { SITEMAP_INDEX, SITEMAP_NEWS } from './sitemaps.ts';

/** What no crawler need ask for: the API, what the search finds, the line that tells of updates. */
const CLOSED = ['/api/', '/events', '/search?', '/*/search?'];
/** security.txt is to be asked for again within a year (RFC 9116 §2.5.5). */
const SECURITY_MS = 180 * 24 * 60 * 60 * 1000;
const SECURITY = '/.well-known/security.txt';

type File = (reading: Reading) => Promise<Page | undefined> | Page | undefined;

/** Files that stand once, at the root. */
const AT_ROOT: Readonly<Record<string, File>> = {
  '/robots.txt': robots,
  '/license.xml': license,
  '/.well-known/tdmrep.json': (reading) => {
    const content = tdmRep({ policy: policyOf(reading), ...termsOf(reading) });
    return file(reading, content, 'application/json; charset=utf-8');
  },
  '/.well-known/security.txt': security,
  '/security.txt': (reading) => to(reading, SECURITY),
  '/trust.txt': trust,
  '/.well-known/trust.txt': trust,
  '/ads.txt': ads,
  '/app-ads.txt': ads,
  '/llms.txt': llms,
};

/** Files that every edition has. */
const IN_EDITIONS: Readonly<Record<string, File>> = {
  '/manifest.webmanifest': manifest,
  '/opensearch.xml': openSearch,
};

/** The file for machines that stands at an address within an edition; undefined where there is none. */
export async function siteFileAt(reading: Reading, path: string): Promise<Page | undefined> {
  const files = reading.edition.isDefault ? { ...IN_EDITIONS, ...AT_ROOT } : IN_EDITIONS;
  return Object.hasOwn(files, path) ? files[path]?.(reading) : undefined;
}

function policyOf({ paper }: Reading): Policy {
  return paper.publication.policy ?? DEFAULT_POLICY;
}

function url({ site }: Reading, path: string): string {
  return absolute({ publicUrl: site.origin }, path);
}

/** An address of the policy, which may be a path of the site. */
function addressOf(reading: Reading, address: string): string {
  return address.startsWith('/') ? url(reading, address) : address;
}

function termsOf(reading: Reading): { readonly terms?: string } {
  const { terms } = policyOf(reading);
  return terms === undefined ? {} : { terms: addressOf(reading, terms) };
}

function file(reading: Reading, content: string, mediaType: string = TEXT_MEDIA_TYPE): Page {
  return written(reading, { content, mediaType });
}

function to({ snapshot, tags }: Reading, path: string): Page {
  return moved(snapshot, { to: path, status: 301, tags });
}

function robots(reading: Reading): Page {
  const sitemaps = [url(reading, SITEMAP_INDEX), url(reading, SITEMAP_NEWS)];
  // The licence for machines is named by every page's head: checkers that know no more than RFC 9309 take a
  // "License" line for a fault of the file.
  return file(reading, robotsText({ policy: policyOf(reading), closed: CLOSED, sitemaps }));
}

function license(reading: Reading): Page {
  const owner = reading.paper.publication.name;
  const said = { policy: policyOf(reading), home: url(reading, '/'), owner, ...termsOf(reading) };
  return file(reading, rslLicense(said), RSL_MEDIA_TYPE);
}

async function security(reading: Reading): Promise<Page | undefined> {
  const { contact } = reading.paper.publication;
  const policy = { ...(contact ? { securityContact: contact } : {}), ...policyOf(reading) };
  const now = await reading.snapshot.clock();
  const expires = instant(new Date(now).getTime() + SECURITY_MS);
  const languages = [...new Set(reading.paper.editions.map(({ locale }) => locale.split('-', 1)[0] ?? ''))];
  const { securityPolicy } = policy;
  const content = securityText({
    ...{ policy, expires, languages, canonical: url(reading, SECURITY) },
    ...(securityPolicy === undefined ? {} : { page: addressOf(reading, securityPolicy) }),
  });
  return content === undefined ? undefined : { ...file(reading, content), keep: false };
}

function trust(reading: Reading): Page {
  const policy = policyOf(reading);
  const lines = policy.trust.map(({ tie, to: address }) => ({ tie, to: addressOf(reading, address) }));
  return file(reading, trustText({ ...policy, trust: lines }));
}

function ads(reading: Reading): Page {
  return file(reading, adsText(policyOf(reading), new URL(reading.site.origin).hostname));
}

async function llms(reading: Reading): Promise<Page | undefined> {
  if (!policyOf(reading).llms) return undefined;
  const { paper, edition } = reading;
  const { name, tagline } = paper.publication;
  const words = wordsOf(edition);
  const sections = shownSections(edition, paper.sections).map((section) => ({
    name: section.name,
    url: url(reading, frontPath(edition, section)),
    note: url(reading, feedPath(frontPath(edition, section), 'json')),
  }));
  const about = (await reading.aboutPages()).map((page) => ({
    name: page.title,
    url: url(reading, standingPath(edition, page)),
  }));
  const parts = [
    { title: words('sections'), pages: sections },
    { title: words('aboutPaper'), pages: about },
  ];
  const content = llmsText({ name, ...(tagline === undefined ? {} : { summary: tagline }), parts });
  return file(reading, content, LLMS_MEDIA_TYPE);
}

function manifest(reading: Reading): Page {
  const { edition, paper } = reading;
  const { name } = paper.publication;
  const tagline = edition.tagline ?? paper.publication.tagline;
  const content = webManifest({
    id: frontPath(edition),
    name: edition.isDefault ? name : `${edition.title ?? name}, ${edition.name}`,
    shortName: edition.title ?? name,
    start: frontPath(edition),
    // One paper has many editions, and readers go from one to another.
    scope: '/',
    language: edition.locale,
    direction: directionOf(edition.locale),
    themeColor: '#fffdf8',
    backgroundColor: '#fffdf8',
    icons: [
      ...ICON_SIZES.map((size) => ({ src: iconPath(size), mediaType: 'image/png', size })),
      { src: iconPath('maskable'), mediaType: 'image/png', size: 512, purpose: 'maskable' },
    ],
    ...(tagline === undefined ? {} : { description: tagline }),
  });
  return file(reading, content, MANIFEST_MEDIA_TYPE);
}

function openSearch(reading: Reading): Page {
  const { edition, paper } = reading;
  const search = searchPath(edition);
  const content = openSearchDescription({
    name: edition.title ?? paper.publication.name,
    description: wordsOf(edition)('searchText', { paper: paper.publication.name }),
    language: edition.locale,
    self: url(reading, openSearchPath(edition)),
    search: url(reading, search),
    feeds: { rss: url(reading, feedPath(search, 'rss')), atom: url(reading, feedPath(search, 'atom')) },
    icon: { url: url(reading, iconPath(48)), mediaType: 'image/png', size: 48 },
    example: paper.sections[0]?.name ?? paper.publication.name,
  });
  return file(reading, content, OPEN_SEARCH_MEDIA_TYPE);
}

function openSearchPath(edition: Pick<Edition, 'key' | 'isDefault'>): string {
  return `${prefixOf(edition)}/opensearch.xml`;
}

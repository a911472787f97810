import type { Edition, Section } from '@courant/edition';
import {
  breakingOf,
  feedsPath,
  fillHome,
  fillSection,
  frontPath,
  shownSections,
  spanAt,
} from '@courant/edition';
import { feedsPage, homePage, sectionPage } from '@courant/site';
import { logEntryAt, logEntryJson, logLines, standingAt } from './about-pages.ts';
import { drawn, moved } from './drawn-page.ts';
import { feedAt } from './feeds.ts';
import { issueOf, latestIssue, papersOf, sheetOf } from './issue-pages.ts';
import {
  archiveAt,
  authorAt,
  authorsOf,
  correctionsAt,
  mostReadOf,
  packageAt,
  packagesAt,
  topicAt,
} from './list-pages.ts';
import type { Page } from './page-cache.ts';
import type { Paper, Shelf } from './ports.ts';
import { offlineAt, qrAt, savedAt, WORKER_PATH, workerAt } from './reader-pages.ts';
import type { Site } from './reading.ts';
import { Reading } from './reading.ts';
import { searchAt } from './search-page.ts';
import { siteFileAt } from './site-files.ts';
import { sitemapAt } from './sitemaps.ts';
import { historyAt, nothing, storyAt } from './story-pages.ts';
import { SETTINGS_TAG } from './tags.ts';

/** Cards a home or section front is chosen from. */
const CANDIDATES = 150;

/** Makes the page of an address from one snapshot: what stands there, where it moved to, or that there is nothing. */
export async function pageAt(shelf: Shelf, address: string, site: Site): Promise<Page> {
  return shelf.read(async (snapshot) => {
    const paper = await snapshot.paper();
    if (address === WORKER_PATH && site.scripts) return workerAt(snapshot, { paper, site });
    const { edition, rest } = editionOf(paper, address);
    if (edition.isDefault && rest !== address)
      return moved(snapshot, { to: rest, status: 301, tags: [SETTINGS_TAG] });
    const reading = new Reading({ snapshot, paper, edition, site });
    // What was another site's address leads to its story; where one of ours stands, that is meant.
    const page = (await pageIn(reading, rest)) ?? (await storyAt(reading, address));
    if (page) return page;
    return NUMBERED.test(address) ? { ...(await home(reading)), keep: false } : nothing(reading);
  });
}

/** The edition an address speaks of, and the address within it. */
function editionOf(paper: Paper, address: string): { readonly edition: Edition; readonly rest: string } {
  const [, word = ''] = address.split('/');
  const named = paper.editions.find((edition) => edition.key === word);
  const standard = paper.editions.find((edition) => edition.isDefault) ?? paper.editions[0];
  if (named) return { edition: named, rest: address.slice(word.length + 1) || '/' };
  if (!standard) throw new RangeError('a paper has at least one edition');
  return { edition: standard, rest: address };
}

type Route = (reading: Reading, words: readonly string[]) => Promise<Page | undefined>;

/** The addresses within an edition, and what makes the page of each; the first that fits is taken. */
const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/^\/$/, home],
  [/^(\/\d{4}\/\d\d\/\d\d\/[^/]+)$/, (reading, [path = '']) => storyAt(reading, path)],
  [/^(\/\d{4}\/\d\d\/\d\d\/[^/]+)\/history$/, (reading, [path = '']) => historyAt(reading, path)],
  [/^(\/\d{4}\/\d\d\/\d\d\/[^/]+)\/qr\.svg$/, (reading, [path = '']) => qrAt(reading, path)],
  [/^(\/\d{4}(?:\/\d\d(?:\/\d\d)?)?)$/, archiveOf],
  [/^\/archive$/, (reading) => archiveAt(reading)],
  [/^\/(specials|hot-topics|series)$/, (reading, [word = '']) => packagesAt(reading, word)],
  [
    /^\/(specials|hot-topics|series)\/([^/]+)$/,
    (reading, [word = '', urlSlug = '']) => packageAt(reading, word, urlSlug),
  ],
  [/^\/authors$/, authorsOf],
  [/^\/authors\/([^/]+)$/, (reading, [urlSlug = '']) => authorAt(reading, urlSlug)],
  [/^\/topics\/([^/]+)$/, (reading, [urlSlug = '']) => topicAt(reading, urlSlug)],
  [/^\/feeds$/, feedsOf],
  [/^\/offline$/, offlineAt],
  [/^\/saved$/, savedAt],
  [/^\/most-read$/, mostReadOf],
  [/^\/corrections$/, (reading) => correctionsAt(reading)],
  [/^\/corrections\/(\d{4}-(?:0[1-9]|1[0-2]))$/, (reading, [month = '']) => correctionsAt(reading, month)],
  [/^\/about$/, (reading) => standingAt(reading, 'about')],
  [/^\/about\/([^/]+)$/, (reading, [urlSlug = '']) => standingAt(reading, urlSlug)],
  [/^\/epaper$/, latestIssue],
  [/^\/epaper\/(\d{4}-(?:0[1-9]|1[0-2]))$/, (reading, [month = '']) => papersOf(reading, month)],
  [/^\/epaper\/(\d{4}-\d\d-\d\d)$/, (reading, [date = '']) => issueOf(reading, date)],
  [
    /^\/epaper\/(\d{4}-\d\d-\d\d)\/([1-9]\d?)$/,
    (reading, [date = '', number]) => sheetOf(reading, date, Number(number)),
  ],
  [/^\/log\/([1-9]\d{0,11})$/, (reading, [seq]) => logEntryAt(reading, Number(seq))],
  [/^\/log\/([1-9]\d{0,11})\.json$/, (reading, [seq]) => logEntryJson(reading, Number(seq))],
  [/^\/log\/after\/(\d{1,12})\.ndjson$/, (reading, [seq]) => logLines(reading, Number(seq))],
];

async function pageIn(reading: Reading, path: string): Promise<Page | undefined> {
  const [, query] = /^\/search(?:\?(.*))?$/s.exec(path) ?? [];
  if (path === '/search' || query !== undefined) return searchAt(reading, query ?? '');
  const file =
    (await feedAt(reading, path)) ?? (await sitemapAt(reading, path)) ?? (await siteFileAt(reading, path));
  if (file) return file;
  for (const [address, route] of ROUTES) {
    const found = address.exec(path);
    if (found) return route(reading, found.slice(1));
  }
  const section = reading.paper.sections.find((one) => `/${one.path}` === path);
  return section && sectionFront(reading, section);
}

/** What a story is named by at the front page of the system it comes from; where none is, that is the front page. */
const NUMBERED = /^\/\?(?:p|page_id)=\d{1,15}$/;

async function feedsOf(reading: Reading): Promise<Page> {
  const frame = await reading.frame(feedsPath);
  const packages = (await reading.packages()).filter((pack) => pack.closed === undefined);
  return drawn(reading, feedsPage({ ...frame, packages }));
}

async function archiveOf(reading: Reading, [path = '']: readonly string[]): Promise<Page | undefined> {
  const span = spanAt(path);
  return span && archiveAt(reading, span);
}

async function home(reading: Reading): Promise<Page> {
  const cards = await reading.newest(CANDIDATES);
  const containers = fillHome(cards, shownSections(reading.edition, reading.paper.sections), reading.edition);
  const frame = await reading.frame((edition) => frontPath(edition));
  const flash = breakingOf(cards);
  const beside = { rail: await reading.rail(), mostRead: await reading.mostRead() };
  return drawn(reading, homePage({ ...frame, ...beside, containers, ...(flash ? { breaking: flash } : {}) }));
}

async function sectionFront(reading: Reading, section: Section): Promise<Page> {
  const cards = await reading.newest(CANDIDATES, section);
  const containers = fillSection(cards, reading.paper.sections, { section, edition: reading.edition });
  const frame = await reading.frame((edition) => frontPath(edition, section));
  return drawn(reading, sectionPage({ ...frame, section, containers, rail: await reading.rail() }));
}

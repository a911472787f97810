import type { Html, Id } from '@courant/base';
import type { Card, Edition, Section } from '@courant/edition';
import {
  fillHome,
  fillSection,
  frontPath,
  issuePath,
  PACKAGE_WORD,
  packagePath,
  shownSections,
} from '@courant/edition';
import {
  gonePage,
  homePage,
  issuePage,
  notFoundPage,
  robotsText,
  sectionPage,
  specialPage,
  storyPage,
} from '@courant/site';
import type { Page } from './page-cache.ts';
import type { AtAddress, LiveStory, Paper, Shelf, Snapshot } from './ports.ts';
import type { Site } from './reading.ts';
import { Reading, storyPath } from './reading.ts';
import { addressTag, SETTINGS_TAG, storyTag } from './tags.ts';

const HTML = 'text/html; charset=utf-8';
/** Cards a home or section front is chosen from. */
const CANDIDATES = 150;
const DAY_LIMIT = 500;
const RELATED = 4;
const INSTEAD = 6;

/** Makes the page of an address from one snapshot: what stands there, where it moved to, or that there is nothing. */
export async function pageAt(shelf: Shelf, address: string, site: Site): Promise<Page> {
  return shelf.read(async (snapshot) => {
    const paper = await snapshot.paper();
    if (address === '/robots.txt') return text(snapshot, robotsText());
    const { edition, rest } = editionOf(paper, address);
    if (edition.isDefault && rest !== address)
      return moved(snapshot, { to: rest, status: 301, tags: [SETTINGS_TAG] });
    const reading = new Reading({ snapshot, paper, edition, site });
    return (await pageIn(reading, rest)) ?? nothing(reading);
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

const STORY = /^\/\d{4}\/\d\d\/\d\d\/[^/]+$/;
const PACKAGE = /^\/(specials|hot-topics|series)\/([^/]+)$/;
const ISSUE = /^\/epaper(?:\/(\d{4}-\d\d-\d\d))?$/;

async function pageIn(reading: Reading, path: string): Promise<Page | undefined> {
  if (path === '/') return home(reading);
  if (STORY.test(path)) return storyAt(reading, path);
  const [, kind, urlSlug] = PACKAGE.exec(path) ?? [];
  if (kind !== undefined) return special(reading, kind, urlSlug ?? '');
  const issue = ISSUE.exec(path);
  if (issue) return issue[1] === undefined ? latestIssue(reading) : issueOf(reading, issue[1]);
  const section = reading.paper.sections.find((one) => `/${one.path}` === path);
  return section && sectionFront(reading, section);
}

async function home(reading: Reading): Promise<Page> {
  const cards = await reading.newest(CANDIDATES);
  const containers = fillHome(cards, shownSections(reading.edition, reading.paper.sections), reading.edition);
  const frame = await reading.frame((edition) => frontPath(edition));
  return page(reading, homePage({ ...frame, containers, rail: await reading.rail() }));
}

async function sectionFront(reading: Reading, section: Section): Promise<Page> {
  const cards = await reading.newest(CANDIDATES, section);
  const containers = fillSection(cards, reading.paper.sections, { section, edition: reading.edition });
  const frame = await reading.frame((edition) => frontPath(edition, section));
  return page(reading, sectionPage({ ...frame, section, containers, rail: await reading.rail() }));
}

async function special(reading: Reading, word: string, urlSlug: string): Promise<Page | undefined> {
  const pack = (await reading.packages()).find(
    (one) => PACKAGE_WORD[one.kind] === word && one.urlSlug === urlSlug,
  );
  if (!pack) return undefined;
  const frame = await reading.frame((edition) => packagePath(edition, pack));
  const cards = await reading.packageCards(pack);
  return page(reading, specialPage({ ...frame, pack, cards, rail: await reading.rail() }));
}

async function latestIssue(reading: Reading): Promise<Page | undefined> {
  const issue = await reading.issue();
  if (!issue) return undefined;
  const to = issuePath(reading.edition, issue.date);
  return moved(reading.snapshot, { to, status: 302, tags: [...reading.tags] });
}

async function issueOf(reading: Reading, date: string): Promise<Page | undefined> {
  if (Number.isNaN(new Date(`${date}T12:00:00Z`).getTime())) return undefined;
  const cards = await reading.ofDay(date, DAY_LIMIT);
  if (cards.length === 0) return undefined;
  const tops = reading.paper.sections.filter((section) => !section.path.includes('/'));
  const parts = tops.flatMap((section) => {
    const own = cards.filter((card) => `${card.section.path}/`.startsWith(`${section.path}/`));
    return own.length > 0 ? [{ section, cards: own }] : [];
  });
  const around = await reading.snapshot.daysAround(reading.edition, date);
  const frame = await reading.frame((edition) => issuePath(edition, date));
  return page(reading, issuePage({ ...frame, date, parts, ...around }));
}

async function storyAt(reading: Reading, path: string): Promise<Page | undefined> {
  const found = await reading.snapshot.atAddress(path);
  if (!found) return undefined;
  reading.tags.add(addressTag(path));
  return storyFound(reading, path, found);
}

async function storyFound(reading: Reading, path: string, found: AtAddress): Promise<Page> {
  switch (found.at) {
    case 'moved':
      reading.tags.add(storyTag(found.story));
      return moved(reading.snapshot, {
        to: storyPath(reading.edition, found.path),
        status: 301,
        tags: [...reading.tags],
      });
    case 'gone':
      return gone(reading, found);
    case 'story':
      return storyIn(reading, path, found.story);
  }
}

/** A story in the edition asked for; where it does not stand there, its canonical address shows it in another. */
async function storyIn(asked: Reading, path: string, live: LiveStory): Promise<Page> {
  const stands = (edition: Edition) => live.places.some((place) => place.edition === edition.key);
  if (!asked.edition.isDefault && !stands(asked.edition)) {
    return moved(asked.snapshot, { to: path, status: 301, tags: [...asked.tags, storyTag(live.story)] });
  }
  const edition = stands(asked.edition)
    ? asked.edition
    : (asked.paper.editions.find(stands) ?? asked.edition);
  const reading = new Reading({ ...asked, edition });
  reading.tags.add(addressTag(path)).add(storyTag(live.story));
  const place = live.places.find((one) => one.edition === edition.key);
  const section = reading.paper.sections.find((one) => one.path === place?.section);
  if (!section) return nothing(reading);
  const packages = (await reading.packages()).filter((pack) => pack.stories.includes(live.story));
  const frame = await reading.frame((other) => (stands(other) ? storyPath(other, path) : undefined));
  const { story: id, copy, published, updated, corrections, pictures } = live;
  const story = { id, path, copy, published, updated, corrections, pictures, packages, translations: [] };
  const related = await relatedTo(reading, live.story, packages[0]);
  return page(reading, storyPage({ ...frame, story, section, related, rail: await reading.rail() }));
}

/** The other stories of its package. Those of its section would tie every page of a section to all the others. */
async function relatedTo(
  reading: Reading,
  story: Id,
  pack: Parameters<Reading['packageCards']>[0] | undefined,
): Promise<readonly Card[]> {
  if (!pack) return [];
  return (await reading.packageCards(pack)).filter((card) => card.story !== story).slice(0, RELATED);
}

async function gone(reading: Reading, found: AtAddress & { readonly at: 'gone' }): Promise<Page> {
  reading.tags.add(storyTag(found.story));
  const frame = await reading.frame();
  const at = found.ended;
  const departure =
    found.notice === undefined
      ? ({ why: 'withdrawn', at } as const)
      : ({ why: 'killed', at, notice: found.notice } as const);
  const latest = await reading.newest(INSTEAD);
  return { ...page(reading, gonePage({ ...frame, departure, latest })), status: 410 };
}

async function nothing(reading: Reading): Promise<Page> {
  const frame = await reading.frame();
  const latest = await reading.newest(INSTEAD);
  return { ...page(reading, notFoundPage({ ...frame, latest })), status: 404, keep: false };
}

function page(reading: Reading, drawn: Html): Page {
  const body = new TextEncoder().encode(drawn.markup);
  return {
    status: 200,
    mediaType: HTML,
    body,
    tags: [...reading.tags],
    seq: reading.snapshot.seq,
    keep: true,
  };
}

function text(snapshot: Snapshot, content: string): Page {
  const body = new TextEncoder().encode(content);
  return {
    status: 200,
    mediaType: 'text/plain; charset=utf-8',
    body,
    tags: [SETTINGS_TAG],
    seq: snapshot.seq,
    keep: true,
  };
}

function moved(
  snapshot: Snapshot,
  { to, status, tags }: { readonly to: string; readonly status: 301 | 302; readonly tags: readonly string[] },
): Page {
  return {
    status,
    mediaType: HTML,
    body: new Uint8Array(),
    location: to,
    tags,
    seq: snapshot.seq,
    keep: true,
  };
}

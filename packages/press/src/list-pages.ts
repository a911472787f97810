import type { ArchiveSpan } from '@courant/edition';
import {
  archivePath,
  authorPath,
  correctionsPath,
  mostReadPath,
  PACKAGE_WORD,
  packagePath,
  packagesPath,
  topicPath,
} from '@courant/edition';
import {
  archivePage,
  authorPage,
  authorsPage,
  correctionsPage,
  mostReadPage,
  packagesPage,
  specialPage,
  topicPage,
} from '@courant/site';
import { drawn } from './drawn-page.ts';
import type { Page } from './page-cache.ts';
import type { OpenPackage } from './ports.ts';
import type { Reading } from './reading.ts';
import { dayIn } from './reading.ts';
import { archiveTag, correctionsTag, monthTag, packagesTag } from './tags.ts';

/** Stories a list shows before it leads on to the search. */
const LIST = 40;
const DAY_LIMIT = 500;
const CORRECTIONS = 100;

/** An author's page. */
export async function authorAt(reading: Reading, urlSlug: string): Promise<Page | undefined> {
  const author = await reading.snapshot.author(urlSlug);
  if (!author) return undefined;
  const cards = await reading.newestOf(author.id, LIST + 1);
  const frame = await reading.frame((edition) => authorPath(edition, author));
  const list = { cards: cards.slice(0, LIST), hasMore: cards.length > LIST, rail: await reading.rail() };
  return drawn(reading, authorPage({ ...frame, ...list, author }));
}

/** The list of an edition's authors. */
export async function authorsOf(reading: Reading): Promise<Page> {
  const authors = await reading.authors();
  return drawn(reading, authorsPage({ ...(await reading.frame((edition) => authorPath(edition))), authors }));
}

/** A topic's page. */
export async function topicAt(reading: Reading, urlSlug: string): Promise<Page | undefined> {
  const topic = await reading.snapshot.topic(urlSlug);
  if (!topic) return undefined;
  const cards = await reading.newestOf(topic.id, LIST + 1);
  const frame = await reading.frame((edition) => topicPath(edition, topic));
  const list = { cards: cards.slice(0, LIST), hasMore: cards.length > LIST, rail: await reading.rail() };
  return drawn(reading, topicPage({ ...frame, ...list, topic }));
}

/** The page of a special, hot topic or series, by the word of its kind. */
export async function packageAt(reading: Reading, word: string, urlSlug: string): Promise<Page | undefined> {
  const packages = await reading.packages();
  const pack = packages.find((one) => PACKAGE_WORD[one.kind] === word && one.urlSlug === urlSlug);
  if (!pack) return undefined;
  const elsewhere = await editionsWith(reading, pack);
  const frame = await reading.frame((edition) =>
    elsewhere.has(edition.key) ? packagePath(edition, pack) : undefined,
  );
  const cards = await reading.packageCards(pack);
  return drawn(reading, specialPage({ ...frame, pack, cards, rail: await reading.rail() }));
}

/** Keys of the editions in which a package stands. */
async function editionsWith(
  { paper, snapshot, tags }: Reading,
  pack: Pick<OpenPackage, 'id'>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const edition of paper.editions) {
    tags.add(packagesTag(edition.key));
    if ((await snapshot.packages(edition.id)).some(({ id }) => id === pack.id)) found.add(edition.key);
  }
  return found;
}

/** The list of all packages of a kind, by its word. */
export async function packagesAt(reading: Reading, word: string): Promise<Page | undefined> {
  const kind = (['special', 'hot-topic', 'series'] as const).find((one) => PACKAGE_WORD[one] === word);
  if (!kind) return undefined;
  const packages = await reading.teasers((pack) => pack.kind === kind);
  const frame = await reading.frame((edition) => packagesPath(edition, kind));
  return drawn(reading, packagesPage({ ...frame, kind, packages }));
}

/** What readers open most. */
export async function mostReadOf(reading: Reading): Promise<Page> {
  const cards = await reading.mostRead();
  const frame = await reading.frame(mostReadPath);
  return drawn(reading, mostReadPage({ ...frame, cards, rail: await reading.rail() }));
}

/** The newest corrections, or those of a month (`2026-11`). */
export async function correctionsAt(reading: Reading, month?: string): Promise<Page> {
  const { edition, snapshot, tags } = reading;
  tags.add(correctionsTag(edition.key));
  const list = { edition, most: CORRECTIONS, ...(month === undefined ? {} : { month }) };
  const notes = await snapshot.corrections(list);
  const cards = new Map(reading.cards(notes.map((note) => note.card)).map((card) => [card.story, card]));
  const corrections = notes.map((note) => ({ ...note, card: cards.get(note.card.story) ?? note.card }));
  const last = corrections.at(-1);
  const earlier =
    month === undefined && corrections.length === CORRECTIONS && last
      ? dayIn(edition, last.at).slice(0, 7)
      : undefined;
  const said = { ...(month === undefined ? {} : { month }), ...(earlier === undefined ? {} : { earlier }) };
  const frame = await reading.frame((other) => correctionsPath(other, month));
  return drawn(reading, correctionsPage({ ...frame, corrections, ...said }));
}

/** A span of the archive: what it is divided into, or the stories of a day. */
export async function archiveAt(reading: Reading, span?: ArchiveSpan): Promise<Page | undefined> {
  const { edition, snapshot, tags } = reading;
  // Another edition may have published nothing in that span.
  const frame = await reading.frame((other) =>
    archivePath(other, other.key === edition.key ? span : undefined),
  );
  if (span?.day !== undefined) return archiveDay(reading, span, frame);
  tags.add(archiveTag(edition.key));
  if (span?.month !== undefined)
    for (const month of monthsAround(span.year, span.month)) tags.add(monthTag(edition.key, month));
  const parts = await snapshot.archiveParts(edition, span);
  if (span && parts.length === 0) return undefined;
  return drawn(reading, archivePage({ ...frame, ...(span ? { span } : {}), parts, cards: [] }));
}

async function archiveDay(
  reading: Reading,
  span: ArchiveSpan,
  frame: Awaited<ReturnType<Reading['frame']>>,
): Promise<Page | undefined> {
  const day = archivePath({ key: '', isDefault: true }, span).slice(1).replaceAll('/', '-');
  const cards = await reading.ofDay(day, DAY_LIMIT);
  if (cards.length === 0) return undefined;
  const { earlier, later } = await reading.snapshot.daysAround(reading.edition, day);
  const around = {
    ...(earlier === undefined ? {} : { earlier: spanOf(earlier) }),
    ...(later === undefined ? {} : { later: spanOf(later) }),
  };
  return drawn(reading, archivePage({ ...frame, span, parts: [], cards, ...around }));
}

function spanOf(day: string): ArchiveSpan {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}

/** A month of the edition's zone lies within three of UTC. */
function monthsAround(year: number, month: number): readonly string[] {
  return [-1, 0, 1].map((shift) => new Date(Date.UTC(year, month - 1 + shift, 1)).toISOString().slice(0, 7));
}

import type { Id, Instant } from '@courant/base';
import { DEFAULT_POLICY } from '@courant/edition';
import type { AtAddress, LiveStory, LiveTranslation, Paper, Shelf, Snapshot } from '@courant/press';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { archiveParts, daysAround } from './archive-days.ts';
import { authorAt, authorsIn, authorsNamed } from './authors.ts';
import { cardsOfDay, cardsOfStories, mostReadCards, newestCards, packageCards } from './cards.ts';
import { correctionsIn } from './corrections.ts';
import type { Database, Tx } from './database.ts';
import { historyOf, publicEntries } from './history.ts';
import { issueFilesIn, issueFrontIn, issueIn, papersIn, printedStoryIn, sheetModelIn } from './issues.ts';
import { liveStories, liveStoriesOf } from './live-stories.ts';
import { headOf } from './log.ts';
import { packagesIn } from './packages.ts';
import { searchResults } from './search-results.ts';
import { clockOf, spansOfStories, storyAddresses } from './sitemaps.ts';
import { standingLinks, standingPageIn } from './standing-pages.ts';
import type { LiveStoryRow, Tables } from './tables.ts';
import { topicAt, topicsOf } from './topics.ts';
import { lastWithdrawals } from './withdrawals.ts';

/** What readers may see, on PostgreSQL: each reading is one REPEATABLE READ snapshot. */
export function shelfOn(database: Database): Shelf {
  return {
    read: (work) =>
      database.transaction(async (tx) => work(snapshotOf(tx, await headOf(tx))), 'repeatable read'),
  };
}

function snapshotOf(tx: Tx, seq: number): Snapshot {
  return {
    seq,
    paper: () => paperIn(tx),
    atAddress: (path) => atAddress(tx, path),
    newest: (list) => newestCards(tx, list),
    stories: (ids) => liveStoriesOf(tx, ids),
    withdrawals: (most) => lastWithdrawals(tx, most),
    spans: () => spansOfStories(tx),
    addresses: (span) => storyAddresses(tx, span),
    clock: () => clockOf(tx),
    byId: (id) => byId(tx, id),
    newestMoment: (edition) => newestMoment(tx, edition.id),
    ofDay: (list) => cardsOfDay(tx, list),
    daysAround: (edition, day) => daysAround(tx, edition, day),
    issue: (edition, day) => issueIn(tx, edition, day),
    issueFront: (edition, day) => issueFrontIn(tx, edition.id, day),
    papers: (edition, month) => papersIn(tx, edition.id, month),
    printedStory: (edition, story) => printedStoryIn(tx, edition.id, story),
    issueFiles: (issue) => issueFilesIn(tx, issue),
    sheetModel: (issue, number) => sheetModelIn(tx, issue, number),
    packages: (edition) => packagesIn(tx, edition),
    packageCards: (list) => packageCards(tx, list),
    cards: (list) => cardsOfStories(tx, list),
    author: (urlSlug) => authorAt(tx, urlSlug),
    authorsNamed: (urlSlugs) => authorsNamed(tx, urlSlugs),
    authors: (edition) => authorsIn(tx, edition),
    topic: (urlSlug) => topicAt(tx, urlSlug),
    topicsOf: (story) => topicsOf(tx, story),
    translations: (story) => translationsOf(tx, story),
    history: (story) => historyOf(tx, story),
    corrections: (list) => correctionsIn(tx, list),
    archiveParts: (edition, span) => archiveParts(tx, edition, span),
    mostRead: (edition) => mostReadCards(tx, edition),
    search: (asked) => searchResults(tx, asked),
    standingLinks: () => standingLinks(tx),
    standingPage: (of) => standingPageIn(tx, of),
    entries: (list) => publicEntries(tx, list),
  };
}

/** The paper, its editions and its sections in their order. Throws where no paper was set up. */
export async function paperIn(tx: Tx): Promise<Paper> {
  const publication = await tx.selectFrom('publication').selectAll().executeTakeFirstOrThrow();
  const editions = await tx.selectFrom('edition').selectAll().orderBy('position').orderBy('key').execute();
  const sections = await tx.selectFrom('section').selectAll().orderBy('position').orderBy('path').execute();
  const { id, name, tagline, disclosure, contact, policy } = publication;
  return {
    publication: {
      id,
      name,
      ...(tagline === null ? {} : { tagline }),
      ...(disclosure === null ? {} : { disclosure }),
      ...(contact === null ? {} : { contact }),
      policy: { ...DEFAULT_POLICY, ...policy },
    },
    editions: editions.map((row) => ({
      id: row.id,
      key: row.key,
      name: row.name,
      locale: row.locale,
      timeZone: row.time_zone,
      dateStyle: row.date_style,
      isDefault: row.is_default,
      shareServices: row.share_services,
      sections: row.sections,
      ...(row.title === null ? {} : { title: row.title }),
      ...(row.tagline === null ? {} : { tagline: row.tagline }),
      ...(row.disclosure === null ? {} : { disclosure: row.disclosure }),
    })),
    sections: sections.map(({ id: section, path, name: named, position, names }) => ({
      ...{ id: section, path, name: named, position, names },
    })),
  };
}

async function byId(tx: Tx, id: Id): Promise<AtAddress | undefined> {
  const live = await tx.selectFrom('live_story').selectAll().where('story', '=', id).executeTakeFirst();
  if (live) return { at: 'story', story: await liveStory(tx, live) };
  const gone = await tx
    .selectFrom('gone_story')
    .selectAll()
    .where('story', '=', id)
    .limit(1)
    .executeTakeFirst();
  return gone && goneOf(gone);
}

function goneOf(row: Selectable<Tables['gone_story']>): AtAddress {
  const notice = row.notice === null ? {} : { notice: row.notice };
  return { at: 'gone', story: row.story, ended: row.ended, ...notice };
}

async function atAddress(tx: Tx, path: string): Promise<AtAddress | undefined> {
  const live = await tx.selectFrom('live_story').selectAll().where('path', '=', path).executeTakeFirst();
  if (live) return { at: 'story', story: await liveStory(tx, live) };
  const gone = await tx.selectFrom('gone_story').selectAll().where('path', '=', path).executeTakeFirst();
  if (gone) return goneOf(gone);
  const moved = await tx
    .selectFrom('address')
    .innerJoin('live_story', 'live_story.story', 'address.story')
    .select(['live_story.path', 'live_story.story'])
    .where('address.path', '=', path)
    .executeTakeFirst();
  return moved && { at: 'moved', ...moved };
}

async function liveStory(tx: Tx, row: Selectable<LiveStoryRow>): Promise<LiveStory> {
  const [story] = await liveStories(tx, [row]);
  if (!story) throw new RangeError('a row of a live story gives a live story');
  return story;
}

async function newestMoment(tx: Tx, edition: Id): Promise<Instant | undefined> {
  const newest = tx.selectFrom('live_placement').select('published').where('edition', '=', edition);
  return (await newest.orderBy('published', 'desc').limit(1).executeTakeFirst())?.published;
}

/** The live stories of one story's languages, in the order of their languages. */
async function translationsOf(tx: Tx, story: Id): Promise<readonly LiveTranslation[]> {
  const { rows } = await sql<LiveTranslation>`
    select s.story, s.path, s.copy ->> 'language' as language
    from live_translation own
    join live_translation t on t.original = own.original
    join live_story s on s.story = t.story
    where own.story = ${story}
    order by language, s.path`.execute(tx);
  return rows.length > 1 ? rows : [];
}

import type { Id, Instant } from '@courant/base';
import type { Picture } from '@courant/picture';
import type { AtAddress, LiveStory, OpenPackage, Paper, Shelf, Snapshot } from '@courant/press';
import { picturesIn } from '@courant/story';
import type { Selectable } from 'kysely';
import { cardsOfDay, daysAround, newestCards, packageCards, pictureOf } from './cards.ts';
import type { Database, Tx } from './database.ts';
import { headOf } from './log.ts';
import type { LiveStoryRow, Tables } from './tables.ts';

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
    byId: (id) => byId(tx, id),
    newestMoment: (edition) => newestMoment(tx, edition.id),
    ofDay: (list) => cardsOfDay(tx, list),
    daysAround: (edition, day) => daysAround(tx, edition, day),
    packages: (edition) => packagesIn(tx, edition),
    packageCards: (list) => packageCards(tx, list),
  };
}

/** The paper, its editions and its sections in their order. Throws where no paper was set up. */
export async function paperIn(tx: Tx): Promise<Paper> {
  const publication = await tx.selectFrom('publication').selectAll().executeTakeFirstOrThrow();
  const editions = await tx.selectFrom('edition').selectAll().orderBy('position').orderBy('key').execute();
  const sections = await tx.selectFrom('section').selectAll().orderBy('position').orderBy('path').execute();
  const { id, name, tagline, disclosure, contact } = publication;
  return {
    publication: {
      id,
      name,
      ...(tagline === null ? {} : { tagline }),
      ...(disclosure === null ? {} : { disclosure }),
      ...(contact === null ? {} : { contact }),
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
    })),
    sections: sections.map((row) => ({ id: row.id, path: row.path, name: row.name, position: row.position })),
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
  const corrections = await tx
    .selectFrom('live_correction')
    .select(['at', 'note'])
    .where('story', '=', row.story)
    .orderBy('number')
    .execute();
  const places = await tx
    .selectFrom('live_placement')
    .innerJoin('edition', 'edition.id', 'live_placement.edition')
    .innerJoin('section', 'section.id', 'live_placement.section')
    .select(['edition.key as edition', 'section.path as section'])
    .where('story', '=', row.story)
    .orderBy('edition.position')
    .execute();
  return { ...row, corrections, places, pictures: await picturesById(tx, picturesIn(row.copy)) };
}

async function picturesById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Picture>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('picture')
    .selectAll()
    .where('id', 'in', ids as readonly Id[])
    .execute();
  return new Map(rows.map((row) => [row.id, pictureOf(row)]));
}

async function newestMoment(tx: Tx, edition: Id): Promise<Instant | undefined> {
  const newest = tx.selectFrom('live_placement').select('published').where('edition', '=', edition);
  return (await newest.orderBy('published', 'desc').limit(1).executeTakeFirst())?.published;
}

async function packagesIn(tx: Tx, edition: Id): Promise<readonly OpenPackage[]> {
  const packages = await tx
    .selectFrom('live_package')
    .selectAll()
    .where('edition', '=', edition)
    .orderBy('position')
    .execute();
  if (packages.length === 0) return [];
  const ids = packages.map((row) => row.id);
  const members = await tx
    .selectFrom('package_story')
    .innerJoin('live_placement', 'live_placement.story', 'package_story.story')
    .select(['package', 'package_story.story'])
    .where('package', 'in', ids)
    .where('live_placement.edition', '=', edition)
    .orderBy('position')
    .execute();
  return packages.map((row) => ({
    id: row.id,
    kind: row.kind,
    urlSlug: row.url_slug,
    title: row.title,
    ...(row.teaser === null ? {} : { teaser: row.teaser }),
    stories: members.filter((member) => member.package === row.id).map((member) => member.story),
  }));
}

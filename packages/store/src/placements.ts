import type { Id, Instant } from '@courant/base';
import type { Place, PlacementChange, Placements } from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Where stories stand, in one transaction. */
export function placementsIn(tx: Tx): Placements {
  return {
    of: (story) => placesOf(tx, story),
    set: (story, change) => setPlaces(tx, story, change),
    async setLive(story, live) {
      await tx.updateTable('placement').set({ live }).where('story', '=', story).execute();
    },
    unknown: (places) => unknownIn(tx, places),
    opened: (editions, by) => openedBy(tx, editions, by),
    async packages(story) {
      const rows = tx
        .selectFrom('package_story')
        .select('package')
        .where('story', '=', story)
        .orderBy('package');
      return (await rows.execute()).map((row) => row.package);
    },
  };
}

async function placesOf(tx: Tx, story: Id): Promise<readonly Place[]> {
  return tx
    .selectFrom('placement')
    .innerJoin('edition', 'edition.id', 'placement.edition')
    .innerJoin('section', 'section.id', 'placement.section')
    .select(['edition.key as edition', 'section.path as section'])
    .where('story', '=', story)
    .orderBy('edition.position')
    .execute();
}

async function setPlaces(tx: Tx, story: Id, change: PlacementChange): Promise<void> {
  const { kind, published } = change;
  for (const place of change.places) {
    await tx
      .insertInto('placement')
      .columns(['story', 'edition', 'section', 'live', 'kind', 'published'])
      .expression(
        tx
          .selectFrom('edition')
          .innerJoin('section', (join) => join.onTrue())
          .select([
            sql<Id>`${story}::uuid`.as('story'),
            'edition.id as edition',
            'section.id as section',
            sql<boolean>`true`.as('live'),
            sql<string>`${kind}::text`.as('kind'),
            sql<typeof published>`${published}::timestamptz`.as('published'),
          ])
          .where('edition.key', '=', place.edition)
          .where('section.path', '=', place.section),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['story', 'edition'])
          .doUpdateSet((row) => ({ section: row.ref('excluded.section') })),
      )
      .execute();
  }
  await tx.updateTable('placement').set({ kind, published }).where('story', '=', story).execute();
}

async function unknownIn(tx: Tx, places: readonly Place[]): Promise<readonly string[]> {
  if (places.length === 0) return [];
  const editions = await tx.selectFrom('edition').select('key').execute();
  const sections = await tx.selectFrom('section').select('path').execute();
  const keys = new Set(editions.map((row) => row.key));
  const paths = new Set(sections.map((row) => row.path));
  return places.flatMap(({ edition, section }) => [
    ...(keys.has(edition) ? [] : [`edition “${edition}”`]),
    ...(paths.has(section) ? [] : [`section “${section}”`]),
  ]);
}

async function openedBy(
  tx: Tx,
  editions: readonly string[],
  by: { story: Id; published: Instant },
): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select e.key from edition e
    where e.key = any(${[...editions]}::text[]) and not exists (
      select 1 from placement p
      where p.edition = e.id and p.live and p.story <> ${by.story}
        and p.published >= date_trunc('day', ${by.published}::timestamptz at time zone e.time_zone) at time zone e.time_zone)
    order by e.key`.execute(tx);
  return rows.map((row) => row.key);
}

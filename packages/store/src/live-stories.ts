import type { Id } from '@courant/base';
import type { LiveStory } from '@courant/press';
import { picturesIn } from '@courant/story';
import type { Selectable } from 'kysely';
import type { Tx } from './database.ts';
import { picturesById } from './pictures.ts';
import type { LiveStoryRow } from './tables.ts';

/** Live stories, whole, in the order of their rows: with their corrections, places and pictures. */
export async function liveStories(
  tx: Tx,
  rows: readonly Selectable<LiveStoryRow>[],
): Promise<readonly LiveStory[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ story }) => story);
  const corrections = await tx
    .selectFrom('live_correction')
    .select(['story', 'at', 'note'])
    .where('story', 'in', ids)
    .orderBy('number')
    .execute();
  const places = await tx
    .selectFrom('live_placement')
    .innerJoin('edition', 'edition.id', 'live_placement.edition')
    .innerJoin('section', 'section.id', 'live_placement.section')
    .select(['story', 'edition.key as edition', 'section.path as section'])
    .where('story', 'in', ids)
    .orderBy('edition.position')
    .execute();
  const named = rows.map(({ copy }) => picturesIn(copy));
  const pictures = await picturesById(tx, [...new Set(named.flat())]);
  const own = <T extends { readonly story: Id }>(all: readonly T[], story: Id) =>
    all.filter((one) => one.story === story).map(({ story: _, ...rest }) => rest);
  return rows.map(
    (row, i): LiveStory => ({
      ...row,
      corrections: own(corrections, row.story),
      places: own(places, row.story),
      pictures: new Map(
        (named[i] ?? []).flatMap((id) => {
          const picture = pictures.get(id);
          return picture ? [[id, picture] as const] : [];
        }),
      ),
    }),
  );
}

/** The live stories among some, whole. */
export async function liveStoriesOf(tx: Tx, stories: readonly Id[]): Promise<readonly LiveStory[]> {
  if (stories.length === 0) return [];
  return liveStories(
    tx,
    await tx.selectFrom('live_story').selectAll().where('story', 'in', stories).execute(),
  );
}

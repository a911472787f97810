import type { Id } from '@courant/base';
import type { Revision, Revisions } from '@courant/desk';
import type { Selectable } from 'kysely';
import type { Tx } from './database.ts';
import type { RevisionRow } from './tables.ts';

/** Immutable revisions, in one transaction. An erased one is not given. */
export function revisionsIn(tx: Tx): Revisions {
  return {
    async byId(id) {
      const row = await tx.selectFrom('revision').selectAll().where('id', '=', id).executeTakeFirst();
      return row && revisionOf(row);
    },
    async latestNumber(story: Id) {
      const row = await tx
        .selectFrom('revision')
        .select('number')
        .where('story', '=', story)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.number ?? 0;
    },
    async add({ contentHash, copy, note, ...revision }) {
      await tx
        .insertInto('revision')
        .values({
          ...revision,
          copy: JSON.stringify(copy),
          content_hash: contentHash,
          note: note ?? null,
          erased: null,
        })
        .execute();
    },
  };
}

function revisionOf(row: Selectable<RevisionRow>): Revision | undefined {
  const { id, story, number, kind, copy, made, actor } = row;
  if (copy === null) return undefined;
  const note = row.note === null ? {} : { note: row.note };
  return { id, story, number, kind, copy, contentHash: row.content_hash, ...note, made, actor };
}

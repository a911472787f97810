import type { Drafts } from '@courant/desk';
import type { Tx } from './database.ts';

/** The growing lists of updates that are drafts, in one transaction. */
export function draftsIn(tx: Tx): Drafts {
  return {
    async updates(story) {
      const rows = await tx
        .selectFrom('draft_update')
        .select('update')
        .where('story', '=', story)
        .orderBy('number')
        .execute();
      return rows.map((row) => row.update);
    },
    async add(update) {
      await tx
        .insertInto('draft_update')
        .values({ ...update, update: Buffer.from(update.update) })
        .execute();
    },
  };
}

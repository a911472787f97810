import type { Id } from '@courant/base';
import type { Schedule, Schedules } from '@courant/desk';
import type { Tx } from './database.ts';

/** Publications at a set time, in one transaction. */
export function schedulesIn(tx: Tx): Schedules {
  return {
    async add({ places, ...schedule }) {
      await tx
        .insertInto('schedule')
        .values({ ...schedule, places: JSON.stringify(places), settled: null, why: null })
        .execute();
    },
    async due(now) {
      const rows = tx.selectFrom('schedule').select('id').where('state', '=', 'due').where('due', '<=', now);
      return (await rows.orderBy('due').limit(100).execute()).map((row) => row.id);
    },
    take: (id) => take(tx, id),
    async settle(id, { state, at, why }) {
      await tx
        .updateTable('schedule')
        .set({ state, settled: at, why: why ?? null })
        .where('id', '=', id)
        .execute();
    },
    async cancel(story, { at, why }) {
      const result = await tx
        .updateTable('schedule')
        .set({ state: 'cancelled', settled: at, why: why ?? null })
        .where('story', '=', story)
        .where('state', '=', 'due')
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
  };
}

async function take(tx: Tx, id: Id): Promise<Schedule | undefined> {
  return tx
    .selectFrom('schedule')
    .select(['id', 'story', 'revision', 'due', 'places', 'actor', 'made'])
    .where('id', '=', id)
    .where('state', '=', 'due')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

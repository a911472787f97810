import type { LogReader } from '@courant/press';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { entriesAfter, headOf } from './log.ts';

/** One process's page cache as a consumer of the log. */
export interface PageCacheConsumer {
  /** Unique among the processes of the paper. */
  readonly name: string;
  /** Where the process answers, for the delivery report. */
  readonly address?: string | null;
}

const KIND = 'page-cache';

/** The log as the page cache of this process follows it. */
export function logReaderOn(database: Database, consumer: PageCacheConsumer): LogReader {
  return {
    head: () => database.transaction(headOf),
    after: (position, most) => database.transaction((tx) => entriesAfter(tx, position, most)),
    enrol: (position) => enrol(database, consumer, position),
    report: (position) => report(database, consumer.name, position),
    behind: (seq) => behind(database, seq),
  };
}

const NOW = sql<never>`clock_timestamp()`;

async function enrol(
  database: Database,
  { name, address = null }: PageCacheConsumer,
  position: number,
): Promise<void> {
  await database.transaction((tx) =>
    tx
      .insertInto('consumer')
      .values({ name, kind: KIND, position, heartbeat: NOW, address })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ position, heartbeat: NOW, address }))
      .execute(),
  );
}

async function report(database: Database, name: string, position: number): Promise<boolean> {
  const result = await database.transaction((tx) =>
    tx.updateTable('consumer').set({ position, heartbeat: NOW }).where('name', '=', name).executeTakeFirst(),
  );
  return result.numUpdatedRows > 0n;
}

/** Names of the page caches alive within the last 2 s that have not reached an entry. */
export async function behind(database: Database, seq: number): Promise<readonly string[]> {
  return database.transaction(async (tx) => {
    const rows = tx
      .selectFrom('consumer')
      .select('name')
      .where('kind', '=', KIND)
      .where('position', '<', seq)
      .where(sql<boolean>`heartbeat > clock_timestamp() - interval '2 seconds'`);
    return (await rows.execute()).map((row) => row.name);
  });
}

/** The address of a page cache that is alive, as readers know it. */
export async function servedAt(database: Database): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    const row = await tx
      .selectFrom('consumer')
      .select('address')
      .where('kind', '=', KIND)
      .where('address', 'is not', null)
      .where(sql<boolean>`heartbeat > clock_timestamp() - interval '2 seconds'`)
      .orderBy('name')
      .limit(1)
      .executeTakeFirst();
    return row?.address ?? undefined;
  });
}

/** A consumer with its position, for reports. */
export interface ConsumerReport {
  readonly name: string;
  readonly kind: string;
  readonly position: number;
  /** Milliseconds since its last sign of life. */
  readonly silence: number;
}

/** All consumers ever seen and not yet taken off, the live ones first. */
export async function consumers(database: Database): Promise<readonly ConsumerReport[]> {
  return database.transaction(async (tx) => {
    const silence = sql<number>`(extract(epoch from clock_timestamp() - heartbeat) * 1000)::integer`;
    return tx
      .selectFrom('consumer')
      .select(['name', 'kind', 'position', silence.as('silence')])
      .orderBy('silence')
      .execute();
  });
}

/** Takes a consumer off the list: its process ends in order. */
export async function signOff(database: Database, name: string): Promise<void> {
  await database.transaction((tx) => tx.deleteFrom('consumer').where('name', '=', name).execute());
}

/** Takes off those that ended without a word an hour ago or longer. */
export async function forgetDead(database: Database): Promise<void> {
  await database.transaction((tx) =>
    tx
      .deleteFrom('consumer')
      .where(sql<boolean>`heartbeat < clock_timestamp() - interval '1 hour'`)
      .execute(),
  );
}

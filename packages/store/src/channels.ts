import type { Instant } from '@courant/base';
import type { Channel, ChannelPage, Channels } from '@courant/desk';
import { readChannelSettings } from '@courant/wire';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { ChannelRow } from './wire-tables.ts';

/** The channels of the paper, in one transaction. */
export function channelsIn(tx: Tx): Channels {
  return {
    all: async () => (await tx.selectFrom('channel').selectAll().orderBy('key').execute()).map(channelOf),
    async byKey(key) {
      const row = await tx
        .selectFrom('channel')
        .selectAll()
        .where('key', '=', key)
        .forUpdate()
        .executeTakeFirst();
      return row && channelOf(row);
    },
    save: (channel, due) => save(tx, channel, due),
    async remove(key) {
      const { numDeletedRows } = await tx.deleteFrom('channel').where('key', '=', key).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    takeDue: (now, until) => takeDue(tx, now, until),
    async hold(key, until) {
      await tx.updateTable('channel').set({ visited_until: until }).where('key', '=', key).execute();
    },
    async remember(key, memory) {
      await tx
        .updateTable('channel')
        .set({ memory: JSON.stringify(memory) })
        .where('key', '=', key)
        .execute();
    },
    page: (key) => pageOf(tx, key),
    setPage: (key, page) => setPage(tx, key, page),
    async settle(key, health, due) {
      const settled = { health: JSON.stringify(health), due: due ?? null, visited_until: null };
      await tx.updateTable('channel').set(settled).where('key', '=', key).execute();
    },
  };
}

async function pageOf(tx: Tx, key: string): Promise<ChannelPage | undefined> {
  const columns = tx.selectFrom('channel').select(['callback', 'subscription']).where('key', '=', key);
  const row = await columns.forUpdate().executeTakeFirst();
  if (!row) return undefined;
  const { callback, subscription } = row;
  return { subscription, ...(callback === null ? {} : { callback }) };
}

async function setPage(tx: Tx, key: string, { callback = '', subscription }: ChannelPage): Promise<void> {
  const page = { callback: callback || null, subscription: JSON.stringify(subscription) };
  await tx.updateTable('channel').set(page).where('key', '=', key).execute();
}

async function save(tx: Tx, channel: Channel, due: Instant | undefined): Promise<void> {
  const { id, key, supplier = null, settings, health, memory } = channel;
  const told = {
    supplier,
    settings: JSON.stringify(settings),
    health: JSON.stringify(health),
    memory: JSON.stringify(memory),
    due: due ?? null,
  };
  await tx
    .insertInto('channel')
    .values({ id, key, ...told, visited_until: null, made: health.since })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(told))
    .execute();
}

async function takeDue(tx: Tx, now: Instant, until: Instant): Promise<Channel | undefined> {
  const { rows } = await sql<Selectable<ChannelRow>>`
    update channel set visited_until = ${until}
    where id = (
      select id from channel where due <= ${now} and (visited_until is null or visited_until <= ${now})
      order by due limit 1 for update skip locked
    )
    returning *`.execute(tx);
  return rows[0] && channelOf(rows[0]);
}

function channelOf({ id, key, supplier, settings, health, memory }: Selectable<ChannelRow>): Channel {
  const read = readChannelSettings(settings);
  // What is stored was read before it was: another sentence would come from another version of the paper.
  if (!read.ok) throw new Error(`the settings of channel “${key}” cannot be read: ${read.say}`);
  return {
    ...{ id, key, memory, settings: read.value },
    ...(supplier === null ? {} : { supplier }),
    health,
  };
}

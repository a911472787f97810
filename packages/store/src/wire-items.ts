import type { Id, Instant } from '@courant/base';
import type { FiledItem, Filing, ItemKey, VersionOnFile, WireItems } from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { fileIn } from './wire-filing.ts';

/** The number under which filing is held: one files at a time. */
const FILING = 5_521_012;

/** Agency copy on file, in one transaction. */
export function wireItemsIn(tx: Tx): WireItems {
  return {
    async holdFiling() {
      await sql`select pg_advisory_xact_lock(${FILING})`.execute(tx);
    },
    keepPayload: (payload) => keepPayload(tx, payload),
    chainsOf: (keys) => chainsOf(tx, keys),
    file: (filing: Filing) => fileIn(tx, filing),
    byId: async (id) => (await itemsIn(tx, sql`id = ${id}`))[0],
    versions: (chain) => itemsIn(tx, sql`chain = ${chain}`),
    async chain({ supplier, itemId }) {
      const row = tx.selectFrom('wire_name').select('chain').where('supplier', '=', supplier);
      return (await row.where('item_id', '=', itemId).executeTakeFirst())?.chain;
    },
    story: (chain) => storyFrom(tx, chain),
  };
}

/** Keeps the bytes of a payload; where they are kept already, holds them, so that nobody deletes them meanwhile. */
export async function keepPayload(
  tx: Tx,
  payload: { readonly hash: string; readonly bytes: Uint8Array; readonly received: Instant },
): Promise<void> {
  const { hash, bytes, received } = payload;
  const { numAffectedRows } = await sql`
    insert into wire_payload (hash, bytes, received) values (${hash}, ${Buffer.from(bytes)}, ${received})
    on conflict do nothing`.execute(tx);
  if (numAffectedRows === 1n) return;
  const { rows } = await sql`select from wire_payload where hash = ${hash} for key share`.execute(tx);
  // Deleted since it was found there.
  if (rows.length === 0) await keepPayload(tx, payload);
}

async function chainsOf(tx: Tx, keys: readonly ItemKey[]): ReturnType<WireItems['chainsOf']> {
  const asked = JSON.stringify(keys.map(({ supplier, itemId }) => ({ supplier, item_id: itemId })));
  const chains = sql`select distinct n.chain from wire_name n
    join jsonb_to_recordset(${asked}::jsonb) as k(supplier text, item_id text) using (supplier, item_id)`;
  const { rows: names } = await sql<{ supplier: string; itemId: string; chain: Id }>`
    select supplier, item_id as "itemId", chain from wire_name where chain in (${chains})`.execute(tx);
  if (names.length === 0) return { versions: [], names: [] };
  const { rows: versions } = await sql<Nulled<VersionOnFile>>`
    select i.id as row, i.supplier, i.item_id as id, nullif(i.version, '') as version,
      i.version_created as "versionCreated", i.chain, i.content_hash as "contentHash", i.payload, i.part, i.received,
      i.item->>'status' as status, i.item->>'signal' as signal, (i.item->>'take')::int as take,
      case when c.latest = i.id then c.held end as held,
      i.item->'headline' is not null or i.item->'body' is not null as "hasWords"
    from wire_item i join wire_chain c on c.id = i.chain
    where i.chain in (${chains}) order by i.received, i.id`.execute(tx);
  return { versions: versions.map(withoutNulls), names };
}

/** A row as the database gives it: null where nothing is. */
export type Nulled<T> = { [K in keyof T]: T[K] | null };

/** A row without the columns that hold nothing: what is absent is absent. */
export function withoutNulls<T extends object>(row: Nulled<T>): T {
  // The query gives every column that must be there.
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}

async function storyFrom(tx: Tx, chain: Id): Promise<Id | undefined> {
  const row = await tx
    .selectFrom('story_wire')
    .innerJoin('wire_item', 'wire_item.id', 'story_wire.wire_item')
    .select('story_wire.story')
    .where('wire_item.chain', '=', chain)
    .orderBy('story_wire.used')
    .limit(1)
    .executeTakeFirst();
  return row?.story;
}

/** Versions on file, oldest arrival first. */
export async function itemsIn(tx: Tx, which: ReturnType<typeof sql>): Promise<readonly FiledItem[]> {
  const rows = await tx
    .selectFrom('wire_item')
    .select(['id', 'supplier', 'content_hash', 'payload', 'part', 'received', 'chain', 'item'])
    .where(which as ReturnType<typeof sql<boolean>>)
    .orderBy('received')
    .orderBy('id')
    .execute();
  return rows.map(({ content_hash: contentHash, ...row }) => ({ ...row, contentHash }));
}

import type { Id } from '@courant/base';
import type { FiledItem, WireItems } from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Agency copy on file, in one transaction. */
export function wireItemsIn(tx: Tx): WireItems {
  return {
    async lockChain(supplier, itemId) {
      // There may be no row to hold yet: the chain is held by a number made of its name.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${supplier}\n${itemId}`}, 0))`.execute(tx);
    },
    versions: (supplier, itemId) => versionsIn(tx, supplier, itemId),
    async keepPayload(payload) {
      await tx
        .insertInto('wire_payload')
        .values({ ...payload, bytes: Buffer.from(payload.bytes) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    add: (filed) => addItem(tx, filed),
    story: (supplier, itemId) => storyFrom(tx, supplier, itemId),
    async link({ story, item, at }) {
      await tx
        .insertInto('story_wire')
        .values({ story, wire_item: item, used: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}

async function addItem(
  tx: Tx,
  { id, supplier, contentHash, payload, received, item }: FiledItem,
): Promise<void> {
  await tx
    .insertInto('wire_item')
    .values({
      id,
      supplier,
      item_id: item.id,
      version: item.version ?? '',
      content_hash: contentHash,
      payload,
      format: item.format,
      item: JSON.stringify(item),
      version_created: item.versionCreated ?? null,
      received,
    })
    .execute();
}

async function storyFrom(tx: Tx, supplier: string, itemId: string): Promise<Id | undefined> {
  const row = await tx
    .selectFrom('story_wire')
    .innerJoin('wire_item', 'wire_item.id', 'story_wire.wire_item')
    .select('story_wire.story')
    .where('supplier', '=', supplier)
    .where('item_id', '=', itemId)
    .orderBy('story_wire.used')
    .limit(1)
    .executeTakeFirst();
  return row?.story;
}

async function versionsIn(tx: Tx, supplier: string, itemId: string): Promise<readonly FiledItem[]> {
  const rows = await tx
    .selectFrom('wire_item')
    .select(['id', 'supplier', 'content_hash', 'payload', 'received', 'item'])
    .where('supplier', '=', supplier)
    .where('item_id', '=', itemId)
    .orderBy('received')
    .orderBy('id')
    .execute();
  return rows.map(({ content_hash: contentHash, ...row }) => ({ ...row, contentHash }));
}

import type { Id, Instant } from '@courant/base';
import type {
  ChainsOnFile,
  Cleared,
  ItemKey,
  OldPart,
  OldPlace,
  Retention,
  VersionOnFile,
} from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { Nulled } from './wire-items.ts';
import { withoutNulls } from './wire-items.ts';

/** Copy whose time is over, in one transaction. */
export function retentionIn(tx: Tx): Retention {
  return {
    clearChains: (part, now) => clearChains(tx, part, now),
    clearReceipts: (part) => clearReceipts(tx, part),
    forget: (before, most) => forget(tx, before, most),
    marksOf: (keys) => marksOf(tx, keys),
    async seen(marks, at) {
      await sql`update wire_gone set seen = ${at} where id = any(${marks}::uuid[])`.execute(tx);
    },
  };
}

async function clearChains(tx: Tx, part: OldPart, now: Instant): Promise<Cleared> {
  const { rows: old } = await sql<OldPlace>`
    select id, newest as at from wire_chain
    where supplier = ${part.supplier} and newest < ${part.before} and ${afterPlace(part, 'newest')}
    order by newest, id limit ${part.most}`.execute(tx);
  const going = await notNeeded(
    tx,
    old.map(({ id }) => id),
    part.before,
  );
  if (going.length > 0) await clearAll(tx, going, now);
  return clearedTo(going.length, old, part.most);
}

function afterPlace({ after }: OldPart, moment: 'newest' | 'last') {
  return after ? sql`(${sql.ref(moment)}, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
}

function clearedTo(deleted: number, walked: readonly OldPlace[], most: number): Cleared {
  const last = walked.at(-1);
  return { deleted, ...(last && walked.length === most ? { at: { at: last.at, id: last.id } } : {}) };
}

/** Chains that nothing uses and nobody is to look at, held with all their versions: nothing can come to use them now. */
async function notNeeded(tx: Tx, chains: readonly Id[], before: Instant): Promise<readonly Id[]> {
  if (chains.length === 0) return [];
  // Whoever is just linking a version to a story holds it: such a one is passed over.
  const { rows: held } = await sql<{ id: Id }>`
    select id from wire_item where chain = any(${chains}::uuid[]) for update skip locked`.execute(tx);
  const ids = held.map(({ id }) => id);
  // What was linked before they were held is seen from here on.
  const { rows } = await sql<{ id: Id }>`
    select c.id from wire_chain c
    where c.id = any(${chains}::uuid[]) and c.held is null and not exists (
      select from wire_item i where i.chain = c.id and (
        i.received >= ${before} or i.todo is not null or i.id <> all(${ids}::uuid[])
        or exists (select from story_wire s where s.wire_item = i.id)
        or exists (select from wire_alert a where a.wire_item = i.id)
        or exists (select from wire_merge m where m.wire_item = i.id)
        or exists (select from wire_merge m where m.base = i.id)
        or exists (select from receipt r where r.payload = i.payload and r.state <> 'read')))
    for update of c skip locked`.execute(tx);
  return rows.map(({ id }) => id);
}

async function clearAll(tx: Tx, chains: readonly Id[], now: Instant): Promise<void> {
  const { rows: groups } = await sql<{ grouped: Id }>`
    delete from wire_chain where id = any(${chains}::uuid[]) returning grouped`.execute(tx);
  const { rows: gone } = await sql<{ payload: string }>`
    with gone as (
      delete from wire_item where chain = any(${chains}::uuid[])
      returning id, chain, supplier, item_id, version, content_hash, payload, part, version_created, received,
        item->>'status' as status, item->>'signal' as signal, (item->>'take')::int as take
    )
    insert into wire_gone (id, chain, supplier, item_id, version, content_hash, payload, part, version_created, received,
      status, signal, take, seen)
    select gone.*, ${now}::timestamptz from gone on conflict (id) do nothing
    returning payload`.execute(tx);
  await leadAnew(
    tx,
    groups.map(({ grouped }) => grouped),
  );
  await clearPayloads(
    tx,
    gone.map(({ payload }) => payload),
  );
}

/** Of items that tell the same the newest that is left leads. */
async function leadAnew(tx: Tx, groups: readonly Id[]): Promise<void> {
  await sql`
    update wire_chain c set leads = true
    from (
      select distinct on (grouped) id from wire_chain where grouped = any(${groups}::uuid[])
      order by grouped, newest desc, id desc
    ) first
    where c.id = first.id and not c.leads`.execute(tx);
}

/** Deletes payloads, and what is known of how they came, from which nothing on file was read. */
async function clearPayloads(tx: Tx, payloads: readonly string[]): Promise<void> {
  if (payloads.length === 0) return;
  await sql`
    delete from receipt r where r.payload = any(${payloads}::text[]) and r.state = 'read'
      and not exists (select from wire_item i where i.payload = r.payload)`.execute(tx);
  // Who is just bringing the same bytes again holds them.
  const { rows } = await sql<{ hash: string }>`
    select hash from wire_payload where hash = any(${payloads}::text[]) for update skip locked`.execute(tx);
  await sql`
    delete from wire_payload p where p.hash = any(${rows.map(({ hash }) => hash)}::text[])
      and not exists (select from receipt r where r.payload = p.hash)
      and not exists (select from wire_item i where i.payload = p.hash)`.execute(tx);
}

async function clearReceipts(tx: Tx, part: OldPart): Promise<Cleared> {
  const { rows: old } = await sql<OldPlace & { payload: string }>`
    select id, last as at, payload from receipt
    where state = 'read' and coalesce(supplier, channel) = ${part.supplier} and last < ${part.before}
      and ${afterPlace(part, 'last')}
    order by last, id limit ${part.most} for update skip locked`.execute(tx);
  const { rows: unused } = await sql<{ payload: string }>`
    select brought.payload from unnest(${old.map(({ payload }) => payload)}::text[]) brought (payload)
    where not exists (select from wire_item i where i.payload = brought.payload)`.execute(tx);
  const gone = new Set(unused.map(({ payload }) => payload));
  const going = old.filter(({ payload }) => gone.has(payload));
  await sql`delete from receipt where id = any(${going.map(({ id }) => id)}::uuid[])`.execute(tx);
  await clearPayloads(
    tx,
    going.map(({ payload }) => payload),
  );
  return clearedTo(going.length, old, part.most);
}

async function forget(tx: Tx, before: Instant, most: number): Promise<number> {
  const { rows } = await sql<{ chain: Id }>`
    delete from wire_gone where id in (
      select id from wire_gone
      where seen < ${before} and status is distinct from 'canceled' and signal is distinct from 'kill'
      order by seen, id limit ${most} for update skip locked)
    returning chain`.execute(tx);
  await sql`
    delete from wire_name n where n.chain = any(${rows.map(({ chain }) => chain)}::uuid[])
      and not exists (select from wire_chain c where c.id = n.chain)
      and not exists (select from wire_gone g where g.chain = n.chain)`.execute(tx);
  return rows.length;
}

async function marksOf(tx: Tx, keys: readonly ItemKey[]): Promise<ChainsOnFile> {
  const asked = JSON.stringify(keys.map(({ supplier, itemId }) => ({ supplier, item_id: itemId })));
  const { rows: names } = await sql<{ supplier: string; itemId: string; chain: Id }>`
    select n.supplier, n.item_id as "itemId", n.chain from wire_name n
    join jsonb_to_recordset(${asked}::jsonb) as k(supplier text, item_id text) using (supplier, item_id)
    where exists (select from wire_gone g where g.chain = n.chain)`.execute(tx);
  if (names.length === 0) return { versions: [], names };
  const { rows } = await sql<Nulled<VersionOnFile>>`
    select id as row, chain, supplier, item_id as id, nullif(version, '') as version, content_hash as "contentHash", payload,
      part, version_created as "versionCreated", received, status, signal, take
    from wire_gone where chain = any(${names.map(({ chain }) => chain)}::uuid[])`.execute(tx);
  return { versions: rows.map(withoutNulls), names };
}

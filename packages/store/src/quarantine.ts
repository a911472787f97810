import type { Id, Instant } from '@courant/base';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** A receipt that was set apart. */
export interface QuarantinedReceipt {
  readonly id: Id;
  readonly channel: string;
  readonly name: string | null;
  readonly received: Instant;
  readonly times: number;
  readonly bytes: number;
  readonly why: string;
  readonly say: string;
}

/** Receipts set apart, oldest first, after one of them; of one channel where it is named. */
export async function quarantined(
  tx: Tx,
  { channel, after, most }: { channel?: string; after?: { received: Instant; id: Id }; most: number },
): Promise<readonly QuarantinedReceipt[]> {
  const rest = after
    ? sql`(r.received, r.id) > (${after.received}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  const { rows } = await sql<QuarantinedReceipt>`
    select r.id, r.channel, r.name, r.received, r.times, octet_length(p.bytes) as bytes, r.why, r.say
    from receipt r join wire_payload p on p.hash = r.payload
    where r.state = 'quarantined' and ${channel === undefined ? sql`true` : sql`r.channel = ${channel}`} and ${rest}
    order by r.received, r.id limit ${most}`.execute(tx);
  return rows;
}

/** Puts receipts back among those to be read: one that was set apart, or all of them; gives how many. */
export async function retryQuarantined(tx: Tx, which: Id | 'all'): Promise<number> {
  const one = which === 'all' ? sql`true` : sql`id = ${which}`;
  const { numAffectedRows = 0n } = await sql`
    update receipt set state = 'new', attempts = 0, why = null, say = null, settled = null
    where state = 'quarantined' and ${one}`.execute(tx);
  if (numAffectedRows > 0n) await sql`select pg_notify('wire_inbox', '')`.execute(tx);
  return Number(numAffectedRows);
}

/** Puts everything that arrived in a span of time back among what is to be read; gives how many receipts. */
export async function replayReceipts(
  tx: Tx,
  { from, until, channel }: { from: Instant; until: Instant; channel?: string },
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update receipt set state = 'new', attempts = 0, why = null, say = null, settled = null
    where received >= ${from} and received < ${until}
      and ${channel === undefined ? sql`true` : sql`channel = ${channel}`}`.execute(tx);
  if (numAffectedRows > 0n) await sql`select pg_notify('wire_inbox', '')`.execute(tx);
  return Number(numAffectedRows);
}

/** The bytes that a version was read from, as they came. */
export async function payloadOf(tx: Tx, hash: string): Promise<Uint8Array | undefined> {
  const row = tx.selectFrom('wire_payload').select('bytes').where('hash', '=', hash);
  return (await row.executeTakeFirst())?.bytes;
}

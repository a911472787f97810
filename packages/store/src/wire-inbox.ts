import type { Id, Instant } from '@courant/base';
import type { Inbox, Receipt, ReceiptOutcome, Unread } from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** What arrived and was not filed yet, in one transaction. */
export function inboxIn(tx: Tx): Inbox {
  return {
    receive: (receipt, bytes) => receive(tx, receipt, bytes),
    take: (most) => take(tx, most),
    settle: (id, outcome, at) => settle(tx, { id, outcome, at }),
  };
}

async function receive(tx: Tx, receipt: Receipt, bytes: Uint8Array): Promise<'kept' | 'known'> {
  const { id, channel, supplier = null, payload, mediaType = null, name = null, headers, received } = receipt;
  await sql`insert into wire_payload (hash, bytes, received) values (${payload}, ${Buffer.from(bytes)}, ${received})
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ isNew: boolean }>`
    insert into receipt as r (id, channel, supplier, payload, media_type, name, headers, received, last)
    values (${id}, ${channel}, ${supplier}, ${payload}, ${mediaType}, ${name}, ${JSON.stringify(headers)}::jsonb,
      ${received}, ${received})
    on conflict (channel, payload) do update set times = r.times + 1, last = excluded.last
    returning times = 1 as "isNew"`.execute(tx);
  const isNew = rows[0]?.isNew ?? false;
  if (isNew) await sql`select pg_notify('wire_inbox', '')`.execute(tx);
  return isNew ? 'kept' : 'known';
}

/** The earliest that fit together into the bytes asked for; at least one, however large. */
async function take(
  tx: Tx,
  most: { readonly receipts: number; readonly bytes: number },
): Promise<readonly Unread[]> {
  const { rows } = await sql<UnreadRow>`
    with first as (
      select r.id, sum(octet_length(p.bytes)) over (order by r.received, r.id) - octet_length(p.bytes) as before
      from (select * from receipt where state = 'new' order by received, id limit ${most.receipts}) r
      join wire_payload p on p.hash = r.payload
    ), taken as (
      update receipt r set attempts = attempts + 1 from first where first.id = r.id and first.before < ${most.bytes}
      returning r.*
    )
    select t.id, t.channel, t.supplier, t.payload, t.media_type as "mediaType", t.name, t.headers, t.received,
      t.attempts, p.bytes, s.time_zone as "timeZone"
    from taken t join wire_payload p on p.hash = t.payload left join supplier s on s.key = t.supplier
    order by t.received, t.id`.execute(tx);
  return rows.map(unreadOf);
}

interface UnreadRow {
  readonly id: Id;
  readonly channel: string;
  readonly supplier: string | null;
  readonly payload: string;
  readonly mediaType: string | null;
  readonly name: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly received: Instant;
  readonly attempts: number;
  readonly bytes: Uint8Array;
  readonly timeZone: string | null;
}

function unreadOf({ supplier, mediaType, name, timeZone, ...row }: UnreadRow): Unread {
  return {
    ...row,
    ...(supplier === null ? {} : { supplier }),
    ...(mediaType === null ? {} : { mediaType }),
    ...(name === null ? {} : { name }),
    ...(timeZone === null ? {} : { timeZone }),
  };
}

interface Settlement {
  readonly id: Id;
  readonly outcome: ReceiptOutcome;
  readonly at: Instant;
}

async function settle(tx: Tx, { id, outcome, at }: Settlement): Promise<void> {
  const said =
    outcome.state === 'read'
      ? { items: outcome.items, why: null, say: null }
      : { items: null, why: outcome.why, say: outcome.say };
  await tx
    .updateTable('receipt')
    .set({ state: outcome.state, settled: at, ...said })
    .where('id', '=', id)
    .execute();
}

import type { Id, Instant } from '@courant/base';
import type { Inbox, InboxMost, Receipt, SettledReceipt, Unread } from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { keepPayload } from './wire-items.ts';

/** What arrived and was not filed yet, in one transaction. */
export function inboxIn(tx: Tx): Inbox {
  return {
    receive: (receipt, bytes) => receive(tx, receipt, bytes),
    take: (most) => take(tx, most),
    settle: (settled, at) => settle(tx, settled, at),
  };
}

async function receive(tx: Tx, receipt: Receipt, bytes: Uint8Array): Promise<'kept' | 'known'> {
  const { id, channel, supplier = null, payload, mediaType = null, name = null, headers, received } = receipt;
  await keepPayload(tx, { hash: payload, bytes, received });
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

/** The earliest that fit together into the bytes asked for, at least one; what was begun too often comes last, alone. */
async function take(tx: Tx, { receipts, bytes, except }: InboxMost): Promise<readonly Unread[]> {
  const { rows } = await sql<UnreadRow>`
    with first as (
      select r.id, sum(octet_length(p.bytes)) over w - octet_length(p.bytes) as before,
        row_number() over w as place, r.attempts > 3 as alone
      from (
        select * from receipt where state = 'new' and id <> all (${except}::uuid[])
        order by attempts > 3, received, id limit ${receipts}
      ) r
      join wire_payload p on p.hash = r.payload
      window w as (order by r.attempts > 3, r.received, r.id)
    ), taken as (
      update receipt r set attempts = attempts + 1 from first
      where first.id = r.id and first.before < ${bytes} and (first.place = 1 or not first.alone)
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

async function settle(tx: Tx, settled: readonly SettledReceipt[], at: Instant): Promise<void> {
  const rows = settled.map(({ id, outcome }) => ({ id, ...outcome }));
  await sql`
    update receipt r set state = s.state, items = s.items, why = s.why, say = s.say, settled = ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, state text, items int, why text, say text)
    where r.id = s.id`.execute(tx);
}

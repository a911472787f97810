import type { Id, Instant } from '@courant/base';
import type { FiledPrint, GroupMember, NearBook, NearPrint, NearSender, PrintsFiled } from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Prints looked at by one mark, the latest filed, and in all for one text: those that share most marks. */
const MOST_BY_MARK = 16;
const MOST_SHARING = 16;
/** Prints dropped in one step. */
const STEP = 1_000;

/** The prints of late and the groups that came of them, in one transaction. */
export function nearBookIn(tx: Tx): NearBook {
  return {
    sharing: (prints) => sharing(tx, prints),
    members: (chains) => members(tx, chains),
    senders: (chains) => senders(tx, chains),
    forget: (before) => forget(tx, before),
  };
}

interface PrintRow {
  readonly chain: Id;
  readonly version: Id;
  readonly made: Instant;
  readonly opening: number;
  readonly print: Buffer;
  readonly marks: readonly number[];
}

function filedPrint({ chain, version, made, opening, print, marks }: PrintRow): FiledPrint {
  // Copied, since the bytes of a row begin anywhere.
  const values = new Uint32Array(Uint8Array.from(print).buffer);
  const parts = { opening: values.subarray(0, opening), shingles: values.subarray(opening) };
  return { chain, version, made, print: { ...parts, marks: Int32Array.from(marks) } };
}

function bytesOf({ opening, shingles }: NearPrint): Buffer {
  const values = Uint32Array.from([...opening, ...shingles]);
  return Buffer.from(values.buffer);
}

async function sharing(tx: Tx, prints: readonly NearPrint[]): ReturnType<NearBook['sharing']> {
  const asked = prints.flatMap(({ marks }, at) => Array.from(marks, (mark) => ({ at, mark })));
  const { rows } = await sql<PrintRow & { asked: number }>`
    select s.asked, n.chain, n.version, n.made, n.opening, n.print, n.marks
    from (
      select a.at as asked, m.near, row_number() over (partition by a.at order by count(*) desc, m.near desc) as place
      from unnest(${asked.map(({ at }) => at)}::int[], ${asked.map(({ mark }) => mark)}::int[]) as a(at, mark)
      cross join lateral (
        select near from wire_mark where mark = a.mark order by near desc limit ${MOST_BY_MARK}
      ) m
      group by a.at, m.near
    ) s join wire_near n on n.number = s.near
    where s.place <= ${MOST_SHARING}`.execute(tx);
  return rows.map((row) => ({ asked: row.asked, filed: filedPrint(row) }));
}

type MemberRow = Omit<GroupMember, 'filed'> & { readonly [K in keyof PrintRow]: PrintRow[K] | null };

async function members(tx: Tx, chains: readonly Id[]): Promise<readonly GroupMember[]> {
  const { rows } = await sql<MemberRow & { readonly chain: Id }>`
    select c.id as chain, c.grouped, c.leads, c.newest, n.version, n.made, n.opening, n.print, n.marks
    from wire_chain c left join wire_near n on n.chain = c.id
    where c.grouped in (select grouped from wire_chain where id = any(${chains}::uuid[]))`.execute(tx);
  return rows.map(({ chain, grouped, leads, newest, version, made, opening, print, marks }) => {
    const member = { chain, grouped, leads, newest };
    if (version === null || made === null || opening === null || print === null || marks === null)
      return member;
    return { ...member, filed: filedPrint({ chain, version, made, opening, print, marks }) };
  });
}

async function senders(tx: Tx, chains: readonly Id[]): Promise<readonly NearSender[]> {
  const { rows } = await sql<NearSender>`
    select c.id as chain, g.supplier, array(
      select distinct s.state from wire_item i join story_wire u on u.wire_item = i.id join story s on s.id = u.story
      where i.chain = g.id
    ) as stories
    from wire_chain c join wire_chain g on g.grouped = c.grouped
    where c.id = any(${chains}::uuid[])`.execute(tx);
  return rows;
}

/** Writes prints with their marks, those that were known of the same chains dropped. */
export async function keepPrints(tx: Tx, { kept, gone, at }: PrintsFiled): Promise<void> {
  if (gone.length > 0) await sql`delete from wire_near where chain = any(${gone}::uuid[])`.execute(tx);
  if (kept.length === 0) return;
  const rows = kept.map(({ print, ...row }) => ({
    ...row,
    opening: print.opening.length,
    print: bytesOf(print).toString('base64'),
    marks: [...print.marks],
  }));
  await sql`
    with kept as (
      insert into wire_near (chain, version, made, filed, opening, print, marks)
      select r.chain, r.version, r.made, ${at}, r.opening, decode(r.print, 'base64'), r.marks
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(chain uuid, version uuid, made timestamptz,
        opening smallint, print text, marks int[])
      returning number, marks
    )
    insert into wire_mark (mark, near) select unnest(marks), number from kept`.execute(tx);
}

async function forget(tx: Tx, before: Instant): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    delete from wire_near where number in (
      select number from wire_near where filed < ${before} order by filed limit ${STEP}
    )`.execute(tx);
  return numAffectedRows === BigInt(STEP);
}

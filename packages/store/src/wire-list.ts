import type { Id, Instant } from '@courant/base';
import { Fault } from '@courant/base';
import type { ChainState, FiledItem, Held, Route, TrailEntry, WireSummary } from '@courant/desk';
import { readSearch, wordsOfText } from '@courant/edition';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { isCanceled, SEARCH_TOO_BROAD } from './faults.ts';
import { configurationOf } from './search-index.ts';

/** What is asked of the live list; every part narrows it. */
export interface WireQuestion {
  /** Words, "phrases" and -words that must not stand in it. */
  readonly words?: string;
  /** Languages in which words are taken apart, the asker's first; BCP 47. */
  readonly languages: readonly string[];
  readonly supplier?: string;
  readonly desk?: string;
  readonly kind?: string;
  readonly state?: ChainState;
  /** The most urgent: 1 to this. */
  readonly urgency?: number;
  /** Id of a preset. */
  readonly preset?: Id;
  /** Whether items that tell the same are one row, that of the newest that fits. */
  readonly isGrouped: boolean;
  /** The row the list goes on after. */
  readonly after?: WirePlace;
  readonly most: number;
  /** How long what is neither common of late nor rare is looked for, in ms; 3 s where absent. */
  readonly patience?: number;
}

/** Where a row stands in the list. */
export interface WirePlace {
  readonly newest: Instant;
  readonly id: Id;
}

/** A row of the live list: an item with all its versions. */
export interface WireListRow extends WirePlace {
  readonly supplier: string;
  readonly latest: Id;
  readonly state: ChainState;
  readonly held: Held | null;
  readonly kind: string;
  readonly language: string | null;
  readonly urgency: number | null;
  readonly versions: number;
  readonly filed: number;
  readonly summary: WireSummary;
  readonly routes: readonly Route[];
  readonly desks: readonly string[];
  /** The group of those that tell the same, whether it is the newest of them, and how many they are. */
  readonly group: Id;
  readonly leads: boolean;
  readonly alike: number;
  /** Who sent the others of its group. */
  readonly alikeBy: readonly string[];
  /** Stories that use a version of it; where it stands for its group, of any of the group. */
  readonly usedBy: readonly Id[];
  /** Keys of the presets it belongs to. */
  readonly presets: readonly string[];
}

/** Rows looked through by date before the index of words is asked: what is common is found among them. */
const PROBED = 2_000;
/** Items that a row counts as telling the same; a group has a hundred at the most. */
const MOST_ALIKE = 100;
/** Rows that are all fetched and put in order by date, wherever in the list they stand. */
const FEW = 2_000;
/** How far back, in days, the index is asked, one span after the other, until enough is found; at last all. */
const SPANS = [30, 365, undefined];
const PATIENCE = 3_000;

function tooBroad(cause: unknown): Fault {
  const say = 'What is asked for together stands in too much copy to be looked through.';
  return new Fault(SEARCH_TOO_BROAD, say, { hint: 'Add a rarer word, a supplier or a desk.', cause });
}

/**
 * The newest rows that fit, newest first; of items that tell the same the newest that fits. Throws Fault
 * `search-too-broad` where it takes longer than its patience, as for a phrase of words that nearly everything has.
 */
export async function wireList(tx: Tx, question: WireQuestion): Promise<readonly WireListRow[]> {
  const asked = question.preset === undefined ? searched(tx, question) : inPreset(tx, question);
  const places = await asked.catch((thrown: unknown) => {
    throw isCanceled(thrown) ? tooBroad(thrown) : thrown;
  });
  const ids = places.map(({ id }) => id);
  return rowsOf(tx, ids, question.isGrouped ? 'group' : 'item');
}

/** What was filed after a number, in that order, to the end of the last filing begun: what somebody who follows the list has not seen. */
export async function wireSince(tx: Tx, filed: number, most: number): Promise<readonly WireListRow[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from wire_chain where filed > ${filed} order by filed fetch first ${most} rows with ties`.execute(
    tx,
  );
  const ids = rows.map(({ id }) => id);
  const found = await rowsOf(tx, ids, 'group');
  return found.toSorted((a, b) => a.filed - b.filed || (a.id < b.id ? -1 : 1));
}

/** The number of the last filing. */
export async function lastFiling(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    filed: number;
  }>`select coalesce(max(filed), 0)::bigint as filed from wire_chain`.execute(tx);
  return rows[0]?.filed ?? 0;
}

/** One row by its chain. */
export async function wireRow(tx: Tx, chain: Id): Promise<WireListRow | undefined> {
  return (await rowsOf(tx, [chain], 'item'))[0];
}

/** The rows of all items that tell the same as one, itself among them, newest first. */
export async function wireGroup(tx: Tx, chain: Id): Promise<readonly WireListRow[]> {
  const { rows } = await sql<{ id: Id }>`
    select o.id from wire_chain c join wire_chain o on o.grouped = c.grouped
    where c.id = ${chain} order by o.newest desc, o.id desc`.execute(tx);
  const ids = rows.map(({ id }) => id);
  return rowsOf(tx, ids, 'item');
}

/** A version on file, the channel it came by, and what rules did with it. */
export interface WireVersion {
  readonly filed: FiledItem;
  readonly channel: string | null;
  readonly trail: readonly TrailEntry[];
}

/** All versions of an item, oldest arrival first. */
export async function wireVersions(tx: Tx, chain: Id): Promise<readonly WireVersion[]> {
  const rows = await tx
    .selectFrom('wire_item')
    .select([
      'id',
      'supplier',
      'content_hash',
      'payload',
      'part',
      'received',
      'chain',
      'item',
      'channel',
      'trail',
    ])
    .where('chain', '=', chain)
    .orderBy('received')
    .orderBy('id')
    .execute();
  return rows.map(({ content_hash: contentHash, channel, trail, ...filed }) => ({
    filed: { ...filed, contentHash },
    ...{ channel, trail },
  }));
}

const ORDER = sql`order by c.newest desc, c.id desc`;

async function searched(tx: Tx, question: WireQuestion): Promise<readonly WirePlace[]> {
  const fit = fits(question, 'c');
  const rest = restOf(question.after);
  const { supplier, most, isGrouped } = question;
  if (!fit) {
    const leads = isGrouped ? sql`c.leads` : sql`true`;
    const { rows } = await sql<WirePlace>`
      select c.id, c.newest from wire_chain c where ${leads} and ${rest} ${ORDER} limit ${most}`.execute(tx);
    return rows;
  }
  // The newest of its group that fits stands for it. It is looked for row by row: joined at once, the whole list would be
  // read for the few that are found.
  const isFirst = sql`(select true from wire_chain n where n.grouped = c.grouped
    and (n.newest, n.id) > (c.newest, c.id) and ${fits(question, 'n') ?? sql`true`} limit 1) is null`;
  const alone = isGrouped ? isFirst : sql`true`;
  // A supplier's own index serves it as the whole list's does everybody.
  const among = supplier === undefined ? rest : sql`c.supplier = ${supplier} and ${rest}`;
  const { rows } = await sql<WirePlace>`
    select c.id, c.newest from (select * from wire_chain c where ${among} ${ORDER} limit ${PROBED}) c
    where ${fit} and ${alone} ${ORDER} limit ${most}`.execute(tx);
  if (rows.length === most) return rows;
  const asked = { fit: sql`${fit} and ${rest}`, alone, most };
  const patience = String(question.patience ?? PATIENCE);
  await sql`select set_config('statement_timeout', ${patience}, true)`.execute(tx);
  return (await amongFew(tx, asked)) ?? (await amongMany(tx, asked));
}

interface Asked {
  readonly fit: RawBuilder<unknown>;
  /** Nothing newer that tells the same fits as well. */
  readonly alone: RawBuilder<unknown>;
  readonly most: number;
}

/** What is rare is all fetched by the index of what is asked; undefined where it is not rare. */
async function amongFew(tx: Tx, { fit, alone, most }: Asked): Promise<readonly WirePlace[] | undefined> {
  const { rows } = await sql<WirePlace & { isRare: boolean }>`
    with c as materialized (select c.id, c.newest, c.grouped from wire_chain c where ${fit} limit ${FEW + 1}),
      found as (select count(*) <= ${FEW} as "isRare" from (select from c) few)
    select * from (
      select c.id, c.newest, "isRare" from c cross join found where "isRare" and ${alone} ${ORDER} limit ${most}
    ) rare
    union all select null, null, false from found where not "isRare"`.execute(tx);
  return rows.every(({ isRare }) => isRare) ? rows.map(({ id, newest }) => ({ id, newest })) : undefined;
}

/** What is neither common of late nor rare is found in the last month, or the last year, or at last anywhere. */
async function amongMany(tx: Tx, { fit, alone, most }: Asked): Promise<readonly WirePlace[]> {
  const { rows } = await sql<{ newest: Instant }>`select max(newest) as newest from wire_chain`.execute(tx);
  const newest = Date.parse(rows[0]?.newest ?? '');
  for (const days of SPANS) {
    // A moment that the planner knows: for one that it must look for it would walk the dates of half the list.
    const since =
      days === undefined ? sql`true` : sql`c.newest > ${new Date(newest - days * 86_400_000).toISOString()}`;
    const found = await sql<WirePlace>`
      with c as materialized (
        select c.id, c.newest, c.grouped from wire_chain c where ${fit} and ${since}
      )
      select c.id, c.newest from c where ${alone} ${ORDER} limit ${most}`.execute(tx);
    if (found.rows.length === most || days === undefined) return found.rows;
  }
  return [];
}

async function inPreset(
  tx: Tx,
  { preset, after, most, isGrouped }: WireQuestion,
): Promise<readonly WirePlace[]> {
  const rest = after
    ? sql`(m.newest, m.chain) < (${after.newest}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  const isFirst = sql`not exists (select from wire_chain n join wire_preset_chain o on o.chain = n.id
    and o.preset = m.preset where n.grouped = c.grouped and (o.newest, o.chain) > (m.newest, m.chain))`;
  const alone = isGrouped ? isFirst : sql`true`;
  const { rows } = await sql<WirePlace>`
    select m.chain as id, m.newest from wire_preset_chain m join wire_chain c on c.id = m.chain
    where m.preset = ${preset} and ${rest} and ${alone}
    order by m.newest desc, m.chain desc limit ${most}`.execute(tx);
  return rows;
}

function restOf(after: WirePlace | undefined): RawBuilder<unknown> {
  if (!after) return sql`true`;
  return sql`(c.newest, c.id) < (${after.newest}::timestamptz, ${after.id}::uuid)`;
}

/** The condition that a row fits; undefined where nothing is asked. */
function fits(question: WireQuestion, table: 'c' | 'n'): RawBuilder<unknown> | undefined {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const { words, supplier, desk, kind, state, urgency } = question;
  const conditions = [
    ...(words === undefined ? [] : [sql`${column('words')} @@ ${tsqueryOf(words, question.languages)}`]),
    ...(supplier === undefined ? [] : [sql`${column('supplier')} = ${supplier}`]),
    ...(desk === undefined ? [] : [sql`${column('desks')} @> array[${desk}]`]),
    ...(kind === undefined ? [] : [sql`${column('kind')} = ${kind}`]),
    ...(state === undefined ? [] : [sql`${column('state')} = ${state}`]),
    ...(urgency === undefined ? [] : [sql`${column('urgency')} <= ${urgency}`]),
  ];
  return conditions.length === 0 ? undefined : sql.join(conditions, sql` and `);
}

/** A question in words as a tsquery: every word as its stem in any of the languages, or as it is typed. */
function tsqueryOf(text: string, languages: readonly string[]): RawBuilder<unknown> {
  const { words, phrases, without } = readSearch(new URLSearchParams({ q: text }).toString());
  const configs = [...new Set([...languages.map(configurationOf), 'simple'])];
  const term = (one: string) => {
    const typed = wordsOfText(one)
      .map(({ word }) => word)
      .join(' ');
    const [first = 'simple'] = configs;
    const stems = configs.map((config) => sql`phraseto_tsquery(${config}::regconfig, ${typed})`);
    // A word that says nothing in the asker's language (the, of) is passed over.
    return sql`(case when numnode(${sql`phraseto_tsquery(${first}::regconfig, ${typed})`}) = 0 then ''::tsquery
      else ${sql.join(stems, sql` || `)} end)`;
  };
  const wanted = [...words, ...phrases].map(term);
  const banned = without.map((one) => sql`!!${term(one)}`);
  return sql`(${sql.join([sql`''::tsquery`, ...wanted, ...banned], sql` && `)})`;
}

async function rowsOf(tx: Tx, ids: readonly Id[], as: 'group' | 'item'): Promise<readonly WireListRow[]> {
  if (ids.length === 0) return [];
  const whose = as === 'group' ? sql`g.grouped = c.grouped` : sql`g.id = c.id`;
  const { rows } = await sql<WireListRow>`
    select c.id, c.newest, c.supplier, c.latest, c.state, c.held, c.kind, c.language, c.urgency, c.versions, c.filed,
      c.summary, c.routes, c.desks, c.grouped as "group", c.leads, a.alike, a."alikeBy",
      array(select distinct u.story from wire_chain g join wire_item i on i.chain = g.id
        join story_wire u on u.wire_item = i.id where ${whose}) as "usedBy",
      array(select p.key from wire_preset_chain m join wire_preset p on p.id = m.preset
        where m.chain = c.id order by p.position) as presets
    from wire_chain c join unnest(${ids}::uuid[]) with ordinality as asked (id, place) using (id)
    cross join lateral (
      select count(g.id)::int as alike,
        coalesce(array_agg(distinct g.supplier) filter (where g.id <> c.id), '{}') as "alikeBy"
      from (select id, supplier from wire_chain where grouped = c.grouped limit ${MOST_ALIKE}) g
    ) a
    order by asked.place`.execute(tx);
  return rows;
}

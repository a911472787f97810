import type { Id } from '@courant/base';
import type { ChainRow, Filing, GroupPlace, NewVersion } from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { configurationOf } from './search-index.ts';
import { keepPrints } from './wire-near.ts';

/** Writes one filing: a statement a table, however many items there are. */
export async function fileIn(tx: Tx, filing: Filing): Promise<void> {
  const { names, versions, chains, joined, places, prints } = filing;
  const shown = chains.filter((chain) => chain.shown !== undefined);
  // Chains and their versions name each other: both are looked for when the transaction ends.
  await saveShown(tx, shown, places);
  await saveOthers(tx, chains);
  await addVersions(tx, versions);
  await join(tx, joined);
  await addNames(tx, names);
  await keepPrints(tx, prints);
  await regroup(tx, filing);
  await settleMembers(tx, shown);
  await sql`select pg_notify('wire', currval('wire_filing')::text)`.execute(tx);
}

/** What is as long as the filing: one number for all of it. */
async function saveShown(tx: Tx, chains: readonly ChainRow[], places: Filing['places']): Promise<void> {
  const rows = chains.flatMap(({ shown, held = null, ...chain }) => {
    if (!shown) return [];
    const { words, newest, ...row } = shown;
    const config = configurationOf(shown.language ?? '');
    const place = places.get(chain.id) ?? alone(chain);
    return [{ ...chain, ...row, ...words, ...place, held, newest, config }];
  });
  await sql`
    with filing as materialized (select nextval('wire_filing') as number)
    insert into wire_chain as c (id, supplier, latest, state, held, kind, language, urgency, versions, newest, filed,
      grouped, leads, summary, routes, desks, words)
    select r.id, r.supplier, r.latest, r.state, r.held, r.kind, r.language, r.urgency, r.versions, r.newest,
      filing.number, r.grouped, r.leads, r.summary, r.routes, array(select jsonb_array_elements_text(r.desks)),
      setweight(to_tsvector(r.config::regconfig, r.a) || to_tsvector('simple', r.a), 'A') || setweight(to_tsvector(r.config::regconfig, r.b), 'B')
        || setweight(to_tsvector(r.config::regconfig, r.c), 'C') || to_tsvector(r.config::regconfig, r.d)
    from filing cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, supplier text,
      latest uuid, state text, held text, kind text, language text, urgency smallint, versions int,
      newest timestamptz, grouped uuid, leads boolean, summary jsonb, routes jsonb, desks jsonb, config text, a text, b text, c text, d text)
    on conflict (id) do update set latest = excluded.latest, state = excluded.state, held = excluded.held,
      kind = excluded.kind, language = excluded.language, urgency = excluded.urgency, versions = excluded.versions,
      newest = excluded.newest, filed = excluded.filed, grouped = excluded.grouped, leads = excluded.leads, summary = excluded.summary, routes = excluded.routes,
      desks = excluded.desks, words = excluded.words`.execute(tx);
}

function alone({ id }: ChainRow): GroupPlace {
  return { grouped: id, leads: true };
}

/** Others whose place in a group is another now: whoever follows the list is told of them too. */
async function regroup(tx: Tx, { chains, places }: Filing): Promise<void> {
  const saved = new Set<Id>(chains.flatMap(({ id, shown }) => (shown ? [id] : [])));
  const rows = [...places].flatMap(([id, place]) => (saved.has(id) ? [] : [{ id, ...place }]));
  if (rows.length === 0) return;
  await sql`
    with filing as materialized (select nextval('wire_filing') as number)
    update wire_chain c set grouped = r.grouped, leads = r.leads, filed = filing.number
    from filing cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, grouped uuid, leads boolean)
    where c.id = r.id and (c.grouped, c.leads) is distinct from (r.grouped, r.leads)`.execute(tx);
}

/** Chains of which the list goes on showing what it shows. */
async function saveOthers(tx: Tx, chains: readonly ChainRow[]): Promise<void> {
  const rows = chains.filter(({ shown }) => shown === undefined);
  if (rows.length === 0) return;
  await sql`
    with filing as materialized (select nextval('wire_filing') as number)
    update wire_chain c
    set latest = r.latest, state = r.state, held = r.held, versions = r.versions, filed = filing.number
    from filing cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, latest uuid, state text,
      held text, versions int)
    where c.id = r.id`.execute(tx);
}

async function addVersions(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  const rows = versions.map(({ item, ...version }) => ({
    ...version,
    item_id: item.id,
    version: item.version ?? '',
    format: item.format,
    made: item.versionCreated,
    item,
  }));
  await sql`
    insert into wire_item (id, supplier, item_id, version, content_hash, payload, format, item, version_created,
      received, part, chain, channel, trail, todo)
    select id, supplier, item_id, version, "contentHash", payload, format, item, made, received, part, chain, channel,
      trail, todo
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, supplier text, item_id text, version text,
      "contentHash" text, payload text, format text, item jsonb, made timestamptz, received timestamptz, part int,
      chain uuid, channel text, trail jsonb, todo jsonb)`.execute(tx);
}

async function join(tx: Tx, joined: Filing['joined']): Promise<void> {
  for (const { from, to } of joined) {
    await tx.updateTable('wire_item').set({ chain: to }).where('chain', '=', from).execute();
    await tx.updateTable('wire_name').set({ chain: to }).where('chain', '=', from).execute();
    await tx.deleteFrom('wire_chain').where('id', '=', from).execute();
  }
}

async function addNames(tx: Tx, names: Filing['names']): Promise<void> {
  if (names.length === 0) return;
  await sql`
    insert into wire_name (supplier, item_id, chain)
    select supplier, "itemId", chain
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as r(supplier text, "itemId" text, chain uuid)
    on conflict (supplier, item_id) do update set chain = excluded.chain`.execute(tx);
}

/** Presets have those as members that the filing says belong to them. */
async function settleMembers(tx: Tx, chains: readonly ChainRow[]): Promise<void> {
  if (chains.length === 0) return;
  const ids = chains.map(({ id }) => id);
  await tx.deleteFrom('wire_preset_chain').where('chain', 'in', ids).execute();
  const members = chains.flatMap(({ id: chain, shown }) =>
    (shown?.presets ?? []).map((preset) => ({ preset, chain, newest: shown?.newest })),
  );
  if (members.length === 0) return;
  await sql`
    insert into wire_preset_chain (preset, newest, chain)
    select m.preset, m.newest, m.chain
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m(preset uuid, newest timestamptz, chain uuid)
    join wire_preset p on p.id = m.preset
    on conflict do nothing`.execute(tx);
}

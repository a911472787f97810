import type { Id, Instant, Json } from '@courant/base';
import type {
  ChainState,
  Held,
  ListedVersion,
  NearSeen,
  StandingBook,
  Todo,
  TrailEntry,
} from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { itemsIn } from './wire-items.ts';

/** What the desk has decided beforehand about copy that arrives, in one transaction. */
export function standingBookIn(tx: Tx): StandingBook {
  return {
    version: () => version(tx),
    rules: () =>
      tx.selectFrom('wire_rule').select(['name', 'is_on as isOn', 'rule']).orderBy('position').execute(),
    replaceRules: (rules, by) => replaceRules(tx, rules, by),
    presets: () =>
      tx
        .selectFrom('wire_preset')
        .select(['id', 'key', 'name', 'filter', 'stale as isStale'])
        .orderBy('position')
        .execute(),
    replacePresets: (presets) => replacePresets(tx, presets),
    listed: (part) => listed(tx, part),
    async addMembers(members) {
      await sql`
        insert into wire_preset_chain (preset, newest, chain)
        select m.preset, c.newest, c.id
        from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m(preset uuid, chain uuid, newest timestamptz)
        join wire_chain c on c.id = m.chain and c.newest = m.newest
        on conflict do nothing`.execute(tx);
    },
    async settled(presets) {
      await tx
        .updateTable('wire_preset')
        .set({ stale: false })
        .where('id', 'in', [...presets])
        .execute();
      await moved(tx);
    },
    takeTodo: () => takeTodo(tx),
    settleTodo: (item, trail) => settleTodo(tx, item, trail),
  };
}

async function version(tx: Tx): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select (last_value + is_called::int)::float8 as version from wire_orders`.execute(tx);
  return rows[0]?.version ?? 0;
}

async function moved(tx: Tx): Promise<void> {
  await sql`select nextval('wire_orders')`.execute(tx);
}

async function replaceRules(
  tx: Tx,
  rules: Parameters<StandingBook['replaceRules']>[0],
  { at, actor }: { at: Instant; actor: string },
): Promise<void> {
  await tx.deleteFrom('wire_rule').execute();
  await sql`
    insert into wire_rule (id, name, position, is_on, rule, changed, actor)
    select gen_random_uuid(), r.value->>'name', r.ordinality, (r.value->>'isOn')::boolean, r.value->'rule', ${at},
      ${actor}
    from jsonb_array_elements(${JSON.stringify(rules)}::jsonb) with ordinality r`.execute(tx);
  await moved(tx);
}

async function replacePresets(tx: Tx, presets: Parameters<StandingBook['replacePresets']>[0]): Promise<void> {
  const rows = JSON.stringify(presets);
  await sql`delete from wire_preset p where not exists (
    select from jsonb_to_recordset(${rows}::jsonb) as n(id uuid) where n.id = p.id)`.execute(tx);
  // Who belonged to a search that is another now does not belong to it any more until it is seen.
  await sql`
    delete from wire_preset_chain m using wire_preset p, jsonb_to_recordset(${rows}::jsonb) as n(id uuid, filter jsonb)
    where m.preset = p.id and n.id = p.id and n.filter <> p.filter`.execute(tx);
  await sql`
    insert into wire_preset as p (id, key, name, filter, position, stale)
    select (r.value->>'id')::uuid, r.value->>'key', r.value->>'name', r.value->'filter', r.ordinality, true
    from jsonb_array_elements(${rows}::jsonb) with ordinality r
    on conflict (id) do update set name = excluded.name, position = excluded.position, filter = excluded.filter,
      stale = p.stale or p.filter <> excluded.filter`.execute(tx);
  await moved(tx);
}

async function listed(
  tx: Tx,
  { after, most }: Parameters<StandingBook['listed']>[0],
): Promise<readonly ListedVersion[]> {
  const rest = after ? sql`(c.newest, c.id) < (${after.newest}, ${after.chain})` : sql`true`;
  const { rows } = await sql<ListedRow>`
    select c.id as chain, c.newest, c.latest, i.channel,
      array(select distinct b.supplier from wire_chain b where ${CAME_BEFORE} order by 1) as suppliers,
      array(select distinct s.state from wire_chain b join wire_item u on u.chain = b.id
        join story_wire w on w.wire_item = u.id join story s on s.id = w.story where ${CAME_BEFORE} order by 1) as stories
    from wire_chain c join wire_item i on i.id = c.latest
    where ${rest} order by c.newest desc, c.id desc limit ${most}`.execute(tx);
  const items = await itemsIn(tx, sql`id = any(${rows.map(({ latest }) => latest)}::uuid[])`);
  const byId = new Map(items.map((item) => [item.id, item]));
  return rows.flatMap(({ chain, newest, latest, channel, suppliers, stories }) => {
    const filed = byId.get(latest);
    const near = suppliers.length > 0 ? { near: { suppliers, stories } } : {};
    return filed ? [{ chain, newest, filed, ...near, ...(channel === null ? {} : { channel }) }] : [];
  });
}

interface ListedRow extends NearSeen {
  readonly chain: Id;
  readonly newest: Instant;
  readonly latest: Id;
  readonly channel: string | null;
}

/** What of the same group stood in the list before an item came. */
const CAME_BEFORE = sql`b.grouped = c.grouped and (b.newest, b.id) < (c.newest, c.id)`;

async function takeTodo(tx: Tx): Promise<Todo | undefined> {
  const { rows } = await sql<{ id: Id; todo: Json; isLatest: boolean; state: ChainState; held: Held | null }>`
    select i.id, i.todo, c.latest = i.id as "isLatest", c.state, c.held
    from wire_item i join wire_chain c on c.id = i.chain
    where i.todo is not null order by i.received, i.id limit 1`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const [filed] = await itemsIn(tx, sql`id = ${row.id}`);
  const isFree = row.isLatest && row.state === 'usable' && row.held === null;
  return filed && { filed, todo: row.todo, isFree };
}

async function settleTodo(tx: Tx, item: Id, trail: readonly TrailEntry[]): Promise<void> {
  await sql`update wire_item set todo = null, trail = trail || ${JSON.stringify(trail)}::jsonb where id = ${item}`.execute(
    tx,
  );
}

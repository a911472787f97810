import type { Id, Instant } from '@courant/base';
import type { ChainState, NewAlert, UsedChain, WireAlert, WireMerge, WireUse, WireUses } from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { itemsIn } from './wire-items.ts';

/** What stories made of agency copy, in one transaction. */
export function wireUsesIn(tx: Tx): WireUses {
  return {
    of: (story) => usesOf(tx, story),
    storiesOf: (chains) => storiesOf(tx, chains),
    link: (use) => link(tx, use),
    async unlink({ story, item }) {
      await tx.deleteFrom('story_wire').where('story', '=', story).where('wire_item', '=', item).execute();
    },
    raise: (alerts) => raise(tx, alerts),
    alert: async (id) => (await alertsIn(tx, sql`a.id = ${id}`))[0],
    openAlerts: (story) => alertsIn(tx, sql`a.story = ${story} and a.state = 'open'`),
    async settleAlert(id, { state, at, actor }) {
      const change = tx.updateTable('wire_alert').set({ state, settled: at, actor });
      await change.where('id', '=', id).where('state', '=', 'open').execute();
    },
    keepMerge: (merge) => keepMerge(tx, merge),
    lastMerge: (story) => lastMerge(tx, story),
    async undoMerge(id, at) {
      await tx.updateTable('wire_merge').set({ undone: at }).where('id', '=', id).execute();
      // What the story was told is news again.
      await sql`update wire_alert a set state = 'open', settled = null, actor = null from wire_merge m
        where m.id = ${id} and a.story = m.story and a.wire_item = m.wire_item and a.state = 'done'`.execute(
        tx,
      );
    },
  };
}

async function usesOf(tx: Tx, story: Id): Promise<readonly UsedChain[]> {
  const { rows } = await sql<{ chain: Id; state: ChainState; used: Id; latest: Id }>`
    select u.chain, c.state, u.used, c.latest from (
      select distinct on (i.chain) i.chain, i.id as used, s.used as at
      from story_wire s join wire_item i on i.id = s.wire_item where s.story = ${story}
      order by i.chain, s.used desc, i.received desc, i.id desc
    ) u join wire_chain c on c.id = u.chain
    order by u.at desc, u.used desc`.execute(tx);
  if (rows.length === 0) return [];
  const ids = rows.flatMap(({ used, latest }) => [used, latest]);
  const items = await itemsIn(tx, sql`id = any(${ids}::uuid[])`);
  const byId = new Map(items.map((item) => [item.id, item]));
  return rows.flatMap(({ chain, state, ...row }) => {
    const [used, latest] = [byId.get(row.used), byId.get(row.latest)];
    return used && latest ? [{ chain, state, used, latest }] : [];
  });
}

async function storiesOf(
  tx: Tx,
  chains: readonly Id[],
): Promise<readonly { readonly story: Id; readonly chain: Id }[]> {
  const { rows } = await sql<{ story: Id; chain: Id }>`
    select distinct s.story, i.chain from wire_item i
    join story_wire s on s.wire_item = i.id join story on story.id = s.story
    where i.chain = any(${chains}::uuid[]) and story.state <> 'killed'`.execute(tx);
  return rows;
}

async function link(tx: Tx, { story, item, at, how, actor }: WireUse): Promise<void> {
  await tx
    .insertInto('story_wire')
    .values({ story, wire_item: item, used: at, how, actor })
    .onConflict((conflict) => conflict.columns(['story', 'wire_item']).doUpdateSet({ used: at, how, actor }))
    .execute();
}

async function raise(tx: Tx, alerts: readonly NewAlert[]): Promise<void> {
  const rows = JSON.stringify(alerts);
  await sql`
    update wire_alert a set state = 'passed', settled = n.raised
    from jsonb_to_recordset(${rows}::jsonb) as n(story uuid, item uuid, raised timestamptz)
    join wire_item new on new.id = n.item join wire_item old on old.chain = new.chain
    where a.story = n.story and a.wire_item = old.id and a.state = 'open' and a.kind <> 'kill'`.execute(tx);
  await sql`
    insert into wire_alert (id, story, wire_item, kind, state, raised)
    select id, story, item, kind, 'open', raised
    from jsonb_to_recordset(${rows}::jsonb) as n(id uuid, story uuid, item uuid, kind text, raised timestamptz)
    on conflict (story, wire_item) do nothing`.execute(tx);
}

async function alertsIn(tx: Tx, which: ReturnType<typeof sql>): Promise<readonly WireAlert[]> {
  const { rows } = await sql<WireAlert & { raised: Instant }>`
    select a.id, a.story, a.wire_item as item, a.kind, a.state, a.raised, i.supplier
    from wire_alert a join wire_item i on i.id = a.wire_item
    where ${which} order by a.raised desc, a.id desc for update of a`.execute(tx);
  return rows;
}

async function keepMerge(tx: Tx, { item, before, after, ...merge }: WireMerge): Promise<void> {
  const row = { ...merge, wire_item: item, before: JSON.stringify(before), after: JSON.stringify(after) };
  await tx.insertInto('wire_merge').values(row).execute();
}

async function lastMerge(tx: Tx, story: Id): Promise<WireMerge | undefined> {
  const found = tx
    .selectFrom('wire_merge')
    .selectAll()
    .where('story', '=', story)
    .where('undone', 'is', null);
  const row = await found.orderBy('made', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (!row) return undefined;
  const { wire_item: item, undone: _, ...merge } = row;
  return { ...merge, item };
}

/** An alert with the story it is about, as the desk lists them. */
export interface ListedAlert extends Omit<WireAlert, 'state'> {
  /** Of the version that is the news; the story's slug where it has none. */
  readonly headline: string;
  readonly isLive: boolean;
}

/** Open alerts, the newest first. */
export async function openAlerts(tx: Tx, most: number): Promise<readonly ListedAlert[]> {
  const { rows } = await sql<ListedAlert>`
    select a.id, a.story, a.kind, a.wire_item as item, i.supplier, a.raised,
      coalesce(i.item->>'headline', s.slug) as headline, s.state = 'live' as "isLive"
    from wire_alert a join wire_item i on i.id = a.wire_item join story s on s.id = a.story
    where a.state = 'open' order by a.raised desc, a.id desc limit ${most}`.execute(tx);
  return rows;
}

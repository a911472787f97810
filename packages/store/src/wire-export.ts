import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** A version on file by what its sender says of it: no id of ours, and no time at which it came. */
export interface ExportedVersion {
  readonly supplier: string;
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  /** How the item stands, for the version that holds; any other is superseded. */
  readonly state: string;
  /** The first of the ids of its chain. */
  readonly chain: string;
  /** Where others tell the same: all of them, each by its supplier and the first of its ids. */
  readonly group?: readonly (readonly [string, string])[];
  readonly routes: readonly unknown[];
}

const PAGE = 5_000;

/** Every version on file, in an order that does not depend on how it came: two desks that have the same say the same. */
export async function* exportWire(tx: Tx): AsyncGenerator<ExportedVersion> {
  let after: ExportedVersion | undefined;
  for (;;) {
    const rest = after
      ? sql`(i.supplier collate "C", i.item_id collate "C", i.version collate "C", i.content_hash) > (${after.supplier}, ${after.id}, ${after.version}, ${after.hash})`
      : sql`true`;
    const { rows } = await sql<ExportedVersion & { readonly group: ExportedVersion['group'] | null }>`
      select i.supplier, i.item_id as id, i.version, i.content_hash as hash,
        case when c.latest = i.id then c.state else 'superseded' end as state,
        (select min(o.item_id collate "C") from wire_item o where o.chain = i.chain) as chain,
        (
          select jsonb_agg(jsonb_build_array(m.supplier, m.id) order by m.supplier collate "C", m.id collate "C")
          from (
            select g.supplier, min(o.item_id collate "C") as id from wire_chain g join wire_item o on o.chain = g.id
            where g.grouped = c.grouped and c.latest = i.id group by g.id
          ) m having count(*) > 1
        ) as "group",
        case when c.latest = i.id then c.routes else '[]'::jsonb end as routes
      from wire_item i join wire_chain c on c.id = i.chain
      where ${rest}
      order by i.supplier collate "C", i.item_id collate "C", i.version collate "C", i.content_hash limit ${PAGE}`.execute(
      tx,
    );
    for (const { group, ...version } of rows) yield group ? { ...version, group } : version;
    after = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}

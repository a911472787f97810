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
  readonly routes: readonly unknown[];
}

const PAGE = 5_000;

/** Every version on file, in an order that does not depend on how it came: two desks that have the same say the same. */
export async function* exportWire(tx: Tx): AsyncGenerator<ExportedVersion> {
  let after: ExportedVersion | undefined;
  for (;;) {
    const rest = after
      ? sql`(i.supplier, i.item_id, i.version, i.content_hash) > (${after.supplier}, ${after.id}, ${after.version}, ${after.hash})`
      : sql`true`;
    const { rows } = await sql<ExportedVersion>`
      select i.supplier, i.item_id as id, i.version, i.content_hash as hash,
        case when c.latest = i.id then c.state else 'superseded' end as state,
        (select min(o.item_id collate "C") from wire_item o where o.chain = i.chain) as chain,
        case when c.latest = i.id then c.routes else '[]'::jsonb end as routes
      from wire_item i join wire_chain c on c.id = i.chain
      where ${rest}
      order by i.supplier, i.item_id, i.version, i.content_hash limit ${PAGE}`.execute(tx);
    yield* rows;
    after = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}

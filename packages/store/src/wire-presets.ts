import type { Id, Instant, Json } from '@courant/base';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** A saved search of the live list. */
export interface WirePreset {
  readonly id: Id;
  readonly key: string;
  readonly name: string;
  readonly filter: Json;
}

/** A preset by its key. */
export async function wirePresetBy(tx: Tx, key: string): Promise<WirePreset | undefined> {
  const row = tx.selectFrom('wire_preset').select(['id', 'key', 'name', 'filter']).where('key', '=', key);
  return row.executeTakeFirst();
}

/** A preset with how much came to it. */
export interface CountedPreset extends Omit<WirePreset, 'id'> {
  readonly isStale: boolean;
  /** Rows of its list since a moment, 1,000 at the most: more nobody reads. */
  readonly today: number;
}

/** The presets in their order, with how much came to each since a moment. */
export async function presetCounts(tx: Tx, since: Instant): Promise<readonly CountedPreset[]> {
  const { rows } = await sql<CountedPreset>`
    select p.key, p.name, p.filter, p.stale as "isStale", (
      select count(distinct c.grouped)::int from (
        select m.chain from wire_preset_chain m where m.preset = p.id and m.newest >= ${since} limit 1000
      ) few join wire_chain c on c.id = few.chain
    ) as today
    from wire_preset p order by p.position`.execute(tx);
  return rows;
}

import type { Id, Json } from '@courant/base';
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

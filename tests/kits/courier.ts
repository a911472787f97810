import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Id } from '@courant/base';
import type { FiledItem, PreparedReading, Unread } from '@courant/desk';
import {
  EDITOR_IN_CHIEF,
  fileInbox,
  prepared,
  RetentionPass,
  receiveParcel,
  setSupplier,
} from '@courant/desk';
import { readWire } from '@courant/wire';
import type { Newsroom } from './newsroom.ts';
import { did } from './newsroom.ts';

/** Who brings what comes. */
export const ACTOR = { name: 'channel:courier', may: EDITOR_IN_CHIEF };
const MOST = { receipts: 64, bytes: 8_000_000 };
/** In ms. */
export const DAY = 24 * 60 * 60 * 1000;
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function read({ bytes, received }: Unread): Promise<PreparedReading> {
  const reading = await readWire(bytes, { received });
  return reading.ok ? { ok: true, items: reading.items.map((item) => prepared(item, sha256)) } : reading;
}

interface Said {
  readonly version?: string;
  readonly status?: string;
  readonly headline?: string;
}

/** A ninjs item of an invented agency. */
export function ninjs(
  id: string,
  { version = '1', status = 'usable', headline = `News of ${id}` }: Said = {},
) {
  const said = { uri: `urn:courier:${id}`, type: 'text', version, pubstatus: status, headline };
  return JSON.stringify({ ...said, body_html: `<p>${headline}, the harbour office said.</p>` });
}

interface Sent {
  readonly channel?: string;
  readonly supplier?: string;
}

/** Sends payloads by a channel and files them; gives what became of each item. */
export async function filed(
  room: Newsroom,
  texts: readonly string[],
  { channel = 'courier', supplier = 'Courier' }: Sent = {},
) {
  for (const text of texts) {
    const order = { actor: ACTOR, channel, supplier, bytes: Buffer.from(text), headers: {} };
    did(await receiveParcel(room.desk, order));
  }
  return inboxRead(room);
}

/** Brings files as they are and files them. */
export async function bringFiles(room: Newsroom, files: readonly Uint8Array[]): Promise<void> {
  for (const bytes of files)
    did(await receiveParcel(room.desk, { actor: ACTOR, channel: 'courier', bytes, headers: {} }));
  await inboxRead(room);
}

/** Reads and files what waits; gives what became of each item. */
export async function inboxRead({ desk }: Newsroom) {
  const { outcomes } = await fileInbox(desk, { read, most: MOST });
  return outcomes.map(({ outcome }) => outcome);
}

/** Says how many days a supplier’s copy is kept; null: for good. */
export async function keep({ desk, editor }: Newsroom, keepDays: number | null, key = 'Courier') {
  return did(await setSupplier(desk, { actor: editor, key, keepDays }));
}

/** A whole pass; gives how much went. */
export async function pass({
  desk,
}: Newsroom): Promise<{ chains: number; receipts: number; forgotten: number }> {
  const retention = new RetentionPass(desk);
  const sum = { chains: 0, receipts: 0, forgotten: 0 };
  for (let isMore = true; isMore; ) {
    const step = await retention.step();
    for (const name of ['chains', 'receipts', 'forgotten'] as const) sum[name] += step[name];
    isMore = step.isMore;
  }
  return sum;
}

/** Rows of the tables of the wire desk. */
export async function counts({ database }: Newsroom): Promise<Readonly<Record<string, number>>> {
  const tables = ['wire_chain', 'wire_item', 'wire_payload', 'receipt', 'wire_preset_chain', 'wire_gone'];
  const each = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const { rows } = await database.pool.query(`select ${each.join(', ')}`);
  return rows[0];
}

/** What stands on the live list. */
export async function headlines({ database }: Newsroom): Promise<readonly string[]> {
  const { rows } = await database.pool.query(
    `select summary->>'headline' as headline from wire_chain order by 1`,
  );
  return rows.map(({ headline }) => headline);
}

/** The first version on file of an item. */
export async function versionOf({ desk, database }: Newsroom, id: string): Promise<FiledItem> {
  const { rows } = await database.pool.query<{ id: Id }>('select id from wire_item where item_id = $1', [
    `urn:courier:${id}`,
  ]);
  const found = await desk.archive.within(({ wire }) => wire.byId(rows[0]?.id ?? ('' as Id)));
  assert.ok(found);
  return found;
}

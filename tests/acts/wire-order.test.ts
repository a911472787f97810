import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { PreparedReading, Unread } from '@courant/desk';
import { EDITOR_IN_CHIEF, fileInbox, prepared, receiveParcel } from '@courant/desk';
import type { ExportedVersion } from '@courant/store';
import { exportWire } from '@courant/store';
import { readWire } from '@courant/wire';
import { chanceFrom } from '@courant/wire/testing';
import type { Newsroom } from '../kits/newsroom.ts';
import { newsroom } from '../kits/newsroom.ts';
import { agencyFiles, inventedCopy, shuffled } from '../kits/wire-corpus.ts';

const ORDERS = 10;
const CHAINS = 60;
const ACTOR = { name: 'channel:courier', may: EDITOR_IN_CHIEF };
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function read({ bytes, received }: Unread): Promise<PreparedReading> {
  const reading = await readWire(bytes, { received });
  return reading.ok ? { ok: true, items: reading.items.map((item) => prepared(item, sha256)) } : reading;
}

/** Brings files to an empty desk and gives what stands on it then, a line a version. */
async function standing({ desk, database }: Newsroom, files: readonly Buffer[]): Promise<string> {
  await database.pool.query(
    'truncate wire_chain, wire_item, wire_name, receipt, wire_payload, wire_mark cascade',
  );
  const bring = (bytes: Buffer) =>
    receiveParcel(desk, { actor: ACTOR, channel: 'courier', bytes, headers: {} });
  const most = { receipts: 7, bytes: 1_000_000 };
  for (const [n, bytes] of files.entries()) {
    await bring(bytes);
    if (n % 40 === 39) await fileInbox(desk, { read, most });
  }
  await fileInbox(desk, { read, most });
  const lines: string[] = [];
  await database.transaction(async (tx) => {
    for await (const version of exportWire(tx)) lines.push(JSON.stringify(version));
  });
  return lines.join('\n');
}

test('in whatever order copy comes, the desk has the same of it', { timeout: 240_000 }, async (t) => {
  const room = await newsroom(t);
  const chance = chanceFrom(20_260_314);
  const files = inventedCopy(chance, CHAINS);
  const clean = await standing(room, files);
  assert.ok(clean.split('\n').length > CHAINS);
  for (const state of ['usable', 'withheld', 'killed', 'superseded'])
    assert.ok(clean.includes(`"${state}"`), state);
  assert.ok(clean.includes('"group":[["'), 'some tell the same');
  for (let order = 0; order < ORDERS; order++) {
    // Line by line: what differs is then seen.
    const lines = (await standing(room, shuffled(files, chance))).split('\n');
    assert.deepEqual(lines, clean.split('\n'), `order ${order}`);
  }
});

test('what agencies really sent stands the same in whatever order it came, where they say what is newer', {
  timeout: 240_000,
}, async (t) => {
  const files = await agencyFiles();
  if (files.length === 0) return t.skip('the shared data is not beside the project');
  const room = await newsroom(t);
  const clean = await standing(room, files);
  const untold = await untoldChains(room);
  t.diagnostic(
    `${files.length} files, ${clean.split('\n').length} versions, ${untold.size} chains by arrival`,
  );
  const isTold = (supplier: string, chain: string) => !untold.has(`${supplier} ${chain}`);
  const told = (lines: string) =>
    lines.split('\n').flatMap((line) => {
      const { group = [], ...version } = JSON.parse(line) as ExportedVersion;
      if (!isTold(version.supplier, version.chain)) return [];
      // What an item that holds by arrival says, and so its group, is not told either.
      const others = group.filter(([supplier, chain]) => isTold(supplier, chain));
      return [{ ...version, group: others.length > 1 ? others : [] }];
    });
  assert.ok(told(clean).some(({ group }) => group.length > 0));
  assert.deepEqual(told(await standing(room, shuffled(files, chanceFrom(7)))), told(clean));
});

/** Chains with two versions that their sender gave one number and one time: there the later to come holds. */
async function untoldChains({ database }: Newsroom): Promise<ReadonlySet<string>> {
  const { rows } = await database.pool.query<{ supplier: string; chain: string }>(`
    select c.supplier, (select min(o.item_id collate "C") from wire_item o where o.chain = c.id) as chain
    from wire_chain c where exists (
      select from wire_item one join wire_item other on other.chain = one.chain and other.id > one.id
        and other.version_created is not distinct from one.version_created
        and (other.item_id <> one.item_id or other.version = one.version)
      where one.chain = c.id)`);
  return new Set(rows.map(({ supplier, chain }) => `${supplier} ${chain}`));
}

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { PreparedReading, Unread } from '@courant/desk';
import { EDITOR_IN_CHIEF, fileInbox, importItem, prepared, receiveParcel } from '@courant/desk';
import { readWire } from '@courant/wire';
import { newsroom } from '../kits/newsroom.ts';

const GOLDEN = fileURLToPath(new URL('../../packages/wire/golden/photo/', import.meta.url));
const ACTOR = { name: 'channel:test', may: EDITOR_IN_CHIEF };
const MOST = { receipts: 64, bytes: 8_000_000 };
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function read({ bytes, received }: Unread): Promise<PreparedReading> {
  const reading = await readWire(bytes, { received });
  return reading.ok ? { ok: true, items: reading.items.map((item) => prepared(item, sha256)) } : reading;
}

test('a photograph that comes by a channel is a picture of the live list, held where words bind its use', async (t) => {
  const { desk, database } = await newsroom(t);
  for (const name of ['western.jpg', 'whole.jpg', 'made.avif', 'whole.jpg']) {
    const bytes = readFileSync(GOLDEN + name);
    await receiveParcel(desk, { actor: ACTOR, channel: 'photos', bytes, headers: {} });
  }
  const { outcomes } = await fileInbox(desk, { read, most: MOST });
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ['accepted', 'accepted', 'accepted'],
  );
  const { rows } = await database.pool.query(
    `select kind, state, held, summary->>'headline' as headline from wire_chain order by summary->>'headline'`,
  );
  assert.deepEqual(rows, [
    { kind: 'picture', state: 'usable', held: null, headline: 'A lighthouse in a storm' },
    { kind: 'picture', state: 'usable', held: null, headline: 'Ferry ties up at the old quay' },
    {
      kind: 'picture',
      state: 'usable',
      held: 'restricted',
      headline: 'The mayor cuts the ribbon of the new bridge in Malmö',
    },
  ]);
});

test('a photograph that is to be published at once is filed, and is no story', async (t) => {
  const { desk, clock } = await newsroom(t);
  const payload = readFileSync(`${GOLDEN}whole.jpg`);
  const received = clock.now();
  const reading = await readWire(payload, { received });
  assert.ok(reading.ok);
  const [item] = reading.items;
  assert.ok(item);
  const publish = { places: [{ edition: 'international', section: 'world' }], language: 'en' };
  const imported = await importItem(desk, { actor: ACTOR, item, payload, received, publish });
  assert.ok(imported.ok);
  assert.equal(imported.value.outcome, 'accepted');
  assert.equal(imported.value.acted, undefined);
  assert.match(imported.value.why ?? '', /text/i);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportWire, replayReceipts } from '@courant/store';
import { chanceFrom } from '@courant/wire/testing';
import { bringFiles, DAY, filed, headlines, inboxRead, ninjs } from '../kits/courier.ts';
import type { Newsroom } from '../kits/newsroom.ts';
import { newsroom } from '../kits/newsroom.ts';
import { inventedCopy } from '../kits/wire-corpus.ts';

async function standing({ database }: Newsroom): Promise<string> {
  const lines: string[] = [];
  await database.transaction(async (tx) => {
    for await (const version of exportWire(tx)) lines.push(JSON.stringify(version));
  });
  return lines.join('\n');
}

test('a span that is read again gives the same items, and not one twice', async (t) => {
  const room = await newsroom(t);
  const from = room.clock.now();
  const files = inventedCopy(chanceFrom(11), 40);
  await bringFiles(room, files);
  const before = await standing(room);
  const { rows: states } = await room.database.pool.query(
    'select state, why, items from receipt order by id',
  );
  room.clock.forward(DAY);
  const until = room.clock.now();
  const receipts = await room.database.transaction((tx) => replayReceipts(tx, { from, until }));
  assert.equal(receipts, states.length);
  const outcomes = await inboxRead(room);
  assert.ok(outcomes.length > 40);
  assert.deepEqual([...new Set(outcomes)], ['duplicate']);
  assert.equal(await standing(room), before);
  const { rows } = await room.database.pool.query('select state, why, items from receipt order by id');
  assert.deepEqual(rows, states, 'what was set apart is so again, for the same reason');
});

test('a span is read again from its first moment to before its last, of one channel where it is named', async (t) => {
  const room = await newsroom(t);
  await filed(room, [ninjs('early')]);
  room.clock.forward(DAY);
  const from = room.clock.now();
  await filed(room, [ninjs('meant')]);
  await filed(room, [ninjs('other')], { channel: 'northern', supplier: 'Northern' });
  room.clock.forward(DAY);
  const until = room.clock.now();
  await filed(room, [ninjs('late')]);
  // The items of the span are lost: what was kept of them is enough.
  await room.database.pool.query('truncate wire_chain, wire_item, wire_name cascade');
  const replay = (channel?: string) =>
    room.database.transaction((tx) => replayReceipts(tx, { from, until, ...(channel ? { channel } : {}) }));
  assert.equal(await replay('courier'), 1);
  await inboxRead(room);
  assert.deepEqual(await headlines(room), ['News of meant']);
  assert.equal(await replay(), 2);
  assert.deepEqual((await inboxRead(room)).toSorted(), ['accepted', 'duplicate']);
  assert.deepEqual(await headlines(room), ['News of meant', 'News of other']);
});

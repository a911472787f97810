import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, filed, headlines, keep, ninjs, pass } from '../kits/courier.ts';
import { newsroom } from '../kits/newsroom.ts';

test('what is deleted and sent again is gone: by the same bytes, by others, by another channel, late and lower', async (t) => {
  const room = await newsroom(t);
  const texts = [ninjs('ferry'), ninjs('ferry', { version: '3', headline: 'Ferry sails' })];
  await filed(room, texts);
  await keep(room, 5);
  room.clock.forward(6 * DAY);
  assert.equal((await pass(room)).chains, 1);
  assert.deepEqual(await filed(room, texts), ['gone', 'gone']);
  assert.deepEqual(await filed(room, [` ${texts[0]}`]), ['gone']);
  assert.deepEqual(await filed(room, texts, { channel: 'other' }), ['gone', 'gone']);
  assert.deepEqual(await filed(room, [ninjs('ferry', { version: '2' })]), ['gone']);
  assert.deepEqual(await headlines(room), []);
  // A version newer than all of them is news.
  const mixed = [ninjs('ferry', { version: '4', headline: 'Ferry back' }), `  ${texts[0]}`, ninjs('tug')];
  assert.deepEqual(await filed(room, mixed), ['accepted', 'gone', 'accepted']);
  assert.deepEqual(await headlines(room), ['Ferry back', 'News of tug']);
  assert.deepEqual(await filed(room, [ninjs('ferry', { version: '5', headline: 'Ferry sold' })]), [
    'updated',
  ]);
  room.clock.forward(6 * DAY);
  await pass(room);
  assert.deepEqual(await filed(room, [ninjs('ferry', { version: '4', headline: 'Ferry back' })]), ['gone']);
});

test('a kill outlives its deletion: nothing lower comes back, and what is above it waits for a person', async (t) => {
  const room = await newsroom(t);
  await filed(room, [ninjs('ferry'), ninjs('ferry', { version: '3', status: 'canceled' })]);
  await keep(room, 5);
  room.clock.forward(6 * DAY);
  assert.equal((await pass(room)).chains, 1);
  room.clock.forward(3 * 365 * DAY);
  assert.deepEqual(await pass(room), { chains: 0, receipts: 0, forgotten: 1 }, 'all but the kill');
  assert.deepEqual(await filed(room, [ninjs('ferry', { version: '2' })]), ['gone']);
  const held = async () => (await room.database.pool.query('select held from wire_chain')).rows;
  for (const version of ['4', '5']) {
    await filed(room, [ninjs('ferry', { version })]);
    assert.deepEqual(await held(), [{ held: 'after-kill' }], version);
  }
});

test('marks that nobody asked for in two years are forgotten, with the names', async (t) => {
  const room = await newsroom(t);
  await filed(room, [ninjs('ferry'), ninjs('tug')]);
  await keep(room, 5);
  room.clock.forward(6 * DAY);
  await pass(room);
  room.clock.forward(700 * DAY);
  assert.deepEqual(await filed(room, [ninjs('tug')]), ['gone']);
  room.clock.forward(100 * DAY);
  await pass(room);
  const { rows } = await room.database.pool.query('select item_id from wire_name');
  assert.deepEqual(rows, [{ item_id: 'urn:courier:tug' }]);
});

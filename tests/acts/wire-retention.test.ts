import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiveParcel, setSupplier, takeItem } from '@courant/desk';
import { replayReceipts } from '@courant/store';
import {
  ACTOR,
  counts,
  DAY,
  filed,
  headlines,
  inboxRead,
  keep,
  ninjs,
  pass,
  versionOf,
} from '../kits/courier.ts';
import { did, newsroom, why } from '../kits/newsroom.ts';

test('copy is kept as long as its supplier’s is, then deleted with everything that belongs to it', async (t) => {
  const room = await newsroom(t);
  await filed(room, [ninjs('old'), ninjs('old', { version: '2' }), 'not even copy']);
  await filed(room, [ninjs('other')], { supplier: 'Northern', channel: 'northern' });
  room.clock.forward(9 * DAY);
  await filed(room, [ninjs('young')]);
  assert.deepEqual(await pass(room), { chains: 0, receipts: 0, forgotten: 0 }, 'nothing was said of anybody');
  await keep(room, 10);
  assert.deepEqual(await pass(room), { chains: 0, receipts: 0, forgotten: 0 }, 'it is not old enough');
  room.clock.forward(2 * DAY);
  assert.deepEqual(await pass(room), { chains: 1, receipts: 0, forgotten: 0 });
  assert.deepEqual(await headlines(room), ['News of other', 'News of young']);
  // What cannot be read waits for a person, and is no supplier's copy yet.
  const left = {
    wire_chain: 2,
    wire_item: 2,
    wire_payload: 3,
    receipt: 3,
    wire_preset_chain: 0,
    wire_gone: 2,
  };
  assert.deepEqual(await counts(room), left);
  assert.deepEqual(await pass(room), { chains: 0, receipts: 0, forgotten: 0 });
});

test('a version that came of late keeps the whole item', async (t) => {
  const room = await newsroom(t);
  await filed(room, [ninjs('slow'), ninjs('done')]);
  await keep(room, 10);
  room.clock.forward(9 * DAY);
  await filed(room, [ninjs('slow', { version: '2' })]);
  room.clock.forward(2 * DAY);
  assert.equal((await pass(room)).chains, 1);
  assert.deepEqual(await headlines(room), ['News of slow']);
  assert.equal((await counts(room)).wire_item, 2);
});

test('what a story used, what is held and what waits to be done is never deleted', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, database } = room;
  await filed(room, [ninjs('used'), ninjs('held'), ninjs('todo'), ninjs('plain')]);
  await filed(room, [ninjs('used', { version: '2' })]);
  did(await takeItem(desk, { actor: editor, filed: await versionOf(room, 'used'), language: 'en' }));
  await database.pool.query(
    `update wire_chain set held = 'rule' where summary->>'headline' = 'News of held'`,
  );
  await database.pool.query(`update wire_item set todo = '{}' where item_id = 'urn:courier:todo'`);
  await keep(room, 1);
  room.clock.forward(1_000 * DAY);
  assert.equal((await pass(room)).chains, 1);
  assert.deepEqual(await headlines(room), ['News of held', 'News of todo', 'News of used']);
  // Once nobody waits any more, they go.
  await database.pool.query('update wire_chain set held = null');
  await database.pool.query('update wire_item set todo = null');
  assert.equal((await pass(room)).chains, 2);
  assert.deepEqual(await headlines(room), ['News of used']);
});

test('a payload goes when the last item read from it has gone, and one that waits to be read stays', async (t) => {
  const room = await newsroom(t);
  await filed(room, [`[${ninjs('first')},${ninjs('second')}]`]);
  assert.equal((await counts(room)).wire_payload, 1);
  await keep(room, 5);
  room.clock.forward(4 * DAY);
  await filed(room, [ninjs('second', { version: '2' })]);
  room.clock.forward(2 * DAY);
  assert.equal((await pass(room)).chains, 1, 'the first');
  assert.equal((await counts(room)).wire_payload, 2, 'the second was read from it');
  await room.database.transaction((tx) =>
    replayReceipts(tx, {
      from: '2026-01-01T00:00:00.000Z' as never,
      until: '2027-01-01T00:00:00.000Z' as never,
    }),
  );
  room.clock.forward(10 * DAY);
  assert.equal((await pass(room)).chains, 0, 'its payload waits to be read again');
  await inboxRead(room);
  assert.deepEqual(await headlines(room), ['News of second'], 'the first does not come back');
  assert.equal((await pass(room)).chains, 1);
  const none = {
    wire_chain: 0,
    wire_item: 0,
    wire_payload: 0,
    receipt: 0,
    wire_preset_chain: 0,
    wire_gone: 3,
  };
  assert.deepEqual(await counts(room), none);
});

test('payloads that brought nothing new go by themselves', async (t) => {
  const room = await newsroom(t);
  await filed(room, [ninjs('one'), `${ninjs('one')}\n`, `${ninjs('one')}\n\n`]);
  await keep(room, 5);
  room.clock.forward(3 * DAY);
  // The same bytes again: their sender still has them in hand.
  await filed(room, [`${ninjs('one')}\n\n`]);
  await filed(room, [ninjs('one', { version: '2' })]);
  room.clock.forward(3 * DAY);
  assert.deepEqual(await pass(room), { chains: 0, receipts: 1, forgotten: 0 });
  assert.equal((await counts(room)).wire_payload, 3);
});

test('of items that tell the same another leads once the leader has gone', async (t) => {
  const room = await newsroom(t);
  await filed(room, [ninjs('first')], { supplier: 'Northern', channel: 'northern' });
  room.clock.forward(1);
  await filed(room, [ninjs('second')]);
  await room.database.pool.query(`
    update wire_chain c set grouped = (select id from wire_chain where supplier = 'Northern'),
      leads = supplier = 'Courier'`);
  await keep(room, 5);
  room.clock.forward(6 * DAY);
  await pass(room);
  const { rows } = await room.database.pool.query('select supplier, leads from wire_chain');
  assert.deepEqual(rows, [{ supplier: 'Northern', leads: true }]);
});

test('a story that is being made of an item while it is old keeps it; one too late is refused', async (t) => {
  const room = await newsroom(t);
  const { desk, editor } = room;
  await filed(room, [ninjs('near'), ninjs('far')]);
  const [near, far] = [await versionOf(room, 'near'), await versionOf(room, 'far')];
  await keep(room, 1);
  room.clock.forward(2 * DAY);
  // Somebody links a version without holding filing, and is not done when retention comes by.
  let isLinked = () => {};
  const linking = new Promise<void>((resolve) => {
    isLinked = resolve;
  });
  let letGo = () => {};
  const going = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const story = await room.file();
  const slow = desk.archive.within(async ({ wireUses }) => {
    await wireUses.link({ story, item: near.id, at: desk.clock.now(), how: 'made', actor: 'test' });
    isLinked();
    await going;
  });
  await linking;
  assert.equal((await pass(room)).chains, 1, 'the other');
  letGo();
  await slow;
  assert.equal((await pass(room)).chains, 0);
  assert.deepEqual(await headlines(room), ['News of near']);
  assert.equal(why(await takeItem(desk, { actor: editor, filed: far, language: 'en' })), 'wire-gone');
});

test('stories made while a pass goes on are whole: each has its item, or was refused', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, database } = room;
  const ids = Array.from({ length: 30 }, (_, n) => `item-${n}`);
  await filed(
    room,
    ids.map((id) => ninjs(id)),
  );
  const versions = await Promise.all(ids.map((id) => versionOf(room, id)));
  await keep(room, 1);
  room.clock.forward(2 * DAY);
  // Three at a time: a connection is left for everybody.
  const made: Awaited<ReturnType<typeof takeItem>>[] = [];
  const make = async () => {
    for (let filed = versions.pop(); filed; filed = versions.pop())
      made.push(await takeItem(desk, { actor: editor, filed, language: 'en' }));
  };
  await Promise.all([make(), make(), make(), pass(room), pass(room)]);
  const kept = made.filter(({ ok }) => ok).length;
  assert.ok(made.every((taken) => taken.ok || taken.why === 'wire-gone'));
  await pass(room);
  assert.equal((await counts(room)).wire_chain, kept);
  const { rows } = await database.pool.query('select count(*)::int as uses from story_wire');
  assert.deepEqual(rows, [{ uses: kept }]);
});

test('bytes that come again while they are deleted are kept', async (t) => {
  const room = await newsroom(t);
  await filed(room, [ninjs('ferry')]);
  await keep(room, 1);
  for (let n = 0; n < 10; n++) {
    room.clock.forward(2 * DAY);
    const order = { actor: ACTOR, channel: 'courier', supplier: 'Courier', headers: {} };
    const again = receiveParcel(room.desk, { ...order, bytes: Buffer.from(ninjs('ferry')) });
    await Promise.all([again.then(did), pass(room)]);
    await inboxRead(room);
  }
  const { rows } = await room.database.pool.query(
    `select from receipt r where not exists (select from wire_payload p where p.hash = r.payload)`,
  );
  assert.equal(rows.length, 0);
});

test('who may not is refused, and what makes no sense is told', async (t) => {
  const room = await newsroom(t);
  const { desk, editor } = room;
  const stranger = { name: 'stranger', may: ['wire'] as const };
  const set = (order: object) => setSupplier(desk, { actor: editor, key: 'Courier', ...order });
  assert.equal(why(await set({ actor: stranger, keepDays: 3 })), 'not-allowed');
  for (const wrong of [{ keepDays: 0 }, { keepDays: 1.5 }, { keepDays: 40_000 }, { timeZone: 'Atlantis' }]) {
    assert.equal(why(await set(wrong)), 'supplier-settings', JSON.stringify(wrong));
  }
  assert.equal(why(await set({ key: ' Courier' })), 'supplier-settings');
  assert.deepEqual(did(await set({ keepDays: 3, timeZone: 'Europe/Oslo' })), {
    ...{ key: 'Courier', keepDays: 3, timeZone: 'Europe/Oslo' },
  });
  assert.deepEqual(did(await set({ keepDays: null, name: 'The Courier' })), {
    ...{ key: 'Courier', name: 'The Courier', timeZone: 'Europe/Oslo' },
  });
  const { rows } = await room.database.pool.query(`select actor, act, detail from audit order by at`);
  assert.equal(rows.length, 2);
  assert.deepEqual(rows[0].detail, { supplier: 'Courier', keepDays: 3, timeZone: 'Europe/Oslo' });
  assert.deepEqual(
    (await desk.archive.within(({ suppliers }) => suppliers.all())).map(({ key }) => key),
    ['Courier'],
  );
});

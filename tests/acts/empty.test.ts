import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyPaper } from '@courant/store';
import { filed, ninjs } from '../kits/courier.ts';
import { newsroom } from '../kits/newsroom.ts';

/** How the desk is set up, and what the database knows of itself: a new paper begins with them. */
const STAY = ['channel', 'log_head', 'migration', 'supplier', 'token', 'wire_preset', 'wire_rule'];

test('a paper that is taken out leaves nothing but how its desk is set up, and another can begin', async (t) => {
  const room = await newsroom(t);
  const twice = ['one', 'two'].map((id) => ninjs(id, { headline: 'Ferry sails from the quay at noon' }));
  await filed(room, [ninjs('ferry'), ninjs('ferry', { version: '2' }), ...twice, '{"broken":']);
  await room.file();
  await room.database.transaction(emptyPaper);
  const { rows } = await room.database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
  );
  const names = rows.map(({ name }) => name);
  assert.ok(STAY.every((name) => names.includes(name)));
  for (const name of names.filter((one) => !STAY.includes(one))) {
    const { rows: left } = await room.database.pool.query(`select * from ${name} limit 1`);
    assert.deepEqual(left, [], name);
  }
  assert.deepEqual(await filed(room, [ninjs('ferry')]), ['accepted']);
});

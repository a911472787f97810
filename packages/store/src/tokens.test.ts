import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id, Instant } from '@courant/base';
import { NO_SERVER, TEST_SERVER, testDatabase } from './testing.ts';
import { addToken, hasToken, tokenOf } from './tokens.ts';

const NOW = '2026-01-01T00:00:00.000Z' as Instant;
const skip = TEST_SERVER ? false : NO_SERVER;

test('a token is known by its secret, which the database does not hold', { skip }, async (t) => {
  const { database } = await testDatabase(t);
  const id = '01980000-0000-7000-8000-000000000001' as Id;
  await database.transaction(async (tx) => {
    assert.equal(await hasToken(tx), false);
    await addToken(tx, { id, name: 'wire', scopes: ['wire'], secret: 'open sesame', made: NOW });
    assert.deepEqual(await tokenOf(tx, 'open sesame', NOW), { id, name: 'wire', scopes: ['wire'] });
    assert.equal(await tokenOf(tx, 'open barley', NOW), undefined);
    assert.equal(await hasToken(tx), true);
  });
  const { rows } = await database.pool.query('select t::text as row from token t');
  assert.equal(rows[0].row.includes('sesame'), false);
});

test('a revoked token is no token', { skip }, async (t) => {
  const { database } = await testDatabase(t);
  const id = '01980000-0000-7000-8000-000000000001' as Id;
  await database.transaction((tx) => addToken(tx, { id, name: 'a', scopes: [], secret: 's', made: NOW }));
  await database.pool.query('update token set revoked = now()');
  assert.equal(await database.transaction((tx) => tokenOf(tx, 's', NOW)), undefined);
});

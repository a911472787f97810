import assert from 'node:assert/strict';
import { test } from 'node:test';
import { migrate, migrations } from './migrate.ts';
import { NO_SERVER, TEST_SERVER, testDatabase } from './testing.ts';

const skip = TEST_SERVER ? false : NO_SERVER;

test('migrations are numbered without a gap, and a second run applies none', { skip }, async (t) => {
  const { database } = await testDatabase(t);
  assert.deepEqual(await migrate(database), []);
  const numbers = (await migrations()).map((migration) => migration.number);
  assert.deepEqual(
    numbers,
    numbers.map((_, i) => i + 1),
  );
});

test('a migration that was edited after it was applied is refused', { skip }, async (t) => {
  const { database } = await testDatabase(t);
  await database.pool.query("update migration set hash = 'other' where number = 2");
  await assert.rejects(migrate(database), { code: 'migration-changed' });
});

test('a database of a later version is refused', { skip }, async (t) => {
  const { database } = await testDatabase(t);
  await database.pool.query(
    "insert into migration (number, name, hash) values (9999, '9999-later.sql', 'x')",
  );
  await assert.rejects(migrate(database), { code: 'database-newer' });
});

test('two processes that migrate at once do it once', { skip }, async (t) => {
  const { database } = await testDatabase(t);
  await database.pool.query('drop schema public cascade; create schema public');
  const applied = await Promise.all([migrate(database), migrate(database)]);
  assert.equal(applied.flat().length, (await migrations()).length);
});

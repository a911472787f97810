import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { schemaText } from './schema.ts';
import { NO_SERVER, TEST_SERVER, testDatabase } from './testing.ts';

const DUMP = new URL('../schema.sql', import.meta.url);

test('schema.sql is what the migrations make', { skip: TEST_SERVER ? false : NO_SERVER }, async (t) => {
  const { database } = await testDatabase(t);
  const made = await schemaText(database.pool);
  if (process.env.COURANT_WRITE_SCHEMA) await writeFile(DUMP, made);
  const committed = await readFile(DUMP, 'utf8').catch(() => '');
  assert.equal(committed, made, 'run “npm run schema” and read the difference');
});

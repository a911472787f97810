import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { staleReasons } from './agreement-testing.ts';
import { BARS, conformance, shares } from './conformance-testing.ts';
import { CORPORA, DATA } from './corpus-testing.ts';

const SKIP = existsSync(DATA) ? false : 'the shared data is not beside the project (../shared/data)';

test('real copy is read, as another newsroom reads it', { skip: SKIP }, async (t) => {
  const rows = await conformance();
  assert.equal(rows.length, CORPORA.length);
  for (const { corpus, files, read, agreement, unread } of rows) {
    const { counted, misses, leftOut } = agreement;
    const agreed = `${counted - misses.length} of ${counted} fields agree, ${leftOut} left out`;
    t.diagnostic(`${corpus.folder}: ${read} of ${files} files read, ${agreed}`);
    for (const line of corpus.isExport ? misses : [...unread, ...misses]) t.diagnostic(`  ${line}`);
  }
  const { read, agreed } = shares(rows);
  t.diagnostic(`${percent(read)} of the files are read, ${percent(agreed)} of the fields agree`);
  assert.ok(read >= BARS.read, `${percent(read)} of the files are read`);
  assert.ok(agreed >= BARS.agreed, `${percent(agreed)} of the fields agree`);
});

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

test('what is left out of the comparison stands in the files', { skip: SKIP }, () => {
  assert.deepEqual(staleReasons(), []);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MERGE_CASES } from './merge-cases.data.ts';
import { copyTold, linesOf, mergedCase, toldChanges, toldConflict } from './merge-testing.ts';

describe('the table of merges', () => {
  for (const one of MERGE_CASES) {
    it(one.title, () => {
      const merged = mergedCase(one);
      const { body = [], ...fields } = one.result;
      assert.deepEqual(merged.conflicts.map(toldConflict), one.conflicts ?? []);
      if (one.ours.body) assert.deepEqual(linesOf(merged.copy.body), body);
      const { wire: _, conflicts: __, body: ___, ...rest } = merged.copy;
      const { body: ____, ...ours } = copyTold(one.ours, 'ours');
      assert.deepEqual(rest, { ...ours, ...fields });
      if (one.changes) assert.deepEqual(toldChanges(merged), one.changes);
    });
  }

  it('has at least forty cases, each with a title of its own', () => {
    const titles = new Set(MERGE_CASES.map(({ title }) => title));
    assert.ok(titles.size >= 40 && titles.size === MERGE_CASES.length);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyText } from './copy-testing.ts';
import type { Run } from './text-difference.ts';
import { textRuns } from './text-difference.ts';

const words = fc.array(fc.constantFrom('the', 'vote', 'in', 'March', '选', '举', ' ', ', '), {
  maxLength: 30,
});
const similar = fc.oneof(
  anyText,
  words.map((all) => all.join('')),
);

function side(runs: readonly Run[], kind: 'removed' | 'added'): string {
  const own = runs.filter((run) => run.kind === 'kept' || run.kind === kind);
  return own.map(({ text }) => text).join('');
}

/** Runs in short: kept as they are, `-…-` removed, `+…+` added. */
const shown = (before: string, after: string) =>
  textRuns(before, after)
    .map(({ kind, text }) => ({ kept: text, removed: `-${text}-`, added: `+${text}+` })[kind])
    .join('');

describe('textRuns', () => {
  it('makes both texts: what is kept and removed the first, what is kept and added the second', () => {
    fc.assert(
      fc.property(similar, similar, (before, after) => {
        const runs = textRuns(before, after);
        assert.deepEqual([side(runs, 'removed'), side(runs, 'added')], [before, after]);
        for (const [i, run] of runs.entries()) {
          assert.notEqual(run.text, '');
          assert.notEqual(run.kind, runs[i + 1]?.kind);
        }
      }),
    );
  });

  it('is the shortest there is: no more changes than the longest common run of tokens leaves', () => {
    const characters = fc.string({ unit: fc.constantFrom('一', '二', '三', '四'), maxLength: 40 });
    fc.assert(
      fc.property(characters, characters, (before, after) => {
        const changes = textRuns(before, after).filter(({ kind }) => kind !== 'kept');
        const count = changes.reduce((sum, { text }) => sum + text.length, 0);
        assert.equal(count, before.length + after.length - 2 * longestCommon([...before], [...after]));
      }),
    );
  });

  it('compares words whole, and Chinese character by character', () => {
    assert.equal(shown('He didn’t stand.', 'He didn’t run.'), 'He didn’t -stand-+run+.');
    assert.equal(shown('总理在高尔基讲话', '总理周五在高尔基讲话'), '总理+周五+在高尔基讲话');
    assert.equal(shown('コーヒーを飲む', 'コーヒーを飲んだ'), 'コーヒーを飲-む-+んだ+');
    assert.equal(shown('قال الرئيس امس', 'قال الوزير امس'), 'قال -الرئيس-+الوزير+ امس');
  });

  it('never parts an accent or half a character from its letter', () => {
    const accented = 'cafe\u0301';
    assert.equal(shown('cafe', accented), `-cafe-+${accented}+`);
    assert.equal(shown('😀', '😁'), '-😀-+😁+');
  });

  it('tells long texts without a word in common as one removal and one addition, and soon', () => {
    const long = (word: string) => Array.from({ length: 200_000 }, (_, i) => `${word}${i}`).join(' ');
    const runs = textRuns(`The same. ${long('a')}`, `The same. ${long('b')}`);
    assert.deepEqual(
      runs.map(({ kind }) => kind),
      ['kept', 'removed', 'added'],
    );
  });
});

/** The length of the longest common subsequence, by the plain table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    for (const [j, other] of b.entries()) {
      next.push(one === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

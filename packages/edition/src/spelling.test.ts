import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { meantBy, strokesBetween } from './spelling.ts';

test('a slip is mended by the nearest word, of several by the commonest', () => {
  assert.equal(meantBy('commet', ['comment', 'comet', 'comet', 'cornet']), 'comet');
  assert.equal(meantBy('foghron', ['foghorn', 'benches']), 'foghorn');
  assert.equal(meantBy('zzzzzz', ['comet']), undefined);
  assert.equal(meantBy('tea', ['sea', 'tee', 'tent']), 'sea');
});

test('strokes are letters put in, taken out, changed or swapped', () => {
  assert.equal(strokesBetween('whale', 'whale'), 0);
  assert.equal(strokesBetween('whale', 'wahle'), 1);
  assert.equal(strokesBetween('', 'abc'), 3);
  assert.equal(strokesBetween('kitten', 'sitting'), 3);
});

test('it is as far from one word to another as back, and no further than by a third', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      assert.equal(strokesBetween(a, b), strokesBetween(b, a));
      assert.equal(strokesBetween(a, b) === 0, a === b);
      assert.ok(strokesBetween(a, b) <= Math.max(a.length, b.length));
    }),
  );
});

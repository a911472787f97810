import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textFaces } from './faces-testing.ts';

test('a text that begins with a mark of direction is not taken for another', () => {
  const { roman } = textFaces();
  const turned = roman.shape('abc', 'rtl');
  const marked = roman.shape('\u200fabc');
  assert.deepEqual(
    turned.glyphs.map(({ at }) => at),
    [2, 1, 0],
  );
  assert.deepEqual(
    marked.glyphs.map(({ at }) => at),
    [0, 1, 2, 3],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CutRatio } from './cut.ts';
import { CUTS, cutOf, cutPath } from './cut.ts';

const anyPicture = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
  focus: fc.record({
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
});
const anyRatio = fc.constantFrom(...(Object.keys(CUTS) as CutRatio[]));

test('a cut lies within its picture, holds its focal point and has its shape', () => {
  fc.assert(
    fc.property(anyPicture, anyRatio, (picture, ratio) => {
      const { left, top, within, width, height } = cutOf(picture, ratio);
      assert.ok(left >= 0 && left + within.width <= picture.width);
      assert.ok(top >= 0 && top + within.height <= picture.height);
      const [x, y] = [picture.focus.x * picture.width, picture.focus.y * picture.height];
      assert.ok(x >= left - 1 && x <= left + within.width + 1);
      assert.ok(y >= top - 1 && y <= top + within.height + 1);
      assert.ok(width <= 1200 && width <= within.width && height <= within.height);
      // A pixel is the least a side can have, so the shape of tiny pictures is coarse.
      if (within.width > 100 && within.height > 100) {
        assert.ok(Math.abs(width / height - CUTS[ratio]) < 0.05);
      }
    }),
  );
});

test('a cut touches two sides of its picture: no larger one of its shape is in it', () => {
  fc.assert(
    fc.property(anyPicture, anyRatio, (picture, ratio) => {
      const { within } = cutOf(picture, ratio);
      assert.ok(within.width === picture.width || within.height === picture.height);
    }),
  );
});

test('the address of a cut names its bytes, shape and focal point', () => {
  const hash = 'ab12'.repeat(16);
  assert.equal(cutPath({ hash, focus: { x: 0.5, y: 0.333 } }, '16x9'), `/pictures/${hash}/16x9-50-33.jpg`);
});

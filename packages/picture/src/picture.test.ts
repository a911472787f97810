import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RENDITION_WIDTHS, renditionPath, widthsOf } from './picture.ts';

test('a picture is offered in no width beyond its own', () => {
  assert.deepEqual(widthsOf({ width: 1600 }), [320, 480, 768, 1080, 1440]);
  assert.deepEqual(widthsOf({ width: 4000 }), RENDITION_WIDTHS);
});

test('a picture smaller than every width is offered as it is', () => {
  assert.deepEqual(widthsOf({ width: 200 }), [200]);
});

test('the path of a rendition tells bytes, width and format', () => {
  const hash = 'ab12'.repeat(16);
  assert.equal(renditionPath({ hash }, 480, 'avif'), `/pictures/${hash}/480.avif`);
  assert.equal(renditionPath({ hash }, 480, 'jpeg'), `/pictures/${hash}/480.jpg`);
});

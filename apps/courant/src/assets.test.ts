import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { styleSheet, textAsset } from './assets.ts';

test('the style sheet is kept compressed both ways, each the same text and much smaller', async () => {
  const { bytes, encoded, path } = await styleSheet();
  assert.match(path, /^\/assets\/[0-9a-f]{12}\.css$/);
  const { br = new Uint8Array(), gzip = new Uint8Array() } = encoded;
  assert.deepEqual(brotliDecompressSync(br), Buffer.from(bytes));
  assert.deepEqual(gunzipSync(gzip), Buffer.from(bytes));
  assert.ok(br.byteLength < gzip.byteLength && gzip.byteLength < bytes.byteLength / 3);
});

test('what compression makes no smaller is sent as it is', async () => {
  const { encoded } = await textAsset('/assets/a.js', 'text/javascript', Buffer.from('a'));
  assert.deepEqual(encoded, {});
});

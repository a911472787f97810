import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formerPaths } from './former-paths.ts';
import type { WireItem } from './wire-item.ts';

const item = (address: string, formerAddresses: readonly string[] = [], format = 'wxr'): WireItem => ({
  ...{ format, id: 'x', address, formerAddresses, warnings: [], unmapped: {} },
});

test('old addresses are the paths that requests for them name', () => {
  const paths: readonly (readonly [string, readonly string[]])[] = [
    ['https://old.example/2017/06/20/the-lock/', ['/2017/06/20/the-lock']],
    ['/p/the-lock', ['/p/the-lock']],
    ['https://old.example/f%C3%A4hre', ['/fähre']],
    ['https://old.example/?p=12', ['/?p=12']],
    ['https://old.example/?page_id=12', ['/?page_id=12']],
    ['https://old.example/', []],
    ['https://old.example/?p=12&preview=true', []],
    ['https://old.example/story.php?id=12', []],
    ['https://old.example/a%00b', []],
    ['https://old.example/%', []],
    ['ftp://old.example/a', []],
  ];
  for (const [address, expected] of paths) assert.deepEqual(formerPaths(item(address)), expected, address);
  assert.deepEqual(formerPaths(item('/a', ['/a/', '/b', 'https://x.example/a'])), ['/a', '/b']);
});

test('the addresses of a feed are another paper’s', () => {
  assert.deepEqual(formerPaths(item('https://other.example/a', ['/b'], 'rss')), []);
});

test('whatever an address is, its path begins with a slash and ends without one', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.webPath(), fc.string({ unit: 'binary' })),
      (address) => {
        for (const path of formerPaths(item(address))) assert.match(path, /^\/(?:.*[^/])$/s);
      },
    ),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'uqr';
import { qrDrawing } from './qr.ts';

const ADDRESS = 'https://lantern.example/2011/04/23/%D8%A7%D9%84%D8%AD%D9%83%D9%85';

/** The modules that a drawing darkens, read back from its path. */
function darkened(markup: string): ReadonlySet<string> {
  const path = /<path d="([^"]+)"/.exec(markup)?.[1] ?? '';
  const dark = new Set<string>();
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let i = 0; i < Number(run); i++) dark.add(`${Number(x) + i} ${y}`);
  }
  return dark;
}

test('a drawing darkens the modules of the code and no other', () => {
  const { data } = encode(ADDRESS, { ecc: 'M', border: 4 });
  const wanted = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])));
  assert.deepEqual([...darkened(qrDrawing(ADDRESS).markup)], wanted);
});

test('four light modules stand about the code, on white', () => {
  const { markup } = qrDrawing(ADDRESS);
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(markup)?.[1]);
  const places = [...darkened(markup)].flatMap((place) => place.split(' ').map(Number));
  assert.equal(Math.min(...places), 4);
  assert.equal(Math.max(...places), size - 5);
  assert.match(markup, new RegExp(`<path fill="#fff" d="M0 0h${size}v${size}H0z"/>`));
});

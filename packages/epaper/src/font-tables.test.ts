import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '@courant/base';
import fc from 'fast-check';
import { textFaces } from './faces-testing.ts';
import { FACE_UNFIT } from './faults.ts';
import { fontTables } from './font-tables.ts';
import { NASKH, SONG } from './issue-testing.ts';

test('a face says its name, its lean and its widths as HarfBuzz knows them', () => {
  const { roman, italic } = textFaces();
  const tables = fontTables(roman);
  assert.equal(tables.name, 'PTSerif-Regular');
  assert.equal(tables.slant, 0);
  assert.ok(fontTables(italic).slant < -5);
  assert.ok(tables.capitals > 600 && tables.capitals < 800);
  for (const face of [roman, italic, NASKH, SONG])
    for (const { id, advance } of face.shape('n').glyphs)
      assert.equal(fontTables(face).advance(id), (advance * 1000) / face.unitsPerEm);
});

test('whatever is called a face is read or refused', () => {
  const { bytes } = SONG;
  fc.assert(
    fc.property(fc.nat(400), fc.nat(255), fc.nat(bytes.length), (at, byte, end) => {
      const damaged = Uint8Array.from(bytes.subarray(0, end));
      if (at < damaged.length) damaged[at] = byte;
      try {
        fontTables({ id: 'a', bytes: damaged });
      } catch (thrown) {
        assert.ok(isFault(thrown, FACE_UNFIT), String(thrown));
      }
    }),
    { numRuns: 500 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { houseWords } from './house-words.ts';
import { treeOf } from './tree.ts';

function says(text: string, path = 'packages/wire/src/kill.ts'): readonly string[] {
  return houseWords(treeOf({ [path]: text })).map(({ say }) => say);
}

const REFUSED = [
  ['let a: any;', /any switches the compiler off/],
  ['const a = b as unknown as Record<string, any>;', /any switches/],
  ['const a = b!.c;', /hides an absence/],
  ['let a!: string;', /hides an absence/],
  ['// @ts-ignore\nlet a = 1;', /silenced/],
  ['// @ts-nocheck\nlet a = 1;', /silenced/],
  ['// @ts-expect-error\nlet a = 1;', /silenced/],
  ['let a = 1; // TODO later', /leaves work behind/],
  ['/* FIXME */ let a = 1;', /leaves work behind/],
  ['try { a(); } catch {}', /empty catch needs a comment/],
  ['const = ;', /can't be parsed/],
] as const;

for (const [text, why] of REFUSED) {
  test(`a file may not say ${JSON.stringify(text)}`, () => {
    const found = says(text);
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', why);
  });
}

test('the words may stand in texts and names, and a catch may be empty with its reason', () => {
  assert.deepEqual(says("const many = 'any TODO'; const a = !b; if (a !== b) c();"), []);
  assert.deepEqual(says('try { a(); } catch {\n  // Gone already: that is what we wanted.\n}'), []);
});

test('a test of types may expect an error', () => {
  assert.deepEqual(says('// @ts-expect-error\nlet a = 1;', 'packages/wire/src/kill.test.ts'), []);
});

test('the line of a fault is told', () => {
  const found = houseWords(treeOf({ 'tools/kill.ts': 'let a = 1;\n\nlet b: any;\n' }));
  assert.deepEqual(
    found.map(({ file, line }) => [file, line]),
    [['tools/kill.ts', 3]],
  );
});

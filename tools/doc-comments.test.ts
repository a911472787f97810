import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docComments } from './doc-comments.ts';
import { treeOf } from './tree.ts';

function says(text: string): readonly string[] {
  return docComments(treeOf({ 'packages/wire/src/kill.ts': text })).map(({ say }) => say);
}

for (const text of [
  'export function kill() {}',
  'export const KILL = 1;',
  'export interface Kill {}',
  'export type Kill = 1;',
  'export class Kill {}',
  '// not a doc comment\nexport const KILL = 1;',
  '/** of another */\nconst other = 1;\nexport const KILL = 1;',
]) {
  test(`${JSON.stringify(text)} lacks a doc comment`, () => {
    assert.match(says(text).join(), /kill is exported without a doc comment/i);
  });
}

test('a doc comment right above will do, once for all overloads; what is not exported needs none', () => {
  assert.deepEqual(says('/** Kills. */\nexport function kill() {}\nfunction inner() {}'), []);
  assert.deepEqual(
    says(
      '/** Kills. */\nexport function kill(a: 1): 1;\nexport function kill(a: 2): 2;\nexport function kill() {}',
    ),
    [],
  );
  assert.deepEqual(says("export { kill } from './other.ts';\nexport type { Kill } from './other.ts';"), []);
});

test('a room without a README, or with one of 41 lines, is refused', () => {
  const room = { 'packages/wire/package.json': '{}' };
  assert.match(docComments(treeOf(room))[0]?.say ?? '', /packages\/wire has no README/);
  const readme = (lines: number) => treeOf({ ...room, 'packages/wire/README.md': 'line\n'.repeat(lines) });
  assert.deepEqual(docComments(readme(40)), []);
  assert.match(docComments(readme(41))[0]?.say ?? '', /41 lines and may have 40/);
});

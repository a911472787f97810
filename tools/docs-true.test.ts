import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docsTrue } from './docs-true.ts';
import { treeOf } from './tree.ts';

function says(map: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const rooms = { 'packages/wire/package.json': '{}', 'apps/courant/package.json': '{}' };
  return docsTrue(treeOf({ ...rooms, 'docs/map.md': map, ...more })).map(({ say }) => say);
}

test('a map that names every room, by path or by name, is true', () => {
  assert.deepEqual(says('`wire` reads; `apps/courant` runs.'), []);
});

test('a room that the map leaves out, or makes up, is told', () => {
  assert.match(says('`wire` reads.').join(), /does not name apps\/courant/);
  assert.match(says('`wire` `courant` `packages/gone`').join(), /names packages\/gone, which is not there/);
  assert.match(says('`wire` `courant` @courant/gone').join(), /names @courant\/gone/);
});

test('a missing map is told', () => {
  assert.match(docsTrue(treeOf({}))[0]?.say ?? '', /map is missing/);
});

test('a link to nowhere is told in any document; links to files, folders and the web stand', () => {
  const map = '`wire` `courant`';
  assert.deepEqual(
    says(`${map} [a](../packages/wire) [b](map.md#wire) [c](https://example.org) [d](#x)`),
    [],
  );
  const found = says(map, { 'packages/wire/README.md': '[a](../../docs/gone.md)' });
  assert.match(found.join(), /link to ..\/..\/docs\/gone.md leads nowhere/);
});

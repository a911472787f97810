import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importCycles } from './import-cycles.ts';
import { treeOf } from './tree.ts';

test('a chain of files is no ring, however often one is imported', () => {
  const files = {
    'tools/a.ts': "import './b.ts'; import './c.ts';",
    'tools/b.ts': "import './c.ts';",
    'tools/c.ts': '',
  };
  assert.deepEqual(importCycles(treeOf(files)), []);
});

test('three files in a ring are named in order, though one edge is of types', () => {
  const files = {
    'tools/a.ts': "import { b } from './b.ts';",
    'tools/b.ts': "import type { C } from './c.ts';",
    'tools/c.ts': "export { a } from './a.ts';",
  };
  const [found] = importCycles(treeOf(files));
  assert.match(found?.say ?? '', /tools\/a\.ts → tools\/b\.ts → tools\/c\.ts → tools\/a\.ts/);
});

test('two rooms in a ring are found though no two files are', () => {
  const files = {
    'packages/wire/package.json': '{}',
    'packages/desk/package.json': '{}',
    'packages/wire/src/a.ts': "import { x } from '@courant/desk/rights';",
    'packages/desk/src/b.ts': "import { y } from '@courant/wire';",
  };
  const found = importCycles(treeOf(files));
  assert.equal(found.length, 1);
  assert.match(found[0]?.say ?? '', /packages\/desk → packages\/wire → packages\/desk/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doors } from './doors.ts';
import { treeOf } from './tree.ts';

const GOOD = {
  name: '@courant/wire',
  exports: { '.': './src/wire.ts' },
  dependencies: { '@courant/base': '0.1.0', saxes: '^6.0.0' },
};
const CODE = "import { html } from '@courant/base'; import { SaxesParser } from 'saxes'; import 'node:fs';";

function says(manifest: object, code = CODE): readonly string[] {
  const files = { 'packages/wire/package.json': JSON.stringify(manifest), 'packages/wire/src/wire.ts': code };
  return doors(treeOf(files)).map(({ say }) => say);
}

test('a room that declares what it uses and has its door is in order', () => {
  assert.deepEqual(says(GOOD), []);
});

test('a dependency that is declared and never imported is refused', () => {
  assert.match(says(GOOD, "import 'saxes';").join(), /declares @courant\/base and never imports it/);
});

test('a package that is imported and not declared is refused, by the name npm knows', () => {
  assert.match(says(GOOD, `${CODE} import 'parse5/lib/x';`).join(), /uses parse5 and does not declare it/);
});

test('a test may use what only the root declares', () => {
  const files = {
    'packages/wire/package.json': JSON.stringify(GOOD),
    'packages/wire/src/wire.ts': CODE,
    'packages/wire/src/wire.test.ts': "import fc from 'fast-check';",
  };
  assert.deepEqual(doors(treeOf(files)), []);
});

test('another name, another door and a door to nowhere are refused', () => {
  assert.match(says({ ...GOOD, name: '@courant/wires' }).join(), /name it @courant\/wire,/);
  assert.match(says({ ...GOOD, exports: { '.': './src/main.ts' } }).join(), /The door of packages\/wire is/);
  const exports = { ...GOOD.exports, './nitf': './src/nitf.ts' };
  assert.match(says({ ...GOOD, exports }).join(), /'.\/nitf' leads to .\/src\/nitf.ts, which is not there/);
});

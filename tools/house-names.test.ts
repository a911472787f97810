import assert from 'node:assert/strict';
import { test } from 'node:test';
import { houseNames } from './house-names.ts';
import { treeOf } from './tree.ts';

function says(path: string, text = ''): readonly string[] {
  return houseNames(treeOf({ [path]: text })).map(({ say }) => say);
}

for (const name of ['Kill.ts', 'wireItem.ts', 'wire_item.ts', 'kill.spec.ts']) {
  test(`a file may not be named ${name}`, () => {
    assert.match(says(`packages/wire/src/${name}`).join(), /not kebab-case/);
  });
}

for (const name of [
  'index.ts',
  'utils.ts',
  'string-utils.ts',
  'test-helpers.ts',
  'types.ts',
  'job-manager.ts',
]) {
  test(`a file may not be named ${name}`, () => {
    assert.match(says(`packages/wire/src/${name}`).join(), /says nothing/);
  });
}

for (const name of ['kill.ts', 'wire-item.ts', 'g2.test.ts', 'import-map.data.ts', 'vite.config.ts']) {
  test(`a file may be named ${name}`, () => {
    assert.deepEqual(says(`packages/wire/src/${name}`), []);
  });
}

test('a default export is refused in both its forms, but in a config file', () => {
  const text = 'export default 1;';
  assert.match(says('packages/wire/src/kill.ts', text).join(), /no name of its own/);
  assert.match(says('packages/wire/src/kill.ts', "export { a as default } from './b.ts';").join(), /no name/);
  assert.deepEqual(says('apps/newsroom/vite.config.ts', text), []);
});

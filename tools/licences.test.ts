import assert from 'node:assert/strict';
import { test } from 'node:test';
import { licences } from './licences.ts';
import { lockFile } from './lock-file.ts';
import { treeOf } from './tree.ts';

function says(one: object, path = 'node_modules/saxes'): readonly string[] {
  const lock = JSON.stringify({ packages: { '': { name: 'courant' }, [path]: one } }, null, 2);
  return licences(treeOf({ 'package-lock.json': lock })).map(({ say }) => say);
}

for (const license of [
  'MIT',
  '(MIT OR GPL-3.0-only)',
  'Apache-2.0 AND MIT',
  '(MIT AND (GPL-3.0-only OR ISC))',
]) {
  test(`a package under ${license} may be used`, () => {
    assert.deepEqual(says({ license }), []);
  });
}

for (const license of [
  'GPL-3.0-only',
  'MIT AND GPL-3.0-only',
  'SEE LICENSE IN x',
  '(GPL-2.0-only OR GPL-3.0-only)',
]) {
  test(`a package under ${license} may not be used`, () => {
    assert.match(says({ license }).join(), /saxes is under/);
  });
}

test('a package that names no licence may not be used', () => {
  assert.match(says({ version: '1.0.0' }).join(), /under no licence/);
});

test('what only builds and tests may be under any licence', () => {
  assert.deepEqual(says({ license: 'GPL-3.0-only', dev: true }), []);
});

test('an exception holds for its package alone', () => {
  const license = 'LGPL-3.0-or-later';
  assert.deepEqual(says({ license }, 'node_modules/@img/sharp-libvips-linux-x64'), []);
  assert.match(says({ license }, 'node_modules/@img/other').join(), /@img\/other is under/);
});

test('a package inside another is found by its own name', () => {
  assert.match(
    says({ license: 'GPL-3.0-only' }, 'packages/wire/node_modules/saxes').join(),
    /^saxes is under/,
  );
});

test('the lock file may name the public registry, and no other address', () => {
  const lock = (resolved: string) => treeOf({ 'package-lock.json': `{\n"resolved": "${resolved}"\n}` });
  assert.deepEqual(lockFile(lock('https://registry.npmjs.org/saxes/-/saxes-6.0.0.tgz')), []);
  assert.deepEqual(lockFile(lock('packages/wire')), []);
  const [found] = lockFile(lock('http://10.0.0.1:4873/saxes/-/saxes-6.0.0.tgz'));
  assert.equal(found?.line, 2);
  assert.match(found?.say ?? '', /no address of the public registry/);
});

test('a missing lock file is refused', () => {
  assert.match(lockFile(treeOf({}))[0]?.say ?? '', /lock file is missing/);
});

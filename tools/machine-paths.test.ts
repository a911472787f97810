import assert from 'node:assert/strict';
import { test } from 'node:test';
import { machinePaths } from './machine-paths.ts';
import { treeOf } from './tree.ts';

// Put together here, so that this file names no such place itself.
const at = (...parts: readonly string[]): string => `/${parts.join('/')}`;

function count(text: string, path = 'docs/map.md'): number {
  return machinePaths(treeOf({ [path]: text }), (place) => place === at('projects', 'courant')).length;
}

test('somebody’s home and a place that exists here are refused, in code and in words', () => {
  assert.equal(count(`see ${at('home', 'anna', 'courant')}`), 1);
  assert.equal(count(`"${at('Users', 'Anna', 'courant')}"`, 'bench/front.ts'), 1);
  assert.equal(count(`"${at('root', 'courant')}"`, 'package.json'), 1);
  assert.equal(count(`cd ${at('projects', 'courant', 'docs')}`, '.ci/run'), 1);
});

test('addresses, common folders and examples may stand', () => {
  assert.equal(count(`${at('projects', 'other')} and /politics/2026 and /var/lib/courant and /tmp/x`), 0);
  assert.equal(count(`${at('home', '<you>', 'courant')} https://example.org${at('home', 'page', 'x')}`), 0);
  assert.equal(count('../shared/data and demo/home/page'), 0);
});

test('pictures are not searched', () => {
  assert.equal(count(at('home', 'anna', 'courant'), 'demo/pictures/a.jpg'), 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockAndChance } from './clock-and-chance.ts';
import { treeOf } from './tree.ts';

function says(text: string, path = 'packages/story/src/kill.ts'): readonly string[] {
  return clockAndChance(treeOf({ [path]: text })).map(({ say }) => say);
}

const IMPURE = [
  'const at = Date.now();',
  'const at = new Date();',
  'const at = Date();',
  'const at = performance.now();',
  'const n = Math.random();',
  'const id = crypto.randomUUID();',
  'crypto.getRandomValues(new Uint8Array(8));',
  'const bytes = globalThis.crypto;',
  'setTimeout(() => 1, 5);',
  'const later = setInterval;',
  'setImmediate(work);',
  'await fetch("https://example.org");',
  'process.exit(1);',
  'const held = { process };',
  'const hour = new Date(moment).getHours();',
];

for (const text of IMPURE) {
  test(`a pure room may not say ${text}`, () => {
    assert.equal(says(text).length, 1);
  });
}

const PURE = [
  'const at = new Date(moment).getUTCHours();',
  'const held = { process: 1, fetch: 2 }; held.process;',
  'const { fetch } = ports; fetch();',
  'function purge(fetch: () => void) { fetch(); }',
  'interface Ports { fetch(): void; readonly performance: number }',
  'const n = Math.max(1, 2); const at = Date.parse(text);',
];

for (const text of PURE) {
  test(`a pure room may say ${text}`, () => {
    assert.deepEqual(says(text), []);
  });
}

test('a room with I/O, and a test, may read the clock', () => {
  assert.deepEqual(says('const at = Date.now();', 'packages/store/src/log.ts'), []);
  assert.deepEqual(says('const at = Date.now();', 'packages/story/src/kill.test.ts'), []);
});

test('the environment is read in one file of the house, and in tests', () => {
  const text = 'const port = process.env.PORT;';
  assert.match(says(text, 'apps/courant/src/serve.ts').join(), /apps\/courant\/src\/config\.ts alone/);
  assert.deepEqual(says(text, 'apps/courant/src/config.ts'), []);
  assert.deepEqual(says(text, 'packages/store/src/testing.ts'), []);
});

test('a script that runs in a reader’s browser has clock, timers and network of its own', () => {
  for (const text of ['const at = Date.now();', 'setTimeout(() => 1, 5);', 'await fetch("/");']) {
    assert.deepEqual(says(text, 'apps/reader/src/times.ts'), []);
  }
});

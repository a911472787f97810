import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Room } from './import-map.data.ts';
import { ROOMS } from './import-map.data.ts';
import { importMap } from './import-map.ts';
import { treeOf } from './tree.ts';

const pure: Room = { imports: [], types: [], io: false, npm: [] };
const MAP: Readonly<Record<string, Room>> = {
  'packages/base': pure,
  'packages/story': { ...pure, imports: ['base'], npm: ['yjs'] },
  'packages/api': { ...pure, imports: ['base'], types: ['story'] },
  'packages/store': { ...pure, imports: ['base', 'story'], io: true },
};

function manifest(name: string): string {
  return JSON.stringify({
    exports: { '.': `./src/${name}.ts`, ...(name === 'store' && { './testing': './src/testing.ts' }) },
  });
}

const HOUSE = {
  'packages/base/package.json': manifest('base'),
  'packages/base/src/base.ts': '',
  'packages/story/package.json': manifest('story'),
  'packages/story/src/story.ts': '',
  'packages/api/package.json': manifest('api'),
  'packages/store/package.json': manifest('store'),
  'packages/store/src/testing.ts': '',
};

function says(path: string, text: string): readonly string[] {
  return importMap(treeOf({ ...HOUSE, [path]: text }), MAP).map(({ say }) => say);
}

const ALLOWED = [
  ['packages/story/src/kill.ts', "import { fault } from '@courant/base';"],
  ['packages/story/src/kill.ts', "import { fault } from './story.ts';"],
  ['packages/story/src/kill.ts', "import * as Y from 'yjs';"],
  ['packages/story/src/kill.test.ts', "import { test } from 'node:test'; import fc from 'fast-check';"],
  ['packages/api/src/kill.ts', "import type { Story } from '@courant/story';"],
  ['packages/store/src/kill.ts', "import { readFile } from 'node:fs/promises'; import pg from 'pg';"],
  ['packages/store/src/kill.test.ts', "import { database } from './testing.ts';"],
  ['tests/journeys/kill.test.ts', "import { database } from '@courant/store/testing';"],
] as const;

for (const [path, text] of ALLOWED) {
  test(`${path} may say ${text}`, () => {
    assert.deepEqual(says(path, text), []);
  });
}

const REFUSED = [
  [
    'packages/base/src/id.ts',
    "import { Story } from '@courant/story';",
    /packages\/base may not import story/,
  ],
  ['packages/base/src/id.ts', "import type { Story } from '@courant/story';", /may not import story/],
  ['packages/base/src/id.ts', "export * from '@courant/story';", /may not import story/],
  ['packages/base/src/id.ts', "const s = await import('@courant/story');", /may not import story/],
  ['packages/base/src/id.ts', "type S = import('@courant/story').Story;", /may not import story/],
  ['packages/api/src/kill.ts', "import { Story } from '@courant/story';", /only types from story/],
  [
    'packages/story/src/kill.ts',
    "import { html } from '@courant/base/html';",
    /no door '@courant\/base\/html'/,
  ],
  ['packages/story/src/kill.ts', "import { x } from '@courant/nowhere';", /no package @courant\/nowhere/],
  ['packages/story/src/kill.ts', "import { x } from '@courant/story';", /its own files by relative paths/],
  ['packages/story/src/kill.ts', "import { x } from '../../base/src/base.ts';", /out of packages\/story/],
  ['packages/story/src/kill.ts', "import { x } from './gone.ts';", /is not there/],
  ['packages/story/src/kill.ts', "import { x } from '/opt/story.ts';", /place on one machine/],
  ['packages/story/src/kill.ts', "import { readFile } from 'node:fs';", /pure and may not import 'node:fs'/],
  ['packages/story/src/kill.ts', "import pg from 'pg';", /pure and may not use 'pg'/],
  ['packages/store/src/kill.ts', "import { database } from './testing.ts';", /by tests alone/],
  ['packages/store/src/kill.ts', "import { x } from '@courant/store/testing';", /by tests alone/],
  ['tools/kill.ts', "import { x } from '../packages/base/src/base.ts';", /out of the tools/],
] as const;

for (const [path, text, why] of REFUSED) {
  test(`${path} may not say ${text}`, () => {
    const found = says(path, text);
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', why);
  });
}

test('a room without a row on the map is refused', () => {
  const found = importMap(treeOf({ ...HOUSE, 'packages/carriers/package.json': '{}' }), MAP);
  assert.match(found[0]?.say ?? '', /packages\/carriers has no row/);
});

test('a fourth app is one too many', () => {
  const apps = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`apps/${name}/package.json`, '{}']));
  const map = { ...MAP, 'apps/a': pure, 'apps/b': pure, 'apps/c': pure, 'apps/d': pure };
  assert.match(importMap(treeOf({ ...HOUSE, ...apps }), map)[0]?.say ?? '', /apps\/ holds 4 rooms/);
});

test('the map names no room upward: each row imports only rows above it', () => {
  const above = new Set<string>();
  for (const [room, { imports, types }] of Object.entries(ROOMS)) {
    for (const name of [...imports, ...types]) assert.ok(above.has(name), `${room} imports ${name}`);
    above.add(room.slice(room.indexOf('/') + 1));
  }
});

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { buildFolder, built, SCRIPTS } from './builds.ts';
import { ROOT } from './config.ts';
import { readScripts } from './page-scripts.ts';

test('a build has another folder when a source is another, and the same whatever its tests say', async (t) => {
  const sources = await mkdtemp(join(tmpdir(), 'courant-sources-'));
  t.after(() => rm(sources, { recursive: true }));
  const build = { name: 'sample', sources: [relative(ROOT, sources)] };
  await mkdir(join(sources, 'deep'));
  await writeFile(join(sources, 'deep/page.ts'), 'one');
  const first = await buildFolder(build);
  assert.match(first, /sample-[0-9a-f]{16}$/);
  await writeFile(join(sources, 'deep/page.test.ts'), 'a test');
  assert.equal(await buildFolder(build), first);
  await writeFile(join(sources, 'deep/page.ts'), 'two');
  const second = await buildFolder(build);
  assert.notEqual(second, first);
  await writeFile(join(sources, 'page.ts'), '');
  assert.notEqual(await buildFolder(build), second);
});

test('the scripts of these sources are there when they are asked for, each under an address of its own', async () => {
  const { names, assets } = await readScripts(await built(SCRIPTS));
  const paths = assets.map((asset) => asset.path);
  assert.deepEqual(paths, [...names.files, names.replica].toSorted());
  assert.ok(paths.includes(names.early) && paths.includes(names.page));
  assert.ok(paths.every((path) => /^\/assets\/[\w-]{8}\.js$/.test(path)));
  assert.ok(names.worker.length > 0 && !assets.some((asset) => asset.bytes.toString() === names.worker));
});

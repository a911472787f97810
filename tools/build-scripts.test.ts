import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { buildScripts } from './build-scripts.ts';

/** What all scripts that a story page can come to load may weigh together, compressed, in bytes. */
const MOST = 8 * 1024;
/** What pages of printed papers load beside. */
const MOST_REPLICA = 4 * 1024;
/** What a page waits for before it is painted. */
const MOST_EARLY = 512;

test('scripts of a story page stay within the budget, those of a printed page too, and the early one is small', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'courant-scripts-'));
  t.after(() => rm(folder, { recursive: true }));
  await buildScripts(folder);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const sizes = texts.map((text) => brotliCompressSync(text).byteLength);
  const { early, replica } = JSON.parse(await readFile(join(folder, 'scripts.json'), 'utf8'));
  const printed = sizes[names.indexOf(replica)] ?? Number.POSITIVE_INFINITY;
  const sum = sizes.reduce((total, size) => total + size, -printed);
  const told = names.map((name, i) => `${name} ${sizes[i]}`).join(', ');
  assert.ok(sum <= MOST, `the scripts weigh ${sum} bytes and may weigh ${MOST}: ${told}`);
  assert.ok(printed <= MOST_REPLICA, `${printed} bytes for printed pages: ${told}`);
  assert.ok((sizes[names.indexOf(early)] ?? Number.POSITIVE_INFINITY) <= MOST_EARLY, told);
  // The page, what it asks for later, the early script and the service worker: each is a file of its own.
  assert.ok(names.length >= 6, told);
});

test('no script carries words of its own: those come with the page, in its language', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'courant-scripts-'));
  t.after(() => rm(folder, { recursive: true }));
  await buildScripts(folder);
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.js'))) {
    const text = await readFile(join(folder, name), 'utf8');
    const strings = [...text.matchAll(/[`'"]([^`'"]*)[`'"]/g)].map(([, said = '']) => said);
    // A sentence begins with a capital and goes on in small words.
    assert.deepEqual(
      strings.filter((said) => /^[A-Z][a-z]+ [a-z]+ [a-z]+/.test(said)),
      [],
      name,
    );
  }
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from './config.ts';

const run = promisify(execFile);
const SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.3.json#',
  properties: { urgency: { type: 'integer' } },
};
const ITEM = { uri: 'urn:a', standard: { version: '3.3' }, headlines: [{ value: 'Ferry' }] };

/** What a command says, run in a folder of its own. */
async function courant(folder: string, words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const all = [`${ROOT}bin/courant.js`, ...words];
  const ended = await run(process.execPath, all, { cwd: folder, env: { ...process.env, ...env } }).then(
    (done) => ({ ...done, code: 0 }),
    // A command that fails is thrown with what it said.
    (thrown: { readonly code: number; readonly stdout: string; readonly stderr: string }) => thrown,
  );
  return { exit: ended.code, stdout: ended.stdout, stderr: ended.stderr };
}

test('parse --strict names each fault in a line, prints the item all the same, and ends with 1', async (t) => {
  const folder = await mkdtemp(`${tmpdir()}/parse-`);
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(`${folder}/schema.txt`, JSON.stringify(SCHEMA));
  await writeFile(`${folder}/good.json`, JSON.stringify({ ...ITEM, urgency: 4 }));
  await writeFile(`${folder}/bad.json`, JSON.stringify({ ...ITEM, urgency: '4' }));
  const both = await courant(folder, ['parse', 'good.json', 'bad.json', '--strict'], {
    COURANT_SCHEMAS: folder,
  });
  assert.equal(both.exit, 1);
  assert.equal(both.stderr, 'bad.json: /urgency must be integer (#/properties/urgency/type) [ninjs 3.3]\n');
  const items = both.stdout.trim().split('\n');
  assert.deepEqual(
    items.map((line) => JSON.parse(line).file),
    ['good.json', 'bad.json'],
  );
  const none = await courant(folder, ['parse', 'good.json', '--strict', '--schemas', 'nowhere']);
  assert.equal(none.exit, 1);
  assert.match(none.stderr, /There is no folder of schemas at nowhere\. .*--schemas DIR or COURANT_SCHEMAS/);
});

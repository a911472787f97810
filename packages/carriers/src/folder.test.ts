import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import { instant, later } from '@courant/base';
import type { FolderChannel } from '@courant/wire';
import { Desk, faultOf } from './carrier-testing.ts';
import { folder } from './folder.ts';

const ROUND = { every: 60, closeAfter: 5, mostBytes: 1_000 };

async function place(t: TestContext, rule: Partial<FolderChannel> = {}) {
  const path = await mkdtemp(join(tmpdir(), 'courant-folder-'));
  t.after(() => rm(path, { recursive: true, force: true }));
  let at: Instant = instant(new Date('2026-11-24T08:00:00Z'));
  const clock = { now: () => at };
  const settings: FolderChannel = { kind: 'folder', path, settle: 0, after: 'move', ...ROUND, ...rule };
  const put = (name: string, text: string, age = 0) =>
    writeFile(join(path, name), text).then(() =>
      utimes(join(path, name), new Date(1e12 - age), new Date(1e12 - age)),
    );
  const pass = (seconds: number) => {
    at = later(at, seconds * 1000);
  };
  return { path, put, pass, desk: new Desk(), carrier: folder(settings, { clock }) };
}

test('files are brought eldest first and put away once they are kept', async (t) => {
  const { path, put, desk, carrier } = await place(t);
  await put('b.xml', 'young', 1_000);
  await put('a.xml', 'youngest');
  await put('c.xml', 'old', 9_000);
  assert.equal((await desk.visit(carrier)).brought, 3);
  assert.deepEqual(desk.texts(), ['old', 'young', 'youngest']);
  assert.deepEqual(await readdir(path), ['done']);
  assert.deepEqual((await readdir(join(path, 'done'))).toSorted(), ['a.xml', 'b.xml', 'c.xml']);
  await put('a.xml', 'another');
  assert.equal((await desk.visit(carrier)).brought, 1);
  assert.equal(
    (await readdir(join(path, 'done'))).length,
    4,
    'a name that is taken there takes nobody’s place',
  );
});

test('what is not kept stays where it is, and what came before it is not brought again', async (t) => {
  const { path, put, desk, carrier } = await place(t);
  await put('a.xml', 'one', 2_000);
  await put('b.xml', 'two', 1_000);
  desk.failOn = ({ name }) => name === 'b.xml';
  await faultOf(desk.visit(carrier), 'not-kept');
  assert.deepEqual((await readdir(path)).toSorted(), ['b.xml', 'done']);
  desk.failOn = () => false;
  assert.equal((await desk.visit(carrier)).brought, 1);
  assert.deepEqual(desk.texts(), ['one', 'two']);
});

test('a file that is still written is waited for until it stands still', async (t) => {
  const { put, pass, desk, carrier } = await place(t, { settle: 5 });
  await put('a.xml', 'half');
  assert.equal((await desk.visit(carrier)).brought, 0);
  pass(4);
  await put('a.xml', 'half and half');
  assert.equal((await desk.visit(carrier)).brought, 0);
  pass(4);
  assert.equal((await desk.visit(carrier)).brought, 0, 'it grew four seconds ago');
  pass(1);
  assert.equal((await desk.visit(carrier)).brought, 1);
  assert.deepEqual(desk.texts(), ['half and half']);
});

test('files that stay are remembered, and brought again where they change', async (t) => {
  const { put, desk, carrier } = await place(t, { after: 'leave' });
  await put('a.xml', 'one');
  assert.equal((await desk.visit(carrier)).brought, 1);
  assert.equal((await desk.visit(carrier)).brought, 0);
  await put('a.xml', 'two!');
  assert.equal((await desk.visit(carrier)).brought, 1);
  assert.deepEqual(desk.texts(), ['one', 'two!']);
});

test('names decide: patterns, programs’ own files, links and folders', async (t) => {
  const { path, put, desk, carrier } = await place(t, { names: ['*.xml', 'n?.json'] });
  for (const name of ['a.xml', 'B.XML', 'n1.json', 'n12.json', 'a.txt', '.a.xml', 'a.xml.part', 'b.xml~'])
    await put(name, name);
  await mkdir(join(path, 'c.xml'));
  await symlink('/etc/passwd', join(path, 'd.xml'));
  await desk.visit(carrier);
  assert.deepEqual(desk.texts().toSorted(), ['B.XML', 'a.xml', 'n1.json']);
});

test('what is too large is refused and set apart, never deleted', async (t) => {
  for (const [after, left] of [
    ['move', ['refused']],
    ['delete', ['large.xml']],
    ['leave', ['large.xml']],
  ] as const) {
    const { path, put, desk, carrier } = await place(t, { after });
    await put('large.xml', 'x'.repeat(1_001));
    const { brought, refused } = await desk.visit(carrier);
    assert.deepEqual([brought, refused?.[0]?.name], [0, 'large.xml'], after);
    assert.deepEqual(await readdir(path), left);
    assert.equal((await desk.visit(carrier)).refused, undefined, 'it is said once');
  }
});

test('many files come in several visits, and deleted ones are gone', async (t) => {
  const { path, put, desk, carrier } = await place(t, { after: 'delete' });
  for (let n = 0; n < 501; n++) await put(`${n}.xml`, `copy ${n}`);
  const first = await desk.visit(carrier);
  assert.deepEqual([first.brought, first.more], [500, true]);
  assert.deepEqual([(await desk.visit(carrier)).brought, await readdir(path)], [1, []]);
});

test('a folder that is none is told with what to do', async (t) => {
  const { path, put, desk } = await place(t);
  const clock = { now: () => instant(new Date()) };
  const at = (path: string) =>
    folder({ kind: 'folder', settle: 0, after: 'move', ...ROUND, path }, { clock });
  await faultOf(desk.visit(at(join(path, 'none'))), 'folder-unfit');
  await put('file', 'x');
  await faultOf(desk.visit(at(join(path, 'file'))), 'folder-unfit');
});

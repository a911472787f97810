import assert from 'node:assert/strict';
import { chmod, chown, mkdir, readFile, rm, stat, symlink, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { isFault } from '@courant/base';
import { findAccount } from './account.ts';
import { POSTGRES_NOT_OURS } from './faults.ts';
import { startPostgres } from './postgres.ts';
import { HOMES_ELSEWHERE, NOTE, postgresHome } from './postgres-home.ts';
import { clearVar, scratchVar } from './scratch-var.ts';

const isRoot = process.geteuid?.() === 0;
const say = (): void => undefined;

test('the home stands in var/, and is the same each time', async (t) => {
  const varDir = await scratchVar(t);
  const home = await postgresHome(varDir);
  assert.equal(home.folder, join(varDir, 'postgres'));
  assert.deepEqual(await postgresHome(varDir), home);
  for (const folder of [home.log, home.socket]) assert.equal((await stat(folder)).mode & 0o777, 0o700);
});

suite('for root', { skip: !isRoot && 'only for root' }, () => {
  test('a folder closed to others keeps its rights, and the database stands elsewhere', async (t) => {
    const varDir = await scratchVar(t);
    const closed = dirname(varDir);
    await chmod(closed, 0o700);
    const postgres = await startPostgres({ varDir, keeping: 'throwaway', say });
    assert.equal(dirname(postgres.home.folder), HOMES_ELSEWHERE);
    assert.equal((await readFile(join(varDir, NOTE), 'utf8')).trim(), postgres.home.folder);
    await postgres.stop();
    const again = await startPostgres({ varDir, keeping: 'throwaway', say });
    assert.deepEqual(again.home, postgres.home);
    await again.stop();
    assert.equal((await stat(closed)).mode & 0o777, 0o700);
  });

  test('a new var/ in the place of a removed one begins anew, and the old data stays', async (t) => {
    const varDir = await scratchVar(t);
    await mkdir(varDir);
    await chmod(dirname(varDir), 0o700);
    const old = await postgresHome(varDir);
    t.after(() => rm(old.folder, { recursive: true, force: true }));
    await rm(varDir, { recursive: true });
    const anew = await postgresHome(varDir);
    assert.notEqual(anew.folder, old.folder);
    assert.ok(await stat(old.folder));
    await clearVar(varDir);
  });

  test('data that a user began stays that user’s', async (t) => {
    const varDir = await scratchVar(t);
    const nobody = await findAccount('nobody');
    assert.ok(nobody);
    const data = join(varDir, 'postgres', 'data');
    await mkdir(data, { recursive: true });
    await chown(data, nobody.uid, nobody.gid);
    assert.equal((await postgresHome(varDir)).account.name, 'nobody');
  });
});

test('data of another account is refused to a user, in a sentence', {
  skip: isRoot && 'only for a user other than root',
}, async (t) => {
  const varDir = await scratchVar(t);
  await mkdir(join(varDir, 'postgres'), { recursive: true });
  // The root folder is another's for certain.
  const data = join(varDir, 'postgres', 'data');
  await symlink('/', data);
  await assert.rejects(postgresHome(varDir), (thrown) => isFault(thrown, POSTGRES_NOT_OURS));
  await unlink(data);
});

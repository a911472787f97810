import assert from 'node:assert/strict';
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { isFault } from '@courant/base';
import { serverAccount } from './account.ts';
import { POSTGRES_MISSING } from './faults.ts';
import { packagedBinaries, usableBinaries } from './postgres-binaries.ts';

const isRoot = process.geteuid?.() === 0;
const say = (): void => undefined;

/** A copy of npm's package as it is where the install script was left out, and a home beside it. */
async function unrepaired(t: TestContext): Promise<{ readonly native: string; readonly home: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'courant-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const [native, home] = [join(folder, 'package', 'native'), join(folder, 'home')];
  await cp(packagedBinaries(), native, { recursive: true, verbatimSymlinks: true });
  for (const entry of await readdir(join(native, 'lib'), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(native, 'lib', entry.name));
  }
  for (const name of await readdir(join(native, 'bin'))) await chmod(join(native, 'bin', name), 0o644);
  await mkdir(home);
  return { native, home };
}

test('links and rights that npm left out are made at the start', async (t) => {
  const { native, home } = await unrepaired(t);
  const binaries = await usableBinaries({ native, home, account: undefined, say });
  assert.equal(binaries.postgres, join(native, 'bin', 'postgres'));
  assert.match(binaries.major, /^\d+$/);
  assert.deepEqual(await readdir(home), []);
});

test('a package that the account cannot reach is copied once', {
  skip: !isRoot && 'only for root',
}, async (t) => {
  const { native, home } = await unrepaired(t);
  await chmod(join(native, '..'), 0o700);
  const account = await serverAccount();
  const first = await usableBinaries({ native, home, account, say });
  assert.ok(first.postgres.startsWith(home));
  const { ctimeMs } = await lstat(first.postgres);
  assert.deepEqual(await usableBinaries({ native, home, account, say }), first);
  assert.equal((await lstat(first.postgres)).ctimeMs, ctimeMs);
  assert.equal((await lstat(join(native, '..'))).mode & 0o777, 0o700);
  assert.equal((await readdir(home)).length, 1);
});

test('a package that is not ours to repair is copied', {
  skip: isRoot && 'only for a user other than root',
}, async (t) => {
  const { native, home } = await unrepaired(t);
  await chmod(join(native, 'lib'), 0o555);
  const binaries = await usableBinaries({ native, home, account: undefined, say });
  await chmod(join(native, 'lib'), 0o755);
  assert.ok(binaries.postgres.startsWith(home));
});

test('a package that is not whole is named', async (t) => {
  const { native, home } = await unrepaired(t);
  await rm(join(native, 'pg-symlinks.json'));
  const use = usableBinaries({ native, home, account: undefined, say });
  await assert.rejects(use, (thrown) => isFault(thrown, POSTGRES_MISSING));
});

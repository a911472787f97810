import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { postgresHome } from './postgres-home.ts';
import { endOrphans, findPostmaster, stopPostmaster } from './postmaster.ts';

/** A `var/` for one test, which every account may enter; it and its PostgreSQL are gone after the test. */
export async function scratchVar(test: TestContext, inside = 'var'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'courant-test-'));
  await chmod(folder, 0o755);
  const varDir = join(folder, inside);
  test.after(async () => {
    await clearVar(varDir);
    await rm(folder, { recursive: true, force: true });
  });
  return varDir;
}

/** Stops the PostgreSQL of a `var/`, if it runs, and removes the folder, and a home elsewhere that it notes. */
export async function clearVar(varDir: string): Promise<void> {
  const home = await postgresHome(varDir);
  const pid = await findPostmaster(home);
  if (pid !== undefined) await stopPostmaster(home, pid);
  await endOrphans(home);
  for (const folder of [home.socket, home.folder, varDir]) await rm(folder, { recursive: true, force: true });
}

import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@courant/courant/postgres';

/** The database server that the tests of one run share. */
export interface TestCluster {
  /** The address of its database `postgres`, in which tests make their own. */
  readonly url: string;
  /** An empty folder for files that its papers share. */
  readonly files: string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL that forgets: in a new folder, without care for power cuts, gone when it is stopped. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'courant-run-'));
  // PostgreSQL's own account, under which it runs for root, must pass through.
  await chmod(folder, 0o755);
  try {
    const server = await startPostgres({
      varDir: folder,
      keeping: 'throwaway',
      say: () => undefined,
    });
    const stop = async (): Promise<void> => {
      await server.stop();
      await rm(server.home.folder, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    };
    const files = join(folder, 'files');
    await mkdir(files);
    return { url: server.url(), files, stop };
  } catch (thrown) {
    await rm(folder, { recursive: true, force: true });
    throw thrown;
  }
}

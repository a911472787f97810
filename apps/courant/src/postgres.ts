import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '@courant/base';
import type { Keeping } from './cluster.ts';
import { ensureCluster } from './cluster.ts';
import { POSTGRES_NOT_STARTED } from './faults.ts';
import { packagedBinaries, usableBinaries } from './postgres-binaries.ts';
import type { PostgresHome } from './postgres-home.ts';
import { postgresHome } from './postgres-home.ts';
import {
  databaseUrl,
  dropStaleLock,
  endOrphans,
  findPostmaster,
  launchPostmaster,
  stopPostmaster,
  untilReady,
} from './postmaster.ts';

/** Where and how a PostgreSQL of ours is to run. */
export interface PostgresOptions {
  /** The folder that its home stands in; made if it is not there. */
  readonly varDir: string;
  /** Default `durable`. */
  readonly keeping?: Keeping;
  /** The `native` folder of the binaries; default the one that npm installed. */
  readonly native?: string;
  /** Told, a sentence at a time, of what takes long. */
  readonly say: (line: string) => void;
}

/** A PostgreSQL of ours that answers. */
export interface RunningPostgres {
  /** The postmaster's process number. */
  readonly pid: number;
  readonly home: PostgresHome;
  /** The address of a database in it; without a name, of `postgres`, which is always there. */
  url(database?: string): string;
  /** Stops it, whoever else uses it. Does nothing if it is gone. Throws Fault `postgres-not-stopped`. */
  stop(): Promise<void>;
}

const MOST_ATTEMPTS = 4;

/**
 * Gives the PostgreSQL of a folder: the one that runs already (whoever started it, and whether or not that process
 * still lives), else a new one, over data that is made on the first start and recovered after a crash. Any number of
 * commands may do so at once. Throws Fault `postgres-missing`, `postgres-unfit`, `postgres-not-ours`,
 * `postgres-not-made`, `postgres-other-version` or `postgres-not-started`.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { varDir, keeping = 'durable', say } = options;
  const home = await postgresHome(varDir);
  let said = '';
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const there = await adopt(home, say);
    if (there !== undefined) return running(home, there);
    if (attempt > 1) await sleep(attempt * 100);
    const account = home.isGiven ? home.account : undefined;
    const native = options.native ?? packagedBinaries();
    const binaries = await usableBinaries({ native, home: home.folder, account, say });
    await ensureCluster({ home, binaries, keeping, say });
    await endOrphans(home);
    const launch = await launchPostmaster({ home, binaries, keeping, say });
    if (launch.ok) return running(home, launch.pid);
    // Another command was quicker, or a lock of the dead stands in the way.
    said = launch.said;
    await dropStaleLock(home);
  }
  throw new Fault(POSTGRES_NOT_STARTED, `PostgreSQL does not start: ${said}`, {
    hint: `Its own words are in ${home.log}.`,
  });
}

/** The postmaster that runs already, once it answers; undefined if there is none, or it was just stopping. */
async function adopt(home: PostgresHome, say: (line: string) => void): Promise<number | undefined> {
  const pid = await findPostmaster(home);
  return pid !== undefined && (await untilReady(home, pid, say)) ? pid : undefined;
}

function running(home: PostgresHome, pid: number): RunningPostgres {
  return {
    pid,
    home,
    url: (database = 'postgres') => databaseUrl(home, database),
    stop: () => stopPostmaster(home, pid),
  };
}

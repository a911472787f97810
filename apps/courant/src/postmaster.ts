import { spawn } from 'node:child_process';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '@courant/base';
import { Client, DatabaseError } from 'pg';
import type { Keeping } from './cluster.ts';
import { lastLines, ROLE, serverWords } from './cluster.ts';
import { POSTGRES_NOT_STOPPED } from './faults.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresHome } from './postgres-home.ts';
import { asAccount, PROGRAM_ENV } from './program.ts';
import { isAlive, isPostmaster, orphansOf } from './server-process.ts';

/** The address of a database of a home: `postgres` is there from the start. */
export function databaseUrl(home: PostgresHome, database: string): string {
  return `postgresql://${ROLE}@localhost/${database}?host=${encodeURIComponent(home.socket)}`;
}

/** The process number of the home's living postmaster, ready or not. */
export async function findPostmaster(home: PostgresHome): Promise<number | undefined> {
  const pid = Number((await readLock(home))?.split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 && isPostmaster(pid, home.name) ? pid : undefined;
}

/** Waits until a postmaster answers; gives false once it has ended instead. Recovery may take minutes. */
export async function untilReady(
  home: PostgresHome,
  pid: number,
  say: (line: string) => void,
): Promise<boolean> {
  const waiting = setTimeout(
    () => say('Waiting for the database, which is putting its log in order …'),
    3_000,
  );
  try {
    while (isAlive(pid)) {
      if (await answers(home)) return true;
      await sleep(25);
    }
    return false;
  } finally {
    clearTimeout(waiting);
  }
}

async function answers(home: PostgresHome): Promise<boolean> {
  const client = new Client({
    connectionString: databaseUrl(home, 'postgres'),
    connectionTimeoutMillis: 5_000,
  });
  // A connection that breaks later, while it is being closed, is of no interest here.
  client.on('error', () => undefined);
  return client.connect().then(
    () => client.end().then(() => true),
    // A no in its own words is an answer, unless it says that it starts or stops (PostgreSQL, appendix A, 57P03).
    (thrown: unknown) => thrown instanceof DatabaseError && !thrown.code?.startsWith('57P'),
  );
}

/** How a launch went: the postmaster's number, or the last of what it said before it ended. */
export type Launch =
  | { readonly ok: true; readonly pid: number }
  | { readonly ok: false; readonly said: string };

/** What it takes to start a server. */
export interface LaunchOptions {
  readonly home: PostgresHome;
  readonly binaries: PostgresBinaries;
  readonly keeping: Keeping;
  readonly say: (line: string) => void;
}

/**
 * Starts a postmaster in a session of its own, so that Ctrl-C reaches us alone, and waits until it answers. It
 * outlives us if we are killed, and loses nothing.
 */
export async function launchPostmaster(options: LaunchOptions): Promise<Launch> {
  const { home, binaries, keeping, say } = options;
  const words = await serverWords(home, keeping);
  const path = join(home.log, 'start.log');
  const log = await open(path, 'w', 0o600);
  try {
    const child = spawn(binaries.postgres, words, {
      cwd: '/',
      env: PROGRAM_ENV,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...asAccount(home.isGiven ? home.account : undefined),
    });
    child.on('error', (thrown) => log.write(thrown.message).catch(() => undefined));
    child.unref();
    const { pid } = child;
    if (pid !== undefined && (await untilReady(home, pid, say)) && (await findPostmaster(home)) === pid) {
      return { ok: true, pid };
    }
  } finally {
    await log.close();
  }
  return { ok: false, said: lastLines(await readFile(path, 'utf8')) };
}

/**
 * Ends the server: open transactions are undone, what was committed is on disk. Resolves once the process is gone.
 * Throws Fault `postgres-not-stopped`.
 */
export async function stopPostmaster(home: PostgresHome, pid: number): Promise<void> {
  // Fast, and where its disk is too slow for that, at once: the next start recovers from the log.
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 15_000],
  ] as const) {
    if (!isPostmaster(pid, home.name)) return;
    killIfThere(pid, signal);
    if (await untilGone([pid], patience)) return;
  }
  throw new Fault(POSTGRES_NOT_STOPPED, `PostgreSQL (process ${pid}) does not end.`, {
    hint: `Look into ${home.log}; "kill -9 ${pid}" ends it by force, and nothing committed is lost.`,
  });
}

/** Ends what a killed postmaster left: its other processes end by themselves unless in the middle of a query. */
export async function endOrphans(home: PostgresHome): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGQUIT', 'SIGKILL'] as const) {
    const orphans = orphansOf(home.name);
    if (orphans.length === 0) return;
    for (const pid of orphans) killIfThere(pid, signal);
    await untilGone(orphans, 1_500);
  }
}

/**
 * Removes the lock file of a postmaster that is gone, where PostgreSQL itself does not dare to: its number was
 * given to another process, or nobody cleared the dead process away.
 */
export async function dropStaleLock(home: PostgresHome): Promise<void> {
  const stale = await readLock(home);
  if (stale === undefined || (await findPostmaster(home)) !== undefined) return;
  // Moved before it is looked at again: one that a quicker command's server wrote meanwhile is put back.
  const aside = join(home.data, `postmaster.pid.stale-${process.pid}`);
  await rename(lockOf(home), aside).catch(() => undefined);
  if ((await readFile(aside, 'utf8').catch(() => stale)) !== stale) await rename(aside, lockOf(home));
  await rm(aside, { force: true });
  await rm(join(home.socket, '.s.PGSQL.5432.lock'), { force: true });
}

async function untilGone(pids: readonly number[], patience: number): Promise<boolean> {
  const step = 20;
  for (let waited = 0; waited < patience; waited += step) {
    if (!pids.some(isAlive)) return true;
    await sleep(step);
  }
  return false;
}

function killIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal: as wanted.
  }
}

function lockOf(home: PostgresHome): string {
  return join(home.data, 'postmaster.pid');
}

async function readLock(home: PostgresHome): Promise<string | undefined> {
  return readFile(lockOf(home), 'utf8').catch(() => undefined);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '@courant/base';
import { Client } from 'pg';
import { PAPER_RUNS_ALREADY } from './faults.ts';
import type { PostgresOptions, RunningPostgres } from './postgres.ts';
import { startPostgres } from './postgres.ts';
import { isPostmaster } from './server-process.ts';

/** `owner` runs the paper, and is the only one of its `var/`; a `guest` works beside it, or alone. */
export type Role = 'owner' | 'guest';

/** Which PostgreSQL is to be held, and as what. */
export interface HoldOptions extends PostgresOptions {
  readonly role: Role;
}

/** The database in the cluster that holds the paper. */
export const PAPER_DATABASE = 'courant';

/**
 * Who uses a cluster is known by advisory locks on one connection each, in its database `postgres`: a process that
 * is killed lets go with its socket, and no file is left to be mistaken for it.
 */
const LOCKS = 0x436f7572;
/** Shared by all who use the cluster; whoever gets it alone may stop it. */
const IN_USE = 1;
/** Held by the owner. */
const OWNED = 2;

/** A PostgreSQL that nobody else will stop while we hold it. */
export interface Hold {
  readonly postgres: RunningPostgres;
  /** The connection that carries the locks: when it ends, so does the hold. */
  readonly client: Client;
}

/**
 * Starts or joins a PostgreSQL, with the paper's database in it. Throws Fault `paper-runs-already` to a second owner,
 * and the faults of `startPostgres`.
 */
export async function takeHold(options: HoldOptions): Promise<Hold> {
  for (;;) {
    const postgres = await startPostgres(options);
    const hold = await tryHold(postgres, options.role);
    if (hold) return hold;
    // Somebody is about to stop it: it will be started anew.
    await sleep(50);
  }
}

/** Holds a PostgreSQL that runs; undefined where it is being stopped, or has just ended. */
export async function tryHold(postgres: RunningPostgres, role: Role): Promise<Hold | undefined> {
  const client = new Client({
    connectionString: postgres.url(),
    application_name: `${role} ${process.pid}`,
    connectionTimeoutMillis: 10_000,
  });
  // Told of by `end`, which follows.
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (!(await lock(client, 'pg_try_advisory_lock_shared', IN_USE))) return await end(client);
    if (role === 'owner' && !(await lock(client, 'pg_try_advisory_lock', OWNED))) await refuse(client);
    await makeDatabase(client);
    return { postgres, client };
  } catch (thrown) {
    await end(client);
    if (isPostmaster(postgres.pid, postgres.home.name) && !isStopping(thrown)) throw thrown;
    return undefined;
  }
}

/** Lets go, and stops PostgreSQL if nobody else holds it. Gives whether it did. */
export async function letGo({ postgres, client }: Hold): Promise<boolean> {
  try {
    // In this order: of two who leave at once, one at least sees the other gone, and only one gets it alone.
    await client.query('select pg_advisory_unlock_shared($1, $2)', [LOCKS, IN_USE]);
    const isLast = await lock(client, 'pg_try_advisory_lock', IN_USE);
    if (isLast) await postgres.stop();
    return isLast;
  } finally {
    await end(client);
  }
}

async function lock(client: Client, how: string, key: number): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(`select ${how}($1, $2) as got`, [LOCKS, key]);
  return rows[0]?.got === true;
}

async function refuse(client: Client): Promise<never> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name
       from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.classid = $1 and l.objid = $2 and l.granted`,
    [LOCKS, OWNED],
  );
  const [, pid = 'unknown', address] = (rows[0]?.name ?? '').split(' ');
  const where = address ? `, at ${address}` : '';
  throw new Fault(PAPER_RUNS_ALREADY, `The paper of this folder runs already: process ${pid}${where}.`, {
    hint: `Stop it first ("kill ${pid}"); every command but "start" works beside it.`,
  });
}

const DUPLICATE = new Set(['42P04', '23505']);

async function makeDatabase(client: Client): Promise<void> {
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [PAPER_DATABASE]);
  if (rows.length > 0) return;
  await client.query(`create database ${PAPER_DATABASE} template template0`).catch((thrown: unknown) => {
    // Another command was quicker.
    if (!DUPLICATE.has(codeOf(thrown))) throw thrown;
  });
}

/** The server said that it is being shut down, or starts (PostgreSQL, appendix A, class 57), or cut us off. */
function isStopping(thrown: unknown): boolean {
  const code = codeOf(thrown);
  return code.startsWith('57P') || ['ECONNRESET', 'ECONNREFUSED', 'ENOENT', 'EPIPE'].includes(code);
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

async function end(client: Client): Promise<undefined> {
  // The connection may be gone already, which is what is wanted.
  await client.end().catch(() => undefined);
}

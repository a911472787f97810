import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Fault } from '@courant/base';
import type { PoolClient } from 'pg';
import type { Database } from './database.ts';
import { DATABASE_NEWER, DATABASE_TOO_OLD, MIGRATION_CHANGED, namedFault } from './faults.ts';

const FOLDER = new URL('../migrations/', import.meta.url);
/** Any number, the same for every process of the paper: only one migrates at a time. */
const LOCK = 1_702_031_101;
const OLDEST_SERVER = 150_000;

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** The migrations this version of the paper has, by number. */
export async function migrations(): Promise<readonly Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, FOLDER), 'utf8');
      return {
        number: Number(name.slice(0, 4)),
        name,
        sql,
        hash: createHash('sha256').update(sql).digest('hex'),
      };
    }),
  );
}

/**
 * Brings the database to this version, each migration in its own transaction; gives the names of those applied now.
 * Throws Fault `migration-changed`, `database-newer` or `database-too-old`.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const client = await database.pool.connect().catch((thrown: unknown) => {
    throw namedFault(thrown);
  });
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await bringUp(client, await migrations());
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {
      // The connection broke: the server gave the lock back with it.
    });
    client.release();
  }
}

async function bringUp(client: PoolClient, ours: readonly Migration[]): Promise<readonly string[]> {
  await refuseOldServer(client);
  await client.query(`create table if not exists migration (
    number integer primary key, name text not null, hash text not null, applied timestamptz(3) not null default now())`);
  const { rows } = await client.query<{ number: number; name: string; hash: string }>(
    'select number, name, hash from migration order by number',
  );
  for (const row of rows) refuseOther(row, ours);
  const applied = new Set(rows.map((row) => row.number));
  const missing = ours.filter((migration) => !applied.has(migration.number));
  for (const migration of missing) await apply(client, migration);
  return missing.map((migration) => migration.name);
}

async function refuseOldServer(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::integer as version",
  );
  const version = rows[0]?.version ?? 0;
  if (version >= OLDEST_SERVER) return;
  throw new Fault(
    DATABASE_TOO_OLD,
    `This PostgreSQL is version ${Math.floor(version / 10_000)}; the paper needs 15 or later.`,
  );
}

function refuseOther(row: { number: number; name: string; hash: string }, ours: readonly Migration[]): void {
  const same = ours.find((migration) => migration.number === row.number);
  if (!same) {
    throw new Fault(
      DATABASE_NEWER,
      `The database has migration ${row.name}, which this version of the paper does not know.`,
      {
        hint: 'Run the version of the paper that made it, or a later one.',
      },
    );
  }
  if (same.hash !== row.hash) {
    throw new Fault(
      MIGRATION_CHANGED,
      `Migration ${row.name} was applied with another text than this version has.`,
      {
        hint: 'Migrations are never edited: put the file back as it was and write a new one.',
      },
    );
  }
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into migration (number, name, hash) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.hash,
    ]);
    await client.query('commit');
  } catch (thrown) {
    await client.query('rollback');
    throw thrown;
  }
}

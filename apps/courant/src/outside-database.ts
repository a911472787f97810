import { Fault, messageOf } from '@courant/base';
import { Client } from 'pg';
import { POSTGRES_TOO_OLD, POSTGRES_UNREACHABLE } from './faults.ts';
import type { OpenDatabase } from './held-database.ts';

/** The oldest PostgreSQL that knows all the SQL that the paper speaks. */
const OLDEST = 15;

/** An outside database as it was given, once seen to be fit. Throws Fault `postgres-unreachable` or `postgres-too-old`. */
export async function outsideDatabase(url: string): Promise<OpenDatabase> {
  const version = await versionOf(url);
  if (version < OLDEST) {
    throw new Fault(POSTGRES_TOO_OLD, `The PostgreSQL of DATABASE_URL is version ${version}.`, {
      hint: `The paper needs ${OLDEST} or later.`,
    });
  }
  const nothing = async (): Promise<void> => undefined;
  return { url, announce: nothing, onDeath: () => undefined, restart: nothing, close: nothing };
}

async function versionOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // What breaks is told by the promise that waits for it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    return rows[0]?.version ?? 0;
  } catch (cause) {
    throw new Fault(
      POSTGRES_UNREACHABLE,
      `The PostgreSQL of DATABASE_URL cannot be used: ${messageOf(cause)}.`,
      {
        hint: 'See that it runs, that the address, role and password are right, and that the database exists.',
        cause,
      },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

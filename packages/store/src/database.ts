import type { Instant } from '@courant/base';
import { instant } from '@courant/base';
import type { IsolationLevel, Transaction } from 'kysely';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { namedFault } from './faults.ts';
import type { Tables } from './tables.ts';

/** A transaction on our tables; every query of the store goes through one. */
export type Tx = Transaction<Tables>;

/** How a database is opened. */
export interface DatabaseOptions {
  /** Connections at the most. */
  readonly connections?: number;
  /** How long a query may wait for a connection, in ms. */
  readonly patience?: number;
  /** Told of connections that break while no query is under way on them. */
  readonly onLost?: (thrown: Error) => void;
}

const TIMESTAMPTZ = 1184;
const INT8 = 20;

/** A pool of connections to the paper's database. */
export class Database {
  readonly pool: Pool;
  readonly #kysely: Kysely<Tables>;

  constructor(url: string, options: DatabaseOptions = {}) {
    this.pool = new Pool({
      connectionString: url,
      max: options.connections ?? 12,
      connectionTimeoutMillis: options.patience ?? 3_000,
      idleTimeoutMillis: 30_000,
      options: '-c TimeZone=UTC -c statement_timeout=30s -c idle_in_transaction_session_timeout=30s',
      types: { getTypeParser: parserOf },
    });
    // One that breaks between two queries of a transaction tells only itself: unheard, that would end the process.
    this.pool.on('connect', (client) => client.on('error', (thrown) => options.onLost?.(thrown)));
    // Idle ones, which are heard already, tell the pool as well.
    this.pool.on('error', () => undefined);
    this.#kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: this.pool }) });
  }

  /** Runs work in one transaction: all of it is kept, or, if it throws, none. Throws Fault `database-away`. */
  async transaction<T>(work: (tx: Tx) => Promise<T>, level: IsolationLevel = 'read committed'): Promise<T> {
    try {
      return await this.#kysely.transaction().setIsolationLevel(level).execute(work);
    } catch (thrown) {
      throw namedFault(thrown);
    }
  }

  /** The version of the server and the size of the database, in bytes. */
  async serverReport(): Promise<{ readonly version: string; readonly bytes: number }> {
    const { rows } = await this.pool.query<{ version: string; bytes: number }>(
      "select current_setting('server_version') as version, pg_database_size(current_database()) as bytes",
    );
    return rows[0] ?? { version: 'unknown', bytes: 0 };
  }

  /** Closes every connection, after the queries under way. */
  async close(): Promise<void> {
    await this.#kysely.destroy();
    // Kysely ends the pool only if it ever asked it for a connection.
    if (!this.pool.ending) await this.pool.end();
  }
}

// The types of `pg` name a parser per type and format; ours differ for two types in text.
const parserOf: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === TIMESTAMPTZ) return readInstant;
  if (oid === INT8) return Number;
  return types.getTypeParser(oid, format as 'text');
};

function readInstant(text: string): Instant {
  return instant(new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')));
}

import { createHash, randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { Client } from 'pg';
import { Database } from './database.ts';
import { migrate, migrations } from './migrate.ts';

/** The server that tests may use as they like; `npm test` starts one and names it here. */
export const TEST_SERVER = process.env.COURANT_TEST_DATABASE;

/** What a test says when it skips for want of a server. */
export const NO_SERVER = 'no test database: run it through “npm test”, which starts one';

/** Any number: two test files make the template one after the other. */
const LOCK = 1_702_031_102;

/** A database of a test's own, with every table and not a row; gone after the test. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
}

/** Clones the template into a database for one test, which is dropped when the test ends. */
export async function testDatabase(t: TestContext): Promise<TestDatabase> {
  if (TEST_SERVER === undefined) throw new Error(NO_SERVER);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(TEST_SERVER, async (server) => {
    const template = await templateOn(server, TEST_SERVER ?? '');
    await server.query(`create database ${name} template ${template}`);
  });
  const url = urlOf(TEST_SERVER, name);
  const database = new Database(url, { connections: 8 });
  t.after(async () => {
    await database.close();
    await onServer(TEST_SERVER ?? '', (server) => server.query(`drop database ${name} with (force)`));
  });
  return { database, url };
}

async function templateOn(server: Client, url: string): Promise<string> {
  const sums = (await migrations()).map((migration) => migration.hash).join();
  const name = `template_${createHash('sha256').update(sums).digest('hex').slice(0, 16)}`;
  await server.query('select pg_advisory_lock($1)', [LOCK]);
  const { rowCount } = await server.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) {
    await server.query(`drop database if exists ${name}_unfinished`);
    await server.query(`create database ${name}_unfinished`);
    const database = new Database(urlOf(url, `${name}_unfinished`));
    await migrate(database);
    await database.close();
    await server.query(`alter database ${name}_unfinished rename to ${name}`);
  }
  await server.query('select pg_advisory_unlock($1)', [LOCK]);
  return name;
}

async function onServer<T>(url: string, work: (server: Client) => Promise<T>): Promise<T> {
  const server = new Client({ connectionString: url });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

/** The same server's URL for another database. */
function urlOf(url: string, database: string): string {
  const there = new URL(url);
  there.pathname = `/${database}`;
  return there.href;
}

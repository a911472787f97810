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
export async function testDatabase(t: Pick<TestContext, 'after'>): Promise<TestDatabase> {
  const clone = await cloned(emptyTemplate);
  return keptFor(t, clone.name);
}

/** What fills a template of its own beside the empty one: once a run, however many tests clone it. */
export interface Filling {
  /** Of letters, digits and low lines. */
  readonly name: string;
  /** Fills the database at a URL; answers what every clone is told, such as a token that is shown once. */
  fill(url: string): Promise<string>;
}

/** Clones a template that the first to ask has filled. */
export async function filledDatabase(
  t: Pick<TestContext, 'after'>,
  filling: Filling,
): Promise<TestDatabase & { readonly remark: string }> {
  const clone = await cloned((server, url) => filledTemplate(server, url, filling));
  return { ...keptFor(t, clone.name), remark: clone.remark };
}

type Templating = (server: Client, url: string) => Promise<string>;

async function cloned(templateOf: Templating): Promise<{ readonly name: string; readonly remark: string }> {
  if (TEST_SERVER === undefined) throw new Error(NO_SERVER);
  const url = TEST_SERVER;
  const name = `test_${randomBytes(8).toString('hex')}`;
  return onServer(url, async (server) => {
    await server.query('select pg_advisory_lock($1)', [LOCK]);
    const template = await templateOf(server, url);
    await server.query('select pg_advisory_unlock($1)', [LOCK]);
    await server.query(`create database ${name} template ${template}`);
    const { rows } = await server.query<{ remark: string | null }>(
      `select shobj_description(oid, 'pg_database') as remark from pg_database where datname = $1`,
      [template],
    );
    return { name, remark: rows[0]?.remark ?? '' };
  });
}

function keptFor(t: Pick<TestContext, 'after'>, name: string): TestDatabase {
  const server = TEST_SERVER ?? '';
  const url = urlOf(server, name);
  const database = new Database(url, { connections: 8 });
  t.after(async () => {
    await database.close();
    await onServer(server, (client) => client.query(`drop database ${name} with (force)`));
  });
  return { database, url };
}

async function emptyTemplate(server: Client, url: string): Promise<string> {
  const sums = (await migrations()).map((migration) => migration.hash).join();
  const name = `template_${createHash('sha256').update(sums).digest('hex').slice(0, 16)}`;
  await once(server, name, async () => {
    await server.query(`create database ${name}_unfinished`);
    const database = new Database(urlOf(url, `${name}_unfinished`));
    await migrate(database);
    await database.close();
  });
  return name;
}

async function filledTemplate(server: Client, url: string, { name, fill }: Filling): Promise<string> {
  const empty = await emptyTemplate(server, url);
  await once(server, name, async () => {
    await server.query(`create database ${name}_unfinished template ${empty}`);
    const remark = await fill(urlOf(url, `${name}_unfinished`));
    await server.query(`comment on database ${name}_unfinished is ${server.escapeLiteral(remark)}`);
  });
  return name;
}

/** Has a template made under another name, so that one whose making was cut short is never cloned. */
async function once(server: Client, name: string, make: () => Promise<void>): Promise<void> {
  const { rowCount } = await server.query('select from pg_database where datname = $1', [name]);
  if (rowCount !== 0) return;
  await server.query(`drop database if exists ${name}_unfinished with (force)`);
  await make();
  await server.query(`alter database ${name}_unfinished rename to ${name}`);
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

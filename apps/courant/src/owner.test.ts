import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@courant/base';
import { Client } from 'pg';
import { PAPER_RUNS_ALREADY, POSTGRES_UNREACHABLE } from './faults.ts';
import type { OpenDatabase } from './held-database.ts';
import type { Role } from './hold.ts';
import { openDatabase } from './owner.ts';
import { postgresHome } from './postgres-home.ts';
import { findPostmaster } from './postmaster.ts';
import { scratchVar } from './scratch-var.ts';

const say = (): void => undefined;
const open = (varDir: string, role: Role): Promise<OpenDatabase> => openDatabase({ varDir, role, say });

async function ask(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function serverOf(varDir: string): Promise<number | undefined> {
  return findPostmaster(await postgresHome(varDir));
}

/** Another process that opens the database and holds it until it is ended. */
async function otherProcess(test: TestContext, varDir: string, role: Role): Promise<ChildProcess> {
  const code = `
    import { openDatabase } from ${JSON.stringify(new URL('owner.ts', import.meta.url).href)};
    const say = () => undefined;
    const database = await openDatabase({ varDir: ${JSON.stringify(varDir)}, role: '${role}', say });
    process.once('SIGTERM', () => database.close());
    process.stdout.write('open');`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  test.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

suite('the database of one folder', { concurrency: 2 }, () => {
  test('the first start makes it, and the second finds everything', async (t) => {
    const varDir = await scratchVar(t);
    const first = await open(varDir, 'owner');
    await ask(first.url, `create table kept as select 'Grüße' as words`);
    await first.close();
    assert.equal(await serverOf(varDir), undefined);
    const second = await open(varDir, 'owner');
    assert.equal(second.url, first.url);
    assert.deepEqual(await ask(second.url, 'select words from kept'), [{ words: 'Grüße' }]);
    await second.close();
  });

  test('a second owner is refused, and told who the first is and where', async (t) => {
    const varDir = await scratchVar(t);
    const first = await open(varDir, 'owner');
    await first.announce('http://127.0.0.1:4000');
    await assert.rejects(open(varDir, 'owner'), (thrown) => {
      assert.ok(isFault(thrown, PAPER_RUNS_ALREADY));
      assert.ok(thrown.message.includes(`process ${process.pid}, at http://127.0.0.1:4000`), thrown.message);
      return true;
    });
    assert.equal((await ask(first.url, 'select 1 as one')).length, 1);
    await first.close();
    await (await open(varDir, 'owner')).close();
  });

  test('a guest joins the owner, and the last of both stops PostgreSQL', async (t) => {
    const varDir = await scratchVar(t);
    const owner = await open(varDir, 'owner');
    const guest = await open(varDir, 'guest');
    assert.equal(guest.url, owner.url);
    await owner.close();
    assert.equal((await ask(guest.url, 'select 1 as one')).length, 1);
    await guest.close();
    assert.equal(await serverOf(varDir), undefined);
  });

  test('guests that begin and end at any moment never lose it, and nothing is left running', async (t) => {
    const varDir = await scratchVar(t);
    await (await open(varDir, 'guest')).close();
    const visit = async (n: number): Promise<void> => {
      await sleep((n % 4) * 60);
      const guest = await open(varDir, 'guest');
      await sleep((n % 3) * 40);
      assert.equal((await ask(guest.url, 'select 1 as one')).length, 1);
      await guest.close();
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => visit(n)));
    for (let n = 0; n < 4; n++) await Promise.all([visit(n), visit(n + 1)]);
    assert.equal(await serverOf(varDir), undefined);
  });

  test('two processes make it at once on the first start', async (t) => {
    const varDir = await scratchVar(t);
    const both = await Promise.all([otherProcess(t, varDir, 'owner'), otherProcess(t, varDir, 'guest')]);
    for (const child of both) await end(child, 'SIGTERM');
    assert.equal(await serverOf(varDir), undefined);
  });

  test('after kill -9 of owner and guest the next owner takes PostgreSQL over', async (t) => {
    const varDir = await scratchVar(t);
    const owner = await otherProcess(t, varDir, 'owner');
    const guest = await otherProcess(t, varDir, 'guest');
    const server = await serverOf(varDir);
    await Promise.all([end(owner, 'SIGKILL'), end(guest, 'SIGKILL')]);
    const next = await open(varDir, 'owner');
    assert.equal(await serverOf(varDir), server);
    await next.close();
    assert.equal(await serverOf(varDir), undefined);
  });

  test('after kill -9 of owner and PostgreSQL together the next owner finds what was committed', async (t) => {
    const varDir = await scratchVar(t);
    const owner = await otherProcess(t, varDir, 'owner');
    const guest = await open(varDir, 'guest');
    await ask(guest.url, 'create table kept as select 1 as one');
    const server = await serverOf(varDir);
    assert.ok(server);
    const exit = once(owner, 'exit');
    process.kill(server, 'SIGKILL');
    owner.kill('SIGKILL');
    await exit;
    const next = await open(varDir, 'owner');
    assert.deepEqual(await ask(next.url, 'select one from kept'), [{ one: 1 }]);
    await next.close();
    await guest.close();
    assert.equal(await serverOf(varDir), undefined);
  });

  test('its death is told, and a restart brings it back under the same address', async (t) => {
    const varDir = await scratchVar(t);
    const owner = await open(varDir, 'owner');
    const guest = await open(varDir, 'guest');
    const server = await serverOf(varDir);
    assert.ok(server);
    const deaths = [owner, guest].map((one) => new Promise<void>((told) => one.onDeath(told)));
    process.kill(server, 'SIGKILL');
    await Promise.all(deaths);
    await Promise.all([owner.restart(), guest.restart()]);
    assert.notEqual(await serverOf(varDir), server);
    assert.equal((await ask(owner.url, 'select 1 as one')).length, 1);
    await assert.rejects(open(varDir, 'owner'), (thrown) => isFault(thrown, PAPER_RUNS_ALREADY));
    await owner.close();
    await guest.close();
    assert.equal(await serverOf(varDir), undefined);
  });

  test('a hold whose connection was cut is taken again, and is no death', async (t) => {
    const varDir = await scratchVar(t);
    const owner = await open(varDir, 'owner');
    owner.onDeath(() => assert.fail('PostgreSQL did not die'));
    await owner.announce('http://127.0.0.1:4001');
    const holders = `from pg_stat_activity where application_name = 'owner ${process.pid} http://127.0.0.1:4001'`;
    await ask(owner.url, `select pg_terminate_backend(pid) ${holders}`);
    for (let found = 0; found === 0; await sleep(20)) {
      found = (await ask(owner.url, `select 1 ${holders}`)).length;
    }
    await assert.rejects(open(varDir, 'owner'), (thrown) => isFault(thrown, PAPER_RUNS_ALREADY));
    await owner.close();
    assert.equal(await serverOf(varDir), undefined);
  });

  test('an outside PostgreSQL is used as it is given, and left running', async (t) => {
    const varDir = await scratchVar(t);
    const own = await open(varDir, 'guest');
    const outside = { varDir: `${varDir}-unused`, role: 'owner', databaseUrl: own.url, say } as const;
    const both = [await openDatabase(outside), await openDatabase(outside)];
    for (const one of both) {
      assert.equal(one.url, own.url);
      await one.close();
    }
    assert.equal((await ask(own.url, 'select 1 as one')).length, 1);
    await own.close();
    await assert.rejects(openDatabase(outside), (thrown) => isFault(thrown, POSTGRES_UNREACHABLE));
  });
});

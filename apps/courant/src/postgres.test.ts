import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@courant/base';
import { Client } from 'pg';
import { findAccount } from './account.ts';
import { POSTGRES_NOT_STARTED, POSTGRES_OTHER_VERSION } from './faults.ts';
import type { RunningPostgres } from './postgres.ts';
import { startPostgres } from './postgres.ts';
import { scratchVar } from './scratch-var.ts';
import { isAlive, orphansOf } from './server-process.ts';

const say = (): void => undefined;
const start = (varDir: string): Promise<RunningPostgres> =>
  startPostgres({ varDir, keeping: 'throwaway', say });

async function connect(postgres: RunningPostgres): Promise<Client> {
  const client = new Client({ connectionString: postgres.url() });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function setting(postgres: RunningPostgres, name: string): Promise<string> {
  const client = await connect(postgres);
  const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [name]);
  await client.end();
  return rows[0]?.value ?? '';
}

suite('a PostgreSQL of our own', { concurrency: 2 }, () => {
  test('it is durable unless told otherwise, speaks UTF-8 and listens to no network', async (t) => {
    const postgres = await startPostgres({ varDir: await scratchVar(t), say });
    const wanted = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', listen_addresses: '' };
    for (const [name, value] of Object.entries({ ...wanted, server_encoding: 'UTF8', TimeZone: 'UTC' })) {
      assert.equal(await setting(postgres, name), value, name);
    }
    await postgres.stop();
    assert.equal(isAlive(postgres.pid), false);
  });

  test('the way to its socket may be long and hold signs of every kind', async (t) => {
    const postgres = await start(await scratchVar(t, `a "paper", Köln 100%/${'long'.repeat(40)}/var`));
    assert.ok(postgres.home.socket.length < 60, postgres.home.socket);
    assert.equal(await setting(postgres, 'fsync'), 'off');
    await postgres.stop();
  });

  test('a short way holds the same signs, and the socket stays inside', async (t) => {
    const postgres = await start(await scratchVar(t, 'a "b", ü%20 c'));
    assert.equal(postgres.home.socket, join(postgres.home.folder, 'socket'));
    assert.equal(await setting(postgres, 'fsync'), 'off');
    await postgres.stop();
  });

  test('after kill -9 of its postmaster in the middle of a query it starts again', async (t) => {
    const varDir = await scratchVar(t);
    const first = await start(varDir);
    const client = await connect(first);
    // It looks for interrupts, but never waits: it would go on for an hour without its postmaster.
    client.query('select count(*) from generate_series(1, 100000000000)').catch(() => undefined);
    await sleep(200);
    process.kill(first.pid, 'SIGKILL');
    const second = await start(varDir);
    assert.notEqual(second.pid, first.pid);
    assert.deepEqual(orphansOf(first.home.name), []);
    await client.end();
    await second.stop();
  });

  test('a lock file that names another living process does not hold it up', async (t) => {
    const varDir = await scratchVar(t);
    const first = await start(varDir);
    const lock = join(first.home.data, 'postmaster.pid');
    const text = await readFile(lock, 'utf8');
    await first.stop();
    const { uid, gid } = first.home.isGiven ? first.home.account : {};
    const other = spawn('sleep', ['60'], { ...(uid && gid ? { uid, gid } : {}), cwd: '/' });
    await once(other, 'spawn');
    await writeFile(lock, text.replace(/^\d+/, String(other.pid)));
    const second = await start(varDir);
    await second.stop();
    assert.equal(other.exitCode, null);
    other.kill();
    await once(other, 'exit');
  });

  test('a start that cannot succeed says why in a sentence', async (t) => {
    const varDir = await scratchVar(t);
    const first = await start(varDir);
    await first.stop();
    await writeFile(join(first.home.data, 'postgresql.conf'), 'max_connections = many\n');
    await assert.rejects(start(varDir), (thrown) => {
      assert.ok(isFault(thrown, POSTGRES_NOT_STARTED));
      return /max_connections/.test(thrown.message);
    });
    await writeFile(join(first.home.data, 'PG_VERSION'), '14\n');
    await assert.rejects(start(varDir), (thrown) => isFault(thrown, POSTGRES_OTHER_VERSION));
  });

  test('as root it runs under an account of its own', { skip: process.geteuid?.() !== 0 }, async (t) => {
    const postgres = await start(await scratchVar(t));
    const status = await readFile(`/proc/${postgres.pid}/status`, 'utf8');
    const uid = Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]);
    assert.notEqual(uid, 0);
    assert.equal((await findAccount(uid))?.name, postgres.home.account.name);
    await postgres.stop();
  });
});

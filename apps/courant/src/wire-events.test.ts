import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Id } from '@courant/base';
import { addToken } from '@courant/store';
import { NO_SERVER, TEST_SERVER, testDatabase } from '@courant/store/testing';
import { WALL_CLOCK } from './house.ts';
import { WireEvents } from './wire-events.ts';

const SECRET = 'courant_test';
const TOKEN: Id = '01a20000-0000-7000-8000-000000000001' as Id;
/** Characters of a headline: rows are large, so that few of them are much. */
const LONG = 4_000;

/** A teller of arrivals on a socket, and its database. */
async function desk(t: TestContext) {
  const { database, url } = await testDatabase(t);
  const token = {
    id: TOKEN,
    name: 'test',
    scopes: ['view'] as const,
    secret: SECRET,
    made: WALL_CLOCK.now(),
  };
  await database.transaction((tx) => addToken(tx, token));
  const faults: unknown[] = [];
  const events = new WireEvents({ database, databaseUrl: url, onFault: (thrown) => faults.push(thrown) });
  await events.start();
  const responses: ServerResponse[] = [];
  const server = createServer((request, response) => {
    responses.push(response);
    void events.serve(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    await events.close();
    server.close().closeAllConnections();
    assert.deepEqual(faults, []);
  });
  /** Files so many items, each under a number of its own. */
  const file = async (items: number) => {
    await database.pool.query(
      `insert into wire_chain (id, supplier, latest, state, kind, versions, newest, filed, grouped, leads, summary, words)
       select gen_random_uuid(), 'Courier', gen_random_uuid(), 'usable', 'text', 1, now(), nextval('wire_filing'),
         gen_random_uuid(), true, jsonb_build_object('headline', repeat('x', $2)), ''
       from generate_series(1, $1)`,
      [items, LONG],
    );
    await database.pool.query(`select pg_notify('wire', '')`);
  };
  const { port } = server.address() as AddressInfo;
  const listen = async (headers: Readonly<Record<string, string>> = {}) => {
    const request = get({ port, headers: { Authorization: `Bearer ${SECRET}`, ...headers }, agent: false });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    t.after(() => request.destroy());
    return answer;
  };
  return { file, listen, responses };
}

/** The numbers of events as they come, until there are so many; they are asserted to be without a gap. */
async function numbers(answer: IncomingMessage, until: number): Promise<readonly number[]> {
  const found: number[] = [];
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) {
    text += chunk;
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const [, id] = /^id: (\d+)$/m.exec(part) ?? [];
      if (id !== undefined) found.push(Number(id));
    }
    if ((found.at(-1) ?? 0) >= until) break;
  }
  return found;
}

const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n + 1);

suite('events of the wire desk', { skip: TEST_SERVER ? false : NO_SERVER }, () => {
  test('nothing is heaped up for who takes them slowly, and nothing is left out', async (t) => {
    const { file, listen, responses } = await desk(t);
    const slow = await listen();
    slow.pause();
    const quick = await listen();
    let most = 0;
    const quickly = numbers(quick, 4_000);
    for (let n = 0; n < 8; n++) {
      await file(500);
      await sleep(100);
      most = Math.max(most, responses[0]?.writableLength ?? 0);
    }
    assert.deepEqual(await quickly, upTo(0, 4_000), 'others do not wait for it');
    // All of it would be 16 MB.
    assert.ok(most < 3_000_000, `${most} bytes wait for it`);
    assert.deepEqual(await numbers(slow, 4_000), upTo(0, 4_000));
  });

  test('who comes back is told all it missed, as fast as it takes it', async (t) => {
    const { file, listen, responses } = await desk(t);
    await file(3_000);
    const first = await listen();
    await file(1);
    assert.equal((await numbers(first, 3_001)).at(-1), 3_001);
    const back = await listen({ 'Last-Event-ID': '10' });
    back.pause();
    await sleep(300);
    assert.ok((responses[1]?.writableLength ?? 0) < 3_000_000);
    await file(5);
    assert.deepEqual(await numbers(back, 3_006), upTo(10, 3_006));
  });
});

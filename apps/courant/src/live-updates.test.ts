import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { suite, test } from 'node:test';
import type { Instant } from '@courant/base';
import { Fault } from '@courant/base';
import type { Page } from '@courant/press';
import { PageCache } from '@courant/press';
import type { LiveUpdatesOptions } from './live-updates.ts';
import { LiveUpdates } from './live-updates.ts';

/** A page cache over texts that a test changes, and the teller of changes on a socket. */
async function press(t: TestContext, options: Partial<LiveUpdatesOptions> = {}) {
  const texts = new Map([
    ['/live', 'first'],
    ['/quiet', 'still'],
  ]);
  let seq = 0;
  const render = async (address: string): Promise<Page> => {
    const text = texts.get(address);
    const body = new TextEncoder().encode(text ?? 'nothing');
    const status = text === undefined ? 404 : 200;
    const tags = [`story:${address.slice(1)}`];
    return { status, mediaType: 'text/html', body, tags, seq, keep: text !== undefined };
  };
  const updates: LiveUpdates = new LiveUpdates({
    page: (address) => cache.page(address),
    gather: 20,
    ...options,
  });
  const cache = new PageCache({
    position: 0,
    limit: 1e6,
    render,
    onTouched: (tags) => updates.touched(tags),
  });
  const server = createServer((request, response) => void updates.serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    updates.close();
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const touch = (story: string, text?: string) => {
    if (text !== undefined) texts.set(`/${story}`, text);
    seq++;
    const payload = { actor: '', places: [] };
    const about = { story: story as never, editions: [], payload, hash: '' };
    cache.takeIn({ seq, at: '2011-04-23T15:57:00.000Z' as Instant, kind: 'update', ...about });
  };
  return { base, updates, touch };
}

/** The answer to a request, with all it said so far. */
async function answer(url: string, headers: Readonly<Record<string, string>> = {}) {
  const request = get(url, { headers });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const answered = { status: response.statusCode, response, said: '', close: () => request.destroy() };
  response.setEncoding('utf8').on('data', (text: string) => {
    answered.said += text;
  });
  response.on('error', () => undefined);
  return answered;
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 5_000; !holds(); ) {
    assert.ok(performance.now() < end, 'it did not come to hold');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const events = (said: string) => said.match(/^event: changed$/gm)?.length ?? 0;

suite('readers are told', () => {
  test('that their page is another, and nothing of what is in it', async (t) => {
    const { base, touch } = await press(t);
    const reader = await answer(`${base}/events?page=/live`);
    assert.equal(reader.response.headers['content-type'], 'text/event-stream; charset=utf-8');
    touch('live', 'second');
    await until(() => events(reader.said) === 1);
    assert.match(reader.said, /^event: changed\nid: [\w-]{22}\ndata: \/live\n\n/m);
    assert.doesNotMatch(reader.said, /second/);
  });

  test('once of what comes at once', async (t) => {
    const { base, touch } = await press(t);
    const reader = await answer(`${base}/events?page=/live`);
    for (const text of ['second', 'third', 'fourth']) touch('live', text);
    await until(() => events(reader.said) > 0);
    touch('live', 'fifth');
    await until(() => events(reader.said) > 1);
    assert.equal(events(reader.said), 2);
  });

  test('nothing of other pages, nor of an entry that left their page as it was', async (t) => {
    const { base, touch } = await press(t);
    const quiet = await answer(`${base}/events?page=/quiet`);
    const live = await answer(`${base}/events?page=/live`);
    touch('quiet');
    touch('live', 'second');
    await until(() => events(live.said) === 1);
    touch('live', 'third');
    await until(() => events(live.said) === 2);
    assert.equal(events(quiet.said), 0);
  });

  test('when they come back, of what changed while they were away', async (t) => {
    const { base, touch } = await press(t);
    const before = await answer(`${base}/events?page=/live`);
    await until(() => /^id: /m.test(before.said));
    const id = /^id: (.+)$/m.exec(before.said)?.[1] ?? '';
    const same = await answer(`${base}/events?page=/live`, { 'Last-Event-ID': id });
    touch('live', 'second');
    await until(() => events(before.said) === 1);
    const back = await answer(`${base}/events?page=/live`, { 'Last-Event-ID': id });
    await until(() => events(back.said) === 1);
    assert.equal(events(same.said), 1);
  });

  test('now and then that the line stands', async (t) => {
    const { base } = await press(t, { heartbeat: 20 });
    const reader = await answer(`${base}/events?page=/live`);
    await until(() => (reader.said.match(/^: here$/gm)?.length ?? 0) > 1);
  });
});

suite('no stream is opened', () => {
  test('for an address that is no page', async (t) => {
    const { base, updates } = await press(t);
    assert.equal((await answer(`${base}/events?page=/nothing`)).status, 404);
    for (const query of ['', '?page=', '?page=https%3A%2F%2Felsewhere.example']) {
      assert.equal((await answer(`${base}/events${query}`)).status, 400);
    }
    assert.equal(updates.count, 0);
  });

  test('beyond the limit, until somebody leaves', async (t) => {
    const { base, updates } = await press(t, { limit: 2 });
    const first = await answer(`${base}/events?page=/live`);
    await answer(`${base}/events?page=/quiet`);
    const third = await answer(`${base}/events?page=/live`);
    assert.equal(third.status, 503);
    assert.equal(third.response.headers['retry-after'], '60');
    await until(() => third.said.includes('asks by itself'));
    first.close();
    await until(() => updates.count === 1);
    assert.equal((await answer(`${base}/events?page=/live`)).status, 200);
  });

  test('with the database away and the page not in memory', async (t) => {
    const page = () => Promise.reject(new Fault('database-away', 'It is away.'));
    const { base } = await press(t, { page });
    assert.equal((await answer(`${base}/events?page=/live`)).status, 503);
  });
});

test('closing ends every stream', async (t) => {
  const { base, updates } = await press(t);
  const reader = await answer(`${base}/events?page=/live`);
  const ended = once(reader.response, 'end');
  updates.close();
  await ended;
});

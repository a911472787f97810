import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { until } from '../kits/paper.ts';
import type { ServedPaper } from '../kits/served.ts';
import { servedPaper } from '../kits/served.ts';

const PATIENCE = { within: 15_000 };

function copy(id: string, headline: string): string {
  const body_html = `<p>HARWICK (Courier) - ${headline}, the harbour office said.</p>`;
  return JSON.stringify({
    uri: `urn:courier:${id}`,
    type: 'text',
    version: '1',
    language: 'en',
    headline,
    body_html,
  });
}

async function call(paper: ServedPaper, path: string, order: { method: string; body?: unknown }) {
  const headers = { Authorization: `Bearer ${paper.token}`, 'Content-Type': 'application/json' };
  const body = order.body === undefined ? null : JSON.stringify(order.body);
  const response = await fetch(paper.url + path, { method: order.method, headers, body });
  return { status: response.status, json: await response.json() };
}

async function channel(paper: ServedPaper, key: string) {
  const { json } = await call(paper, '/api/v1/wire-channels', { method: 'GET' });
  return json.channels.find((one: { key: string }) => one.key === key);
}

function headlines(paper: ServedPaper): Promise<readonly string[]> {
  return call(paper, '/api/v1/wire', { method: 'GET' }).then(({ json }) =>
    json.items.map(({ headline }: { headline: string }) => headline),
  );
}

async function comes(paper: ServedPaper, headline: string): Promise<void> {
  const isThere = async () => (await headlines(paper)).includes(headline);
  await until(isThere, { ...PATIENCE, what: `“${headline}” comes` });
}

/** A server of a supplier's. */
async function supplier(
  t: TestContext,
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<string> {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close().closeAllConnections());
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return `http://127.0.0.1:${address.port}`;
}

test('copy comes from a folder, an address and a signed push; what fails says why and comes back by itself', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'courant-drop-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'secrets'));
  const paper = await servedPaper(t, { ALLOW_ADDRESSES: '127.0.0.1' });
  const set = (key: string, settings: object) =>
    call(paper, `/api/v1/wire-channels/${key}`, { method: 'PUT', body: { supplier: 'Courier', settings } });

  const wrong = await set('drop', { kind: 'folder', path: 'drop' });
  assert.deepEqual([wrong.status, wrong.json.code], [422, 'channel-settings']);
  assert.equal((await set('drop', { kind: 'folder', path: folder, settle: 0, every: 2 })).status, 200);
  await writeFile(join(folder, 'ferry.json'), copy('ferry', 'Ferry sails'));
  await comes(paper, 'Ferry sails');
  assert.ok((await readdir(folder)).includes('done'));

  let isAway = true;
  const asked: string[] = [];
  const address = await supplier(t, (request, response) => {
    asked.push(String(request.headers['if-none-match'] ?? ''));
    if (isAway) return void response.writeHead(500).end();
    if (request.headers['if-none-match'] === '"one"') return void response.writeHead(304).end();
    response
      .writeHead(200, { ETag: '"one"', 'Content-Type': 'application/json' })
      .end(copy('tug', 'Tug comes'));
  });
  assert.equal((await set('poll', { kind: 'http', address, every: 10 })).status, 200);
  const isFailing = async () => (await channel(paper, 'poll'))?.health.state === 'failing';
  await until(isFailing, { ...PATIENCE, what: 'the poll fails' });
  assert.match(JSON.stringify((await channel(paper, 'poll')).health), /its server has a fault/);
  isAway = false;
  const polled = await paper.courant('wire', 'poll', 'poll');
  assert.deepEqual([polled.exit, polled.stdout.trim()], [0, 'poll: 1 brought']);
  await comes(paper, 'Tug comes');
  assert.equal((await channel(paper, 'poll')).health.state, 'open');
  assert.equal((await paper.courant('wire', 'poll', 'poll')).stdout.trim(), 'poll: 0 brought');
  assert.equal(asked.at(-1), '"one"');

  assert.equal((await paper.courant('secret', 'put', 'hush')).exit, 2, 'nothing came on standard input');
  const proof = { by: 'timestamped', secrets: ['hush'] };
  assert.equal((await set('sent', { kind: 'push', proof })).status, 200);
  await paper.putSecret('hush', 'quiet please');
  const send = (body: string, secret: string, time = Math.floor(Date.now() / 1000)) => {
    const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    const headers = { 'X-Timestamp': String(time), 'X-Signature-256': `sha256=${signature}` };
    return fetch(`${paper.url}/api/v1/wire/push/sent`, { method: 'POST', headers, body });
  };
  assert.equal((await send(copy('fog', 'Fog'), 'loud')).status, 401);
  assert.equal((await send(copy('fog', 'Fog'), 'quiet please', 1_000_000_000)).status, 401);
  const token = { Authorization: `Bearer ${paper.token}` };
  const unsigned = await fetch(`${paper.url}/api/v1/wire/push/sent`, {
    method: 'POST',
    headers: token,
    body: '{}',
  });
  assert.equal(unsigned.status, 401, 'a token does not stand for a signature');
  assert.equal((await send(copy('fog', 'Fog lies on the bay'), 'quiet please')).status, 202);
  await comes(paper, 'Fog lies on the bay');

  const close = { method: 'POST', body: { why: 'they moved' } };
  assert.equal((await call(paper, '/api/v1/wire-channels/sent/close', close)).status, 200);
  assert.equal((await send(copy('fog', 'Fog lifts'), 'quiet please')).status, 403);
  assert.equal((await call(paper, '/api/v1/wire-channels/sent/reopen', { method: 'POST' })).status, 200);
  assert.equal((await send(copy('fog', 'Fog lifts'), 'quiet please')).status, 202);
  const listed = await paper.courant('channel', 'list');
  assert.match(listed.stdout, /^drop: open.*\npoll: open.*\nsent: open/m);
});

test('a hub is subscribed to, confirmed, believed by its signature and renewed', async (t) => {
  const paper = await servedPaper(t, { ALLOW_ADDRESSES: '127.0.0.1' });
  await paper.putSecret('hub', 'between us');
  const calls: URLSearchParams[] = [];
  let topic = '';
  const hub = await supplier(t, async (request, response) => {
    const asked = new URLSearchParams(await text(request));
    calls.push(asked);
    response.writeHead(202).end();
    const back = new URL(asked.get('hub.callback') ?? '');
    back.search = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': asked.get('hub.topic') ?? '',
      'hub.challenge': 'say this',
      'hub.lease_seconds': '3600',
    }).toString();
    assert.equal(await (await fetch(back)).text(), 'say this');
  });
  topic = await supplier(t, (_request, response) => {
    const links = `<${hub}/>; rel="hub", <${topic}/feed>; rel="self"`;
    response
      .writeHead(200, { Link: links, 'Content-Type': 'application/json' })
      .end(copy('lamp', 'Lamp is lit'));
  });
  const settings = { kind: 'websub', topic: `${topic}/feed`, secret: 'hub' };
  const set = await call(paper, '/api/v1/wire-channels/hub', { method: 'PUT', body: { settings } });
  assert.equal(set.status, 200, JSON.stringify(set.json));
  await comes(paper, 'Lamp is lit');
  await until(() => calls.length === 1, { ...PATIENCE, what: 'the hub is asked' });
  const callback = calls[0]?.get('hub.callback') ?? '';
  const isActive = async () => {
    const { rows } = await paper.database.pool.query(`select subscription->>'state' as state from channel`);
    return rows[0]?.state === 'active';
  };
  await until(isActive, { ...PATIENCE, what: 'the subscription runs' });

  const body = copy('lamp-2', 'Lamp goes out');
  const send = (secret: string, to = callback) => {
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return fetch(to, { method: 'POST', headers: { 'X-Hub-Signature': `sha256=${signature}` }, body });
  };
  assert.equal((await send('guess', callback)).status, 202, 'who guesses learns nothing');
  assert.equal((await send('between us', `${callback}x`)).status, 404);
  assert.deepEqual((await headlines(paper)).includes('Lamp goes out'), false);
  assert.equal((await send('between us')).status, 202);
  await comes(paper, 'Lamp goes out');
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { until } from '../kits/paper.ts';
import type { ServedPaper } from '../kits/served.ts';
import { servedPaper } from '../kits/served.ts';

const SHARED = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const HOSTILE = [
  'security-xml',
  'images-malformed',
  'feeds/odd-encodings-derived',
  'feeds/w3c-feedvalidator-testcases/xml',
];
const PATIENCE = { within: 100_000 };
const HUGE = 200 * 1024 * 1024;
/** Bytes by which the paper may grow, at the most, whatever comes. */
const MOST_GROWTH = 256 * 1024 * 1024;

function copy(id: string, headline: string): string {
  const said = { uri: `urn:courier:${id}`, type: 'text', version: '1', language: 'en', headline };
  return JSON.stringify({ ...said, body_html: `<p>${headline}, the harbour office said.</p>` });
}

/** What a paper had in memory at the most, in bytes, since it was started. */
async function peakOf({ pid }: ServedPaper): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

async function api(paper: ServedPaper, path: string, order: RequestInit = {}) {
  const headers = { Authorization: `Bearer ${paper.token}`, 'Content-Type': 'application/json' };
  const response = await fetch(paper.url + path, { headers, ...order });
  return { status: response.status, json: await response.json() };
}

function setChannel(paper: ServedPaper, key: string, settings: object) {
  const body = JSON.stringify({ supplier: 'Courier', settings });
  return api(paper, `/api/v1/wire-channels/${key}`, { method: 'PUT', body });
}

async function comes(paper: ServedPaper, headline: string): Promise<void> {
  const isThere = async () => {
    const { json } = await api(paper, `/api/v1/wire?q=${encodeURIComponent(`"${headline}"`)}`);
    return json.items.length > 0;
  };
  await until(isThere, { ...PATIENCE, what: `“${headline}” comes` });
}

async function healthOf(paper: ServedPaper, key: string) {
  const { json } = await api(paper, '/api/v1/wire-channels');
  return json.channels.find((one: { key: string }) => one.key === key)?.health;
}

/** Files that no format is the better for. */
async function badFiles(folder: string): Promise<number> {
  const good = copy('whole', 'A whole report');
  const files: Readonly<Record<string, Buffer | string>> = {
    'empty.xml': '',
    'cut.json': good.slice(0, good.length / 2),
    'cut.xml': '<?xml version="1.0"?><nitf><body><body.content><p>It stops in the',
    'charset.xml': Buffer.from(
      '<?xml version="1.0" encoding="utf-8"?><nitf><body>\xe9\xff\xfe</body></nitf>',
      'latin1',
    ),
    'zeros.bin': Buffer.alloc(100_000),
    'deep.json': '['.repeat(200_000),
    'deep.xml': '<a>'.repeat(200_000),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  let count = Object.keys(files).length;
  for (const hostile of HOSTILE) {
    const from = join(SHARED, hostile);
    if (!existsSync(from)) continue;
    const names = await readdir(from, { recursive: true, withFileTypes: true });
    for (const file of names.filter((one) => one.isFile())) {
      await copyFile(join(file.parentPath, file.name), join(folder, `${count++}-${file.name}`));
    }
  }
  return count;
}

/** An address of a supplier's that gives far too much until it is told to give copy. */
async function floodingAddress(t: TestContext): Promise<{ address: string; relent: () => void }> {
  let isFlooding = true;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    if (!isFlooding) return void response.end(copy('tug', 'Tug comes after the flood'));
    const part = Buffer.alloc(1024 * 1024, ' ');
    let left = HUGE;
    const pour = () => {
      for (; left > 0; left -= part.length)
        if (!response.write(part)) return void response.once('drain', pour);
      response.end();
    };
    pour();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close().closeAllConnections());
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return {
    address: `http://127.0.0.1:${address.port}/feed`,
    relent: () => {
      isFlooding = false;
    },
  };
}

test('whatever a folder, an address or a sender brings, it is filed or set apart with the reason, and the next comes', {
  skip: existsSync('/proc/self/status') ? false : 'this system does not tell how much memory a process has',
}, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'courant-bad-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const paper = await servedPaper(t, { ALLOW_ADDRESSES: '127.0.0.1' });
  await comesFromFolder(paper, folder);
  const before = await peakOf(paper);

  await t.test('200 MB in a folder are left there, and said so', async () => {
    await writeFile(join(folder, 'huge.xml'), '<nitf>');
    await truncate(join(folder, 'huge.xml'), HUGE);
    await writeFile(join(folder, 'next.json'), copy('next', 'Next after the huge one'));
    await comes(paper, 'Next after the huge one');
    const isRefused = async () => (await healthOf(paper, 'drop')).counts.refused === 1;
    await until(isRefused, { ...PATIENCE, what: 'the huge file is refused' });
    assert.deepEqual(await readdir(join(folder, 'refused')), ['huge.xml']);
    const { state, lastRefused } = await healthOf(paper, 'drop');
    assert.equal(state, 'open');
    assert.match(
      lastRefused.say,
      /^“huge.xml” has 209715200 bytes, more than \d+\. It was put into “refused” there/,
    );
  });

  await t.test('200 MB from an address are let go, and the channel comes back by itself', async (t) => {
    const { address, relent } = await floodingAddress(t);
    assert.equal((await setChannel(paper, 'flood', { kind: 'http', address, every: 10 })).status, 200);
    const isFailing = async () => (await healthOf(paper, 'flood')).state === 'failing';
    await until(isFailing, { ...PATIENCE, what: 'the flood is let go' });
    const { reason } = await healthOf(paper, 'flood');
    assert.deepEqual([reason.code, /more than \d+ bytes/.test(reason.say)], ['too-large', true], reason.say);
    relent();
    await comes(paper, 'Tug comes after the flood');
    assert.equal((await healthOf(paper, 'flood')).state, 'open');
  });

  await t.test('200 MB pushed are answered with a no, whether their length is told or not', async () => {
    const url = `${paper.url}/api/v1/wire/push/sent`;
    const headers = { Authorization: `Bearer ${paper.token}` };
    for (const length of [{ 'Content-Length': HUGE }, {}]) {
      const answer = await poured(url, { ...headers, ...length });
      assert.equal(answer.statusCode, 413);
      assert.match(await text(answer), /it was not kept/);
    }
    const next = await fetch(url, { method: 'POST', headers, body: copy('fog', 'Fog after the pour') });
    assert.equal(next.status, 202);
    await comes(paper, 'Fog after the pour');
  });

  const growth = (await peakOf(paper)) - before;
  t.diagnostic(`the paper grew by ${Math.round(growth / 1024 / 1024)} MB`);
  assert.ok(growth < MOST_GROWTH, `it grew by ${growth} bytes`);
});

async function comesFromFolder(paper: ServedPaper, folder: string): Promise<void> {
  const bad = await badFiles(folder);
  await writeFile(join(folder, 'zzz.json'), copy('last', 'Last of the bad ones'));
  const settings = { kind: 'folder', path: folder, settle: 0, every: 2 };
  assert.equal((await setChannel(paper, 'drop', settings)).status, 200);
  await comes(paper, 'Last of the bad ones');
  const { pool } = paper.database;
  const isRead = async () => (await pool.query(`select from receipt where state = 'new'`)).rowCount === 0;
  await until(isRead, { ...PATIENCE, what: 'everything is read' });
  const { rows } = await pool.query('select state, why, say, items, name from receipt');
  // What has nothing in it, or the same in it as another, is one receipt or none.
  assert.ok(rows.length > 7 && rows.length <= bad + 1, `${rows.length} of ${bad}`);
  for (const { state, why, say, items, name } of rows) {
    if (state === 'read') assert.ok(items > 0, name);
    else assert.ok(why.length > 3 && say.length > 10 && !say.includes('\n'), `${name}: ${why} ${say}`);
  }
  assert.deepEqual((await healthOf(paper, 'drop')).state, 'open');
}

/** Sends 200 MB on a line of its own. */
async function poured(url: string, headers: OutgoingHttpHeaders): Promise<IncomingMessage> {
  const sending = request(url, { method: 'POST', headers, agent: false });
  const answered = once(sending, 'response');
  await pipeline(Readable.from(parts()), sending);
  const [answer] = await answered;
  return answer;
}

function* parts(): Generator<Buffer> {
  const part = Buffer.alloc(1024 * 1024);
  for (let left = HUGE; left > 0; left -= part.length) yield part;
}

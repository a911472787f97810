import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningPostgres } from '@courant/courant/postgres';
import { startPostgres } from '@courant/courant/postgres';
import type { Paper } from '../kits/paper.ts';
import { startedPaper, until } from '../kits/paper.ts';

const STALE_LIMIT = 5;
const CACHED = ['/', '/world', '/european'] as const;
const NOT_CACHED = '/world/politics';
const COPY = { slug: 'sluice', headline: 'Sluice opens', bodyHtml: '<p>The sluice opened at dawn.</p>' };

test('while an outside database is away readers keep cached pages for their time, writers are told when to come back, and all heals', async (t) => {
  const outside = await outsideServer(t);
  const paper = await startedPaper(t, {
    DATABASE_URL: outside.server.url(),
    STALE_LIMIT_SECONDS: String(STALE_LIMIT),
  });
  const { pid } = paper;
  const before = await pages(paper);

  await outside.server.stop();
  const stopped = performance.now();
  assert.deepEqual(await pages(paper), before);
  await isRefused(paper);
  assert.deepEqual(await pages(paper), before, 'a refusal elsewhere takes no cached page away');
  const left = performance.now() - stopped;
  assert.ok(left < STALE_LIMIT * 1000, `all of this was asked within the limit, in ${left} ms`);

  await sleep(STALE_LIMIT * 1000);
  for (const path of CACHED) await isUnavailable(paper, path);

  await outside.startAgain();
  await isHealed(paper);
  assert.deepEqual(await pages(paper), before);
  assert.equal(paper.pid, pid);
  assert.ok(paper.isRunning);
});

test('when its own database server is killed, again and again, readers notice nothing and the paper starts it anew', async (t) => {
  const paper = await startedPaper(t);
  const before = await pages(paper);
  for (let deaths = 0; deaths < 3; deaths++) {
    const server = await paper.postgresPid();
    assert.ok(server !== undefined);
    process.kill(server, 'SIGKILL');
    for (let asked = 0; asked < 10; asked++) {
      assert.deepEqual(await pages(paper), before);
      await sleep(20);
    }
    await isHealed(paper);
    assert.notEqual(await paper.postgresPid(), server);
  }
  assert.equal((await paper.courant('log', 'verify')).exit, 0);
  assert.equal(await paper.stop(), 0);
  assert.equal(await paper.postgresPid(), undefined);
});

/** Cached pages as readers get them. */
async function pages(paper: Paper): Promise<readonly unknown[]> {
  const answers = await Promise.all(CACHED.map((path) => paper.get(path)));
  for (const { status, text } of answers) assert.equal(status, 200, text);
  return answers.map(({ text, headers }) => [text, headers.get('etag')]);
}

async function isUnavailable(paper: Paper, path: string): Promise<void> {
  const { status, headers, text } = await paper.get(path);
  assert.equal(status, 503, `${path}: ${text.slice(0, 200)}`);
  assert.match(headers.get('retry-after') ?? '', /^[1-9]\d?$/, path);
  assert.equal(headers.get('cache-control'), 'no-store', path);
}

/** What needs the database is answered at once, with when to ask again and without what went on inside. */
async function isRefused(paper: Paper): Promise<void> {
  await isUnavailable(paper, NOT_CACHED);
  const answers = await Promise.all([
    paper.post('/api/v1/stories', COPY),
    paper.post('/api/v1/stories/sluice/publish', { places: [] }),
    paper.get('/api/v1/stories'),
    paper.get('/api/v1/paper'),
    paper.get('/api/v1/log'),
    paper.get('/api/openapi.json'),
  ]);
  for (const { status, headers, text } of answers) {
    assert.equal(status, 503, text);
    assert.match(headers.get('retry-after') ?? '', /^[1-9]\d?$/);
    assert.equal(headers.get('content-type'), 'application/problem+json');
    const { code, detail } = JSON.parse(text) as { readonly code: string; readonly detail: string };
    assert.equal(code, 'database-away');
    assert.doesNotMatch(detail, /ECONN|socket|postgres|\/tmp/i);
  }
}

async function isHealed(paper: Paper): Promise<void> {
  const isBack = async () => (await paper.post('/api/v1/stories', COPY)).status === 201;
  await until(isBack, { within: 30_000, what: 'copy is taken again' });
  // Too old pages are withheld until the cache has followed the log again, within half a second.
  for (const path of [...CACHED, NOT_CACHED]) {
    const isServed = async () => (await paper.get(path)).status === 200;
    await until(isServed, { within: 3_000, what: `${path} is served again` });
  }
}

/** A PostgreSQL that is none of the paper's, which may be stopped and started again. */
async function outsideServer(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'courant-outside-'));
  await chmod(folder, 0o755);
  const start = (): Promise<RunningPostgres> =>
    startPostgres({ varDir: folder, keeping: 'throwaway', say: () => undefined });
  const outside = {
    server: await start(),
    async startAgain() {
      outside.server = await start();
    },
  };
  t.after(async () => {
    await outside.server.stop();
    await rm(outside.server.home.folder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });
  return outside;
}

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ServedPaper } from '../kits/served.ts';
import { sharedPaper } from '../kits/served.ts';

const FRONTS = ['/', '/world', '/world/politics'] as const;

/** What every surface of the default edition says of a story: its fronts, its page and the API. */
async function saysOf(paper: ServedPaper, path: string, words: string) {
  const page = await paper.get(path);
  const fronts = await Promise.all(FRONTS.map((front) => paper.get(front)));
  const list = await paper.get('/api/v1/stories?section=world/politics');
  const api = await paper.get(`/api/v1/stories/${encodeURIComponent(path)}`);
  return {
    page: [page.status, page.text.includes(words)],
    fronts: fronts.map((front) => front.text.includes(words)),
    api: [api.status, api.text.includes(words), list.text.includes(words)],
  };
}

const SEEN = { page: [200, true], fronts: [true, true, true], api: [200, true, true] };
const GONE = { page: [410, false], fronts: [false, false, false], api: [410, false, false] };

test('a story published, corrected and killed from the command line is the same on every surface at once', async (t) => {
  const paper = await sharedPaper();
  const folder = await mkdtemp(join(tmpdir(), 'courant-story-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'tram.html');
  const front = 'slug: tram\nheadline: Last tram leaves Orsund\nurgency: 1';
  await writeFile(file, `---\n${front}\n---\n<p>The last tram left at noon.</p>\n`);
  const body = join(folder, 'body.html');
  await writeFile(body, '<p>The last tram left at one.</p>');

  const filed = JSON.parse((await paper.courant('story', 'new', '--file', file, '--json')).stdout);
  // Held in the cache before anything happens, so that what follows must evict.
  for (const path of [...FRONTS, '/epaper']) await paper.get(path);
  const place = ['--edition', 'international', '--section', 'world/politics'];
  const published = await paper.courant('publish', filed.story, ...place, '--json');
  assert.equal(published.exit, 0, published.stderr);
  const path = new URL(JSON.parse(published.stdout).url).pathname;
  assert.deepEqual(await saysOf(paper, path, 'Last tram leaves Orsund'), SEEN);

  const corrected = await paper.courant(
    'correct',
    'tram',
    '--note',
    'It left at one, not at noon.',
    '--file',
    body,
  );
  assert.equal(corrected.exit, 0, corrected.stderr);
  const page = await paper.get(path);
  assert.match(page.text, /The last tram left at one\./);
  assert.match(page.text, /It left at one, not at noon\./);
  assert.doesNotMatch(page.text, /left at noon\.</);

  const killed = await paper.courant('kill', `${paper.url}${path}`, '--notice', 'There was no tram.');
  assert.equal(killed.exit, 0, killed.stderr);
  assert.deepEqual(await saysOf(paper, path, 'Last tram leaves Orsund'), GONE);
  assert.match((await paper.get(path)).text, /There was no tram\./);
  await nowhere(paper, /last tram left/i);
  const verified = await paper.courant('log', 'verify');
  assert.equal(verified.exit, 0, verified.stderr);
});

test('the same through the API, and by a schedule within a second of its time', async () => {
  const paper = await sharedPaper();
  for (const path of [...FRONTS, '/epaper']) await paper.get(path);
  const bodyHtml = '<p>It was there all along.</p>';
  const filed = await paper.post('/api/v1/stories', {
    slug: 'ferry',
    headline: 'Ferry finds its island',
    urgency: 1,
    bodyHtml,
  });
  assert.equal(filed.status, 201);
  const story = String(filed.json.story);
  const places = [{ edition: 'international', section: 'world/politics' }];

  const due = new Date(Date.now() + 1_500);
  const scheduled = await paper.post(`/api/v1/stories/${story}/publish`, { places, at: due.toISOString() });
  assert.equal(scheduled.status, 202);
  assert.equal((await paper.get(`/api/v1/stories/${story}`)).status, 404);
  const entry = await untilPublished(paper, story);
  const late = Date.parse(entry.at) - due.getTime();
  assert.ok(late >= 0 && late < 1_000, `${entry.at} came ${late} ms after ${due.toISOString()}`);
  const path = entry.payload.paths.at(-1) ?? '';
  assert.deepEqual(await saysOf(paper, path, 'Ferry finds its island'), SEEN);

  const correction = { note: 'It was a peninsula.', bodyHtml: '<p>It was a peninsula.</p>' };
  assert.equal((await paper.post(`/api/v1/stories/${story}/correct`, correction)).status, 200);
  assert.doesNotMatch((await paper.get(path)).text, /all along/);
  const killed = await paper.post(`/api/v1/stories/${story}/kill`, { notice: 'There was no ferry.' });
  assert.deepEqual([killed.status, killed.json.delivery], [200, { behind: [] }]);
  assert.deepEqual(await saysOf(paper, path, 'Ferry finds its island'), GONE);
  await nowhere(paper, /Ferry finds its island|peninsula/);
});

test('what is wrong with a call is said, field by field', async () => {
  const paper = await sharedPaper();
  const bad = await paper.post('/api/v1/stories', { headline: '', slug: 'x', urgency: 12, colour: 'red' });
  assert.equal(bad.status, 400);
  const errors = bad.json.errors as readonly { readonly field: string }[];
  assert.deepEqual(errors.map((error) => error.field).toSorted(), ['(the whole)', 'headline', 'urgency']);
  const noToken = await fetch(`${paper.url}/api/v1/stories`, { method: 'POST', body: '{}' });
  assert.equal(noToken.status, 401);
  assert.equal(noToken.headers.get('content-type'), 'application/problem+json');
  const { stdout } = await paper.courant('token', 'new', '--scope', 'view', '--json');
  const headers = { Authorization: `Bearer ${JSON.parse(stdout).token}` };
  const notAllowed = await fetch(`${paper.url}/api/v1/stories`, { method: 'POST', headers, body: '{}' });
  assert.equal(notAllowed.status, 403);
  const unknown = await paper.post('/api/v1/stories/nobody/kill', { notice: 'x' });
  assert.deepEqual([unknown.status, unknown.json.code], [404, 'unknown-story']);
});

interface Entry {
  readonly at: string;
  readonly story?: string;
  readonly payload: { readonly paths: readonly string[] };
}

async function untilPublished(paper: ServedPaper, story: string): Promise<Entry> {
  for (let tries = 0; tries < 100; tries++) {
    const log = JSON.parse((await paper.get('/api/v1/log?limit=1000')).text) as { entries: readonly Entry[] };
    const entry = log.entries.find((one) => one.story === story);
    if (entry) return entry;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the schedule was never published');
}

/** What says the same as another address that is read: two of three feeds, entries of the log in other editions. */
const SAID_ELSEWHERE =
  /\.(?:rss|json|xml|webmanifest|svg|png|ico)(?:\?|$)|^\/(?:pictures|assets|cards)\/|^\/\w+\/log\//;
const LANES = 8;

/** Reads every page of the paper that can be reached, and finds these words on none. */
async function nowhere(paper: ServedPaper, words: RegExp): Promise<void> {
  const seen = new Set<string>();
  const waiting = ['/', '/european', '/epaper', '/european/epaper'];
  while (waiting.length > 0) {
    const next = new Set(
      waiting.splice(0, LANES).filter((path) => !seen.has(path) && !SAID_ELSEWHERE.test(path)),
    );
    await Promise.all(
      [...next].map(async (path) => {
        seen.add(path);
        const page = await paper.get(path);
        const location = page.headers.get('location');
        if (location) waiting.push(location);
        assert.doesNotMatch(page.text, words, path);
        assert.ok(page.status < 400, `${path} answers ${page.status}`);
        for (const [, href = ''] of page.text.matchAll(/href="(\/[^"#]*)/g))
          if (!seen.has(href)) waiting.push(href);
      }),
    );
  }
  assert.ok(seen.size > 60, `only ${seen.size} pages were found`);
}

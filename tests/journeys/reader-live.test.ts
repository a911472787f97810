import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { BROWSER, browser, NO_BROWSER } from '../kits/browser.ts';
import type { ServedPaper } from '../kits/served.ts';
import { servedPaper } from '../kits/served.ts';

/** An entry of a live blog: minutes into the coverage, its title and its text. */
type Entry = readonly [minute: number, title: string, text: string];

const BEGIN = Date.UTC(2026, 3, 23, 9);
const ids = new Map<string, string>();

function idOf(name: string): string {
  const id = ids.get(name) ?? randomUUID();
  ids.set(name, id);
  return id;
}

/** A live blog of these entries; a title keeps its block, whatever its text comes to say. */
function copyOf(entries: readonly Entry[]) {
  const content = entries.flatMap(([minute, title, text]) => [
    {
      type: 'entry',
      attrs: {
        id: idOf(title),
        from: null,
        at: new Date(BEGIN + minute * 60_000).toISOString(),
        pinned: false,
        key: true,
      },
      content: [{ type: 'text', text: title }],
    },
    {
      type: 'paragraph',
      attrs: { id: idOf(`${title} text`), from: null },
      content: [{ type: 'text', text }],
    },
  ]);
  return { slug: 'flood', kind: 'live', headline: 'The river at the gates', body: { type: 'doc', content } };
}

const FIRST: readonly Entry[] = [
  [0, 'The gates are shut', 'At nine the wardens shut them.'],
  [5, 'The bridge is closed', 'Nobody crosses.'],
];

interface Blog {
  readonly path: string;
  /** Publishes the blog with these entries. */
  update(entries: readonly Entry[]): Promise<void>;
  kill(): Promise<void>;
}

async function ok(answer: Awaited<ReturnType<ServedPaper['post']>>): Promise<Record<string, unknown>> {
  assert.ok(answer.status < 300, JSON.stringify(answer.json));
  return answer.json;
}

async function liveBlog(paper: ServedPaper): Promise<Blog> {
  const filed = await ok(await paper.post('/api/v1/stories', copyOf(FIRST)));
  const at = `/api/v1/stories/${String(filed.story)}`;
  const places = [{ edition: 'international', section: 'world' }];
  const published = await ok(await paper.post(`${at}/publish`, { places }));
  return {
    path: new URL(String(published.url)).pathname,
    async update(entries) {
      const headers = { Authorization: `Bearer ${paper.token}`, 'Content-Type': 'application/json' };
      const body = JSON.stringify(copyOf(entries));
      const put = await fetch(`${paper.url}${at}/draft`, { method: 'PUT', headers, body });
      assert.ok(put.ok, await put.text());
      await ok(await paper.post(`${at}/publish`, {}));
    },
    async kill() {
      await ok(await paper.post(`${at}/kill`, { notice: 'The river was another.' }));
    },
  };
}

async function open(t: TestContext): Promise<Page> {
  const context = await (await browser(t)).newContext({ serviceWorkers: 'block', locale: 'en-GB' });
  return context.newPage();
}

const titles = (page: Page) => page.locator('#entries .entry h2').allTextContents();

/** Resolves when the server says that it tells this page of changes. */
const told = (page: Page) => page.waitForResponse((response) => response.url().includes('/events?page='));

const THIRD: Entry = [9, 'The water stands', 'It rises no more.'];
const FOURTH: Entry = [12, 'The water falls', 'By a hand.'];

test('a live page', { skip: BROWSER ? false : NO_BROWSER, timeout: 300_000 }, async (t) => {
  const paper = await servedPaper(t);

  await t.test('offers new entries politely, and puts them in when asked', async (t) => {
    const blog = await liveBlog(paper);
    const page = await open(t);
    await Promise.all([told(page), page.goto(paper.url + blog.path)]);
    await blog.update([...FIRST, THIRD]);
    const offer = page.getByRole('button', { name: '1 new update' });
    await offer.waitFor();
    assert.deepEqual(await titles(page), ['The bridge is closed', 'The gates are shut']);
    await blog.update([...FIRST, THIRD, FOURTH]);
    await page.getByRole('button', { name: '2 new updates' }).click();
    assert.deepEqual(await titles(page), [FOURTH[1], THIRD[1], 'The bridge is closed', 'The gates are shut']);
    assert.equal(await page.getByRole('button', { name: /new update/ }).count(), 0);
    assert.deepEqual(await page.locator('.key-points a').allTextContents(), [
      FOURTH[1],
      THIRD[1],
      'The bridge is closed',
      'The gates are shut',
    ]);
    const { text } = await paper.get(blog.path);
    const updated = /Updated <time datetime="([^"]+)"/.exec(text)?.[1];
    assert.equal(await page.locator('.live-band time').nth(1).getAttribute('datetime'), updated);
  });

  await t.test('shows at once what was corrected and what was taken out', async (t) => {
    const blog = await liveBlog(paper);
    const page = await open(t);
    await Promise.all([told(page), page.goto(paper.url + blog.path)]);
    await blog.update([[0, 'The gates are shut', 'At ten the wardens shut them.']]);
    await page.getByText('At ten the wardens shut them.').waitFor();
    assert.deepEqual(await titles(page), ['The gates are shut']);
  });

  await t.test('asks by itself where nothing tells it', async (t) => {
    const blog = await liveBlog(paper);
    const page = await open(t);
    await page.route('**/events?*', (route) => route.abort());
    await page.clock.install();
    await page.goto(paper.url + blog.path);
    await blog.update([...FIRST, THIRD]);
    await page.clock.runFor(31_000);
    await page.getByRole('button', { name: '1 new update' }).waitFor();
  });

  await t.test('gives way to the notice when the story is killed', async (t) => {
    const blog = await liveBlog(paper);
    const page = await open(t);
    await Promise.all([told(page), page.goto(paper.url + blog.path)]);
    await blog.kill();
    await page.getByText('The river was another.').waitFor();
  });

  await t.test('that is a front says quietly that there is newer news', async (t) => {
    const page = await open(t);
    await Promise.all([told(page), page.goto(`${paper.url}/world`)]);
    const link = page.getByRole('link', { name: 'There is newer news' });
    assert.equal(await link.isVisible(), false);
    await liveBlog(paper);
    await link.click();
    await page.getByRole('link', { name: 'The river at the gates' }).first().waitFor();
    assert.equal(await link.isVisible(), false);
  });
});

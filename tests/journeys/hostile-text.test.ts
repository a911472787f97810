import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import type { Id, Instant } from '@courant/base';
import type { Author, Card, Edition } from '@courant/edition';
import type { FrameData, StoryPage } from '@courant/site';
import { authorPage, homePage, specialPage, storyPage, topicPage } from '@courant/site';
import type { Block } from '@courant/story';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { BROWSER, browser, NO_BROWSER } from '../kits/browser.ts';
import type { Payload } from '../kits/payloads.ts';
import { markupPayloads, NO_PAYLOADS, queryPayloads } from '../kits/payloads.ts';
import { sharedPaper } from '../kits/served.ts';
import { portion, sized } from '../kits/soak.ts';

/** A soak has them all; otherwise one of so many, which are of every kind all the same. */
const EACH = 4;

const SKIP = BROWSER ? NO_PAYLOADS : NO_BROWSER;

/** A word without any meaning to HTML: the shape a page has with it is the shape it must have with any text. */
const PLAIN = 'plain';
const AT = '2026-03-14T09:00:00.000Z' as Instant;
const EDITION: Edition = {
  ...{ id: 'edition' as Id, key: 'home', name: 'Home', locale: 'en-GB', timeZone: 'UTC', dateStyle: 'long' },
  ...{ isDefault: true, shareServices: ['x', 'email'] },
};

function frameOf(text: string, publicUrl: string): FrameData {
  return {
    publication: { id: 'p' as Id, name: text, tagline: text, disclosure: text },
    edition: { ...EDITION, name: text, title: text },
    editions: [{ key: 'home', name: text, locale: 'en-GB', path: '/' }],
    sections: [{ id: 's' as Id, path: 'world', name: text, position: 0 }],
    aboutPages: [{ urlSlug: 'about', language: 'en', title: text }],
    day: AT,
    publicUrl,
    styles: '/none.css',
  };
}

function cardOf(text: string): Card {
  return {
    ...{
      story: 'card' as Id,
      path: '/2026/03/14/card',
      kind: 'article',
      language: 'en',
      published: AT,
      updated: AT,
    },
    ...{ kicker: text, headline: text, standfirst: text, byline: text, source: text, urgency: 3 },
    section: { path: 'world', name: text },
    authors: [{ urlSlug: 'a', name: text }],
  };
}

function storyOf(text: string): StoryPage['story'] {
  const line = (id: string): Block => ({
    type: 'paragraph',
    attrs: { id },
    content: [{ type: 'text', text }],
  });
  const content: readonly Block[] = [
    line('b1'),
    { type: 'subhead', attrs: { id: 'b2', level: 2 }, content: [{ type: 'text', text }] },
    { type: 'quote', attrs: { id: 'b3', attribution: text }, content: [line('b4') as never] },
    { type: 'embed', attrs: { id: 'b5', url: text, title: text } },
    { type: 'related', attrs: { id: 'b6', links: [{ href: text, title: text }] } },
    { type: 'picture', attrs: { id: 'b7', picture: 'pic', caption: text, alt: text } },
    { type: 'preformatted', attrs: { id: 'b8' }, content: [{ type: 'text', text }] },
  ];
  return {
    ...{ id: 'story' as Id, path: '/2026/03/14/story', published: AT, updated: AT },
    copy: {
      ...{ kind: 'article', language: 'en', slug: text, headline: text, kicker: text, standfirst: text },
      ...{ byline: text, source: text, keywords: [text], pictureCaption: text, picture: 'main' },
      ...{ dateline: { place: text, agencies: [text] }, body: { type: 'doc', content } },
    },
    corrections: [{ at: AT, note: text }],
    pictures: new Map([
      ['pic', pictureOf('pic', text)],
      ['main', pictureOf('main', text)],
    ]),
    packages: [{ id: 'k' as Id, kind: 'special', urlSlug: 'k', title: text, language: 'en' }],
    authors: [{ id: 'a' as Id, urlSlug: 'a', name: text, language: 'en' }],
    topics: [{ id: 't' as Id, urlSlug: 't', names: { en: text } }],
    translations: [],
  };
}

function pictureOf(id: string, text: string) {
  return {
    ...{ id: id as Id, width: 600, height: 400, mediaType: 'image/jpeg', hash: 'ab'.repeat(32) },
    ...{ alt: text, caption: text, credit: text, focus: { x: 0.5, y: 0.5 } },
  };
}

/** One page of each kind that shows text of people, with that text in every field. */
function pagesOf(text: string, publicUrl: string): readonly string[] {
  const frame = frameOf(text, publicUrl);
  const cards = [cardOf(text)];
  const rail = { specials: [], topics: [], series: [], photoFeatures: cards };
  const author: Author = {
    id: 'a' as Id,
    urlSlug: 'a',
    name: text,
    language: 'en',
    role: text,
    bio: text,
    fediverse: text,
  };
  const section = { id: 's' as Id, path: 'world', name: text, position: 0 };
  const containers = [
    { key: 'splash', layout: 'splash', cards: [{ rank: 'lead', card: cardOf(text) }] },
  ] as const;
  const pack = {
    id: 'k' as Id,
    kind: 'special',
    urlSlug: 'k',
    title: text,
    teaser: text,
    language: 'en',
  } as const;
  return [
    storyPage({ ...frame, story: storyOf(text), section, related: cards, rail }),
    homePage({ ...frame, containers, rail, mostRead: cards, breaking: cardOf(text) }),
    authorPage({ ...frame, author, cards, hasMore: true, rail }),
    topicPage({
      ...frame,
      topic: { id: 't' as Id, urlSlug: 't', names: { en: text } },
      cards,
      hasMore: true,
      rail,
    }),
    specialPage({ ...frame, pack, cards, rail }),
  ].map((page) => page.markup);
}

/** Serves some pages at `/0`, `/1` …, with the headers asked for, and at `/` one page that holds them all in frames. */
async function stage(t: TestContext) {
  const shown = { pages: [] as readonly string[], headers: {} as Record<string, string> };
  const server = createServer((request, response) => {
    const asked = /^\/(\d*)$/.exec(request.url ?? '')?.[1];
    const markup = asked ? shown.pages[Number(asked)] : framesOf(shown.pages);
    if (asked === undefined || markup === undefined) return void response.writeHead(404).end();
    const headers = asked ? shown.headers : {};
    response.writeHead(200, { ...headers, 'Content-Type': 'text/html; charset=utf-8' }).end(markup);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return { shown, url: `http://127.0.0.1:${address.port}/` };
}

function framesOf(pages: readonly string[]): string {
  const frames = pages.map((_, i) => `<iframe src="/${i}" width="400" height="300"></iframe>`);
  return `<!doctype html><html lang="en"><title>frames</title><body>${frames.join('')}</body></html>`;
}

/** What hostile text managed to do: dialogs it opened, and what it had loaded from anywhere. */
async function watched(context: BrowserContext, own: string) {
  const page = await context.newPage();
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    dialog.dismiss().catch(() => {
      // The page was left before its dialog was answered: that it came is what counts.
    });
  });
  // Pictures and styles of the page itself are asked for at its own address, and are not there.
  await context.route(
    (address) => !address.href.startsWith(own),
    (route) => {
      happened.push(`${route.request().resourceType()} ${route.request().url()}`);
      return route.abort();
    },
  );
  return { page, happened };
}

/** What the browser made of a page. */
interface Seen {
  /** The page as elements and the names of their attributes, without any text. */
  readonly shape: string;
  /** Whether it reads again as the same tree. */
  readonly isStable: boolean;
}

/** What the browser made of every page in a frame, in their order. */
async function framed(page: Page): Promise<readonly Seen[]> {
  const frames = page.frames().filter((frame) => frame.parentFrame() === page.mainFrame());
  const place = (frame: Frame) => Number(new URL(frame.url()).pathname.slice(1));
  return Promise.all(frames.toSorted((one, other) => place(one) - place(other)).map(seen));
}

function seen(frame: Frame): Promise<Seen> {
  return frame.evaluate(() => {
    const root = document.documentElement;
    const shape = (element: Element): string =>
      `${element.localName}[${element.getAttributeNames().join()}]{${[...element.children].map(shape).join()}}`;
    const again = new DOMParser().parseFromString(root.outerHTML, 'text/html');
    return { shape: shape(root), isStable: again.documentElement.isEqualNode(root) };
  });
}

test('hostile text in every field is shown as text: escaping alone holds, without a policy', {
  skip: SKIP,
  timeout: sized(240_000, 900_000),
}, async (t) => {
  const { shown, url } = await stage(t);
  const opened = await browser(t);
  const context = await opened.newContext({ viewport: { width: 800, height: 600 } });
  const { page, happened } = await watched(context, url);
  const showing = async (pages: readonly string[]) => {
    shown.pages = pages;
    await page.goto(url);
    return framed(page);
  };
  const origin = url.slice(0, -1);
  const shapes = (await showing(pagesOf(PLAIN, origin))).map(({ shape }) => leveled(shape));
  const payloads = portion(await markupPayloads(), EACH);
  for (let at = 0; at < payloads.length; at += PAYLOADS_AT_ONCE) {
    const some = payloads.slice(at, at + PAYLOADS_AT_ONCE);
    const frames = await showing(some.flatMap(({ text }) => pagesOf(text, origin)));
    assert.deepEqual(happened, [], some.map(({ name }) => name).join(' or '));
    assert.equal(frames.length, some.length * shapes.length);
    for (const [i, { shape, isStable }] of frames.entries()) {
      const kind = i % shapes.length;
      const said = `${some[Math.floor(i / shapes.length)]?.name} on page ${kind}`;
      assert.equal(leveled(shape), shapes[kind], said);
      assert.ok(isStable, `${said} reads otherwise the second time`);
    }
  }
});

/** Payloads whose pages stand in frames of one page: a load costs a browser more than what is loaded. */
const PAYLOADS_AT_ONCE = 6;

/**
 * Differences that no payload makes: a byline with “by” in it stands as it is, text of an address may be none, and
 * a list of names has as many entries as names.
 */
function leveled(shape: string): string {
  return shape
    .replace(/<br>|br\[\]\{\},?/g, '')
    .replace(/a\[rel,href\]\{\}/g, '')
    .replaceAll(',}', '}')
    .replaceAll('{,', '{');
}

test('markup that was let through unescaped runs nothing: the policy alone holds', {
  skip: SKIP,
  timeout: sized(240_000, 900_000),
}, async (t) => {
  const { shown, url } = await stage(t);
  const opened = await browser(t);
  const context = await opened.newContext();
  const { page, happened } = await watched(context, url);
  const { headers } = await (await sharedPaper()).get('/');
  const policy = headers.get('content-security-policy') ?? '';
  assert.match(policy, /script-src 'self'/);
  shown.headers = { 'Content-Security-Policy': policy };
  // The same page without the policy: what must show that a payload would run if it could.
  const ran = await runsWithout(opened, url, shown);
  assert.ok(
    ran.length >= sized(5, 10),
    `only ${ran.length} payloads run even without a policy: the test proves nothing`,
  );
  for (const { name, text } of portion(await markupPayloads(), EACH)) {
    shown.pages = [unescaped(text)];
    await page.goto(`${url}0`).catch(() => {
      // A payload that leads away from the page ends its loading: that it ran nothing is told below.
    });
    // Leading somebody away by a link or a refresh is no script; no policy of a page forbids it.
    assert.deepEqual(
      happened.filter((one) => !one.startsWith('document ')),
      [],
      name,
    );
    happened.length = 0;
  }
});

function unescaped(payload: string): string {
  return `<!doctype html><html lang="en"><title>t</title><body><div>${payload}</div></body></html>`;
}

async function runsWithout(
  opened: Awaited<ReturnType<typeof browser>>,
  url: string,
  shown: { pages: readonly string[]; headers: Record<string, string> },
): Promise<readonly string[]> {
  const { headers } = shown;
  shown.headers = {};
  const context = await opened.newContext();
  const { page, happened } = await watched(context, url);
  const ran: string[] = [];
  for (const { name, text } of portion(await markupPayloads(), EACH)) {
    shown.pages = [unescaped(text)];
    happened.length = 0;
    await page.goto(`${url}0`).catch(() => {
      // As above.
    });
    if (happened.some((one) => !one.startsWith('document '))) ran.push(name);
  }
  await context.close();
  shown.headers = headers;
  return ran;
}

test('hostile queries and paths are answered, and never with a fault', { skip: NO_PAYLOADS }, async () => {
  const paper = await sharedPaper();
  const hostile: readonly Payload[] = [...(await queryPayloads()), ...(await markupPayloads())];
  for (const [n, { name, text }] of hostile.entries()) {
    const asked = encodeURIComponent(text.toWellFormed().slice(0, 1500));
    // Each into the search, and as one part of an address or another.
    const place = ['', 'authors/', '2026/03/14/'][n % 3];
    for (const path of [`/search?q=${asked}`, `/${place}${asked}`]) {
      const { status, text: body } = await paper.get(path);
      assert.ok(status < 500, `${name} at ${path}: ${status}`);
      assert.ok(!body.includes('root:x:0'), name);
    }
  }
});

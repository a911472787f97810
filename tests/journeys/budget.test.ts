import assert from 'node:assert/strict';
import { get } from 'node:http';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { BROWSER, browser, NO_BROWSER } from '../kits/browser.ts';
import { storiesOfKinds } from '../kits/page-kinds.ts';
import { sharedPaper } from '../kits/served.ts';

/** An answer as it went over the wire: its size there, and what it says. */
interface Sent {
  readonly bytes: number;
  readonly text: string;
  readonly encoding: string | undefined;
}

function sent(url: string): Promise<Sent> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        const encoding = response.headers['content-encoding'];
        const text = encoding === 'br' ? brotliDecompressSync(bytes).toString() : bytes.toString('latin1');
        resolve({ bytes: bytes.byteLength, text, encoding });
      });
    }).on('error', reject);
  });
}

/** What a page makes a browser fetch before it is complete, pictures aside, in bytes on the wire. */
interface Weight {
  readonly page: number;
  readonly styles: number;
  readonly scripts: number;
  readonly fonts: readonly number[];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

async function weightOf(origin: string, path: string): Promise<Weight> {
  const page = await sent(origin + encodeURI(path));
  assert.equal(page.encoding, 'br', path);
  const found = (pattern: RegExp) => [...page.text.matchAll(pattern)].map(([, href = '']) => origin + href);
  const sizes = async (urls: readonly string[]) =>
    Promise.all([...new Set(urls)].map(async (url) => (await sent(url)).bytes));
  return {
    page: page.bytes,
    styles: sum(await sizes(found(/<link rel="stylesheet" href="([^"]+)"/g))),
    scripts: sum(await sizes(found(/<script[^>]* src="([^"]+)"/g))),
    fonts: await sizes(found(/<link rel="preload" href="([^"]+\.woff2)"/g)),
  };
}

const KB = 1024;

test('pages stay within the paper’s budget of bytes', async () => {
  const paper = await sharedPaper();
  for (const path of ['/', '/european', '/arabic', '/chinese', '/world', '/sport']) {
    const { page, styles } = await weightOf(paper.url, path);
    assert.ok(page + styles <= 45 * KB, `${path} takes ${page + styles} bytes with its styles`);
  }
  const kinds = await storiesOfKinds(paper);
  for (const [kind, paths] of kinds) {
    for (const path of paths) {
      const { page, styles, scripts, fonts } = await weightOf(paper.url, path);
      // A live blog is many stories on one page.
      const most = (kind === 'live' ? 45 : 25) * KB;
      assert.ok(page + styles <= most, `${path} takes ${page + styles} bytes with its styles`);
      assert.ok(scripts <= 8 * KB, `${path} brings ${scripts} bytes of script`);
      // Two, and the italic of a story with emphasis.
      const [first = 0, second = 0, italic = 0] = fonts;
      assert.ok(
        fonts.length <= 3 && first + second <= 70 * KB && italic <= 30 * KB,
        `${path}: fonts of ${fonts}`,
      );
    }
  }
});

/** What a page fetches, names early and uses of the paper's type. */
async function typeOf(opened: Browser, url: string) {
  const page = await opened.newPage();
  const fetched = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fetched.add(request.url());
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const { early, faces } = await page.evaluate(() => ({
    early: [...document.querySelectorAll<HTMLLinkElement>('link[rel="preload"][as="font"]')].map(
      (one) => one.href,
    ),
    faces: [...document.fonts]
      .filter((font) => font.status === 'loaded')
      .map((font) => `${font.family} ${font.style}`.replaceAll('"', '')),
  }));
  await page.close();
  return { fetched: [...fetched].toSorted(), early: early.toSorted(), faces: faces.toSorted() };
}

test('a first paint fetches the two fonts that the page names early, and no other script’s', {
  skip: BROWSER ? false : NO_BROWSER,
}, async (t) => {
  const paper = await sharedPaper();
  const opened = await browser(t);
  const english = ['Courant Serif normal', 'Libre Franklin normal'];
  const [story = '/'] = (await storiesOfKinds(paper)).get('article') ?? [];
  for (const [path, faces] of [
    ['/', english],
    ['/science', english],
    [story, english],
    ['/arabic', ['Naskh normal', 'Naskh normal']],
    ['/chinese', []],
  ] as const) {
    const type = await typeOf(opened, paper.url + encodeURI(path));
    // A story may add its italic.
    const added = path === story ? ['Courant Serif italic'] : [];
    assert.deepEqual(
      type.faces.filter((face) => !added.includes(face)),
      faces,
      path,
    );
    assert.ok(
      type.early.every((one) => type.fetched.includes(one)),
      path,
    );
    // The italic that a story needs is named early as well.
    assert.equal(type.early.length, type.faces.length, path);
    assert.equal(type.fetched.length, type.faces.length, path);
  }
});

import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { BROWSER, browser, NO_BROWSER } from '../kits/browser.ts';
import { storiesOfKinds } from '../kits/page-kinds.ts';
import type { ServedPaper } from '../kits/served.ts';
import { servedPaper } from '../kits/served.ts';

interface Desk {
  readonly paper: ServedPaper;
  readonly browser: Browser;
  /** Path of a story. */
  readonly story: string;
  /** Path of a story of several pictures. */
  readonly gallery: string;
}

async function desk(t: TestContext): Promise<Desk> {
  const paper = await servedPaper(t);
  const kinds = await storiesOfKinds(paper);
  const story = kinds.get('article')?.[0] ?? '';
  const gallery = kinds.get('gallery')?.[0] ?? '';
  assert.ok(story && gallery, 'the demo paper has a story and a gallery');
  return { paper, story, gallery, browser: await browser(t) };
}

interface Visit extends BrowserContextOptions {
  /** What the browser is made to have or lack before any script of the page runs. */
  readonly before?: () => void;
}

/** Opens a page in a browser of its own, where nothing goes wrong unseen. */
async function visit({ browser: opened, paper }: Desk, path: string, options: Visit = {}): Promise<Page> {
  const { before, ...rest } = options;
  const context = await opened.newContext({ serviceWorkers: 'block', locale: 'en-GB', ...rest });
  const page = await context.newPage();
  page.on('pageerror', (thrown) => assert.fail(thrown));
  if (before) await page.addInitScript(before);
  await page.goto(paper.url + path, { waitUntil: 'load' });
  return page;
}

/** How far what stood on the page has moved since it was first painted (Layout Instability §4). */
function shifted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const watch = new PerformanceObserver((list) => {
          for (const one of list.getEntries()) sum += (one as PerformanceEntry & { value: number }).value;
        });
        watch.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
}

const bar = (page: Page) => page.getByRole('navigation', { name: 'Share this story', exact: true });
const button = (page: Page, name: string) => bar(page).getByRole('button', { name });

test('what improves the pages', { skip: BROWSER ? false : NO_BROWSER, timeout: 300_000 }, async (t) => {
  const house = await desk(t);
  for (const [title, act] of Object.entries(CASES)) await t.test(title, () => act(house));
});

const CASES: Readonly<Record<string, (house: Desk) => Promise<void>>> = {
  'scripts and style come compressed, for ever, and by a policy that lets no other script run': async (
    house,
  ) => {
    const page = await house.paper.get(house.story);
    assert.match(page.headers.get('content-security-policy') ?? '', /script-src 'self';/);
    const files = new Set(page.text.match(/\/assets\/[\w.-]+/g));
    assert.ok(files.size >= 3);
    for (const file of files) {
      const { status, headers } = await fetch(house.paper.url + file, {
        headers: { 'accept-encoding': 'br' },
      });
      assert.equal(status, 200, file);
      // WOFF2 is compressed as it is.
      assert.equal(headers.get('content-encoding'), file.endsWith('.woff2') ? null : 'br', file);
      assert.equal(headers.get('vary'), file.endsWith('.woff2') ? null : 'Accept-Encoding', file);
      assert.match(headers.get('cache-control') ?? '', /max-age=31536000, immutable/);
    }
    const worker = await house.paper.get('/sw.js');
    assert.match(worker.headers.get('content-type') ?? '', /^text\/javascript/);
    assert.match(worker.headers.get('cache-control') ?? '', /no-cache/);
  },

  'without scripts a story is whole and shows no button that does nothing': async (house) => {
    const page = await visit(house, house.story, { javaScriptEnabled: false });
    assert.ok((await page.locator('.prose p').count()) > 3);
    assert.ok((await bar(page).getByRole('link').count()) >= 5);
    const buttons = await page.getByRole('button').all();
    for (const one of buttons) assert.equal(await one.isVisible(), false);
    await bar(page).getByText('QR code').click();
    const drawing = bar(page).getByRole('img', { name: 'QR code that leads to this story' });
    assert.ok(
      await drawing.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0)),
    );
  },

  'the system’s sheet is offered only by a browser that has one, and gets address and headline': async (
    house,
  ) => {
    const plain = await visit(house, house.story);
    assert.equal(await button(plain, 'Share').isVisible(), false);
    const able = await visit(house, house.story, {
      before: () => {
        const shared = (data: unknown) => {
          document.title = JSON.stringify(data);
          return Promise.resolve();
        };
        Object.assign(Navigator.prototype, { canShare: () => true, share: shared });
      },
    });
    const headline = await able.getByRole('heading', { level: 1 }).textContent();
    await button(able, 'Share').click();
    assert.deepEqual(JSON.parse(await able.title()), {
      title: headline,
      url: house.paper.url + encodeURI(house.story),
    });
  },

  'the address is copied, and the page says so': async (house) => {
    const page = await visit(house, house.story, { permissions: ['clipboard-read', 'clipboard-write'] });
    await button(page, 'Copy link').click();
    await bar(page).getByRole('status').getByText('The link is copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, house.paper.url + encodeURI(house.story));
  },

  'where the clipboard is closed the selection is copied, and where nothing may be it stands selected':
    async (house) => {
      const older = () => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
      const page = await visit(house, house.story, { before: older });
      await page.evaluate(() =>
        document.addEventListener('copy', () => {
          document.title = (document.activeElement as HTMLInputElement).value;
        }),
      );
      await button(page, 'Copy link').click();
      await bar(page).getByRole('status').getByText('The link is copied.').waitFor();
      assert.equal(await page.title(), house.paper.url + encodeURI(house.story));
      await page.evaluate(() => {
        document.execCommand = () => false;
      });
      await button(page, 'Copy link').click();
      const field = bar(page).getByRole('textbox', { name: 'Copy link' });
      assert.equal(await field.inputValue(), house.paper.url + encodeURI(house.story));
      assert.ok(await field.evaluate((input: HTMLInputElement) => input.selectionEnd === input.value.length));
    },

  'a gallery is gone through by keys, and leaves the reader at the picture they saw last': async (house) => {
    const page = await visit(house, house.gallery);
    const pictures = page.locator('.prose .pic img');
    const count = await pictures.count();
    assert.ok(count >= 3);
    await pictures.nth(1).focus();
    await page.keyboard.press('Enter');
    const viewer = page.getByRole('dialog', { name: 'Pictures of this story' });
    const number = viewer.getByRole('status');
    const shows = async (wanted: number) => {
      await number.getByText(`${wanted} of ${count}`, { exact: true }).waitFor();
      await page.waitForFunction((i) => {
        const slides = document.querySelector('.slides');
        return slides && Math.abs(slides.scrollLeft - i * slides.clientWidth) < 2;
      }, wanted - 1);
    };
    await shows(2);
    for (const [key, wanted] of [
      ['ArrowRight', 3],
      ['Home', 1],
      ['ArrowLeft', 1],
      ['End', count],
    ] as const) {
      await page.keyboard.press(key);
      await shows(wanted);
    }
    await viewer.getByRole('button', { name: 'Previous picture' }).click();
    await shows(count - 1);
    await page.keyboard.press('Escape');
    assert.equal(await viewer.isVisible(), false);
    assert.ok(await pictures.nth(count - 2).evaluate((image) => image === document.activeElement));
  },

  'a swipe turns the picture, and where people read from the right the keys turn with them': async (
    house,
  ) => {
    const page = await visit(house, house.gallery, { reducedMotion: 'reduce' });
    await page.locator('.prose .pic img').first().click();
    const number = page.getByRole('dialog').getByRole('status');
    await number.getByText(/^1 of/).waitFor();
    // What a finger does to a strip that snaps.
    await page.locator('.slides').evaluate((slides) => slides.scrollBy({ left: slides.clientWidth * 0.7 }));
    await number.getByText(/^2 of/).waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await page.locator('.prose .pic img').first().click();
    // The viewer is fetched when it is first wanted: a key pressed before it stands turns nothing.
    await number.getByText(/^1 of/).waitFor();
    await page.keyboard.press('ArrowLeft');
    await number.getByText(/^2 of/).waitFor();
    await page.keyboard.press('ArrowRight');
    await number.getByText(/^1 of/).waitFor();
  },

  'colours and size of text are kept, stand before the first paint, and move nothing': async (house) => {
    const page = await visit(house, house.story, { colorScheme: 'light' });
    const paragraph = page.locator('.prose > p').first();
    const size = () => paragraph.evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
    const usual = await size();
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByLabel('Dark').check();
    await page.getByLabel('Largest').check();
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(await ground(), 'rgb(23, 21, 19)');
    const largest = await size();
    assert.ok(largest > usual * 1.25);
    // With everything but the early script out of the way, the next page is dressed all the same.
    const early = await page.locator('head script[src]:not([type])').getAttribute('src');
    await page.route('**/assets/*.js', (route) =>
      route
        .request()
        .url()
        .endsWith(early ?? '?')
        ? route.continue()
        : route.abort(),
    );
    await page.reload();
    assert.equal(await ground(), 'rgb(23, 21, 19)');
    assert.equal(await size(), largest);
    assert.equal(await page.locator('meta[name=theme-color]').nth(1).getAttribute('media'), 'all');
    await page.unrouteAll();
    await page.reload();
    assert.equal(await shifted(page), 0);
    await page.getByRole('button', { name: 'Display' }).click();
    assert.equal(await page.getByLabel('Dark').isChecked(), true);
    await page.getByLabel('As on this device').check();
    assert.equal(await ground(), 'rgb(255, 253, 248)');
  },

  'what happened within the hour is told in minutes, with the moment left in title and datetime': async (
    house,
  ) => {
    const { text } = await house.paper.get(house.story);
    const [, datetime = '', written = ''] = /Published\s+<time datetime="([^"]+)">([^<]+)</.exec(text) ?? [];
    // On a phone the line is wide enough for the date in any typeface: none of its words moves to another line.
    const viewport = { width: 430, height: 800 };
    const context = await house.browser.newContext({ serviceWorkers: 'block', viewport });
    const page = await context.newPage();
    await page.clock.install({ time: Date.parse(datetime) + 5 * 60_000 });
    await page.goto(house.paper.url + house.story);
    const time = page.locator('.filed time').first();
    await time.getByText('5 minutes ago').waitFor();
    assert.equal(await time.getAttribute('datetime'), datetime);
    assert.equal(await time.getAttribute('title'), written);
    await page.clock.runFor(56 * 60_000);
    assert.equal(await time.textContent(), written);
    assert.equal(await time.getAttribute('title'), null);
  },

  'reading aloud is not offered where the system has no voice for the language': async (house) => {
    const page = await visit(house, house.story);
    assert.equal(await page.evaluate(() => speechSynthesis.getVoices().length), 0);
    assert.equal(await page.getByRole('button', { name: 'Listen' }).isVisible(), false);
  },

  'a story is read aloud in its language, with paragraph and word marked, and pauses and stops': async (
    house,
  ) => {
    const page = await visit(house, house.story, { before: voiceOfTests });
    /** What was said so far, once it is so many sentences. */
    const said = async (count: number) => {
      await page.waitForFunction((most) => (globalThis as unknown as Spoken).spoken.length >= most, count);
      return page.evaluate(() => (globalThis as unknown as Spoken).spoken.map((one) => one.text));
    };
    const marked = () => page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].join(''));
    await page.getByRole('button', { name: 'Listen' }).click();
    const headline = await page.getByRole('heading', { level: 1 }).textContent();
    assert.deepEqual(await said(1), [headline]);
    assert.equal(await page.locator('.spoken').textContent(), headline);
    assert.equal(await marked(), headline);
    await page.evaluate(() => {
      const { spoken } = globalThis as unknown as Spoken;
      const [word = ''] = spoken[0]?.text.split(' ').slice(1, 2) ?? [];
      spoken[0]?.onboundary({
        name: 'word',
        charIndex: spoken[0].text.indexOf(word),
        charLength: word.length,
      });
    });
    assert.equal(await marked(), headline?.split(' ')[1]);
    assert.deepEqual(
      await page.evaluate(() => {
        const [first] = (globalThis as unknown as Spoken).spoken;
        return [first?.lang, first?.voice?.lang];
      }),
      ['en-GB', 'en-US'],
    );
    await page.evaluate(() => (globalThis as unknown as Spoken).spoken[0]?.onend());
    const whole = (await page.locator('.intro').textContent()) ?? '';
    const [first] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(whole);
    const intro = first?.segment ?? '';
    assert.equal((await said(2))[1]?.trim(), intro.trim());
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    await page.evaluate(() => (globalThis as unknown as Spoken).spoken[1]?.onend());
    assert.equal((await said(2)).length, 2);
    await page.getByRole('button', { name: 'Go on' }).click();
    assert.equal((await said(3))[2]?.trim(), intro.trim());
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.spoken').count(), 0);
    await page.getByRole('button', { name: 'Listen' }).click();
    assert.equal((await said(4))[3], headline);
  },
};

interface Utterance {
  readonly text: string;
  readonly lang: string;
  readonly voice?: { readonly lang: string };
  onend(): void;
  onboundary(event: { readonly name: string; readonly charIndex: number; readonly charLength: number }): void;
}

interface Spoken {
  readonly spoken: readonly Utterance[];
}

/** Headless Chromium has no voice: one that says nothing and keeps what it is given. */
function voiceOfTests(): void {
  const spoken: unknown[] = [];
  class Utterance {
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  Object.assign(globalThis, { spoken, SpeechSynthesisUtterance: Utterance });
  Object.assign(SpeechSynthesis.prototype, {
    getVoices: () =>
      [{ lang: 'de-DE' }, { lang: 'en_US' }].map(({ lang }) => ({ lang: lang.replace('_', '-') })),
    speak: (one: unknown) => spoken.push(one),
    cancel: () => undefined,
  });
}

import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';

/** Waits until a page is at an address that ends so. */
function at(page: Page, end: string): Promise<void> {
  return page.waitForURL((url) => url.href.endsWith(end), { timeout: 10_000 });
}

/** The story that is open beside the page. */
function told(page: Page) {
  return page.locator('#sheet-article[open] h1');
}

/** Reads a printed paper of some pages with the keyboard alone; `home` is the address of its day. */
export async function readByKeys(opened: Browser, home: string, pages: number): Promise<void> {
  const page = await opened.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${home}/2`);
  // Those who listen get lists and stories, never what is drawn.
  assert.equal(await page.locator('.sheet-view').ariaSnapshot(), '');
  await page.waitForFunction(() => document.documentElement.dataset.can !== undefined);
  await page.waitForLoadState('networkidle');

  await page.keyboard.press('n');
  const first = await told(page).innerText();
  assert.match(page.url(), /\/2#[0-9a-f-]{36}$/);
  const deep = page.url();
  await page.keyboard.press('n');
  await page.waitForURL((url) => url.href !== deep);
  await told(page).filter({ hasNotText: first }).waitFor();
  await page.keyboard.press('p');
  await page.waitForURL(deep);
  await page.keyboard.press('Escape');
  await at(page, '/2');
  assert.equal(await told(page).count(), 0);

  for (const [key, number] of [
    ['ArrowRight', 3],
    ['PageUp', 2],
    ['End', pages],
    ['Home', 1],
    ['PageDown', 2],
    ['ArrowLeft', 1],
  ] as const) {
    await page.keyboard.press(key);
    await at(page, `/${number}`);
    await page.waitForLoadState('load');
  }

  await page.keyboard.press('+');
  assert.equal(await page.locator('[data-enlarged]').count(), 1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('0');
  assert.equal(await page.locator('[data-enlarged]').count(), 0);
  assert.match(page.url(), /\/1$/);

  await page.goto(deep);
  assert.equal(await told(page).innerText(), first);
  await findWords(page, first);
  await page.close();
}

/** Finds a headline of page 2 in the issue, however it is broken into lines there. */
async function findWords(page: Page, headline: string): Promise<void> {
  const field = page.locator('.sheet-find input');
  await field.fill(headline.toUpperCase());
  await field.press('Enter');
  const found = page.locator('.sheet-found a');
  await found.first().waitFor();
  const places = await found.evaluateAll((links) =>
    links.map((link) => (link as HTMLAnchorElement).pathname),
  );
  assert.ok(
    places.some((path) => path.endsWith('/2')),
    `“${headline}” is found on ${places}`,
  );
  assert.ok((await page.locator('.epaper-hit').count()) > 0);
  await field.fill('qwxyzzy');
  await field.press('Enter');
  await page.locator('.sheet-found li:not(:has(a))').waitFor();
  assert.equal(await page.locator('.epaper-hit').count(), 0);
}

/** Opens two pages at once, and has it so on the next. */
export async function readTwoPages(opened: Browser, home: string): Promise<void> {
  const page = await opened.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${home}/3`);
  await page.locator('[data-sheet=spread]').click();
  await page.locator('svg.facing').waitFor();
  const order = () =>
    page.locator('svg.epaper-page').evaluateAll((all) => all.map((one) => (one as SVGElement).dataset.page));
  assert.deepEqual(await order(), ['2', '3']);
  await page.keyboard.press('ArrowLeft');
  await at(page, '/1');
  await page.goto(`${home}/2`);
  await page.locator('svg.facing').waitFor();
  assert.deepEqual(await order(), ['2', '3']);
  await page.locator('[data-sheet=spread]').click();
  assert.deepEqual(await order(), ['2']);
  await page.reload();
  assert.deepEqual(await order(), ['2']);
  await page.close();
}

/** Reads a printed paper on a phone: a tap opens a story, a swipe turns the page. */
export async function readByTouch(opened: Browser, home: string): Promise<void> {
  const context = await opened.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(`${home}/2`);
  await page.waitForLoadState('networkidle');
  const region = page.locator('g[data-story] .epaper-region').first();
  await region.scrollIntoViewIfNeeded();
  const box = await region.boundingBox();
  assert.ok(box);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await told(page).waitFor();
  assert.equal(await page.locator('#sheet-article:modal').count(), 1);
  await page.locator('[data-story-step="0"]').tap();
  assert.equal(await told(page).count(), 0);
  await swipe(page, { from: 300, to: 80 });
  await at(page, '/3');
  await page.waitForLoadState('networkidle');
  await swipe(page, { from: 80, to: 300 });
  await at(page, '/2');
  await context.close();
}

async function swipe(
  page: Page,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const view = await page.locator('.sheet-view').boundingBox();
  const y = (view?.y ?? 0) + 60;
  const touch = (type: string, x?: number) =>
    client.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: x === undefined ? [] : [{ x, y }],
    });
  await touch('touchStart', from);
  for (let step = 1; step <= 5; step++) await touch('touchMove', from + ((to - from) * step) / 5);
  await touch('touchEnd');
}

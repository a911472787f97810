import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { BROWSER, browser, NO_BROWSER } from '../kits/browser.ts';
import { storiesOfKinds } from '../kits/page-kinds.ts';
import { servedPaper } from '../kits/served.ts';

/** What has the focus: its words, where it leads, and whether a reader can see it and that it is focused. */
interface Focused {
  readonly words: string;
  readonly href: string;
  readonly isSeen: boolean;
  readonly place: string;
}

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    // A card whose headline has the focus is outlined as a whole, as it is a link as a whole.
    // The ring of a card's link goes around the card: that link's own ::after lies over all of it.
    const outlined = [undefined, '::after'].some((part) => {
      const { outlineStyle, outlineWidth, content } = getComputedStyle(element, part);
      const isThere = part === undefined || content !== 'none';
      return isThere && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const box = element.getBoundingClientRect();
    const isOnScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    const around = element.closest('main, nav, header, footer, dialog');
    return {
      words: (element.textContent ?? '').trim() || element.getAttribute('aria-label') || '',
      href: element.getAttribute('href') ?? '',
      isSeen: isOnScreen && outlined,
      place: around?.getAttribute('aria-label') ?? around?.localName ?? '',
    };
  });
}

/** Presses Tab until what is wanted has the focus; everything on the way is seen to be focused. */
async function tabTo(page: Page, isWanted: (focus: Focused) => boolean): Promise<Focused> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    const focus = await focused(page);
    assert.ok(focus.isSeen, `focus is not to be seen on “${focus.words}” in ${focus.place}`);
    if (isWanted(focus)) return focus;
  }
  throw new Error('150 presses of Tab led nowhere');
}

test('the paper is read with the keyboard alone', {
  skip: BROWSER ? false : NO_BROWSER,
  timeout: 120_000,
}, async (t) => {
  const paper = await servedPaper(t);
  const opened = await browser(t);
  const context = await opened.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const kinds = await storiesOfKinds(paper);

  await t.test('skip links come first and lead past the furniture', async () => {
    await page.goto(`${paper.url}/`);
    const skip = await tabTo(page, () => true);
    assert.equal(skip.href, '#main');
    await page.keyboard.press('Enter');
    const inMain = await tabTo(page, () => true);
    assert.notEqual(inMain.place, 'header');
    assert.ok(await page.evaluate(() => document.activeElement?.closest('main') !== null));
  });

  await t.test('the menu leads to a section, which says that it is the one', async () => {
    await page.goto(`${paper.url}/`);
    await tabTo(page, ({ href }) => href === '#sections');
    await page.keyboard.press('Enter');
    await tabTo(page, ({ words }) => words === 'Science');
    await Promise.all([page.waitForURL('**/science'), page.keyboard.press('Enter')]);
    assert.equal(await page.locator('nav [aria-current=page]').first().textContent(), 'Science');
  });

  await t.test('a story is opened from a front, and its share links are reached', async () => {
    await page.goto(`${paper.url}/`);
    await tabTo(page, ({ href }) => href === '#main');
    await page.keyboard.press('Enter');
    await tabTo(page, ({ href }) => /^\/\d{4}\//.test(href));
    await Promise.all([page.waitForURL(/\/\d{4}\/\d\d\/\d\d\//), page.keyboard.press('Enter')]);
    const share = await tabTo(page, ({ href }) => href.startsWith('https://x.com/intent/post'));
    assert.equal(share.words, 'X');
    await tabTo(page, ({ words }) => words === 'Copy link');
  });

  await t.test('pictures of a gallery are opened, turned and closed', async () => {
    await page.goto(paper.url + encodeURI(kinds.get('gallery')?.[0] ?? '/'));
    await page.waitForSelector('figure img[tabindex], figure [role=button], figure button');
    await tabTo(page, ({ place }) => place !== 'header' && place !== '');
    for (let presses = 0; presses < 60; presses++) {
      const isPicture = await page.evaluate(
        () => document.activeElement?.matches('figure img, figure button, figure a') ?? false,
      );
      if (isPicture) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    const count = page.locator('dialog[open] .count');
    await count.waitFor();
    const first = await count.textContent();
    await page.keyboard.press('End');
    await page.waitForFunction(
      (was) => document.querySelector('dialog[open] .count')?.textContent !== was,
      first,
    );
    await page.keyboard.press('Home');
    await page.waitForFunction(
      (was) => document.querySelector('dialog[open] .count')?.textContent === was,
      first,
    );
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    assert.ok(await page.evaluate(() => document.activeElement?.closest('figure') !== null));
  });

  await t.test('the search is reached, asked and answered', async () => {
    await page.goto(`${paper.url}/`);
    await tabTo(page, ({ href }) => href === '/search');
    await Promise.all([page.waitForURL('**/search'), page.keyboard.press('Enter')]);
    await tabTo(page, ({ place }) => place === 'main' || place !== 'header');
    await page.locator('main input[type=search]').focus();
    await page.keyboard.type('comet');
    await Promise.all([page.waitForURL(/q=comet/), page.keyboard.press('Enter')]);
    await tabTo(page, ({ href }) => /^\/\d{4}\//.test(href));
  });
});

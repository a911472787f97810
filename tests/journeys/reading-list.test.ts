import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { BROWSER, browser, NO_BROWSER } from '../kits/browser.ts';
import { storiesOfKinds } from '../kits/page-kinds.ts';
import { startedPaper } from '../kits/paper.ts';

/** Pictures of a page that are in view or were, and show nothing. */
const broken = (page: Page) =>
  page.locator('.prose .pic img, .main img').evaluateAll(async (images) => {
    for (const image of images as HTMLImageElement[]) image.loading = 'eager';
    await Promise.allSettled((images as HTMLImageElement[]).map((image) => image.decode()));
    return (images as HTMLImageElement[])
      .filter((image) => image.naturalWidth === 0)
      .map((image) => image.alt);
  });

const isDressed = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 253, 248)');

test('a saved story is read with the paper out of reach, and leaves the device when it is withdrawn', {
  skip: BROWSER ? false : NO_BROWSER,
  timeout: 300_000,
}, async (t) => {
  const paper = await startedPaper(t);
  const kinds = await storiesOfKinds(paper);
  const kept = kinds.get('gallery')?.[0] ?? '';
  const other = kinds.get('article')?.[0] ?? '';
  const context = await (await browser(t)).newContext({ locale: 'en-GB', colorScheme: 'light' });
  const page = await context.newPage();

  await page.goto(`${paper.url}/saved`);
  await page.getByText('Nothing is saved on this device yet.').waitFor();
  await page.goto(paper.url + kept);
  const headline = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const save = page.getByRole('button', { name: 'Save for later' });
  assert.equal(await save.getAttribute('aria-pressed'), 'false');
  await save.click();
  await page.getByText('The story is on your device').waitFor();
  assert.equal(await save.getAttribute('aria-pressed'), 'true');
  await page.evaluate(() => navigator.serviceWorker.ready);

  await t.test('without the network', async () => {
    await paper.stop();
    await page.goto(paper.url + kept);
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), headline);
    assert.ok((await page.locator('.prose .pic img').count()) >= 3);
    assert.deepEqual(await broken(page), []);
    assert.ok(await isDressed(page));
    await page.locator('.prose .pic img').first().click();
    await page.getByRole('dialog').getByText(/^1 of/).waitFor();
    await page.keyboard.press('Escape');

    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(paper.url + other);
    await page.getByRole('heading', { name: 'There is no connection' }).waitFor();
    assert.ok(await isDressed(page));
    await page.getByRole('main').getByRole('link', { name: headline }).click();
    await page.getByRole('heading', { level: 1, name: headline }).waitFor();
    assert.deepEqual(await broken(page), [], 'on a smaller screen');

    await page.goto(`${paper.url}/arabic/world`);
    assert.equal(
      await page
        .locator('html')
        .getAttribute('lang')
        .then((lang) => lang?.split('-')[0]),
      'ar',
    );
    await page.goto(`${paper.url}/saved`);
    await page.getByRole('main').getByRole('link', { name: headline }).waitFor();
  });

  await t.test('with the network back, as it stands', async () => {
    await paper.start();
    await page.goto(paper.url + kept);
    assert.equal(await save.getAttribute('aria-pressed'), 'true');
    const killed = await paper.post(`/api/v1/stories/${encodeURIComponent(kept)}/kill`, {
      notice: 'It was untrue.',
    });
    assert.equal(killed.status, 200, killed.text);
    await page.goto(`${paper.url}/saved`);
    await page.getByText('Nothing is saved on this device yet.').waitFor();
    assert.deepEqual(
      await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('story '))),
      [],
    );
  });

  await t.test('no longer, when the button is pressed again or it is taken off the list', async () => {
    const [first = '', second = ''] = kinds.get('article') ?? [];
    for (const path of [first, second]) {
      await page.goto(paper.url + path);
      await save.click();
      await page.getByText('The story is on your device').waitFor();
    }
    await save.click();
    await page.getByText('The story is no longer saved.').waitFor();
    await page.goto(`${paper.url}/saved`);
    await page.locator('#saved article').waitFor();
    assert.equal(await page.locator('#saved article').count(), 1);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Nothing is saved on this device yet.').waitFor();
    assert.equal(await page.locator('#saved article').count(), 0);
  });
});

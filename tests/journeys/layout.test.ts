import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { BROWSER, browser, NO_BROWSER } from '../kits/browser.ts';
import { everyPageKind } from '../kits/page-kinds.ts';
import { servedPaper } from '../kits/served.ts';
import { IS_SOAK, sized } from '../kits/soak.ts';

const WIDTHS = sized([320, 1440], [320, 768, 1440]);
/** Of other editions: what has all there is of another script. */
const OTHER_SCRIPT = /^\/\w+(?:\/world|\/\d{4}\/.*|\/search.*)?$/;
const OTHER_EDITION = /^\/(?:european|arabic|chinese)(?:\/|$)/;

/** What is wrong with how a page is laid out, each fault a line that names the element. */
function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const faults: string[] = [];
    const name = (element: Element) =>
      `${element.localName}${[...element.classList].map((one) => `.${one}`).join('')} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    for (const image of document.images) Object.assign(image, { loading: 'eager', decoding: 'sync' });
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;

    if (document.documentElement.scrollWidth > innerWidth)
      faults.push(`the page is ${document.documentElement.scrollWidth - innerWidth} px too wide`);

    for (const image of document.images) {
      const box = image.getBoundingClientRect();
      if (!isShown(image)) continue;
      if (image.naturalWidth === 0) faults.push(`a picture is not there: ${image.currentSrc || image.src}`);
      if (box.width < 8 || box.height < 8)
        faults.push(`a picture has no room: ${name(image.closest('article, section') ?? image)}`);
    }

    // Words that are cut: a box that hides what does not fit, unless it is made to be scrolled.
    for (const element of document.querySelectorAll('main *, header *, footer *')) {
      const style = getComputedStyle(element);
      if (!isShown(element) || element.closest('[aria-hidden=true], .skip, svg, dialog')) continue;
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      if (
        hides &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.clientWidth > 0 &&
        element.textContent?.trim()
      )
        faults.push(`words are cut: ${name(element)}`);
      const hasWords = [...element.childNodes].some(
        (node) => node.nodeType === 3 && node.textContent?.trim(),
      );
      if (hasWords && Number.parseFloat(style.fontSize) < 11.5)
        faults.push(`letters of ${style.fontSize}: ${name(element)}`);
    }

    // Things that stand beside each other and must not touch.
    const groups = [
      ...document.querySelectorAll('.card, .entry, .title, h1, .stand, .meta, .share, .foot div'),
    ].filter(isShown);
    const boxes = groups.map((element) => ({ element, box: element.getBoundingClientRect() }));
    for (const [i, one] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 2 && down > 2) faults.push(`${name(one.element)} lies over ${name(other.element)}`);
      }
    }
    return faults;
  });
}

/** Starts to add up layout shifts (W3C Layout Instability) before anything is drawn. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum);
}

test('no page is cut, misses a part, shifts or lays one part over another', {
  skip: BROWSER ? false : NO_BROWSER,
  timeout: 480_000,
}, async (t) => {
  const paper = await servedPaper(t);
  const opened = await browser(t);
  const paths = await everyPageKind(paper);
  for (const width of WIDTHS) {
    // The other editions on the narrowest, where longer words are cut first; their pages are the same but for words.
    const some = paths.filter(
      (path) => !OTHER_EDITION.test(path) || (width === WIDTHS[0] && (IS_SOAK || OTHER_SCRIPT.test(path))),
    );
    await t.test(`at ${width} px`, async () => {
      const context = await opened.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      await watchShifts(page);
      const faults: string[] = [];
      for (const path of some) {
        await page.goto(paper.url + encodeURI(path));
        for (const fault of await faultsOf(page)) faults.push(`${path}: ${fault}`);
        const shifted = await shiftsOf(page);
        if (shifted > 0) faults.push(`${path}: shifted by ${shifted.toFixed(4)}`);
      }
      await context.close();
      assert.deepEqual(faults, []);
    });
  }
});

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BROWSER, NO_BROWSER } from '../tests/kits/browser.ts';
import { everyPageKind } from '../tests/kits/page-kinds.ts';

/**
 * `npm run shots [-- BASE PATH…]`: pictures of pages of a running paper, to be looked at. Without paths, one page of
 * every kind in every edition, so in every language; each on a phone, a tablet and a desk, light and dark.
 */
const [base = 'http://localhost:4000', ...paths] = process.argv.slice(2);
const FOLDER = join(import.meta.dirname, '../var/shots');
const WIDTHS = [390, 768, 1440];
const SCHEMES = ['light', 'dark'] as const;

if (BROWSER === undefined) throw new Error(NO_BROWSER);
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] });
for (const path of paths.length > 0 ? paths : await everyPageKind({ get })) {
  for (const width of WIDTHS) for (const scheme of SCHEMES) await shoot(path, width, scheme);
}
await browser.close();
process.stdout.write(`The pictures are in ${FOLDER}\n`);

async function get(path: string) {
  const response = await fetch(base + path, { redirect: 'manual' }).catch(() => {
    throw new Error(
      `Nothing answers at ${base}: start the paper with npm start, or name the address of one.`,
    );
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function shoot(path: string, width: number, colorScheme: (typeof SCHEMES)[number]): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  await page.goto(base + encodeURI(path));
  // A full page is one picture: what waits below the fold must come before it is taken.
  await page.evaluate(async () => {
    for (const image of document.images) Object.assign(image, { loading: 'eager', decoding: 'sync' });
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
  const name = path.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'home';
  await page.screenshot({ path: join(FOLDER, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  await context.close();
}

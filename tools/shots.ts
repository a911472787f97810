import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BROWSER, NO_BROWSER } from '../tests/kits/browser.ts';

/** `npm run shots [-- BASE PATH…]`: pictures of pages of a running paper, to be looked at. */
const [base = 'http://localhost:4000', ...paths] = process.argv.slice(2);
const FOLDER = join(import.meta.dirname, '../var/shots');
const WIDTHS = [390, 768, 1440];
const SCHEMES = ['light', 'dark'] as const;

if (BROWSER === undefined) throw new Error(NO_BROWSER);
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] });
for (const path of paths.length > 0 ? paths : await usualPaths()) {
  for (const width of WIDTHS) for (const scheme of SCHEMES) await shoot(path, width, scheme);
}
await browser.close();
process.stdout.write(`The pictures are in ${FOLDER}\n`);

async function shoot(path: string, width: number, colorScheme: (typeof SCHEMES)[number]): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  await page.goto(base + path);
  // A full page is one picture: what waits below the fold must come before it is taken.
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  const name = path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home';
  await page.screenshot({ path: join(FOLDER, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  await context.close();
}

/** The fronts of both editions and one story of each kind. */
async function usualPaths(): Promise<readonly string[]> {
  const answer = await fetch(`${base}/api/v1/stories?limit=100`);
  const { stories } = (await answer.json()) as { stories: readonly { kind: string; url: string }[] };
  const kinds = [...new Set(stories.map((story) => story.kind))];
  const ofKind = kinds.flatMap((kind) => stories.find((story) => story.kind === kind)?.url ?? []);
  const fronts = ['/', '/european', '/world', '/world/politics', '/specials/the-salt-line', '/nothing'];
  return [...fronts, ...ofKind.map((url) => new URL(url).pathname)];
}

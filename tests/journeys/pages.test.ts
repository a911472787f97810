import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { BROWSER, browser, NO_BROWSER, program } from '../kits/browser.ts';
import { AXE, VNU } from '../kits/page-judges.ts';
import { everyPageKind } from '../kits/page-kinds.ts';
import { sharedPaper } from '../kits/served.ts';
import { IS_SOAK, sized } from '../kits/soak.ts';

const JAVA = program(['java']);
const NO_VNU = 'no Java for the Nu Html Checker: sudo apt-get install -y default-jre-headless';

test('pages are valid HTML, says the Nu Html Checker', {
  skip: JAVA && existsSync(VNU) ? false : NO_VNU,
}, async (t) => {
  const paper = await sharedPaper();
  const folder = await mkdtemp(join(tmpdir(), 'courant-pages-'));
  t.after(() => rm(folder, { recursive: true }));
  const paths = await everyPageKind(paper);
  const files = await Promise.all(
    paths.map(async (path, i) => {
      const file = join(folder, `${i}.html`);
      await writeFile(file, (await paper.get(path)).text);
      return file;
    }),
  );
  const said = await new Promise<string>((resolve) => {
    execFile(
      JAVA ?? 'java',
      ['-jar', VNU, '--errors-only', '--format', 'text', ...files],
      (_, stdout, stderr) => resolve(stdout + stderr),
    );
  });
  const named = said.replace(/[^\s"]*\/(\d+)\.html/g, (_, i) => paths[Number(i)] ?? '?');
  assert.equal(named.trim(), 'Document checking completed. No errors found.');
  assert.ok(paths.length >= 45, `only ${paths.length} pages`);
});

/** Each page on a phone by day; those of the default edition that differ most on a desk by night too, in a soak all. */
const VIEWS = [
  { width: 390, colorScheme: 'light', isForAll: true },
  { width: 1440, colorScheme: 'dark', isForAll: false },
] as const;
/** Of other editions: home, section, stories and search, which have all there is of another script. */
const OTHER_SCRIPT = /^\/\w+(?:\/world|\/\d{4}\/.*|\/search.*)?$/;
const OTHER_EDITION = /^\/(?:european|arabic|chinese)(?:\/|$)/;

test('pages are free of what axe-core finds, on a phone and a desk, light and dark', {
  skip: BROWSER ? false : NO_BROWSER,
  timeout: sized(300_000, 600_000),
}, async (t) => {
  const paper = await sharedPaper();
  const axe = await readFile(AXE, 'utf8');
  const opened = await browser(t);
  const paths = await everyPageKind(paper);
  for (const { width, colorScheme, isForAll } of VIEWS) {
    const viewport = { width, height: 900 };
    const context = await opened.newContext({ viewport, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const path of paths.filter((one) =>
      isForAll ? !OTHER_EDITION.test(one) || OTHER_SCRIPT.test(one) : isOnDesk(one),
    )) {
      await page.goto(paper.url + encodeURI(path));
      await page.evaluate(axe);
      assert.deepEqual(await violations(page), [], `${path} at ${width}, ${colorScheme}`);
      assert.equal(await overflow(page), 0, `${path} at ${width} is wider than the screen`);
    }
    await context.close();
  }
});

function isOnDesk(path: string): boolean {
  return !OTHER_EDITION.test(path) && (IS_SOAK || path === '/' || OTHER_SCRIPT.test(`/european${path}`));
}

async function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: {
          resultTypes: string[];
        }): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await axe.run({ resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
    );
  });
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

test('pages ask nothing of another host, and the browser refuses nothing on them', {
  skip: BROWSER ? false : NO_BROWSER,
}, async (t) => {
  const paper = await sharedPaper();
  const opened = await browser(t);
  const page = await opened.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    // What could not be loaded is named below, with its address.
    if (!message.text().startsWith('Failed to load resource')) said.push(message.text());
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 400 && pathname !== '/favicon.ico')
      said.push(`${response.status()} ${pathname}`);
  });
  for (const path of (await everyPageKind(paper)).filter(
    (one) => !one.endsWith('/nothing/here') && (!OTHER_EDITION.test(one) || OTHER_SCRIPT.test(one)),
  )) {
    await page.goto(paper.url + encodeURI(path), { waitUntil: 'load' });
  }
  assert.deepEqual(
    asked.filter((url) => !url.startsWith(paper.url) && !url.startsWith('data:')),
    [],
  );
  assert.deepEqual(said, []);
});

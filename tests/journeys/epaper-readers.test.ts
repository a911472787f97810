import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { BROWSER, browser, program } from '../kits/browser.ts';
import { AXE, VNU } from '../kits/page-judges.ts';
import { readByKeys, readByTouch, readTwoPages } from '../kits/replica.ts';
import { servedPaper } from '../kits/served.ts';

const run = promisify(execFile);
const JAVA = program(['java']);
const QPDF = program(['qpdf']);

const drawingIn = (html: string) => /<svg[^>]*epaper-page.*?<\/svg>/s.exec(html)?.[0];

test('a printed paper is read page by page, and what is withdrawn is in none of it until the next version', {
  timeout: 240_000,
}, async (t) => {
  const paper = await servedPaper(t);
  const { stories } = JSON.parse((await paper.get('/api/v1/stories?edition=international&limit=1')).text) as {
    readonly stories: readonly { readonly url: string }[];
  };
  const day = new URL(stories[0]?.url ?? '').pathname.split('/').slice(1, 4).join('-');
  const home = `/epaper/${day}`;
  const print = (...words: readonly string[]) =>
    paper.courant('epaper', 'publish', '--edition', 'international', '--date', day, ...words, '--json');

  const replate = () =>
    paper.courant('epaper', 'replate', '--edition', 'international', '--date', day, '--json');

  const early = await replate();
  assert.equal(early.exit, 1);
  assert.match(early.stderr, /has no paper of .*: publish one with epaper publish/);
  assert.equal((await paper.get(`${home}/1`)).status, 404);
  assert.doesNotMatch((await paper.get(home)).text, /class="[^"]*sheets/);
  const first = await print();
  assert.equal(first.exit, 0, first.stderr);
  assert.equal(JSON.parse(first.stdout).version, 1);

  const front = `src="${home}/1-1-480.webp"`;
  assert.ok((await paper.get('/')).text.includes(front), 'the home shows the front page');

  const { text: list } = await paper.get(home);
  const month = home.slice(0, -3);
  const { text: calendar } = await paper.get(month);
  assert.ok(list.includes(`href="${month}"`) && calendar.includes(`href="${home}" aria-label=`), month);
  assert.ok(calendar.includes(`src="${home}/1-1-240.webp"`), 'the calendar shows the front page');
  assert.equal((await paper.get('/epaper/1999-01')).status, 404);
  const pages = [...list.matchAll(new RegExp(`href="(${home}/\\d+)"`, 'g'))].map(([, path = '']) => path);
  const files = [...list.matchAll(new RegExp(`(?:src|href)="(${home}/[^"]+\\.(?:webp|pdf|epub))"`, 'g'))].map(
    ([, path = '']) => path,
  );
  assert.ok(
    pages.length >= 4 && files.length === pages.length + 2,
    `${pages.length} pages, ${files.length} files`,
  );
  const bytesOf = async (path: string) => {
    const answer = await fetch(paper.url + path);
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };
  const folder = await mkdtemp(join(tmpdir(), 'courant-print-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const path of files) assert.equal((await bytesOf(path)).status, 200, path);
  const pdf = files.find((path) => path.endsWith('.pdf')) ?? '';
  await writeFile(join(folder, 'issue.pdf'), (await bytesOf(pdf)).bytes);
  if (QPDF) await run(QPDF, ['--check', join(folder, 'issue.pdf')]);

  const sheets = await Promise.all(pages.map(async (path) => (await paper.get(path)).text));
  for (const [i, sheet] of sheets.entries()) {
    const shown = [...sheet.matchAll(/data-story="([^"]+)"/g)].map(([, story]) => story);
    assert.ok(shown.length > 0 || i > 0, `page ${i + 1} has no story`);
    for (const [, picture = ''] of sheet.matchAll(/<image href="([^"]+)"/g))
      assert.equal((await bytesOf(picture)).status, 200, picture);
  }

  await t.test(
    'its pages are valid and can be used by everyone',
    { skip: BROWSER ? false : 'no browser' },
    async (s) => {
      const opened = await browser(s);
      const page = await opened.newPage({ bypassCSP: true });
      const axe = await readFile(AXE, 'utf8');
      for (const path of [home, month, ...pages.slice(0, 2)])
        for (const width of [390, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(paper.url + path);
          // With a story open beside it, or on a phone over it.
          if (pages.includes(path)) await page.keyboard.press('n');
          if (pages.includes(path)) await page.locator('#sheet-article[open] h1').waitFor();
          await page.evaluate(axe);
          const found = await page.evaluate(async () => {
            const { violations } = await (
              globalThis as unknown as {
                axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
              }
            ).axe.run();
            return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          });
          assert.deepEqual(found, [], `${path} at ${width}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.equal(wide, 0, `${path} at ${width} is wider than the screen`);
        }
    },
  );

  await t.test(
    'it is read by keys, by touch and two pages at a time',
    { skip: BROWSER ? false : 'no browser' },
    async (s) => {
      const opened = await browser(s);
      await readByKeys(opened, paper.url + home, pages.length);
      await readTwoPages(opened, paper.url + home);
      await readByTouch(opened, paper.url + home);
    },
  );

  await t.test('they are valid HTML', { skip: JAVA ? false : 'no Java' }, async () => {
    const names = await Promise.all(
      [list, calendar, ...sheets.slice(0, 2)].map(async (html, i) => {
        const name = join(folder, `${i}.html`);
        await writeFile(name, html);
        return name;
      }),
    );
    await run(JAVA ?? '', ['-jar', VNU, '--errors-only', '--format', 'text', ...names]);
  });

  const victim = /data-kind="story" data-story="([^"]+)"/.exec(sheets[0] ?? '')?.[1] ?? '';
  const { headline } = JSON.parse((await paper.get(`/api/v1/stories/${victim}`)).text) as {
    readonly headline: string;
  };
  const nothing = await replate();
  assert.equal(nothing.exit, 0, nothing.stderr);
  assert.deepEqual(JSON.parse(nothing.stdout), { ok: true, version: 1 });
  const killed = await paper.courant('kill', victim, '--notice', 'It was not so.');
  assert.equal(killed.exit, 0, killed.stderr);
  for (const path of pages) {
    const { text } = await paper.get(path);
    assert.ok(
      !text.includes(`data-story="${victim}"`) && !text.includes(headline),
      `${path} tells “${headline}”`,
    );
  }
  assert.ok(
    !(await paper.get('/')).text.includes(front),
    'the home shows a page that tells what is withdrawn',
  );
  assert.ok(!(await paper.get(month)).text.includes('.webp'), 'the calendar shows what is withdrawn');
  assert.equal((await bytesOf(pdf)).status, 404);
  assert.equal((await bytesOf(files[0] ?? '')).status, 404);
  const second = await replate();
  assert.equal(second.exit, 0, second.stderr);
  const replated = JSON.parse(second.stdout) as {
    readonly version: number;
    readonly pages: readonly number[];
  };
  assert.equal(replated.version, 2);
  assert.ok(replated.pages.includes(1) && replated.pages.length < pages.length, `${replated.pages}`);
  for (const [i, path] of pages.entries()) {
    const isSame = drawingIn((await paper.get(path)).text) === drawingIn(sheets[i] ?? '');
    assert.equal(isSame, !replated.pages.includes(i + 1), path);
  }
  const again = (await paper.get(home)).text;
  assert.ok(again.includes(`international-${day}-2.pdf`) && !again.includes(headline));
});

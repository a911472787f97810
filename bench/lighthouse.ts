import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { BROWSER, NO_BROWSER } from '../tests/kits/browser.ts';
import { storiesOfKinds } from '../tests/kits/page-kinds.ts';

/**
 * `npm run bench:lighthouse [-- BASE]`: Lighthouse (mobile, simulated slow line) on front, section, story and gallery of
 * a running paper, the median of five. The promise: 98 for performance, 100 for the rest, no layout shift.
 */
const [base = 'http://localhost:4000'] = process.argv.slice(2);
const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PROMISED: Readonly<Record<(typeof CATEGORIES)[number], number>> = {
  performance: 98,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};

interface Scores {
  readonly category: Readonly<Record<string, number>>;
  readonly shift: number;
  readonly failing: readonly string[];
}

if (BROWSER === undefined) throw new Error(NO_BROWSER);
const chrome = await launch({
  chromePath: BROWSER,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
});
const lines: string[] = [];
let isKept = true;
try {
  for (const [name, path] of await pages()) {
    const runs: Scores[] = [];
    for (let i = 0; i < RUNS; i++) runs.push(await scoresOf(base + encodeURI(path)));
    const scores = CATEGORIES.map((category) => median(runs.map((run) => run.category[category] ?? 0)));
    const shift = Math.max(...runs.map((run) => run.shift));
    isKept &&= shift === 0 && CATEGORIES.every((category, i) => (scores[i] ?? 0) >= PROMISED[category]);
    const failing = [...new Set(runs.flatMap((run) => run.failing))];
    lines.push(`| ${name} | ${scores.join(' | ')} | ${shift} | ${failing.join(', ')} |`);
    process.stdout.write(`${lines.at(-1)}\n`);
  }
} finally {
  await chrome.kill();
}
const head = `| page | ${CATEGORIES.join(' | ')} | layout shift | audits not passed |\n|---|---|---|---|---|---|---|`;
const folder = join(import.meta.dirname, '../var');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'lighthouse.md'), `${head}\n${lines.join('\n')}\n`);
if (!isKept) process.exitCode = 1;

async function pages(): Promise<readonly (readonly [string, string])[]> {
  const get = async (path: string) => {
    const response = await fetch(base + path);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const kinds = await storiesOfKinds({ get });
  const of = (kind: string) => kinds.get(kind)?.[0] ?? '/';
  return [
    ['front', '/'],
    ['section', '/world'],
    ['story', of('article')],
    ['gallery', of('gallery')],
  ];
}

async function scoresOf(url: string): Promise<Scores> {
  const run = await lighthouse(url, {
    port: chrome.port,
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
  });
  if (!run) throw new Error(`Lighthouse gave nothing for ${url}`);
  const { categories, audits } = run.lhr;
  const category = Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
  );
  const failing = Object.values(audits)
    .filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')
    .map((audit) => audit.id);
  return { category, shift: audits['cumulative-layout-shift']?.numericValue ?? 0, failing };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

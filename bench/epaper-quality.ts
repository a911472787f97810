import type { IssueReport } from '@courant/epaper';
import { makeIssue } from '@courant/epaper';
import type { InventedPaper } from '@courant/epaper/generator/testing';
import { inventedIssue, PAPERS } from '@courant/epaper/generator/testing';

/**
 * `npm run bench:epaper-quality [-- ISSUES]`: how well made issues are that are invented from the seeds 1 to ISSUES: the
 * broadsheet beside its bars and what the prototype reached, the other designs on a fifth of the seeds.
 */
const ISSUES = Number(process.argv[2] ?? 100);
const OTHERS = Math.max(1, Math.round(ISSUES / 5));

interface Measured {
  readonly report: IssueReport;
  readonly stories: number;
  readonly seconds: number;
}

/** What is counted, the bar, and the prototype's figure on 32 issues of its own (`epaper.md`, 5). */
type Row = readonly [
  what: string,
  bar: string,
  prototype: string,
  of: (measured: readonly Measured[]) => string,
];

const percent = (part: number) => `${(part * 100).toFixed(2)} %`;
const total = (all: readonly Measured[], of: (one: Measured) => number) =>
  all.reduce((sum, one) => sum + of(one), 0);
const pages = (all: readonly Measured[]) => total(all, ({ report }) => report.pages);
const lines = (all: readonly Measured[]) => total(all, ({ report }) => report.lines);

const ROWS: readonly Row[] = [
  [
    'legs that begin with a widow',
    '1.5 %',
    '1.9 %',
    (all) => percent(total(all, ({ report }) => report.widows) / total(all, ({ report }) => report.legs)),
  ],
  [
    'lines trimmed',
    '2 %',
    '2.1 %',
    (all) => percent(total(all, ({ report }) => report.trimmed) / lines(all)),
  ],
  [
    'stories held over',
    '1 %',
    '0.25 %',
    (all) => percent(total(all, ({ report }) => report.held.length) / total(all, ({ stories }) => stories)),
  ],
  ['lines left empty', '0', '0', (all) => percent(total(all, ({ report }) => report.empty) / lines(all))],
  [
    'tombstones a page',
    '0.05',
    '0.06',
    (all) => (total(all, ({ report }) => report.tombstones) / pages(all)).toFixed(3),
  ],
  [
    'pairs out of order',
    '4 %',
    '4.2 %',
    (all) =>
      percent(total(all, ({ report }) => report.misordered) / total(all, ({ report }) => report.pairs)),
  ],
  [
    'lines hyphenated',
    '28 %',
    '27 %',
    (all) => percent(total(all, ({ report }) => report.hyphenated * report.lines) / lines(all)),
  ],
  [
    'word space, p99, mean of issues',
    '3',
    '3.6',
    (all) => (total(all, ({ report }) => report.wordSpace) / all.length).toFixed(2),
  ],
  [
    'word space, p99, worst issue',
    '',
    '',
    (all) => Math.max(...all.map(({ report }) => report.wordSpace)).toFixed(2),
  ],
  [
    'core seconds, 16 pages, type anew',
    '',
    '0.2',
    (all) => ((total(all, ({ seconds }) => seconds) / pages(all)) * 16).toFixed(2),
  ],
];

async function measured(paper: InventedPaper, issues: number): Promise<readonly Measured[]> {
  makeIssue(await inventedIssue(0, undefined, paper));
  const all: Measured[] = [];
  for (let seed = 1; seed <= issues; seed++) {
    const input = await inventedIssue(seed, undefined, paper);
    const before = process.cpuUsage();
    const { report } = makeIssue(input);
    const { user, system } = process.cpuUsage(before);
    all.push({ report, stories: input.stories.length, seconds: (user + system) / 1e6 });
  }
  return all;
}

const columns: (readonly Measured[])[] = [];
for (const [name, paper] of Object.entries(PAPERS)) {
  const all = await measured(paper, name === 'broadsheet' ? ISSUES : OTHERS);
  process.stdout.write(`${name}: ${all.length} issues, ${pages(all)} pages, ${lines(all)} lines\n`);
  columns.push(all);
}
const head = ['', 'bar', 'prototype', ...Object.keys(PAPERS)];
const table = ROWS.map(([what, bar, prototype, of]) => [what, bar, prototype, ...columns.map(of)]);
for (const row of [head, ...table])
  process.stdout.write(`${row.map((cell, i) => (i === 0 ? cell.padEnd(34) : cell.padStart(17))).join('')}\n`);

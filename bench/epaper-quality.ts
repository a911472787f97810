import type { IssueReport } from '@courant/epaper';
import { makeIssue } from '@courant/epaper';
import { inventedIssue } from '@courant/epaper/generator/testing';

/** Issues made: the number of each is the seed it is invented from. */
const ISSUES = Number(process.argv[2] ?? 100);

interface Measured {
  readonly report: IssueReport;
  readonly stories: number;
  readonly seconds: number;
}

const measured: Measured[] = [];
makeIssue(await inventedIssue(0));
for (let seed = 1; seed <= ISSUES; seed++) {
  const input = await inventedIssue(seed);
  const before = process.cpuUsage();
  const { report } = makeIssue(input);
  const { user, system } = process.cpuUsage(before);
  measured.push({ report, stories: input.stories.length, seconds: (user + system) / 1e6 });
}

function total(of: (one: Measured) => number): number {
  return measured.reduce((sum, one) => sum + of(one), 0);
}

const pages = total(({ report }) => report.pages);
const lines = total(({ report }) => report.lines);
const percent = (part: number) => `${(part * 100).toFixed(2)} %`;
const rows: readonly (readonly [string, string, string])[] = [
  [
    'legs that begin with a widow',
    percent(total(({ report }) => report.widows) / total(({ report }) => report.legs)),
    '1.5 %',
  ],
  ['lines trimmed', percent(total(({ report }) => report.trimmed) / lines), '2 %'],
  [
    'stories held over',
    percent(total(({ report }) => report.held.length) / total(({ stories }) => stories)),
    '1 %',
  ],
  ['lines left empty', percent(total(({ report }) => report.empty) / lines), ''],
  ['tombstones a page', (total(({ report }) => report.tombstones) / pages).toFixed(3), '0.05'],
  [
    'pairs out of order',
    percent(total(({ report }) => report.misordered) / total(({ report }) => report.pairs)),
    '4 %',
  ],
  ['lines hyphenated', percent(total(({ report }) => report.hyphenated * report.lines) / lines), '28 %'],
  [
    'word space, p99, mean of the issues',
    (total(({ report }) => report.wordSpace) / measured.length).toFixed(2),
    '3',
  ],
  [
    'word space, p99, worst issue',
    Math.max(...measured.map(({ report }) => report.wordSpace)).toFixed(2),
    '',
  ],
  ['seconds of one core for 16 pages', ((total(({ seconds }) => seconds) / pages) * 16).toFixed(2), '0.4'],
];
process.stdout.write(`${measured.length} issues, ${pages} pages, ${lines} lines\n`);
for (const [name, value, bar] of rows)
  process.stdout.write(`${name.padEnd(36)}${value.padStart(10)}${bar === '' ? '' : `  (at most ${bar})`}\n`);

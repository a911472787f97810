import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IssueReport } from '@courant/epaper';
import { makeIssue } from '@courant/epaper';
import { inventedIssue } from '@courant/epaper/generator/testing';
import { sized } from '../kits/soak.ts';

/** Issues that are made: 100 in a soak. Each is invented from its number, as it was before anything was tuned. */
const ISSUES = sized(10, 100);

/** What issues must come to on average, and how it is counted. Source: the bar of the e-paper. */
const BARS: readonly (readonly [string, number, (all: Totals) => number])[] = [
  ['legs that begin with a widow', 0.015, ({ sum }) => sum('widows') / sum('legs')],
  ['lines trimmed', 0.02, ({ sum }) => sum('trimmed') / sum('lines')],
  ['stories held over', 0.01, ({ held, stories }) => held / stories],
  ['tombstones a page', 0.05, ({ sum }) => sum('tombstones') / sum('pages')],
  ['pairs out of order', 0.04, ({ sum }) => sum('misordered') / sum('pairs')],
  ['lines hyphenated', 0.28, ({ mean }) => mean('hyphenated')],
  ['word space that 99 of 100 lines keep within', 3, ({ mean }) => mean('wordSpace')],
  ['lines left empty', 0, ({ sum }) => sum('empty')],
];

type Count =
  | 'widows'
  | 'legs'
  | 'trimmed'
  | 'lines'
  | 'tombstones'
  | 'pages'
  | 'misordered'
  | 'pairs'
  | 'empty';

interface Totals {
  readonly stories: number;
  readonly held: number;
  readonly sum: (of: Count) => number;
  readonly mean: (of: 'hyphenated' | 'wordSpace') => number;
}

test(`${ISSUES} issues of 14 to 24 pages are as well made as a paper must be`, {
  timeout: sized(120_000, 900_000),
}, async (t) => {
  const reports: IssueReport[] = [];
  let stories = 0;
  for (let seed = 1; seed <= ISSUES; seed++) {
    const input = await inventedIssue(seed);
    const { report, model } = makeIssue(input);
    assert.equal(model.pages.length, input.plan?.pages, `issue ${seed} has all its pages`);
    reports.push(report);
    stories += input.stories.length;
  }
  const total = (of: (report: IssueReport) => number) => reports.reduce((sum, one) => sum + of(one), 0);
  const totals: Totals = {
    stories,
    held: total(({ held }) => held.length),
    sum: (of) => total((report) => report[of]),
    mean: (of) => total((report) => report[of]) / reports.length,
  };
  for (const [name, most, of] of BARS) {
    const found = of(totals);
    t.diagnostic(`${name}: ${found.toFixed(4)} (at most ${most})`);
    assert.ok(found <= most, `${name}: ${found} and may be ${most}`);
  }
});

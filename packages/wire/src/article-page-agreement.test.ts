import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import { plainText } from '@courant/story';
import type { PageCase, PageSet } from './article-page-testing.ts';
import { holdsTruth, isDayOf, NO_PAGES, pageCases } from './article-page-testing.ts';
import type { Match } from './page-measure-testing.ts';
import { f1, foldedHeadline, match, mean, namesF1 } from './page-measure-testing.ts';
import { readPayload } from './read.ts';
import type { WireItem } from './wire-item.ts';

const OPTIONS = { received: instant(new Date('2026-11-30T00:00:00Z')) };

/** Every second page; COURANT_PAGES=all reads all, and `npm run conformance:pages` has others read them too. */
const STRIDE = process.env.COURANT_PAGES === 'all' ? 1 : 2;

interface Outcome {
  readonly page: PageCase;
  readonly item: WireItem | undefined;
  readonly match: Match | undefined;
}

const read = new Map<PageSet, readonly Outcome[]>();

function outcomes(set: PageSet): readonly Outcome[] {
  const known =
    read.get(set) ??
    pageCases(set)
      .filter((_, at) => at % STRIDE === 0)
      .map(outcomeOf);
  read.set(set, known);
  return known;
}

function outcomeOf(page: PageCase): Outcome {
  const reading = readPayload(page.bytes, OPTIONS);
  const item = reading.ok ? reading.items[0] : undefined;
  const isHeld = page.body !== undefined && (page.set !== 'fundus' || holdsTruth(page));
  const words = item?.body ? plainText(item.body) : '';
  return { page, item, match: isHeld ? match(words, page.body ?? '') : undefined };
}

/** Bars of the newsroom for the words of a story, by set: F1 of the means of precision and recall. */
const BARS = [
  { set: 'zyte', least: 0.95 },
  { set: 'readability', least: 0.93 },
  { set: 'fundus', least: 0.92 },
] as const;

for (const { set, least } of BARS) {
  test(`the words of stories are those that ${set} wrote down (F1 ${least})`, { skip: NO_PAGES }, (t) => {
    const counted = outcomes(set).filter((one) => one.match !== undefined);
    const matches = counted.flatMap((one) => one.match ?? []);
    t.diagnostic(`${set}: ${matches.length} pages, F1 ${f1(matches).toFixed(4)}`);
    const precision = mean(matches.flatMap((one) => one.precision ?? []));
    const recall = mean(matches.flatMap((one) => one.recall ?? []));
    t.diagnostic(`  precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);
    const left = outcomes(set).filter((one) => one.match === undefined && one.page.body !== undefined);
    for (const { page } of left)
      t.diagnostic(`  not counted, its source does not hold the truth: ${page.name}`);
    assert.ok(matches.length >= 25, `only ${matches.length} pages`);
    assert.ok(f1(matches) >= least, `${f1(matches)}`);
  });
}

const ALL: readonly PageSet[] = ['fundus', 'readability', 'trafilatura'];

/** Agreement with the truth of three sets, of those pages whose truth says the field, and what it may not fall below. */
test('headline, day and authors are those that others wrote down', { skip: NO_PAGES }, (t) => {
  const all = ALL.flatMap(outcomes);
  const headlines = all.filter(({ page }) => page.headline !== undefined);
  const isSame = (said: string | undefined, { page }: Outcome) =>
    foldedHeadline(said ?? '') === foldedHeadline(page.headline ?? '');
  const right = headlines.filter((one) => isSame(one.item?.headline, one)).length / headlines.length;
  const held = headlines.filter((one) => headlinesOf(one.item).some((said) => isSame(said, one)));
  const days = all.filter(({ page }) => page.day !== undefined);
  const dated = days.filter(({ page, item }) => isDayOf(page, item?.firstCreated ?? item?.versionCreated));
  const authored = all.filter(({ page }) => page.authors !== undefined);
  const names = namesF1(
    authored.map(({ page, item }) => [(item?.authors ?? []).map(({ name }) => name), page.authors ?? []]),
  );
  t.diagnostic(
    `headline ${right.toFixed(4)} of ${headlines.length}; among the page's own headlines ${(held.length / headlines.length).toFixed(4)}`,
  );
  t.diagnostic(`day ${(dated.length / days.length).toFixed(4)} of ${days.length}`);
  t.diagnostic(`authors ${names.toFixed(4)} of ${authored.length}`);
  // The sets disagree on which of a page's headlines is the true one: no rule agrees with all of them.
  assert.ok(right >= 0.73, `headline ${right}`);
  assert.ok(held.length / headlines.length >= 0.87, `headlines ${held.length}`);
  assert.ok(dated.length / days.length >= 0.92, `day ${dated.length} of ${days.length}`);
  assert.ok(names >= 0.84, `authors ${names}`);
});

function headlinesOf(item: WireItem | undefined): readonly string[] {
  const others = item?.unmapped.headlines;
  return [item?.headline ?? '', ...(Array.isArray(others) ? others.map(String) : [])];
}

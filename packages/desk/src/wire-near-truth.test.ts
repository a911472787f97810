import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wordsOfText } from '@courant/edition';
import { plainText } from '@courant/story';
import type { WireItem } from '@courant/wire';
import { chanceFrom } from '@courant/wire/testing';
import { shareMark, tellsTheSame } from './wire-near-pair.ts';
import type { NearPrint } from './wire-near-print.ts';
import { printOf } from './wire-near-print.ts';
import type { NearCase } from './wire-near-testing.ts';
import { nearCases } from './wire-near-testing.ts';
import type { NearText } from './wire-near-texts-testing.ts';
import { itemOf, NO_TEXTS, ownTexts, realItems, realTexts } from './wire-near-texts-testing.ts';

const SEED = 20_261_130;
/** Of the wording in positives so much at least is taken over. */
const SHARED = 0.5;

const prints = new Map<NearText, NearPrint | undefined>();
function printed(text: NearText): NearPrint | undefined {
  if (!prints.has(text)) prints.set(text, printOf(itemOf(text)));
  return prints.get(text);
}

/** Whether the desk would group two: one finds the other by a mark, and they tell the same. */
function isFound(one: NearPrint | undefined, other: NearPrint | undefined): boolean {
  return one !== undefined && other !== undefined && shareMark(one, other) && tellsTheSame(one, other);
}

interface Tally {
  readonly found: number;
  readonly missed: number;
  readonly wrong: number;
}

const precision = ({ found, wrong }: Tally) => found / Math.max(1, found + wrong);
const recall = ({ found, missed }: Tally) => found / Math.max(1, found + missed);

function tally(cases: readonly NearCase[], says: (one: NearCase) => boolean): Tally {
  const answered = cases.map((one) => ({ isSame: one.isSame, said: says(one) }));
  const count = (isSame: boolean, said: boolean) =>
    answered.filter((one) => one.isSame === isSame && one.said === said).length;
  return { found: count(true, true), missed: count(true, false), wrong: count(false, true) };
}

function told(name: string, sum: Tally): string {
  const share = (value: number) => value.toFixed(4);
  return `${name}: precision ${share(precision(sum))}, recall ${share(recall(sum))} (${sum.found} found, ${sum.missed} missed, ${sum.wrong} wrong)`;
}

/** The peer: every shingle of four words of both texts, and the share of all that stand in both. */
function jaccard({ one, other }: NearCase): number {
  const [a, b] = [shinglesOf(one), shinglesOf(other)];
  const both = [...a].filter((shingle) => b.has(shingle)).length;
  return both / Math.max(1, a.size + b.size - both);
}

const shingles = new Map<NearText, ReadonlySet<string>>();
function shinglesOf(text: NearText): ReadonlySet<string> {
  const known = shingles.get(text);
  if (known) return known;
  const words = wordsOfText(text.paragraphs.join('\n')).map(({ word }) => word);
  const found = new Set(words.slice(3).map((_, at) => words.slice(at, at + 4).join(' ')));
  shingles.set(text, found);
  return found;
}

/** The peer at the threshold that serves it best on these very cases. */
function bestJaccard(cases: readonly NearCase[]): { readonly least: number; readonly sum: Tally } {
  const known = new Map(cases.map((one) => [one, jaccard(one)]));
  const tried = Array.from({ length: 18 }, (_, n) => {
    const least = (n + 1) * 0.05;
    return { least, sum: tally(cases, (one) => (known.get(one) ?? 0) >= least) };
  });
  const f1 = ({ sum }: (typeof tried)[number]) =>
    (2 * precision(sum) * recall(sum)) / (precision(sum) + recall(sum));
  const [best] = tried.toSorted((a, b) => f1(b) - f1(a));
  assert.ok(best);
  return best;
}

const IS_ENOUGH = ({ isSame, shared }: NearCase) => !isSame || shared >= SHARED;
const byHouse = ({ one, other }: NearCase) => isFound(printed(one), printed(other));

describe('near-duplicates against what is known to be the same', () => {
  test('copy that other houses rewrote is found (recall 0.95), and what only looks alike is not (precision 0.98)', {
    skip: NO_TEXTS,
  }, (t) => {
    const texts = [
      ...realTexts().filter((_, at) => at % 3 === 0),
      ...ownTexts().filter((_, at) => at % 4 === 0),
    ];
    const cases = nearCases(texts, chanceFrom(SEED)).filter(IS_ENOUGH);
    assert.ok(cases.filter(({ isSame }) => isSame).length > 400);
    assert.ok(cases.filter(({ isSame }) => !isSame).length > 300);
    for (const kind of new Set(cases.map((one) => one.kind))) {
      const sum = tally(
        cases.filter((one) => one.kind === kind),
        byHouse,
      );
      t.diagnostic(`${kind}: ${sum.found} found, ${sum.missed} missed, ${sum.wrong} wrong`);
    }
    const ours = tally(cases, byHouse);
    const peer = bestJaccard(cases);
    t.diagnostic(told('ours', ours));
    t.diagnostic(told(`exact Jaccard >= ${peer.least.toFixed(2)}`, peer.sum));
    assert.ok(precision(ours) >= 0.98, told('ours', ours));
    assert.ok(recall(ours) >= 0.95, told('ours', ours));
    assert.ok(
      precision(ours) >= precision(peer.sum) && recall(ours) >= recall(peer.sum),
      'the peer does better',
    );
  });

  test('groups do not run into each other where rewrites share paragraphs with other stories', {
    skip: NO_TEXTS,
  }, (t) => {
    const texts = realTexts().filter((_, at) => at % 3 === 1);
    const cases = nearCases(texts, chanceFrom(SEED)).filter(({ kind }) => !kind.startsWith('form'));
    const stories = texts.map((text) => {
      const told = cases.filter((one) => one.isSame && one.one === text).map(({ other }) => other);
      return [text, ...told].map(printed);
    });
    const pairs = stories.flatMap((one, at) =>
      stories.slice(at + 1).map((other) => one.some((a) => other.some((b) => isFound(a, b)))),
    );
    const run = pairs.filter(Boolean).length;
    t.diagnostic(
      `${stories.length} stories, each told in ${stories[0]?.length} ways: ${run} of ${pairs.length} pairs run together`,
    );
    // What runs together shares more than half: a take of one story, and a rewrite of another that ends with the same.
    assert.ok(run / stories.length <= 0.1);
  });

  test('so it is in Chinese and in Arabic', (t) => {
    for (const [script, form] of [
      ['Chinese', /\p{Script=Han}/u],
      ['Arabic', /\p{Script=Arabic}/u],
    ] as const) {
      const texts = ownTexts().filter(({ paragraphs }) => form.test(paragraphs[0] ?? ''));
      assert.ok(texts.length >= 6, script);
      const cases = nearCases(texts, chanceFrom(SEED)).filter(IS_ENOUGH);
      const sum = tally(cases, byHouse);
      t.diagnostic(told(script, sum));
      assert.ok(precision(sum) >= 0.98 && recall(sum) >= 0.95, told(script, sum));
    }
  });

  test('the same copy that agencies sent by several formats and under several names is found', {
    skip: NO_TEXTS,
  }, async (t) => {
    const items = (await realItems()).map((one) => ({ ...one, print: printOf(one.item) }));
    const sum = { found: 0, missed: 0, wrong: 0 };
    const faults: string[] = [];
    for (const [at, one] of items.entries()) {
      for (const other of items.slice(at + 1)) {
        const said = isFound(one.print, other.print);
        const isSame = isSameCopy(one, other);
        if (said === isSame) sum.found += Number(said);
        else sum[isSame ? 'missed' : 'wrong'] += 1;
        if (said !== isSame) faults.push(`${isSame ? 'missed' : 'wrong'}: ${one.name} | ${other.name}`);
      }
    }
    t.diagnostic(told(`${items.length} items of agencies, every pair`, sum));
    for (const fault of faults) t.diagnostic(fault);
    assert.ok(sum.found > 100);
    assert.ok(precision(sum) >= 0.98 && recall(sum) >= 0.95, told('real pairs', sum));
  });
});

type Named = Awaited<ReturnType<typeof realItems>>[number];

/** What their senders say: one name, or one headline that says something, or the same letters to begin with. */
function isSameCopy(one: Named, other: Named): boolean {
  if (one.name === other.name) return true;
  const [a, b] = [headed(one.item), headed(other.item)];
  return (a.length > 20 && a === b) || beginningOf(one.item) === beginningOf(other.item);
}

const headed = ({ headline = '' }: WireItem) => headline.replace(/[^\p{L}\p{N}]/gu, '');
const beginningOf = ({ body }: WireItem) =>
  (body ? plainText(body) : '').replace(/[^\p{L}\p{N}]/gu, '').slice(0, 120);

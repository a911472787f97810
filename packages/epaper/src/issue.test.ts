import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeIssue } from './issue.ts';
import { checkCopy, checkCovered, checkIssue } from './issue-checks-testing.ts';
import { inventedIssue } from './issue-generator-testing.ts';
import { PAPERS } from './issue-papers-testing.ts';

/** A soak makes 240 issues. */
const SEEDS = process.env.COURANT_SOAK === undefined ? [3] : Array.from({ length: 80 }, (_, i) => i + 1);
const ISSUES = SEEDS.flatMap((seed) => Object.values(PAPERS).map((paper) => ({ seed, paper })));

for (const { seed, paper } of ISSUES)
  test(`a ${paper.design.name} invented from ${seed} is filled to the last row, and every story is there to its cut or told of`, async () => {
    const input = await inventedIssue(seed, undefined, paper);
    const { model, report } = makeIssue(input);
    assert.equal(model.pages.length, input.plan?.pages);
    assert.deepEqual(
      model.pages.map(({ number }) => number),
      model.pages.map((_, i) => i + 1),
    );
    checkIssue(input, { model, report });
    assert.deepEqual(report.missing, []);
  });

test('the same copy gives the same issue, to the last byte', async () => {
  const [one, other] = [await inventedIssue(4, 6), await inventedIssue(4, 6)];
  assert.equal(JSON.stringify(makeIssue(one)), JSON.stringify(makeIssue(other)));
});

test('what is kept for another day is not printed, and what is pinned to a page stands on it', async () => {
  const input = await inventedIssue(5, 8);
  const [held, pinned] = input.stories.filter(({ kind, priority }) => kind === 'news' && priority < 50);
  assert.ok(held && pinned);
  const plan = { pages: 8, held: new Set([held.id]), pins: new Map([[pinned.id, 1]]) };
  const { model } = makeIssue({ ...input, plan });
  const pagesOf = (id: string) =>
    model.pages
      .filter(({ regions }) => regions.some(({ story }) => story === id))
      .map(({ number }) => number);
  assert.deepEqual(pagesOf(held.id), []);
  assert.equal(pagesOf(pinned.id)[0], 1);
});

test('however few stories there are, each is there to its end, on pages without a gap', async () => {
  const { plan: _, ...input } = await inventedIssue(7, 4);
  const news = input.stories.filter(({ kind }) => kind === 'news');
  for (const few of [1, 2, 3, 5]) {
    const some = { ...input, stories: news.slice(0, few) };
    const { model, report } = makeIssue(some);
    assert.deepEqual([model.pages.length, report.held], [2, []], `${few} stories`);
    for (const page of model.pages) checkCovered(page, input.design);
    checkCopy(some, model, report.held);
  }
  assert.throws(() => makeIssue({ ...input, stories: [] }), /No front page can be filled from 0 stories/);
});

test('when the time is over from the start, there is a whole issue all the same', async () => {
  const input = await inventedIssue(6, 6);
  const { model } = makeIssue({ ...input, isLate: () => true });
  assert.equal(model.pages.length, 6);
  for (const page of model.pages) checkCovered(page, input.design);
});

test('a locked page stays to the byte, and nothing that stands on it stands elsewhere', async () => {
  const input = await inventedIssue(5, 6);
  const before = makeIssue(input).model;
  const kept = before.pages.find(
    ({ number, regions }) => number > 3 && regions.every((one) => !one.turnsFrom),
  );
  const turn = before.pages.find(({ regions }) => regions.some((one) => one.turnsFrom));
  assert.ok(kept && turn);
  const change = { ...input, stories: input.stories.slice(1) };
  const { model } = makeIssue({ ...change, plan: { pages: 6, locked: [kept] } });
  assert.deepEqual(
    model.pages.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6],
  );
  assert.equal(model.pages[kept.number - 1], kept);
  const all = model.pages.flatMap(({ regions }) => regions.filter(({ kind }) => kind === 'story'));
  assert.equal(new Set(all.map(({ story }) => story)).size, all.length);
  assert.throws(() => makeIssue({ ...change, plan: { locked: [turn] } }), /lock both or neither/);
});

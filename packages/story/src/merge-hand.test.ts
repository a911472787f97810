import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Copy } from './copy.ts';
import { anyCopy, copyOf, countedIds } from './copy-testing.ts';
import { merge, unmerge } from './merge.ts';
import { someDeeds, someHands, wordsOfHand, worked } from './merge-hand-testing.ts';
import { WIRE } from './merge-testing.ts';

const RUNS = 60;

describe('what a hand typed in blocks of any kind', () => {
  it('is there after a merge: in lines, cells, entries of lists, quotations, captions and titles', () => {
    fc.assert(
      fc.property(someHands, ({ base, ours, theirs }) => {
        const sides = {
          base: copyOf({ body: base }),
          ours: copyOf({ body: ours }),
          theirs: copyOf({ body: theirs }),
        };
        const { copy } = merge({ ...sides, wire: WIRE }, countedIds());
        const lost = wordsOfHand(ours, 'ours').difference(wordsOfHand(copy.body, 'ours'));
        assert.deepEqual([...lost], []);
      }),
      { numRuns: RUNS },
    );
  });

  it('is there after a merge is taken back, whether typed before it or since', () => {
    fc.assert(
      fc.property(someHands, someDeeds, ({ base, ours, theirs }, later) => {
        const sides = {
          base: copyOf({ body: base }),
          ours: copyOf({ body: ours }),
          theirs: copyOf({ body: theirs }),
        };
        const { copy } = merge({ ...sides, wire: WIRE }, countedIds());
        const now = { ...copy, body: worked(copy.body, later, 'later') };
        const back = unmerge({ before: sides.ours, merged: copy, now }, countedIds()).copy;
        const lost = wordsOfHand(now.body, 'later').difference(wordsOfHand(back.body, 'later'));
        assert.deepEqual([...lost], []);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Fields in which a person types words, beside the body. */
const TYPED = [
  ...(['headline', 'kicker', 'standfirst', 'byline', 'source', 'slug', 'urlSlug'] as const),
  ...(['pictureCaption', 'edNote', 'digitalSourceType'] as const),
];
const someFields = fc.record({
  words: fc.array(fc.constantFrom(...TYPED), { maxLength: 5 }),
  cut: fc.array(fc.constantFrom(...TYPED), { maxLength: 5 }),
  keyword: fc.boolean(),
  place: fc.boolean(),
});
type Fields = typeof someFields extends fc.Arbitrary<infer F> ? F : never;

/** A copy whose fields a hand wrote in: cut short first, then added to. */
function written(copy: Copy, { words, cut, keyword, place }: Fields, hand: string): Copy {
  let typed = 0;
  const made: Record<string, unknown> = { ...copy };
  for (const name of cut) made[name] = String(made[name] ?? '-').slice(0, 3) || '-';
  for (const name of words) made[name] = `${made[name] ?? ''} ${hand}${++typed}`;
  if (keyword) made.keywords = [...(copy.keywords ?? []), `${hand}${++typed}`];
  if (place) made.dateline = { place: `${hand}${++typed}` };
  // Each field was given a value of its own kind.
  return made as unknown as Copy;
}

describe('what a hand typed in fields', () => {
  it('is there after a merge, whatever the wire has there', () => {
    fc.assert(
      fc.property(anyCopy, someFields, someFields, (base, here, there) => {
        const [ours, theirs] = [written(base, here, 'ours'), written(base, there, 'theirs')];
        const { copy } = merge({ base, ours, theirs, wire: WIRE }, countedIds());
        const { conflicts: _, ...read } = copy;
        const lost = wordsOfHand(ours, 'ours').difference(wordsOfHand(read, 'ours'));
        assert.deepEqual([...lost], []);
      }),
      { numRuns: 100 },
    );
  });
});

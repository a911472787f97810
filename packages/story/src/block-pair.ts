import type { Block } from './body.ts';
import type { Matches } from './match.ts';
import { matched } from './match.ts';
import { blockWords } from './plain-text.ts';
import { longestRise } from './rise.ts';

/** Two blocks that are one before and after, by their numbers from 0. */
export interface BlockPair {
  readonly before: number;
  readonly after: number;
}

/** From what share of common words on two blocks are taken for one. */
const LIKE = 0.5;

/** Comparisons of words at the most; beyond them only blocks of the same words are paired. */
const MOST_COMPARISONS = 10_000;

/** The blocks that two bodies share, in the order of both: by id, else by the same words, else by likeness. */
export function pairedBlocks(before: readonly Block[], after: readonly Block[]): readonly BlockPair[] {
  const byId = ({ type, attrs }: Block) => `${type} ${attrs.id}`;
  const exact = matched([
    { before: before.map(byId), after: after.map(byId) },
    { before: before.map(byWords), after: after.map(byWords) },
  ]);
  const matches = alsoByLikeness(exact, before, after);
  // What stands in another order moved, and is no pair.
  return longestRise(matches).flatMap((j) => {
    const i = matches[j];
    return i === undefined ? [] : [{ before: i, after: j }];
  });
}

function byWords(block: Block): string | undefined {
  const words = blockWords(block).trim();
  return words === '' ? undefined : `${block.type} ${words}`;
}

function alsoByLikeness(exact: Matches, before: readonly Block[], after: readonly Block[]): Matches {
  const taken = new Set(exact);
  const ones = before.map(wordsOf).filter(({ at }) => !taken.has(at));
  const others = after.map(wordsOf).filter(({ at }) => exact[at] === undefined);
  if (ones.length * others.length > MOST_COMPARISONS) return exact;
  const likely = others
    .flatMap((other) => ones.map((one) => ({ i: one.at, j: other.at, like: likeness(one, other) })))
    .filter(({ like }) => like >= LIKE)
    // The likest first; of equals, those that stand nearest to each other.
    .toSorted((a, b) => b.like - a.like || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  const matches = [...exact];
  for (const { i, j } of likely) {
    if (taken.has(i) || matches[j] !== undefined) continue;
    taken.add(i);
    matches[j] = i;
  }
  return matches;
}

interface Words {
  readonly at: number;
  readonly type: Block['type'];
  readonly words: ReadonlySet<string>;
}

function wordsOf(block: Block, at: number): Words {
  return {
    at,
    type: block.type,
    words: new Set(blockWords(block).match(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu)),
  };
}

/** The share of words two blocks of one kind have in common, 0 to 1 (Dice's coefficient). */
function likeness(one: Words, other: Words): number {
  if (one.type !== other.type) return 0;
  const all = one.words.size + other.words.size;
  return all === 0 ? 0 : (2 * one.words.intersection(other.words).size) / all;
}

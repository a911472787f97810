import type { Matches } from './match.ts';
import { matched } from './match.ts';
import type { Knowing } from './merge-match.ts';
import { counterparts, wordList } from './merge-match.ts';
import type { Part, Sides } from './merge-part.ts';
import { attrsOf, isProse, looksOf, wordsOf } from './merge-part.ts';

/**
 * What is one and the same in three versions, by numbers from 0: mostly one part of each; none where a version lacks
 * it; several where somebody split a paragraph or joined two.
 */
export type Passage = Sides<readonly number[]>;

/** Cuts three lists of parts into passages, in no order. */
export function passagesOf(sides: Sides<readonly Part[]>, knowing: Knowing): readonly Passage[] {
  const { base, ours, theirs } = sides;
  const our = counterparts(base, ours, 'by-name');
  const their = counterparts(base, theirs, knowing);
  const links = new Links({ base: base.length, ours: ours.length, theirs: theirs.length });
  for (const [j, i] of our.entries()) if (i !== undefined) links.tie(['base', i], ['ours', j]);
  for (const [k, i] of their.entries()) if (i !== undefined) links.tie(['base', i], ['theirs', k]);
  for (const { part, with: whole } of splits(base, ours, our)) links.tie(['ours', part], ['ours', whole]);
  for (const { part, with: whole } of splits(base, theirs, their))
    links.tie(['theirs', part], ['theirs', whole]);
  for (const { part, with: whole } of splits(ours, base, inverse(our, base.length)))
    links.tie(['base', part], ['base', whole]);
  for (const { part, with: whole } of splits(theirs, base, inverse(their, base.length)))
    links.tie(['base', part], ['base', whole]);
  for (const [k, j] of madeByBoth(sides, our, their)) links.tie(['theirs', k], ['ours', j]);
  return links.groups();
}

function inverse(matches: Matches, length: number): Matches {
  const back: (number | undefined)[] = new Array(length).fill(undefined);
  for (const [j, i] of matches.entries()) if (i !== undefined) back[i] = j;
  return back;
}

/** Parts that both sides brought in, and that say the same. */
function madeByBoth(
  { ours, theirs }: Sides<readonly Part[]>,
  our: Matches,
  their: Matches,
): readonly (readonly [number, number])[] {
  const keys = (side: readonly Part[], matches: Matches, key: (part: Part) => string | undefined) =>
    side.map((part, at) => (matches[at] === undefined ? key(part) : undefined));
  const said = (part: Part) => (wordsOf(part) === '' ? undefined : looksOf(part));
  const origin = (part: Part) => {
    const { from } = attrsOf(part);
    return from ? JSON.stringify(from) : undefined;
  };
  const found = matched(
    [origin, said].map((key) => ({ before: keys(ours, our, key), after: keys(theirs, their, key) })),
  );
  return found.flatMap((j, k) => (j === undefined ? [] : [[k, j] as const]));
}

/** A part of a side that was cut off from another of the same side. */
interface Split {
  readonly part: number;
  readonly with: number;
}

/** What share of its words a part must have from another for having been cut off from it. */
const CUT_OFF = 0.6;

/** So many parts may stand between the halves: a crosshead, a line that somebody put in. */
const BETWEEN = 2;

/**
 * Paragraphs of a side that have no match because their words stood in the paragraph before or after them. Looked at
 * the other way round, the same finds paragraphs that were joined.
 */
function splits(base: readonly Part[], side: readonly Part[], matches: Matches): readonly Split[] {
  const found: Split[] = [];
  const left = new Map<number, Map<string, number>>();
  const leftOf = (i: number, whole: number) => {
    const words = left.get(i) ?? without(counted(base[i]), side[whole]);
    left.set(i, words);
    return words;
  };
  const isFree = (j: number) => {
    const part = side[j];
    return part !== undefined && matches[j] === undefined && isProse(part);
  };
  const tryWith = (j: number, whole: number): boolean => {
    const [i, part] = [matches[whole], side[j]];
    const origin = i === undefined ? undefined : base[i];
    if (i === undefined || !part || !origin || !isProse(origin)) return false;
    const words = leftOf(i, whole);
    const own = wordList(wordsOf(part));
    const shared = own.length - total(without(counted(part), undefined, words));
    if (own.length === 0 || shared / own.length < CUT_OFF) return false;
    left.set(i, without(words, part));
    for (let at = Math.min(j, whole + 1); at <= Math.max(j, whole - 1); at++)
      found.push({ part: at, with: whole });
    return true;
  };
  for (const [j, part] of side.entries()) {
    if (!isProse(part) || !isFree(j)) continue;
    const [before, after] = [nearest(j, -1, isFree), nearest(j, 1, isFree)];
    if (!tryWith(j, before)) tryWith(j, after);
  }
  return found;
}

/** The first part in a direction that is not free, not further than may stand between. */
function nearest(from: number, step: 1 | -1, isFree: (at: number) => boolean): number {
  let at = from + step;
  while (isFree(at) && Math.abs(at - from) <= BETWEEN) at += step;
  return at;
}

function counted(part: Part | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of part ? wordList(wordsOf(part)) : []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words less those of a part, or less others. */
function without(
  words: ReadonlyMap<string, number>,
  part: Part | undefined,
  others: ReadonlyMap<string, number> = counted(part),
): Map<string, number> {
  return new Map([...words].map(([word, n]) => [word, Math.max(0, n - (others.get(word) ?? 0))]));
}

function total(words: ReadonlyMap<string, number>): number {
  return [...words.values()].reduce((sum, n) => sum + n, 0);
}

type Place = readonly [keyof Passage, number];

/** Which parts of three lists belong together. */
class Links {
  readonly #sizes: Sides<number>;
  readonly #above: number[];

  constructor(sizes: Sides<number>) {
    this.#sizes = sizes;
    this.#above = Array.from({ length: sizes.base + sizes.ours + sizes.theirs }, (_, i) => i);
  }

  tie(one: Place, other: Place): void {
    const [a, b] = [this.#rootOf(this.#number(one)), this.#rootOf(this.#number(other))];
    this.#above[Math.max(a, b)] = Math.min(a, b);
  }

  groups(): readonly Passage[] {
    const groups = new Map<number, { base: number[]; ours: number[]; theirs: number[] }>();
    for (const side of ['base', 'ours', 'theirs'] as const) {
      for (let at = 0; at < this.#sizes[side]; at++) {
        const root = this.#rootOf(this.#number([side, at]));
        const group = groups.get(root) ?? { base: [], ours: [], theirs: [] };
        group[side].push(at);
        groups.set(root, group);
      }
    }
    return [...groups.values()];
  }

  #number([side, at]: Place): number {
    const { base, ours } = this.#sizes;
    switch (side) {
      case 'base':
        return at;
      case 'ours':
        return base + at;
      case 'theirs':
        return base + ours + at;
    }
  }

  #rootOf(number: number): number {
    let root = number;
    for (let above = this.#above[root] ?? root; above !== root; above = this.#above[root] ?? root) {
      this.#above[root] = this.#above[above] ?? above;
      root = above;
    }
    return root;
  }
}

import type { Keys } from './edit-script.ts';
import { sharedStretches } from './edit-script.ts';
import type { Sides } from './merge-part.ts';
import { START } from './merge-token.ts';

/** A part of a list of keys, from its start up to its end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of all three lists: the same in all where it is stable, else changed by one side or by both. */
export interface Region extends Sides<Span> {
  readonly isStable: boolean;
}

/** A part of the base that one side changed, and what it has there now. */
interface Hunk {
  readonly base: Span;
  readonly side: Span;
}

/**
 * Cuts three lists into what is the same in all and what somebody changed. Two changes of one side with little kept
 * between them count as one, or the words they share by chance would be taken for kept; changes of the two sides are
 * apart only where at least a word stands between them.
 */
export function regionsOf({ base, ours, theirs }: Sides<Keys>, mostEdits: number): readonly Region[] {
  const weights = sums(base);
  const one = together(hunksOf({ base, side: ours }, mostEdits), { base, weights, side: sums(ours) });
  const other = together(hunksOf({ base, side: theirs }, mostEdits), { base, weights, side: sums(theirs) });
  return combined({ one, other, weights, length: base.length });
}

/** Whether every change that one side made was made by the other too, word for word. */
export function isWithin({ base, ours, theirs }: Sides<Keys>): boolean {
  const told = (side: Keys) =>
    hunksOf({ base, side }, MOST_WITHIN).map(({ base: { start, end }, side: now }) =>
      JSON.stringify([start, end, side.slice(now.start, now.end)]),
    );
  return new Set(told(ours)).isSubsetOf(new Set(told(theirs)));
}

/** Regions with more edits than this are a rewriting, and no one looks for common changes in it. */
const MOST_WITHIN = 100;

function hunksOf({ base, side }: { base: Keys; side: Keys }, mostEdits: number): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  const upTo = (before: number, after: number) => {
    if (i < before || j < after)
      hunks.push({ base: { start: i, end: before }, side: { start: j, end: after } });
  };
  for (const { before, after, length } of sharedStretches(base, side, mostEdits)) {
    upTo(before, after);
    [i, j] = [before + length, after + length];
  }
  upTo(base.length, side.length);
  return hunks;
}

/** For each place in a list, how much stands before it: a word counts 1, a character of Chinese or Thai half. */
function sums(keys: Keys): readonly number[] {
  const all = [0];
  for (const [i, key] of keys.entries()) all.push((all[i] ?? 0) + weightOf(key, keys[i + 1]));
  return all;
}

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const SENTENCE_END = /^[.!?…]$/u;

function weightOf(key: string, next: string | undefined): number {
  if (key === START) return 2;
  if (UNSPACED.test(key)) return 0.5;
  if (/[\p{L}\p{N}]/u.test(key)) return 1;
  if (/^[。！？]$/u.test(key)) return 1;
  // The point in "3.5" ends nothing.
  const isEnd = next === undefined || next === START || /^[\s"”’»)]/u.test(next);
  return isEnd && SENTENCE_END.test(key) ? 1 : 0;
}

interface Weighed {
  readonly base: Keys;
  readonly weights: readonly number[];
  readonly side: readonly number[];
}

function between(weights: readonly number[], start: number, end: number): number {
  return (weights[end] ?? 0) - (weights[start] ?? 0);
}

/** Changes with no more kept between them than the smaller of both holds, as one; never across blocks. */
function together(hunks: readonly Hunk[], { base, weights, side }: Weighed): readonly Hunk[] {
  const size = (hunk: Hunk) =>
    Math.max(between(weights, hunk.base.start, hunk.base.end), between(side, hunk.side.start, hunk.side.end));
  const whole: Hunk[] = [];
  for (const hunk of hunks) {
    let next = hunk;
    for (let last = whole.at(-1); last; last = whole.at(-1)) {
      const gap = between(weights, last.base.end, next.base.start);
      const isApart = base.slice(last.base.end, next.base.start).includes(START);
      if (isApart || gap > Math.min(size(last), size(next))) break;
      next = {
        base: { start: last.base.start, end: next.base.end },
        side: { start: last.side.start, end: next.side.end },
      };
      whole.pop();
    }
    whole.push(next);
  }
  return whole;
}

/** How much must be kept between changes of the two sides for them to be two. */
const APART = 1;

interface Combined {
  readonly one: readonly Hunk[];
  readonly other: readonly Hunk[];
  readonly weights: readonly number[];
  readonly length: number;
}

function combined({ one, other, weights, length }: Combined): readonly Region[] {
  const regions: Region[] = [];
  const ours = new Follower(one);
  const theirs = new Follower(other);
  let at = 0;
  const push = (end: number, isStable: boolean) => {
    const region = { base: { start: at, end }, ours: ours.spanTo(end), theirs: theirs.spanTo(end), isStable };
    at = end;
    regions.push(region);
  };
  for (;;) {
    const start = Math.min(ours.next, theirs.next);
    if (start === Number.POSITIVE_INFINITY) break;
    if (start > at) push(start, true);
    let end = start;
    const isNear = (next: number) => next <= end || between(weights, end, next) < APART;
    for (let hunk = nearest(ours, theirs); hunk && isNear(hunk.next); hunk = nearest(ours, theirs)) {
      end = Math.max(end, hunk.take());
    }
    push(end, false);
  }
  if (at < length) push(length, true);
  return regions;
}

/** The side whose next change comes first, where one is left. */
function nearest(one: Follower, other: Follower): Follower | undefined {
  const first = one.next <= other.next ? one : other;
  return first.next === Number.POSITIVE_INFINITY ? undefined : first;
}

/** Goes along the changes of one side, and knows where in it each place of the base has come to stand. */
class Follower {
  readonly #hunks: readonly Hunk[];
  #at = 0;
  #end = 0;
  /** How far the side is ahead of the base after the changes taken. */
  #ahead = 0;

  constructor(hunks: readonly Hunk[]) {
    this.#hunks = hunks;
  }

  /** Where in the base the next change begins. */
  get next(): number {
    return this.#hunks[this.#at]?.base.start ?? Number.POSITIVE_INFINITY;
  }

  /** Takes the next change; gives where in the base it ends. */
  take(): number {
    const hunk = this.#hunks[this.#at++];
    if (!hunk) return 0;
    this.#ahead = hunk.side.end - hunk.base.end;
    return hunk.base.end;
  }

  /** What the side has from where the last span ended up to a place of the base. */
  spanTo(place: number): Span {
    const start = this.#end;
    this.#end = place + this.#ahead;
    return { start, end: this.#end };
  }
}

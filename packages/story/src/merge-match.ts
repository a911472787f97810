import { type Matches, matched } from './match.ts';
import type { Part } from './merge-part.ts';
import { attrsOf, isLine, looksOf, wordsOf } from './merge-part.ts';

/** How parts are known again: by what their ids and origins say, or by what they say alone. */
export type Knowing = 'by-name' | 'by-words';

/** From what share of common words on two parts are taken for one. */
const LIKE = 0.5;

/**
 * The same for a part that stands alone between parts that are sure: it was rewritten where it stands. Where names
 * tell, a part of another name has to be like it; where none do, its place tells enough.
 */
const LIKE_IN_PLACE: { readonly [K in Knowing]: number } = { 'by-name': 0.25, 'by-words': 0 };

/** The same for parts of one id or origin; with less in common, somebody put other words in its place. */
const LIKE_BY_NAME = 0.1;

/**
 * For each part of a side, the index of its own in the base, where it has one. Parts may have moved: the order is
 * not asked. Where agencies number their blocks anew in each version, names say nothing, and words are asked alone.
 */
export function counterparts(base: readonly Part[], side: readonly Part[], knowing: Knowing): Matches {
  const [before, after] = [base.map(known), side.map(known)];
  const named = knowing === 'by-name' ? byName(before, after) : [];
  const exact = rounds({
    stand: named,
    before,
    after,
    keys: [
      ({ looks }, i, all) => `${all[i - 1]?.looks ?? ''}\n${looks}\n${all[i + 1]?.looks ?? ''}`,
      ({ looks }, i, all) => `${all[i - 1]?.looks ?? ''}\n${looks}`,
      ({ looks }) => looks,
      ({ type, words, picture }) => picture ?? (words.length > 0 ? `${type} ${words.join(' ')}` : undefined),
      ({ head }) => head,
    ],
  });
  const likely = byLikeness(exact, before, after);
  return inPlace(likely, { before, after, like: LIKE_IN_PLACE[knowing] });
}

interface Known {
  readonly type: string;
  readonly isLine: boolean;
  readonly id?: string;
  readonly from?: string;
  readonly looks: string;
  readonly words: readonly string[];
  readonly wordSet: ReadonlySet<string>;
  readonly picture?: string;
  /** What a row of a table begins with. */
  readonly head?: string;
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+|[\p{L}\p{N}\p{M}]+/gu;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Words to know a part by; of scripts without spaces, each two characters that stand together. */
export function wordList(text: string): readonly string[] {
  return (text.match(WORD) ?? []).flatMap((word) => {
    if (!UNSPACED.test(word) || word.length < 2) return [word];
    return Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
  });
}

function known(part: Part): Known {
  const { id, from, picture, href } = attrsOf(part);
  const words = wordList(wordsOf(part));
  const pictured = picture ?? href;
  const first = part.type === 'row' ? part.content?.[0] : undefined;
  return {
    type: part.type,
    isLine: isLine(part),
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
    ...(from ? { from: JSON.stringify(from) } : {}),
    looks: looksOf(part),
    words,
    wordSet: new Set(words),
    ...(typeof pictured === 'string' ? { picture: `picture ${pictured}` } : {}),
    ...(first ? { head: `row ${wordsOf(first)}` } : {}),
  };
}

type Keyed = (one: Known, at: number, all: readonly Known[]) => string | undefined;

interface Rounds {
  /** Matches that stand already. */
  readonly stand: Matches;
  readonly before: readonly Known[];
  readonly after: readonly Known[];
  readonly keys: readonly Keyed[];
}

/** Rounds of equal keys, after matches that stand already. */
function rounds({ stand, before, after, keys }: Rounds): Matches {
  const taken = new Set(stand.filter((at) => at !== undefined));
  const standing = {
    before: before.map((_, i) => (taken.has(i) ? String(i) : undefined)),
    after: after.map((_, j) => (stand[j] === undefined ? undefined : String(stand[j]))),
  };
  return matched([standing, ...keys.map((key) => ({ before: before.map(key), after: after.map(key) }))]);
}

/** Matches by origin and id; a part whose words have nothing of the other's is not known by its name. */
function byName(before: readonly Known[], after: readonly Known[]): Matches {
  const both: Keyed = ({ id, from }) => (id && from ? `${id} ${from}` : undefined);
  // A part that says where it came from is not known by its id: agencies number each version from the beginning.
  const name: Keyed = ({ id, from }) => (from ? `from ${from}` : id && `id ${id}`);
  return rounds({ stand: [], before, after, keys: [both, name] }).map((i, j) => {
    const [one, other] = [before[i ?? -1], after[j]];
    if (!one || !other) return undefined;
    const isBlank = one.words.length === 0 || other.words.length === 0;
    return isBlank || likeness(one, other) >= LIKE_BY_NAME ? i : undefined;
  });
}

/** The share of words two parts have in common, 0 to 1 (Dice's coefficient). */
function likeness(one: Known, other: Known): number {
  const all = one.wordSet.size + other.wordSet.size;
  return all === 0 ? 0 : (2 * one.wordSet.intersection(other.wordSet).size) / all;
}

/** Words in more parts than this tell nothing of which is which. */
const COMMON = 12;

/** Parts that share rare words are compared with so many others at the most: time grows with the text alone. */
const MOST_CANDIDATES = 8;

function byLikeness(stand: Matches, before: readonly Known[], after: readonly Known[]): Matches {
  const taken = new Set(stand);
  const index = new Map<string, number[]>();
  for (const [i, { wordSet }] of before.entries()) {
    if (taken.has(i)) continue;
    for (const word of wordSet) index.set(word, [...(index.get(word) ?? []).slice(0, COMMON), i]);
  }
  const likely = after.flatMap((part, j) => {
    if (stand[j] !== undefined) return [];
    return candidates(part, index).flatMap((i) => {
      const one = before[i];
      const like = one && areOfAKind(one, part) ? likeness(one, part) : 0;
      return like >= LIKE ? [{ i, j, like }] : [];
    });
  });
  const matches = [...stand];
  // The likest first; of equals, those that stand nearest to each other.
  for (const { i, j } of likely.toSorted(
    (a, b) => b.like - a.like || Math.abs(a.i - a.j) - Math.abs(b.i - b.j),
  )) {
    if (taken.has(i) || matches[j] !== undefined) continue;
    taken.add(i);
    matches[j] = i;
  }
  return matches;
}

function candidates({ wordSet }: Known, index: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const shared = new Map<number, number>();
  for (const word of wordSet) {
    const parts = index.get(word) ?? [];
    if (parts.length > COMMON) continue;
    for (const i of parts) shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  const likest = [...shared].toSorted(([i, a], [j, b]) => b - a || i - j);
  return likest.slice(0, MOST_CANDIDATES).map(([i]) => i);
}

/** A picture is another picture where its file is another. */
function areOfAKind(one: Known, other: Known): boolean {
  if (one.picture !== undefined || other.picture !== undefined) return false;
  return one.type === other.type || (one.isLine && other.isLine);
}

/** Parts without a match that stand alone, on both sides, between parts that have one: rewritten where they stand. */
function inPlace(
  stand: Matches,
  { before, after, like }: { before: readonly Known[]; after: readonly Known[]; like: number },
): Matches {
  const taken = new Set(stand);
  const matches = [...stand];
  for (const [j, part] of after.entries()) {
    if (matches[j] !== undefined) continue;
    const at = j === 0 ? 0 : (stand[j - 1] ?? Number.NaN) + 1;
    const next = j === after.length - 1 ? before.length : stand[j + 1];
    const one = before[at];
    if (!one || taken.has(at) || next !== at + 1 || !areOfAKind(one, part)) continue;
    const isSure = part.words.length === 0 || part.type === 'cell' || part.type === 'row';
    if (!isSure && likeness(one, part) < like) continue;
    taken.add(at);
    matches[j] = at;
  }
  return matches;
}

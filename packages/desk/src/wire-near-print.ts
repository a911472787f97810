import type { WireItem } from '@courant/wire';
import type { NearWord } from './wire-near-words.ts';
import { nearWords } from './wire-near-words.ts';

/**
 * What is kept of an item's text to find near-duplicates by. Its shingles (runs of words) are 32-bit values: the upper
 * 24 bits are of the words with every number left open, the lower 8 of the numbers, 0 where there is none.
 */
export interface NearPrint {
  /** The smallest of its shingles in their order; all, where there are no more than `MOST_SHINGLES`. */
  readonly shingles: Uint32Array;
  /** The smallest of those at its beginning, in their order. */
  readonly opening: Uint32Array;
  /** By which it is looked for: two texts that share much have one in common. */
  readonly marks: Int32Array;
}

/** Words of a shingle: fewer are shared by chance, more are broken by every word changed. */
const LENGTH = 4;
/** Shingles kept: a longer text is known by a sample, which every text of the same words takes alike. */
export const MOST_SHINGLES = 400;
/** Words a text begins with: cuts are made from the end. */
const OPENING_WORDS = 48;
const OPENING_MARKS = 8;
const WHOLE_MARKS = 12;
/** Fewer shingles are alike by chance: then all words must be the same. */
const FEWEST_SHINGLES = 9;
/** Fewer words tell nothing. */
const FEWEST_WORDS = 4;

/** The print of an item; undefined where it says too little to be told from another. */
export function printOf(item: WireItem): NearPrint | undefined {
  const words = nearWords(item);
  if (words.length < FEWEST_WORDS) return undefined;
  const whole = shinglesOf(words);
  if (whole.size < FEWEST_SHINGLES) return exactPrint(words);
  const shingles = smallest(whole, MOST_SHINGLES);
  const opening = smallest(shinglesOf(words.slice(0, OPENING_WORDS)), OPENING_MARKS);
  const marked = new Set([...opening, ...shingles.subarray(0, WHOLE_MARKS)]);
  const marks = Int32Array.from([...marked].map((shingle) => whole.get(shingle) ?? 0));
  return { shingles, opening, marks: Int32Array.from(new Set(marks)) };
}

/** All words as one shingle. */
function exactPrint(words: readonly NearWord[]): NearPrint {
  const all = words.map(({ word }) => hashOf(word)).reduce(joined, words.length);
  const one = Uint32Array.of(mixed(all));
  return { shingles: one, opening: one, marks: Int32Array.of(mixed(all ^ MARKED)) };
}

/** Every shingle with the mark it would be looked for by. */
function shinglesOf(words: readonly NearWord[]): ReadonlyMap<number, number> {
  const hashes = words.map(({ word }) => hashOf(word));
  const found = new Map<number, number>();
  for (let at = 0; at + LENGTH <= words.length; at++) {
    let open = LENGTH;
    let numbers = 0;
    for (let n = at; n < at + LENGTH; n++) {
      const hash = hashes[n] ?? 0;
      const isNumber = words[n]?.isNumber ?? false;
      open = joined(open, isNumber ? A_NUMBER : hash);
      if (isNumber) numbers = joined(numbers + 1, hash);
    }
    const upper = mixed(open);
    const lower = numbers === 0 ? 0 : 1 + ((numbers >>> 0) % 255);
    found.set(((upper & 0xffffff00) | lower) >>> 0, mixed(open ^ numbers ^ MARKED));
  }
  return found;
}

function smallest(shingles: ReadonlyMap<number, number>, most: number): Uint32Array {
  return Uint32Array.from(shingles.keys()).toSorted().slice(0, most);
}

/** Stands for every number. */
const A_NUMBER = 0x2f6b4a17;
/** Marks are spread over all values, where the smallest shingles are not. */
const MARKED = 0x51ed270b;

/** FNV-1a over the UTF-16 units of a word. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193);
  return mixed(hash);
}

function joined(sum: number, hash: number): number {
  return (Math.imul(sum, 0x9e3779b1) + hash) | 0;
}

/** The last step of MurmurHash3: every bit of the value changes every bit of what comes out. */
function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

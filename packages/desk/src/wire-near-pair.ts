import type { FiledPrint } from './wire-near-ports.ts';
import type { NearPrint } from './wire-near-print.ts';
import { MOST_SHINGLES } from './wire-near-print.ts';

/** How much two texts have in common; shares from 0 to 1. */
export interface NearShare {
  /** Shingles compared of the text that has fewer. */
  readonly compared: number;
  /** The share of the shorter text that stands in the longer, and of the longer that stands in the shorter. */
  readonly ofShorter: number;
  readonly ofLonger: number;
  /** The share of what both begin with. */
  readonly ofOpening: number;
  /** Of the shingles with numbers that stand in both: how many, and how many have other numbers. */
  readonly numbered: number;
  readonly otherNumbers: number;
}

/** Compares two texts by their prints; which comes first makes no difference. */
export function shareOf(one: NearPrint, other: NearPrint): NearShare {
  const end = Math.min(endOf(one), endOf(other));
  const [a, b] = [within(one.shingles, end), within(other.shingles, end)];
  const { both, open, same } = common(a, b);
  const [fewer, more] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  const begun = other.opening.reduce((sum, shingle) => sum + Number(one.opening.includes(shingle)), 0);
  return {
    compared: fewer,
    ofShorter: fewer === 0 ? 0 : both / fewer,
    ofLonger: more === 0 ? 0 : both / more,
    ofOpening: begun / Math.max(one.opening.length, other.opening.length, 1),
    numbered: open,
    otherNumbers: open - same,
  };
}

/** The least share of the shorter text, by how much of it could be compared: of a few words many are alike by chance. */
const LEAST = { few: 12, atFew: 0.9, many: 60, atMany: 0.7, begunAlike: 0.4 };
/** The least of the longer text where both begin otherwise: a digest of the day holds many stories whole, and is none. */
const LEAST_OF_LONGER = 0.3;
/** Where they begin alike and this much of the longer is shared, less of the shorter will do. */
const MUCH_OF_LONGER = 0.25;
const LEAST_OF_OPENING = 0.25;
/** Of what has numbers: where more has others, a form was filled in anew. One alone may be a slip. */
const MOST_OTHER_NUMBERS = 0.25;

/** Whether two texts tell the same in the same words: one is the other cut, extended or edited. */
export function tellsTheSame(one: NearPrint, other: NearPrint): boolean {
  const { compared, ofShorter, ofLonger, ofOpening, numbered, otherNumbers } = shareOf(one, other);
  if (otherNumbers > Math.max(1, numbered * MOST_OTHER_NUMBERS)) return false;
  const beginAlike = ofOpening >= LEAST_OF_OPENING;
  if (!beginAlike && ofLonger < LEAST_OF_LONGER) return false;
  const { few, atFew, many, atMany, begunAlike } = LEAST;
  const isEnough = beginAlike && ofLonger >= MUCH_OF_LONGER ? begunAlike : atMany;
  const shortness = Math.min(1, Math.max(0, (many - compared) / (many - few)));
  return ofShorter >= isEnough + (atFew - isEnough) * shortness;
}

/** Two items made further apart than this, in ms, are not grouped: what was true then is sent again. */
export const NEAR_WITHIN = 3 * 24 * 60 * 60 * 1_000;

/** Whether two items are near-duplicates of each other: also one that is not looked up by a mark must share one. */
export function isNear(
  one: Pick<FiledPrint, 'made' | 'print'>,
  other: Pick<FiledPrint, 'made' | 'print'>,
): boolean {
  const apart = Math.abs(Date.parse(one.made) - Date.parse(other.made));
  return apart <= NEAR_WITHIN && shareMark(one.print, other.print) && tellsTheSame(one.print, other.print);
}

/** Whether one would be found by the other. */
export function shareMark(one: NearPrint, other: NearPrint): boolean {
  return one.marks.some((mark) => other.marks.includes(mark));
}

/** The value up to which a print has every shingle of its text. */
function endOf({ shingles }: NearPrint): number {
  return shingles.length < MOST_SHINGLES ? Number.POSITIVE_INFINITY : (shingles.at(-1) ?? 0);
}

function within(shingles: Uint32Array, end: number): Uint32Array {
  if ((shingles.at(-1) ?? 0) <= end) return shingles;
  const first = shingles.findIndex((shingle) => shingle > end);
  return shingles.subarray(0, first);
}

interface Common {
  /** Shingles in both. */
  both: number;
  /** Shingles with numbers that are in both if numbers are left open, and those whose numbers are the same too. */
  open: number;
  same: number;
}

/** A walk along two rows of shingles in their order, one set of words after the other. */
function common(a: Uint32Array, b: Uint32Array): Common {
  const sum: Common = { both: 0, open: 0, same: 0 };
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [(a[i] ?? 0) >>> 8, (b[j] ?? 0) >>> 8];
    if (x < y) i++;
    else if (y < x) j++;
    else {
      const [iEnd, jEnd] = [wordsEnd(a, i), wordsEnd(b, j)];
      if (iEnd - i === 1 && jEnd - j === 1) countOne(a[i] ?? 0, b[j] ?? 0, sum);
      else countAll(a.subarray(i, iEnd), b.subarray(j, jEnd), sum);
      [i, j] = [iEnd, jEnd];
    }
  }
  return sum;
}

function wordsEnd(shingles: Uint32Array, from: number): number {
  const words = (shingles[from] ?? 0) >>> 8;
  let end = from + 1;
  while (end < shingles.length && (shingles[end] ?? 0) >>> 8 === words) end++;
  return end;
}

/** Adds two shingles of the same words: what nearly all are. */
function countOne(a: number, b: number, sum: Common): void {
  const isSame = a === b;
  if (isSame) sum.both++;
  if (!hasNumber(a) || !hasNumber(b)) return;
  sum.open++;
  if (isSame) sum.same++;
}

/** Adds all shingles of the same words, which stand in one text with several numbers. */
function countAll(a: Uint32Array, b: Uint32Array, sum: Common): void {
  const same = a.filter((shingle) => b.includes(shingle));
  sum.both += same.length;
  sum.same += same.filter(hasNumber).length;
  sum.open += Math.min(a.filter(hasNumber).length, b.filter(hasNumber).length);
}

function hasNumber(shingle: number): boolean {
  return (shingle & 0xff) !== 0;
}

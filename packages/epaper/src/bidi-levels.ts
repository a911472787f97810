import bidiFactory from 'bidi-js';
import type { Direction } from './face.ts';

/** Letters that run from the right, and signs that turn the direction (UAX 9): without one a line has one level. */
const TURNING =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const bidi = bidiFactory();

/** The level of each UTF-16 unit of a line (UAX 9): odd ones run from the right. None where all run from the left. */
export function bidiLevels(text: string, direction: Direction): ArrayLike<number> | undefined {
  if (direction === 'ltr' && !TURNING.test(text)) return undefined;
  return bidi.getEmbeddingLevels(text, direction).levels;
}

/** A text as its glyphs look where it runs from the right: brackets are turned round (UAX 9, L4). */
export function mirrored(text: string): string {
  return Array.from(text, (sign) => bidi.getMirroredCharacter(sign) ?? sign).join('');
}

/** Puts what a line is made of into the order in which it is seen, from left to right (UAX 9, L2). */
export function visualOrder<T extends { readonly level: number }>(parts: readonly T[]): readonly T[] {
  const order = [...parts];
  const levels = parts.map(({ level }) => level);
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1));
  for (let level = Math.max(0, ...levels); level >= lowestOdd; level--) reverseFrom(order, level);
  return order;
}

/** Turns round every run of parts of a level or above it. */
function reverseFrom<T extends { readonly level: number }>(order: T[], level: number): void {
  let from = 0;
  while (from < order.length) {
    let to = from;
    while ((order[to]?.level ?? -1) >= level) to++;
    if (to > from + 1) order.splice(from, to - from, ...order.slice(from, to).toReversed());
    from = to + 1;
  }
}

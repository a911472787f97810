import type { Copyfit, Cut, SetBlock } from './copyfit.ts';
import { isJoined, NEVER, priceOf } from './copyfit.ts';
import type { IssueBlock } from './issue-story.ts';
import type { SetLine } from './line.ts';

/** A line of a story with the block it is of. */
export interface FilledLine {
  readonly block: SetBlock;
  readonly line: SetLine;
  /** Its place among the lines of its block, and how many there are. */
  readonly at: number;
  readonly of: number;
}

/** A story's lines as its legs hold them. */
export interface Filled {
  readonly lines: readonly FilledLine[];
  /** Lines cut from its end. */
  readonly lost: number;
  /** Lines left empty at its end. */
  readonly empty: number;
}

/** Points of what is wrong where one leg ends and the next begins. */
const WIDOW = 16;
const ORPHAN = 2.5;
const PARTED_CROSSHEAD = 200;
const CROSSHEAD_AT_FOOT = 60;
const PARTED_TABLE = 12;
const EMPTY_LINE = 9;
const MOST_EMPTY = 3;
/** Cuts near enough to the number of lines wanted to be tried. */
const REACH = 12;
const MOST_CUTS = 32;

/**
 * Sets a story in legs of so many lines each, to the last line: which way each paragraph is set is chosen so that no
 * leg begins with the last line of a paragraph. Nothing where the text cannot be brought to that length.
 */
export function fillLegs(fit: Copyfit, legs: readonly number[]): Filled | undefined {
  const wanted = legs.reduce((sum, leg) => sum + leg, 0);
  const ends = endsOf(legs);
  const near = fit.cuts
    .filter(({ lines }) => Math.abs(lines - wanted) <= REACH)
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, MOST_CUTS);
  let best: (Filling & { readonly cut: Cut; readonly cost: number }) | undefined;
  for (const cut of near) {
    if (best && cut.cost >= best.cost) break;
    const filling = countsFor(cut.blocks, ends, wanted);
    if (!filling) continue;
    const cost = cut.cost + filling.price;
    if (!best || cost < best.cost) best = { ...filling, cut, cost };
  }
  if (!best) return undefined;
  const { cut, counts, empty } = best;
  return { lines: linesOf(cut.blocks, counts), lost: cut.lost, empty };
}

/** Lines after which a leg ends, the last leg left out. */
function endsOf(legs: readonly number[]): ReadonlySet<number> {
  const ends = new Set<number>();
  let at = 0;
  for (const leg of legs.slice(0, -1)) {
    at += leg;
    ends.add(at);
  }
  return ends;
}

/** The lines of blocks, each set in so many. */
export function linesOf(blocks: readonly SetBlock[], counts: readonly number[]): readonly FilledLine[] {
  return blocks.flatMap((block, i) => {
    const lines = block.galley.lines(counts[i] ?? block.lines);
    return lines.map((line, at) => ({ block, line, at, of: lines.length }));
  });
}

interface Filling {
  readonly counts: readonly number[];
  readonly price: number;
  readonly empty: number;
}

interface Step {
  readonly price: number;
  readonly count: number;
  readonly before: Step | undefined;
}

/** How many lines each block is set in, so that all come to what is wanted at the least price. */
function countsFor(
  blocks: readonly SetBlock[],
  ends: ReadonlySet<number>,
  wanted: number,
): Filling | undefined {
  let reached: ReadonlyMap<number, Step> = new Map([[0, { price: 0, count: 0, before: undefined }]]);
  for (const block of blocks) reached = reachedAfter(block, reached, { ends, wanted });
  for (let empty = 0; empty <= MOST_EMPTY; empty++) {
    const last = reached.get(wanted - empty);
    if (last) return { counts: countsUpTo(last), price: last.price + empty * EMPTY_LINE, empty };
  }
  return undefined;
}

interface Goal {
  readonly ends: ReadonlySet<number>;
  readonly wanted: number;
}

/** How far a block brings the text from every place the blocks before it may end. */
function reachedAfter(
  block: SetBlock,
  reached: ReadonlyMap<number, Step>,
  goal: Goal,
): ReadonlyMap<number, Step> {
  const next = new Map<number, Step>();
  const steps = [...reached].flatMap(([from, before]) =>
    block.galley.counts.map(({ lines }) => ({ from, before, count: lines, to: from + lines })),
  );
  for (const { from, before, count, to } of steps) {
    if (to > goal.wanted) continue;
    const setting = priceOf(block, count - block.lines) ?? NEVER;
    const price = before.price + setting + breakPrice(block, { from, to, ends: goal.ends });
    if (price < (next.get(to)?.price ?? NEVER)) next.set(to, { price, count, before });
  }
  return next;
}

function countsUpTo(last: Step): readonly number[] {
  const counts: number[] = [];
  for (let step: Step = last; step.before; step = step.before) counts.unshift(step.count);
  return counts;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly ends: ReadonlySet<number>;
}

/** What it costs that a leg ends behind a block: a crosshead needs its text, a table its rows. */
function footPrice(block: IssueBlock): number {
  if (block.kind === 'crosshead') return CROSSHEAD_AT_FOOT;
  if (block.row?.isHead) return CROSSHEAD_AT_FOOT;
  return isJoined(block) ? PARTED_TABLE : 0;
}

/** What it costs that legs end within a block, or right behind it. */
function breakPrice({ block }: SetBlock, { from, to, ends }: Stretch): number {
  const isWhole = block.kind !== 'paragraph';
  let price = ends.has(to) ? footPrice(block) : 0;
  for (let end = from + 1; end < to; end++) {
    if (!ends.has(end)) continue;
    if (isWhole) price += PARTED_CROSSHEAD;
    if (end - from === 1) price += ORPHAN;
    if (to - end === 1) price += WIDOW;
  }
  return price;
}

import type { Copyfit, SetBlock } from './copyfit.ts';
import { isJoined } from './copyfit.ts';
import type { FilledLine } from './fill.ts';
import { linesOf } from './fill.ts';
import type { IssueBlock } from './issue-story.ts';
import type { Run } from './piece.ts';

/** A story parted: the lines before its jump, and the copy that goes on elsewhere. */
export interface Jump {
  readonly lines: readonly FilledLine[];
  readonly rest: readonly IssueBlock[];
}

/** Points of a jump on a hyphen, of a lone line of a paragraph before it or behind it, and between two paragraphs. */
const ON_HYPHEN = 40;
const LONE_BEFORE = 2;
const LONE_BEHIND = 6;
const BETWEEN = 3;
const AT_CROSSHEAD = 20;
const RESET = 0.5;

/**
 * Parts a story after so many lines, best in the middle of a sentence: a reader who has begun one turns the page
 * for its end. One paragraph before the jump may be set a line longer or shorter for it.
 */
export function jumpAfter(fit: Copyfit, wanted: number): Jump | undefined {
  const best = fit.blocks.map(({ lines }) => lines);
  let found = partAt(fit.blocks, best, wanted);
  for (const [i, block] of fit.blocks.entries()) {
    if (!found || found.cost <= RESET) break;
    for (const { lines } of block.galley.counts) {
      const other = partAt(fit.blocks, best.with(i, lines), wanted);
      if (other && other.cost + RESET < found.cost) found = other;
    }
  }
  if (!found) return undefined;
  return { lines: linesOf(fit.blocks, found.counts).slice(0, wanted), rest: restOf(fit.blocks, found) };
}

interface Part {
  readonly counts: readonly number[];
  /** The block in which the jump falls, and lines of it that stand before. */
  readonly block: number;
  readonly before: number;
  readonly cost: number;
}

function partAt(blocks: readonly SetBlock[], counts: readonly number[], wanted: number): Part | undefined {
  let at = 0;
  for (const [block, one] of blocks.entries()) {
    const count = counts[block] ?? one.lines;
    const before = wanted - at;
    if (before < count) return { counts, block, before, cost: costOf(blocks, { block, before, count }) };
    at += count;
  }
  return undefined;
}

interface Where {
  readonly block: number;
  readonly before: number;
  readonly count: number;
}

function costOf(blocks: readonly SetBlock[], { block, before, count }: Where): number {
  const one = blocks[block];
  const joined = blocks[block - 1]?.block;
  if (before === 0) return joined && isJoined(joined) ? AT_CROSSHEAD + BETWEEN : BETWEEN;
  if (one?.block.kind !== 'paragraph') return AT_CROSSHEAD;
  const last = one.galley.lines(count)[before - 1]?.spans.at(-1)?.text ?? '';
  return (
    (/[-\u2010]$/.test(last) ? ON_HYPHEN : 0) +
    (before === 1 ? LONE_BEFORE : 0) +
    (count - before === 1 ? LONE_BEHIND : 0)
  );
}

function restOf(blocks: readonly SetBlock[], { counts, block, before }: Part): readonly IssueBlock[] {
  const parted = blocks[block];
  const after = blocks.slice(block + 1).map((one) => one.block);
  if (!parted) return after;
  if (before === 0) return [parted.block, ...after];
  const next = parted.galley.lines(counts[block] ?? parted.lines)[before];
  const start = next?.from ?? 0;
  const { row: _, ...own } = parted.block;
  // What is left of a row is no row of its table any more.
  const kind = own.kind === 'row' ? 'paragraph' : own.kind;
  return [{ ...own, kind, runs: runsFrom(own.runs, start), start: (own.start ?? 0) + start }, ...after];
}

function runsFrom(runs: readonly Run[], start: number): readonly Run[] {
  let from = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - from));
    from += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

import type { Piece } from './piece.ts';

/** How lines of a paragraph may be set. */
export interface Setting {
  /** Width of a line, in points. */
  readonly measure: number;
  /** Of the first line, in points. */
  readonly indent: number;
  /** Width of a word space as the face has it, in points. */
  readonly space: number;
  /** Width of a hyphen, in points. */
  readonly hyphen: number;
  /** Size of the type, in points. */
  readonly size: number;
}

/** One way to set a paragraph: in so many lines, at so many demerits. */
export interface LineCount {
  readonly lines: number;
  readonly demerits: number;
}

/** A paragraph broken into lines in every way that is worth having, best first. */
export interface Broken {
  readonly counts: readonly LineCount[];
  /** Where each line of the way with so many lines ends: the number of the piece after it. */
  endsOf(lines: number): readonly number[];
}

/**
 * How far a line may give. `stretch` and `shrink` are parts of a word space; `widen` is the part by which letters may
 * be drawn wider or narrower; `track` points of space between letters for each point of size.
 */
export const GIVE = { stretch: 0.6, shrink: 0.25, widen: 0.02, track: 0.018 } as const;

/** Hyphens at the ends of lines in a row at the most. */
export const LADDER = 2;

/** Demerits (Knuth and Plass 1981): of a hyphen, of one after another, of a word parted at its own dash, of ends. */
const HYPHEN = 5_200;
const HYPHENS_IN_A_ROW = 9_000;
const DASH = 900;
const STUB = 6_000;
const HYPHEN_BEFORE_LAST = 2_500;
/** A last line shorter than this part of the measure is a stub. */
const STUB_PART = 0.18;
/** Ways of different length kept at each place a line may end. */
const WAYS = 3;
/** How loose lines may be, tried in turn: parts of what they give. What nothing fits is set as loose as it must be. */
const TOLERANCES = [4, 12, Number.POSITIVE_INFINITY] as const;

interface Way {
  readonly demerits: number;
  /** Where its last line begins, and which way led there. */
  readonly from: number;
  readonly before: Way | undefined;
  readonly lines: number;
  /** Hyphens in a row at its end. */
  readonly ladder: number;
}

/**
 * Breaks a paragraph into lines by the least demerits, for its best number of lines and for those near it (Knuth and
 * Plass 1981, with one active way for each number of lines instead of one for each fitness class).
 */
export function breakLines(pieces: readonly Piece[], setting: Setting): Broken {
  const sums = sumsOf(pieces);
  for (const tolerance of TOLERANCES) {
    const ways = waysAtEnd(pieces, sums, { setting, tolerance });
    if (ways.length > 0) return broken(ways);
  }
  return broken([{ demerits: 0, from: 0, before: undefined, lines: 0, ladder: 0 }]);
}

function broken(ways: readonly Way[]): Broken {
  const best = ways.toSorted((a, b) => a.demerits - b.demerits || a.lines - b.lines);
  const ends = new Map(ways.map((way) => [way.lines, way]));
  return {
    counts: best.map(({ lines, demerits }) => ({ lines, demerits })),
    endsOf: (lines) => endsBefore(ends.get(lines)),
  };
}

function endsBefore(last: Way | undefined): readonly number[] {
  const ends: number[] = [];
  for (let way = last; way?.before; way = way.before) ends.unshift(way.from);
  return ends;
}

/** Sums over the pieces before each one, so that any line is measured by two differences. */
interface Sums {
  readonly widths: Float64Array;
  readonly spaces: Int32Array;
  readonly signs: Int32Array;
}

function sumsOf(pieces: readonly Piece[]): Sums {
  const n = pieces.length;
  const sums = {
    widths: new Float64Array(n + 1),
    spaces: new Int32Array(n + 1),
    signs: new Int32Array(n + 1),
  };
  pieces.forEach(({ width, after, text }, i) => {
    sums.widths[i + 1] = (sums.widths[i] ?? 0) + width;
    sums.spaces[i + 1] = (sums.spaces[i] ?? 0) + (after === 'space' ? 1 : 0);
    sums.signs[i + 1] = (sums.signs[i] ?? 0) + text.length;
  });
  return sums;
}

interface Limits {
  readonly setting: Setting;
  readonly tolerance: number;
}

function waysAtEnd(pieces: readonly Piece[], sums: Sums, limits: Limits): readonly Way[] {
  const at: (readonly Way[])[] = [[{ demerits: 0, from: 0, before: undefined, lines: 0, ladder: 0 }]];
  pieces.forEach((piece, i) => {
    at.push(piece.after === 'no' && i < pieces.length - 1 ? [] : waysTo(i + 1, at, { pieces, sums, limits }));
  });
  return at.at(-1) ?? [];
}

interface Breaking {
  readonly pieces: readonly Piece[];
  readonly sums: Sums;
  readonly limits: Limits;
}

/** The best ways to end a line before piece `to`, one for each number of lines. */
function waysTo(to: number, at: readonly (readonly Way[])[], breaking: Breaking): readonly Way[] {
  const { pieces } = breaking;
  const isLast = to === pieces.length;
  const after = pieces[to - 1]?.after ?? 'no';
  const best = new Map<number, Way>();
  for (let from = to - 1; from >= 0; from--) {
    const ways = at[from] ?? [];
    const line = fit(from, to, breaking);
    if (line === 'too-long') break;
    if (line === undefined) continue;
    for (const before of ways) {
      const ladder = after === 'hyphen' ? before.ladder + 1 : 0;
      if (ladder > LADDER) continue;
      const demerits = before.demerits + line + joints(before, { ladder, isLast });
      const known = best.get(before.lines + 1);
      if (!known || demerits < known.demerits)
        best.set(before.lines + 1, { demerits, from: to, before, lines: before.lines + 1, ladder });
    }
  }
  const ways = [...best.values()];
  return ways.length <= WAYS ? ways : ways.toSorted((a, b) => a.demerits - b.demerits).slice(0, WAYS);
}

function joints(
  before: Way,
  { ladder, isLast }: { readonly ladder: number; readonly isLast: boolean },
): number {
  const row = ladder > 1 ? HYPHENS_IN_A_ROW : 0;
  return isLast && before.ladder > 0 ? row + HYPHEN_BEFORE_LAST : row;
}

/** Demerits of one line; nothing where it does not fit, `too-long` where no earlier beginning would either. */
function fit(from: number, to: number, { pieces, sums, limits }: Breaking): number | 'too-long' | undefined {
  const { setting, tolerance } = limits;
  const after = pieces[to - 1]?.after ?? 'no';
  const isLast = to === pieces.length;
  const spaces = (sums.spaces[to - 1] ?? 0) - (sums.spaces[from] ?? 0);
  const letters =
    (sums.widths[to] ?? 0) - (sums.widths[from] ?? 0) + (after === 'hyphen' ? setting.hyphen : 0);
  const measure = setting.measure - (from === 0 ? setting.indent : 0);
  const natural = letters + spaces * setting.space;
  const shrink = spaces * setting.space * GIVE.shrink + letters * GIVE.widen;
  const isAlone = from === to - 1;
  if (natural - shrink > measure + 1e-6 && !isAlone)
    return natural - shrink - measure > 40 ? 'too-long' : undefined;
  const signs = (sums.signs[to] ?? 0) - (sums.signs[from] ?? 0);
  const stretch =
    spaces * setting.space * GIVE.stretch + letters * GIVE.widen + signs * setting.size * GIVE.track;
  const ratio =
    natural > measure
      ? (measure - natural) / Math.max(shrink, 1e-6)
      : isLast
        ? 0
        : (measure - natural) / stretch;
  if (ratio > tolerance) return undefined;
  const badness = Math.min(1e5, 100 * Math.abs(ratio) ** 3);
  const own = after === 'hyphen' ? HYPHEN : after === 'dash' ? DASH : 0;
  const stub = isLast && from > 0 && natural < measure * STUB_PART ? STUB : 0;
  return (10 + badness) ** 2 + own + stub;
}

import type { Sides } from './merge-part.ts';
import type { Passage } from './merge-passage.ts';
import { longestRise } from './rise.ts';

/** The order of passages after a merge, by their numbers, and which of them their side moved. */
export interface MergedOrder {
  readonly order: readonly number[];
  readonly moved: ReadonlySet<number>;
}

/**
 * Puts passages in order: in ours, but for what their side alone moved or brought in, which stands behind whatever
 * it stands behind there. Of what both brought in at one place, ours comes first; of what both moved, our place holds.
 */
export function mergedOrder(passages: readonly Passage[]): MergedOrder {
  const firsts = passages.map(firstOf);
  const ours = sorted(firsts, 'ours');
  const theirs = sorted(firsts, 'theirs');
  const movedHere = movedOf(ours, firsts);
  const movedThere = movedOf(theirs, firsts);
  const isPlaced = (at: number) =>
    firsts[at]?.ours === undefined || (movedThere.has(at) && !movedHere.has(at));
  const row = new Row(ours.filter((at) => !isPlaced(at)));
  const isOursAlone = (at: number) => firsts[at]?.base === undefined && firsts[at]?.theirs === undefined;
  let anchor: number | undefined;
  const moved = new Set<number>();
  for (const at of theirs) {
    if (isPlaced(at)) {
      row.insert(at, row.skip(anchor, isOursAlone));
      if (movedThere.has(at)) moved.add(at);
    } else if (movedHere.has(at)) continue;
    anchor = at;
  }
  return { order: row.all(), moved };
}

type First = Partial<Sides<number>>;

function firstOf({ base, ours, theirs }: Passage): First {
  const first = (name: keyof Passage, numbers: readonly number[]) =>
    numbers[0] === undefined ? {} : { [name]: numbers[0] };
  return { ...first('base', base), ...first('ours', ours), ...first('theirs', theirs) };
}

/** The passages a side has, as it has them. */
function sorted(firsts: readonly First[], side: 'ours' | 'theirs'): readonly number[] {
  return [...firsts.keys()]
    .filter((at) => firsts[at]?.[side] !== undefined)
    .toSorted((a, b) => (firsts[a]?.[side] ?? 0) - (firsts[b]?.[side] ?? 0));
}

/** The passages that stand in another order than in the base: as few as explain it. */
function movedOf(row: readonly number[], firsts: readonly First[]): ReadonlySet<number> {
  const known = row.filter((at) => firsts[at]?.base !== undefined);
  const stay = new Set(longestRise(known.map((at) => firsts[at]?.base)).map((i) => known[i]));
  return new Set(known.filter((at) => !stay.has(at)));
}

/** A row in which each knows who stands behind it. */
class Row {
  readonly #next = new Map<number | undefined, number | undefined>();

  constructor(row: readonly number[]) {
    let last: number | undefined;
    for (const at of row) {
      this.#next.set(last, at);
      last = at;
    }
    this.#next.set(last, undefined);
  }

  insert(at: number, behind: number | undefined): void {
    this.#next.set(at, this.#next.get(behind));
    this.#next.set(behind, at);
  }

  /** The last of those that follow one (or begin the row) and are such. */
  skip(from: number | undefined, isSuch: (at: number) => boolean): number | undefined {
    let at = from;
    for (let next = this.#next.get(at); next !== undefined && isSuch(next); next = this.#next.get(at))
      at = next;
    return at;
  }

  all(): readonly number[] {
    const row: number[] = [];
    for (let at = this.#next.get(undefined); at !== undefined; at = this.#next.get(at)) row.push(at);
    return row;
  }
}

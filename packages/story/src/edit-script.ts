/** Words, or whatever two lists are compared by. */
export type Keys = readonly string[];

/** A run of keys that two lists share: where it begins in each, and how long it is. */
export interface Stretch {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/**
 * Edits after which a difference is given up and told as one removal and one addition: whoever reads such a
 * difference would see no sense in its pieces, and time grows with the square of this.
 */
export const MOST_EDITS = 800;

/** Stands for a diagonal that no edit has led to. */
const NOWHERE = -2;

interface Sides {
  readonly a: Keys;
  readonly b: Keys;
}

/**
 * What two lists share, in the order of both: the rest is the shortest script of edits from one to the other
 * (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986). No two stretches touch in both lists.
 */
export function sharedStretches(before: Keys, after: Keys, mostEdits = MOST_EDITS): readonly Stretch[] {
  const start = sharedStart(before, after);
  const end = sharedEnd(before.slice(start), after.slice(start));
  const inner = { a: before.slice(start, before.length - end), b: after.slice(start, after.length - end) };
  const found = innerStretches(inner, mostEdits).map((one) => ({
    before: one.before + start,
    after: one.after + start,
    length: one.length,
  }));
  return joined([
    { before: 0, after: 0, length: start },
    ...found,
    { before: before.length - end, after: after.length - end, length: end },
  ]);
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = [];
  for (const stretch of stretches) {
    if (stretch.length === 0) continue;
    const last = whole.at(-1);
    const isMore =
      last && last.before + last.length === stretch.before && last.after + last.length === stretch.after;
    if (isMore) whole.splice(-1, 1, { ...last, length: last.length + stretch.length });
    else whole.push(stretch);
  }
  return whole;
}

function sharedStart(a: Keys, b: Keys): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

function sharedEnd(a: Keys, b: Keys): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

/**
 * How far along `a` each diagonal has come; a diagonal is known by x in `a` minus y in `b`, and the one of 0 stands
 * in the middle.
 */
type Reach = Int32Array;

/** Before the first edit, an addition would lead to the beginning of both sides. */
const START: Reach = Int32Array.of(NOWHERE, NOWHERE, 0);

/** The stretches between the edits; none where there are more edits than the limit. */
function innerStretches(sides: Sides, mostEdits: number): readonly Stretch[] {
  const { a, b } = sides;
  const trail: Reach[] = [];
  let reach = START;
  for (let edits = 0; edits <= Math.min(mostEdits, a.length + b.length); edits++) {
    const next = new Int32Array(2 * edits + 1).fill(NOWHERE);
    trail.push(next);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const x = slide(sides, furthest(reach, diagonal), diagonal);
      next[edits + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length) return retraced(sides, trail);
    }
    reach = next;
  }
  return [];
}

/** Where a reach has a diagonal; where it has not come to one, further back than any edit leads from. */
function reached(reach: Reach, diagonal: number): number {
  return reach[(reach.length >> 1) + diagonal] ?? NOWHERE;
}

/** Where an edit onto this diagonal leads furthest: an addition from the one above, or a removal from below. */
function furthest(reach: Reach, diagonal: number): number {
  return Math.max(reached(reach, diagonal + 1), reached(reach, diagonal - 1) + 1);
}

/** Follows a diagonal as long as both sides have the same keys. */
function slide({ a, b }: Sides, from: number, diagonal: number): number {
  let x = from;
  while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
  return x;
}

/** The way back from the end of both sides, told from the beginning. */
function retraced({ a, b }: Sides, trail: readonly Reach[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trail.length - 1; edits > 0; edits--) {
    const reach = trail[edits - 1] ?? START;
    const diagonal = x - y;
    const from = furthest(reach, diagonal);
    stretches.push({ before: from, after: from - diagonal, length: x - from });
    const isAddition = reached(reach, diagonal + 1) === from;
    x = isAddition ? from : from - 1;
    y = x - (isAddition ? diagonal + 1 : diagonal - 1);
  }
  stretches.push({ before: 0, after: 0, length: x });
  return stretches.reverse();
}

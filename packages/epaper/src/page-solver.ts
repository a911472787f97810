import { NEVER } from './copyfit.ts';
import type { Shape, ShapeTable } from './shape.ts';

/** What is to be placed on a page: a story's table of shapes, or that of a block whose sizes are given. */
export interface PageItem {
  readonly table: ShapeTable;
  /** Higher stands above lower. */
  readonly priority: number;
  /** Whether it is fixed, as an advertisement is: no story stands below it. */
  readonly isFixed?: boolean;
}

/** An item in its place, in columns and rows from the page's beginning; rows include the gap below. */
export interface Placed {
  readonly item: number;
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
  readonly shape: Shape | undefined;
}

/** A way to fill a page. */
export interface Layout {
  readonly cost: number;
  readonly placed: readonly Placed[];
}

/** A page to be filled. */
export interface Area {
  readonly columns: number;
  /** Rows, the gap below the last story included. */
  readonly rows: number;
}

/** Items a page may have at the most: every part of them is looked at. */
export const MOST_ITEMS = 9;

/** Points for a story left of a more important one; and for a page that is parted from top to bottom. */
const LESSER_LEFT = 2.5;
const PARTED_PAGE = 1.5;

/**
 * The cheapest ways to fill a page with its items, by slicing it: every item is a rectangle, made by cutting the page
 * across or down, again and again (slicing trees: Otten 1982; shape curves: Stockmeyer 1983). All slicings are looked
 * at, by dynamic programming over parts of the items, widths and heights, so that no better one is missed. Items must
 * come in order of priority, highest first. Gives `most` ways that differ in their first cut; none where nothing fits.
 */
export function solvePage(items: readonly PageItem[], area: Area, most: number): readonly Layout[] {
  if (items.length === 0 || items.length > MOST_ITEMS) return [];
  const solver = new Slicing(items, area);
  return solver.layouts(most);
}

/** Costs by height of one part of the items at one width, and how each came about. */
interface Curve {
  readonly cost: Float64Array;
  /** The first part, the way it was cut and where, in one number; says nothing where the cost is `NEVER`. */
  readonly cut: Int32Array;
  low: number;
  high: number;
}

/** What a height costs, and the cut by which it does. */
interface Way {
  readonly cost: number;
  readonly cut: number;
}

interface RootCut {
  readonly cost: number;
  readonly part: number;
  readonly isAcross: boolean;
  readonly at: number;
}

/** Where the curves of a page are worked out. */
interface Room {
  readonly cost: Float64Array;
  readonly cut: Int32Array;
}

let room: Room = { cost: new Float64Array(), cut: new Int32Array() };

/** Room for so many heights, each at no cost yet: the same for every page, as one is solved before the next begins. */
function roomFor(heights: number): Room {
  if (room.cost.length < heights) room = { cost: new Float64Array(heights), cut: new Int32Array(heights) };
  room.cost.fill(NEVER, 0, heights);
  return room;
}

const ACROSS = 0;
const DOWN = 1;

class Slicing {
  readonly #items: readonly PageItem[];
  readonly #area: Area;
  readonly #all: number;
  readonly #fixed: number;
  /** By part of the items, then by width. */
  readonly #curves: (Curve | undefined)[][];
  readonly #roots: RootCut[] = [];
  readonly #room: Room;

  constructor(items: readonly PageItem[], area: Area) {
    this.#items = items;
    this.#area = area;
    this.#all = (1 << items.length) - 1;
    this.#room = roomFor((this.#all + 1) * area.columns * (area.rows + 1));
    this.#fixed = items.reduce((mask, { isFixed }, i) => (isFixed ? mask | (1 << i) : mask), 0);
    this.#curves = Array.from({ length: this.#all + 1 }, () => []);
    for (let part = 1; part <= this.#all; part++) this.#solvePart(part);
  }

  layouts(most: number): readonly Layout[] {
    const { rows, columns } = this.#area;
    if (this.#items.length === 1) {
      const cost = this.#curves[1]?.[columns]?.cost[rows] ?? NEVER;
      return cost < NEVER ? [{ cost, placed: this.#placedAt(1, { x: 0, y: 0, columns, rows }) }] : [];
    }
    return this.#roots
      .toSorted((a, b) => a.cost - b.cost || a.part - b.part || a.at - b.at)
      .slice(0, most)
      .map(({ cost, part, isAcross, at }) => {
        const whole = { x: 0, y: 0, columns, rows };
        const cut = { part, way: isAcross ? ACROSS : DOWN, at };
        return { cost, placed: this.#placedBy(this.#all, cut, whole) };
      });
  }

  #solvePart(part: number): void {
    const isAlone = (part & (part - 1)) === 0;
    const { columns } = this.#area;
    for (let width = 1; width <= columns; width++) {
      if (part === this.#all && !isAlone && width < columns) continue;
      const curve = this.#emptyCurve(part, width);
      if (isAlone) this.#fromTable(curve, part, width);
      else if (part === this.#all) this.#rootCuts();
      else this.#cutsOf(curve, part, width);
      const curves = this.#curves[part];
      if (curves && curve.high >= 0) curves[width] = curve;
    }
  }

  #emptyCurve(part: number, width: number): Curve {
    const heights = this.#area.rows + 1;
    const from = (part * this.#area.columns + width - 1) * heights;
    return {
      cost: this.#room.cost.subarray(from, from + heights),
      cut: this.#room.cut.subarray(from, from + heights),
      low: heights,
      high: -1,
    };
  }

  #fromTable(curve: Curve, part: number, width: number): void {
    const costs = this.#items[Math.log2(part)]?.table.cost[width];
    if (!costs) return;
    for (let height = 1; height <= this.#area.rows && height < costs.length; height++) {
      const cost = costs[height] ?? NEVER;
      if (cost < NEVER) set(curve, height, { cost, cut: 0 });
    }
  }

  #cutsOf(curve: Curve, part: number, width: number): void {
    for (let first = (part - 1) & part; first > 0; first = (first - 1) & part) {
      const rest = part ^ first;
      if (this.#mayStandAbove(part, first, rest)) this.#addAcross(curve, { first, rest, width });
      const price = this.#priceOfLeft(part, first);
      for (let left = 1; left < width; left++)
        this.#addDown(curve, { first, rest, left, right: width - left, price });
    }
  }

  /** What holds the most important item stands above; what is fixed stands below every story. */
  #mayStandAbove(part: number, first: number, rest: number): boolean {
    if ((first & (part & -part)) === 0) return false;
    return (first & this.#fixed) === 0 || (rest & ~this.#fixed) === 0;
  }

  #priceOfLeft(part: number, first: number): number {
    return (first & (part & -part)) === 0 ? LESSER_LEFT : 0;
  }

  #addAcross(
    curve: Curve,
    { first, rest, width }: { readonly first: number; readonly rest: number; readonly width: number },
  ): void {
    const [above, below] = [this.#curves[first]?.[width], this.#curves[rest]?.[width]];
    if (!above || !below) return;
    const { rows } = this.#area;
    for (let a = above.low; a <= above.high; a++) {
      const cost = above.cost[a] ?? NEVER;
      if (cost >= NEVER) continue;
      const cut = (first << 12) | (ACROSS << 11) | a;
      const last = Math.min(below.high, rows - a);
      for (let b = below.low; b <= last; b++) {
        const both = cost + (below.cost[b] ?? NEVER);
        if (both < (curve.cost[a + b] ?? 0)) set(curve, a + b, { cost: both, cut });
      }
    }
  }

  #addDown(
    curve: Curve,
    {
      first,
      rest,
      left,
      right,
      price,
    }: {
      readonly first: number;
      readonly rest: number;
      readonly left: number;
      readonly right: number;
      readonly price: number;
    },
  ): void {
    const [before, after] = [this.#curves[first]?.[left], this.#curves[rest]?.[right]];
    if (!before || !after) return;
    const cut = (first << 12) | (DOWN << 11) | left;
    const last = Math.min(before.high, after.high);
    for (let height = Math.max(before.low, after.low); height <= last; height++) {
      const both = (before.cost[height] ?? NEVER) + (after.cost[height] ?? NEVER) + price;
      if (both < (curve.cost[height] ?? 0)) set(curve, height, { cost: both, cut });
    }
  }

  /** Every first cut of the whole page is kept: the cheapest page is not always the best looking. */
  #rootCuts(): void {
    const { rows, columns } = this.#area;
    const all = this.#all;
    for (let first = (all - 1) & all; first > 0; first = (first - 1) & all) {
      const rest = all ^ first;
      if (this.#mayStandAbove(all, first, rest)) {
        const [above, below] = [this.#curves[first]?.[columns], this.#curves[rest]?.[columns]];
        for (let a = above?.low ?? 1; above && below && a <= above.high; a++)
          this.#root({
            cost: (above.cost[a] ?? NEVER) + (below.cost[rows - a] ?? NEVER),
            part: first,
            isAcross: true,
            at: a,
          });
      }
      const price = this.#priceOfLeft(all, first) + PARTED_PAGE;
      for (let left = 1; left < columns; left++) {
        const before = this.#curves[first]?.[left]?.cost[rows] ?? NEVER;
        const after = this.#curves[rest]?.[columns - left]?.cost[rows] ?? NEVER;
        this.#root({ cost: before + after + price, part: first, isAcross: false, at: left });
      }
    }
  }

  #root(cut: RootCut): void {
    if (cut.cost < NEVER) this.#roots.push(cut);
  }

  #placedAt(part: number, place: Place): readonly Placed[] {
    const { x, y, columns, rows } = place;
    if ((part & (part - 1)) === 0) {
      const item = Math.log2(part);
      return [{ item, x, y, columns, rows, shape: this.#items[item]?.table.shapes[columns]?.[rows] }];
    }
    const cut = this.#curves[part]?.[columns]?.cut[rows] ?? 0;
    return this.#placedBy(part, { part: cut >>> 12, way: (cut >>> 11) & 1, at: cut & 2047 }, place);
  }

  #placedBy(
    whole: number,
    { part, way, at }: { readonly part: number; readonly way: number; readonly at: number },
    place: Place,
  ): readonly Placed[] {
    const { x, y, columns, rows } = place;
    const rest = whole ^ part;
    if (way === ACROSS)
      return [
        ...this.#placedAt(part, { ...place, rows: at }),
        ...this.#placedAt(rest, { x, columns, y: y + at, rows: rows - at }),
      ];
    return [
      ...this.#placedAt(part, { ...place, columns: at }),
      ...this.#placedAt(rest, { y, rows, x: x + at, columns: columns - at }),
    ];
  }
}

type Place = Pick<Placed, 'x' | 'y' | 'columns' | 'rows'>;

function set(curve: Curve, height: number, { cost, cut }: Way): void {
  curve.cost[height] = cost;
  curve.cut[height] = cut;
  if (height < curve.low) curve.low = height;
  if (height > curve.high) curve.high = height;
}

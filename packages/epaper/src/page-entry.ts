import type { Copyfit } from './copyfit.ts';
import { NEVER } from './copyfit.ts';
import type { Design, Role } from './design.ts';
import type { Direction } from './face.ts';
import type { Advertisement } from './issue-input.ts';
import type { Shape, ShapeTable } from './shape.ts';
import { shapeTable } from './shape.ts';

/** Cells of a page, columns by rows, that a story fills: best, and at the least and most it may be asked for. */
export interface Area {
  readonly best: number;
  readonly least: number;
  readonly most: number;
}

/** A story, the end of one, or briefs joined, as a page takes it. */
export interface StoryEntry {
  readonly key: string;
  readonly kind: 'story' | 'turn' | 'briefs';
  readonly fit: Copyfit;
  readonly role: Role;
  readonly priority: number;
  readonly table: ShapeTable;
  readonly area: Area;
  /** Ids of the stories in it. */
  readonly stories: readonly string[];
}

/** A block of given sizes: an advertisement, one of the house's own, or the index. */
export interface FixedEntry {
  readonly key: string;
  readonly kind: 'advertisement' | 'house' | 'index';
  readonly table: ShapeTable;
  readonly area: number;
  readonly advertisement?: Advertisement;
}

/** What a story is on its page. */
export interface Casting {
  readonly kind: StoryEntry['kind'];
  readonly role: Role;
  readonly priority: number;
  readonly stories: readonly string[];
  readonly pageRows: number;
  readonly mayJump?: boolean;
}

/** What entries are made by. */
export interface EntrySetting {
  readonly design: Design;
  readonly direction: Direction;
}

/** Points more than its best shape that a story is asked for at the most. */
const ASKED = 12;

/** A story with every shape it can have in its role. */
export function storyEntry(fit: Copyfit, casting: Casting, setting: EntrySetting): StoryEntry {
  const { kind, role, priority, stories, pageRows, mayJump = false } = casting;
  const table = shapeTable(fit, { ...setting, role, pageRows, mayJump });
  return {
    key: `${kind}-${fit.story.id}`,
    ...{ kind, fit, role, priority, stories, table, area: areaOf(table) },
  };
}

/** Whether a story can stand on a page at all: what has no shape keeps every page from being filled. */
export function canStand({ area }: StoryEntry): boolean {
  return area.best > 0;
}

function areaOf({ cost }: ShapeTable): Area {
  const cells = cost.flatMap((costs, columns) =>
    [...costs].flatMap((price, rows) => (price < NEVER ? [{ price, cells: columns * rows }] : [])),
  );
  const best = cells.reduce((a, b) => (b.price < a.price ? b : a), { price: NEVER, cells: 0 });
  const asked = cells.filter(({ price }) => price <= best.price + ASKED).map((one) => one.cells);
  return { best: best.cells, least: Math.min(...asked), most: Math.max(...asked) };
}

/** A size a fixed block may have: columns, rows with the gap below, and what it costs. */
export type FixedSize = readonly [columns: number, rows: number, cost: number];

/** The table of a block that has one of the sizes given. */
export function fixedTable(sizes: readonly FixedSize[], { sheet }: Design): ShapeTable {
  const heights = sheet.rows + sheet.gap + 1;
  const cost = Array.from({ length: sheet.columns + 1 }, () => new Float64Array(heights).fill(NEVER));
  for (const [columns, rows, price] of sizes) {
    const costs = cost[columns];
    if (costs && rows < heights) costs[rows] = price;
  }
  const shapes = cost.map((): readonly (Shape | undefined)[] => []);
  return { cost, shapes, choices: () => [] };
}

/** Points for a block of the house's own. */
const HOUSE = 9;

/** The index on the front. */
export function indexEntry(design: Design): FixedEntry {
  const { least, most } = design.limits.index;
  const rows = Array.from({ length: most - least + 1 }, (_, i) => least + i);
  const sizes = [1, 2].flatMap((columns) => rows.map((row): FixedSize => [columns, row, columns - 1]));
  return { key: 'index', kind: 'index', area: 24, table: fixedTable(sizes, design) };
}

/** A block of the house's own, of any size: it fills what nothing else does. */
export function houseEntry(design: Design): FixedEntry {
  const { sheet, limits } = design;
  const rows = Array.from(
    { length: sheet.rows - limits.houseRows + 1 },
    (_, i) => limits.houseRows + sheet.gap + i,
  );
  const columns = Array.from({ length: sheet.columns - 1 }, (_, i) => i + 2);
  const sizes = columns.flatMap((wide) =>
    rows.map((row): FixedSize => [wide, row, HOUSE + (wide * row) / 30 + (row > wide * 14 ? 6 : 0)]),
  );
  return { key: 'house', kind: 'house', area: 0, table: fixedTable(sizes, design) };
}

/** A booked advertisement. */
export function advertisementEntry(advertisement: Advertisement, design: Design): FixedEntry {
  const { id, columns, rows } = advertisement;
  const high = rows + design.sheet.gap;
  const table = fixedTable([[columns, high, 0]], design);
  return { key: `advertisement-${id}`, kind: 'advertisement', area: columns * high, table, advertisement };
}

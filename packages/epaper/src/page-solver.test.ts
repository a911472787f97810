import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NEVER } from './copyfit.ts';
import type { Area, PageItem, Placed } from './page-solver.ts';
import { solvePage } from './page-solver.ts';

const AREA: Area = { columns: 3, rows: 8 };

/** Costs of an item by width and height; nothing where it cannot be so. */
const anyCosts = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 9 })),
  { minLength: 1, maxLength: 14 },
);

type Costs = readonly (readonly [number, number, number])[];

function itemOf(costs: Costs, priority: number, isFixed = false): PageItem {
  const cost = Array.from({ length: AREA.columns + 1 }, () => new Float64Array(AREA.rows + 1).fill(NEVER));
  for (const [columns, rows, price] of costs) {
    const row = cost[columns];
    if (row) row[rows] = Math.min(row[rows] ?? NEVER, price);
  }
  return { priority, isFixed, table: { cost, shapes: cost.map(() => []), choices: () => [] } };
}

/** The least cost of filling a place with items, by trying every slicing; the rules are those of `solvePage`. */
function tried(items: readonly PageItem[], { columns, rows }: Area, isRoot = true): number {
  if (items.length === 1) return items[0]?.table.cost[columns]?.[rows] ?? NEVER;
  let best = NEVER;
  for (let mask = 1; mask < (1 << items.length) - 1; mask++) {
    const first = items.filter((_, i) => (mask >> i) & 1);
    const rest = items.filter((_, i) => !((mask >> i) & 1));
    const hasTop = (mask & 1) === 1;
    const isAbove = first.every((item) => !item.isFixed) || rest.every((item) => item.isFixed);
    for (let a = 1; hasTop && isAbove && a < rows; a++)
      best = Math.min(
        best,
        tried(first, { columns, rows: a }, false) + tried(rest, { columns, rows: rows - a }, false),
      );
    const price = (hasTop ? 0 : 2.5) + (isRoot ? 1.5 : 0);
    for (let left = 1; left < columns; left++)
      best = Math.min(
        best,
        tried(first, { columns: left, rows }, false) +
          tried(rest, { columns: columns - left, rows }, false) +
          price,
      );
  }
  return best;
}

function checkTiling(placed: readonly Placed[], { columns, rows }: Area): void {
  const covered = new Set<string>();
  for (const one of placed) {
    for (let x = one.x; x < one.x + one.columns; x++) {
      for (let y = one.y; y < one.y + one.rows; y++) {
        assert.ok(
          x < columns && y < rows && !covered.has(`${x} ${y}`),
          `${x} ${y} is covered twice or outside`,
        );
        covered.add(`${x} ${y}`);
      }
    }
  }
  assert.equal(covered.size, columns * rows, 'a gap');
}

test('the cheapest way it finds is the cheapest there is, and every way fills the page without gap or overlap', () => {
  let solved = 0;
  fc.assert(
    fc.property(fc.array(anyCosts, { minLength: 1, maxLength: 4 }), fc.boolean(), (all, hasFixed) => {
      const items = all.map((costs, i) => itemOf(costs, 10 - i, hasFixed && i > 0 && i === all.length - 1));
      const layouts = solvePage(items, AREA, 1_000);
      const best = tried(items, AREA);
      if (best >= NEVER) {
        assert.deepEqual(layouts, []);
        return;
      }
      solved++;
      assert.ok(Math.abs((layouts[0]?.cost ?? NEVER) - best) < 1e-9, `${layouts[0]?.cost}, not ${best}`);
      for (const { placed } of layouts) {
        checkTiling(placed, AREA);
        assert.deepEqual(
          placed.map(({ item }) => item).toSorted(),
          items.map((_, i) => i),
        );
      }
    }),
    { numRuns: 400 },
  );
  assert.ok(solved > 40, `only ${solved} pages could be filled`);
});

test('the same items give the same ways in the same order', () => {
  const items = [3, 2, 1].map((priority) =>
    itemOf(
      [
        [1, 8, 1],
        [3, 4, 1],
        [3, 2, 1],
        [2, 8, 0],
      ],
      priority,
    ),
  );
  assert.deepEqual(solvePage(items, AREA, 20), solvePage(items, AREA, 20));
});

test('no item, or more than a page can be solved with, gives no way', () => {
  assert.deepEqual(solvePage([], AREA, 5), []);
  assert.deepEqual(
    solvePage(
      Array.from({ length: 10 }, () => itemOf([[1, 1, 0]], 1)),
      AREA,
      5,
    ),
    [],
  );
});

import type { Point } from './outline.ts';

/** The height of the land at a place of the sheet, in any unit. */
export type Height = (x: number, y: number) => number;

/** The part of a sheet that is drawn, and the size of its squares: smaller ones give smoother lines. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly square: number;
}

/**
 * The ground above a level as path data: marching squares (Lorensen and Cline 1987, in two dimensions). Filled, it is a
 * layer of a map; stroked, its rim is a contour line, but rims of inner squares show too, so stroke `contour` instead.
 */
export function layer(height: Height, level: number, grid: Grid): string {
  const parts: string[] = [];
  squares(grid, (corners) => {
    const kept = above(height, level, corners);
    if (kept.length > 2) parts.push(`M${kept.map(written).join('L')}Z`);
  });
  return parts.join('');
}

/** The line on which the ground has a height, as path data. */
export function contour(height: Height, level: number, grid: Grid): string {
  const parts: string[] = [];
  squares(grid, (corners) => {
    const crossings = corners.flatMap((from, index) => {
      const to = corners[(index + 1) % corners.length] ?? from;
      const [a, b] = [height(...from) - level, height(...to) - level];
      return a > 0 === b > 0 ? [] : [between(from, to, a / (a - b))];
    });
    const [first, second] = crossings;
    if (first && second) parts.push(`M${written(first)}L${written(second)}`);
  });
  return parts.join('');
}

function squares(grid: Grid, each: (corners: readonly Point[]) => void): void {
  const { square } = grid;
  for (let y = 0; y < grid.height; y += square) {
    for (let x = 0; x < grid.width; x += square) {
      each([
        [x, y],
        [x + square, y],
        [x + square, y + square],
        [x, y + square],
      ]);
    }
  }
}

function above(height: Height, level: number, corners: readonly Point[]): readonly Point[] {
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length] ?? from;
    const [a, b] = [height(...from) - level, height(...to) - level];
    const crossing = a > 0 === b > 0 ? [] : [between(from, to, a / (a - b))];
    return a > 0 ? [from, ...crossing] : crossing;
  });
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

function written([x, y]: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

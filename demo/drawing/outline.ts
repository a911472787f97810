import type { Dice } from './dice.ts';

/** A place on the sheet, in pixels from its top left corner. */
export type Point = readonly [x: number, y: number];

const round = (value: number): string => String(Math.round(value * 10) / 10);
const at = (point: Point): string => `${round(point[0])} ${round(point[1])}`;

/** Points written as `x,y x,y …`: a shape drawn by eye reads best on one line. */
export function trace(line: string): readonly Point[] {
  return line.split(' ').map((pair): Point => {
    const [x, y] = pair.split(',').map(Number);
    if (x === undefined || y === undefined || Number.isNaN(x + y))
      throw new RangeError(`Not a point: "${pair}".`);
    return [x, y];
  });
}

/** SVG path data of straight lines through the points; closed unless `open`. */
export function corners(points: readonly Point[], open: 'open' | 'closed' = 'closed'): string {
  return `M${points.map(at).join('L')}${open === 'open' ? '' : 'Z'}`;
}

/** SVG path data of a smooth line through the points (Catmull-Rom, as Bézier curves); open unless `closed`. */
export function curve(points: readonly Point[], closed: 'open' | 'closed' = 'open'): string {
  const count = points.length;
  const last = closed === 'closed' ? count : count - 1;
  const point = (index: number): Point => {
    const wrapped = closed === 'closed' ? (index + count) % count : Math.max(0, Math.min(count - 1, index));
    return points[wrapped] ?? [0, 0];
  };
  let path = `M${at(point(0))}`;
  for (let index = 0; index < last; index += 1) {
    const [before, from, to, after] = [point(index - 1), point(index), point(index + 1), point(index + 2)];
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += `C${at(first)} ${at(second)} ${at(to)}`;
  }
  return closed === 'closed' ? `${path}Z` : path;
}

/** A box as path data. */
export function box(x: number, y: number, size: readonly [width: number, height: number]): string {
  const [width, height] = size;
  return corners([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);
}

/** Path data closed down to a floor: a hill, a wave, a crowd under its skyline. */
export function ground(
  points: readonly Point[],
  floor: number,
  smooth: 'smooth' | 'sharp' = 'smooth',
): string {
  const [first, last] = [points[0] ?? [0, floor], points[points.length - 1] ?? [0, floor]];
  const skyline = smooth === 'smooth' ? curve(points) : corners(points, 'open');
  return `${skyline}L${at([last[0], floor])}L${at([first[0], floor])}Z`;
}

/** How a skyline runs: from `from` to `to` across, around `level`, `rough` high, in `steps` steps. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly rough: number;
  readonly steps: number;
}

/** The points of a skyline whose heights are cast. */
export function skyline(run: Run, cast: Dice): readonly Point[] {
  const points: Point[] = [];
  for (let step = 0; step <= run.steps; step += 1) {
    const x = run.from + ((run.to - run.from) * step) / run.steps;
    points.push([x, cast.near(run.level, run.rough)]);
  }
  return points;
}

/** The points of a round thing with an uneven edge: `wobble` is a share of the radius. */
export function pebble(
  centre: Point,
  radius: Point,
  edge: { wobble: number; points: number; cast: Dice },
): readonly Point[] {
  const points: Point[] = [];
  for (let step = 0; step < edge.points; step += 1) {
    const angle = (step / edge.points) * Math.PI * 2;
    const reach = 1 + edge.cast.near(0, edge.wobble);
    points.push([
      centre[0] + Math.cos(angle) * radius[0] * reach,
      centre[1] + Math.sin(angle) * radius[1] * reach,
    ]);
  }
  return points;
}

/** A band along a line: its width is told point by point, by the share of the way. */
export function ribbon(spine: readonly Point[], width: (share: number) => number): string {
  const left: Point[] = [];
  const right: Point[] = [];
  spine.forEach((point, index) => {
    const before = spine[Math.max(0, index - 1)] ?? point;
    const after = spine[Math.min(spine.length - 1, index + 1)] ?? point;
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const half = width(index / (spine.length - 1)) / 2;
    const across: Point = [
      (-(after[1] - before[1]) / length) * half,
      ((after[0] - before[0]) / length) * half,
    ];
    left.push([point[0] + across[0], point[1] + across[1]]);
    right.unshift([point[0] - across[0], point[1] - across[1]]);
  });
  return `${curve(left)}L${curve(right).slice(1)}Z`;
}

/** The points of a line and `steps` more on every stretch of it, evenly. */
export function along(spine: readonly Point[], steps: number): readonly Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < spine.length; index += 1) {
    const [from, to] = [spine[index] ?? [0, 0], spine[index + 1] ?? [0, 0]];
    for (let step = 0; step < steps; step += 1) {
      points.push([
        from[0] + ((to[0] - from[0]) * step) / steps,
        from[1] + ((to[1] - from[1]) * step) / steps,
      ]);
    }
  }
  return points;
}

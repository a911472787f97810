import type { Point } from './outline.ts';
import { NOTHING, type Pose, type Relief, type Spot, turned } from './portrait-head.ts';

/** Values on a square grid over the sheet. */
export interface Field {
  readonly side: number;
  /** Pixels of the sheet between two values. */
  readonly square: number;
  readonly values: Float64Array;
}

/** How a head is lit: where it is, from 0 to 1, and how light, from 0 (black) to about 1. */
export interface Light {
  readonly mask: Field;
  readonly tone: Field;
}

const SQUARE = 4;
const LAMP: Spot = unit([-0.55, -0.56, 0.74]);
const [NEAR, FAR, STRIDE] = [1.7, -1.2, 0.035];

function unit([x, y, z]: Spot): Spot {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

/** Lights a head from the upper left. `size` is the side of the sheet in pixels. */
export function lit(relief: Relief, pose: Pose, size: number): Light {
  const side = Math.ceil(size / SQUARE) + 1;
  const depth = new Float64Array(side * side).fill(NOTHING);
  const tone = new Float64Array(side * side).fill(Number.NaN);
  const solid = body(relief, pose);
  for (let index = 0; index < depth.length; index += 1) {
    const [column, row] = [index % side, Math.floor(index / side)];
    const x = (column * SQUARE - pose.at[0]) / pose.scale;
    const y = (row * SQUARE - pose.at[1]) / pose.scale;
    const z = struck(solid, x, y);
    if (z === NOTHING) continue;
    depth[index] = z;
    tone[index] = shade(relief, pose, [x, y, z]) - 0.24 * hidden(solid, [x, y, z]);
  }
  const hollows = hollow(depth, side);
  const lightness = tone.map((value, index) => value + (hollows[index] ?? 0));
  const mask = depth.map((z) => (z === NOTHING ? 0 : 1));
  return {
    mask: { side, square: SQUARE, values: blurred(mask, side, 7) },
    tone: { side, square: SQUARE, values: blurred(spread(lightness, side), side, 2) },
  };
}

// Whether a spot of the sheet's space lies in the head: the three axes are turned once and not at every spot.
function body(relief: Relief, pose: Pose): (spot: Spot) => boolean {
  const [a, b, c] = [
    turned(pose, [1, 0, 0], 'back'),
    turned(pose, [0, 1, 0], 'back'),
    turned(pose, [0, 0, 1], 'back'),
  ];
  return ([u, v, w]) => {
    const x = u * a[0] + v * b[0] + w * c[0];
    const y = u * a[1] + v * b[1] + w * c[1];
    const z = u * a[2] + v * b[2] + w * c[2];
    return z <= relief.front(x, y) && z >= relief.back(x, y);
  };
}

function struck(solid: (spot: Spot) => boolean, x: number, y: number): number {
  let z = NEAR;
  while (z > FAR && !solid([x, y, z])) z -= STRIDE;
  if (z <= FAR) return NOTHING;
  let [inside, outside] = [z, z + STRIDE];
  for (let round = 0; round < 7; round += 1) {
    const middle = (inside + outside) / 2;
    if (solid([x, y, middle])) inside = middle;
    else outside = middle;
  }
  return inside;
}

function shade(relief: Relief, pose: Pose, spot: Spot): number {
  const [x, y, z] = turned(pose, spot, 'back');
  const reach = 0.02;
  const height = (across: number, down: number): number => {
    const found = relief.front(x + across, y + down);
    return Math.max(found, z - 0.12);
  };
  const normal = unit([
    height(-reach, 0) - height(reach, 0),
    height(0, -reach) - height(0, reach),
    2 * reach,
  ]);
  const [a, b, c] = turned(pose, normal);
  const lamp = Math.max(0, a * LAMP[0] + b * LAMP[1] + c * LAMP[2]);
  // The throat lies back under the face and never has the highest light.
  return 0.22 + 0.16 * c + 0.68 * lamp - (y > 1.16 ? 0.1 : 0);
}

// 1 where the head stands in its own light, else 0.
function hidden(solid: (spot: Spot) => boolean, [x, y, z]: Spot): number {
  for (let way = 0.06; way < 1.3; way += 0.03) {
    if (solid([x + LAMP[0] * way, y + LAMP[1] * way, z + LAMP[2] * way + 0.01])) return 1;
  }
  return 0;
}

// Lower than its surroundings is darker and higher is lighter: what a draughtsman does to make a form turn.
function hollow(depth: Float64Array, side: number): Float64Array {
  const filled = spread(
    depth.map((z) => (z === NOTHING ? Number.NaN : z)),
    side,
  );
  const around = blurred(filled, side, 9);
  return filled.map((z, index) => Math.max(-0.16, Math.min(0.1, (z - (around[index] ?? z)) * 1.5)));
}

// Carries values a little beyond their edge, so that shadows run out under the outline; the rest is middling.
function spread(values: Float64Array, side: number): Float64Array {
  let now = values;
  for (let round = 0; round < 8; round += 1) {
    const before = now;
    now = before.map((value, index) => {
      if (!Number.isNaN(value)) return value;
      const near = [index - 1, index + 1, index - side, index + side]
        .map((at) => before[at] ?? Number.NaN)
        .filter((found) => !Number.isNaN(found));
      return near.length === 0 ? Number.NaN : near.reduce((sum, found) => sum + found, 0) / near.length;
    });
  }
  return now.map((value) => (Number.isNaN(value) ? 0.6 : value));
}

function blurred(values: Float64Array, side: number, rounds: number): Float64Array {
  let now = values;
  for (let round = 0; round < rounds; round += 1) {
    for (const step of [1, side]) {
      const before = now;
      now = before.map(
        (value, index) => (value * 2 + (before[index - step] ?? value) + (before[index + step] ?? value)) / 4,
      );
    }
  }
  return now;
}

/** The value of a field at a place of the sheet. */
export function value(field: Field, [x, y]: Point): number {
  const [column, row] = [Math.round(x / field.square), Math.round(y / field.square)];
  return field.values[row * field.side + column] ?? 0;
}

/** The ground of a field that lies above a level, as path data of closed loops (fill it by the even-odd rule). */
export function above(field: Field, level: number): string {
  const ends = new Map<string, readonly [string, Point]>();
  for (let row = -1; row < field.side; row += 1) {
    for (let column = -1; column < field.side; column += 1)
      for (const [from, to, at] of cell(field, level, [column, row])) ends.set(from, [to, at]);
  }
  const loops: string[] = [];
  for (const start of ends.keys()) {
    const loop: Point[] = [];
    let key = start;
    for (let next = ends.get(key); next !== undefined; next = ends.get(key)) {
      ends.delete(key);
      loop.push(next[1]);
      key = next[0];
    }
    if (loop.length > 5) loops.push(`M${loop.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`);
  }
  return loops.join('');
}

type Segment = readonly [from: string, to: string, at: Point];

// The stretches of the rim in one square, each from the side where it comes in to the side where it goes out.
function cell(field: Field, level: number, [column, row]: Point): readonly Segment[] {
  const { side, square, values } = field;
  const corners: readonly Point[] = [
    [column, row],
    [column + 1, row],
    [column + 1, row + 1],
    [column, row + 1],
  ];
  const over = corners.map(([x, y]) =>
    x < 0 || y < 0 || x >= side || y >= side ? -1 : (values[y * side + x] ?? -1) - level,
  );
  const into: (readonly [string, Point])[] = [];
  const out: string[] = [];
  corners.forEach((from, index) => {
    const to = corners[(index + 1) % 4] ?? from;
    const [a, b] = [over[index] ?? -1, over[(index + 1) % 4] ?? -1];
    if (a > 0 === b > 0) return;
    const share = a / (a - b);
    const at: Point = [
      (from[0] + (to[0] - from[0]) * share) * square,
      (from[1] + (to[1] - from[1]) * share) * square,
    ];
    const name = [from, to]
      .map((point) => point.join(':'))
      .sort()
      .join('|');
    if (a > 0) into.push([name, at]);
    else out.push(name);
  });
  return into.flatMap(([name, at], index): readonly Segment[] => {
    const to = out[index];
    return to === undefined ? [] : [[name, to, at]];
  });
}

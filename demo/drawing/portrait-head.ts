import type { Point } from './outline.ts';

/**
 * A head is measured in units of about nine centimetres: x to the right of the page, y down, z towards the reader, from a
 * middle between the eyes. The mouth lies near y = 0.73, the chin at 1.15 and the crown at -1.2.
 */
export interface Build {
  /** Breadth of the whole head, of the jaw, of the chin and of the neck; 1 is ordinary. */
  readonly head?: number;
  readonly jaw?: number;
  readonly chin?: number;
  readonly neck?: number;
  /** The nose: how far it stands out, how broad its wings are, and how far down its tip lies (0 ordinary). */
  readonly nose?: number;
  readonly wings?: number;
  readonly tip?: number;
  /** How high the bridge of the nose is: 1 ordinary, 2 aquiline. */
  readonly bridge?: number;
  readonly lips?: number;
  readonly cheeks?: number;
  /** How hollow the cheeks and how deep the folds are: 0 young, 1 old. */
  readonly age?: number;
  /** How strong the brow is: 0 smooth, 1 heavy. */
  readonly brow?: number;
}

/** How a head is held: degrees turned to the right of the page, bent down, and leant to the right. */
export interface Pose {
  readonly turn: number;
  readonly nod: number;
  readonly lean: number;
  /** Where the middle between the eyes stands on the sheet, and the pixels of one unit. */
  readonly at: Point;
  readonly scale: number;
}

/** A place in the head's own space. */
export type Spot = readonly [x: number, y: number, z: number];

/** A head as a relief: how far its front and its back lie from the middle plane; below zero where it has ended. */
export interface Relief {
  readonly front: (x: number, y: number) => number;
  readonly back: (x: number, y: number) => number;
}

const STEP = 0.0125;
const [WEST, NORTH, COLUMNS, ROWS] = [-1.15, -1.35, 185, 290];
/** What a relief gives beside the head. */
export const NOTHING = -9;

const bump = (x: number, y: number, at: readonly [number, number, number, number]): number =>
  Math.exp(-(((x - at[0]) / at[2]) ** 2) - ((y - at[1]) / at[3]) ** 2);

const between = (low: number, high: number, value: number): number => {
  const share = Math.max(0, Math.min(1, (value - low) / (high - low)));
  return share * share * (3 - 2 * share);
};

// A smooth line through [place, value] pairs (cubic Hermite with slopes from the neighbours); beyond its ends it falls below zero.
function line(knots: readonly Point[], place: number): number {
  const next = knots.findIndex(([at]) => at > place);
  if (next <= 0) {
    const [start, end] = [knots[0]?.[0] ?? 0, knots.at(-1)?.[0] ?? 0];
    return -3 * Math.max(start - place, place - end);
  }
  const knot = (index: number): Point => knots[Math.max(0, Math.min(knots.length - 1, index))] ?? [0, 0];
  const slope = (index: number): number => {
    const [before, after] = [knot(index - 1), knot(index + 1)];
    return (after[1] - before[1]) / (after[0] - before[0] || 1);
  };
  const [from, to] = [knot(next - 1), knot(next)];
  const wide = to[0] - from[0];
  const t = (place - from[0]) / wide;
  return (
    from[1] * (1 + 2 * t) * (1 - t) ** 2 +
    to[1] * t * t * (3 - 2 * t) +
    wide * (slope(next - 1) * t * (1 - t) ** 2 - slope(next) * t * t * (1 - t))
  );
}

function breadth(build: Build, y: number): number {
  const { head = 1, jaw = 1, chin = 1 } = build;
  const knots: readonly Point[] = [
    [-1.23, 0],
    [-1.2, 0.2],
    [-1.1, 0.45],
    [-0.9, 0.66],
    [-0.6, 0.78],
    [-0.25, 0.81],
    [0.1, 0.79],
    [0.35, 0.755 - 0.01 * (1 - jaw)],
    [0.6, 0.69 * (0.35 + 0.65 * jaw)],
    [0.8, 0.6 * (0.15 + 0.85 * jaw)],
    [0.95, 0.485 * jaw],
    [1.06, 0.36 * jaw * (0.4 + 0.6 * chin)],
    [1.13, 0.235 * chin],
    [1.17, 0.12 * chin],
    [1.18, 0],
  ];
  return line(knots, y) * head;
}

const DEPTH: readonly Point[] = [
  [-1.23, 0.05],
  [-1.15, 0.36],
  [-1, 0.57],
  [-0.75, 0.75],
  [-0.4, 0.86],
  [-0.2, 0.9],
  [0.05, 0.86],
  [0.4, 0.85],
  [0.7, 0.87],
  [0.9, 0.85],
  [1.05, 0.84],
  [1.13, 0.74],
  [1.18, 0.5],
  [1.19, 0.4],
];

function features(build: Build, x: number, y: number): number {
  const { age = 0.3, brow = 0.5, cheeks = 1, lips = 1 } = build;
  const side = Math.abs(x);
  const fold = 0.2 + (y - 0.42) * 0.42;
  return (
    (0.03 + 0.05 * brow) * bump(side, y, [0.34, -0.2, 0.26, 0.09]) -
    0.2 * bump(side, y, [0.34, -0.01, 0.2, 0.13]) +
    0.1 * bump(side, y, [0.37, 0.01, 0.14, 0.09]) -
    0.05 * age * bump(side, y, [0.33, 0.19, 0.18, 0.05]) +
    0.075 * cheeks * bump(side, y, [0.5, 0.27, 0.2, 0.15]) -
    (0.02 + 0.09 * age) * bump(side, y, [0.54, 0.62, 0.14, 0.2]) -
    (0.02 + 0.04 * age) * bump(side, y, [fold, 0.6, 0.05, 0.16]) +
    0.05 * bump(side, y, [0, 0.72, 0.3, 0.2]) -
    0.025 * bump(x, y, [0, 0.58, 0.035, 0.06]) +
    0.055 * lips * bump(side, y, [0.06, 0.685, 0.16, 0.04]) +
    0.075 * lips * bump(side, y, [0, 0.8, 0.15, 0.05]) -
    0.05 * bump(side, y, [0, 0.738, 0.24, 0.02]) -
    0.075 * bump(side, y, [0, 0.905, 0.17, 0.045]) +
    0.07 * bump(side, y, [0, 1.04, 0.16, 0.09]) -
    0.04 * bump(side, y, [0.68, -0.3, 0.1, 0.25])
  );
}

function nose(build: Build, x: number, y: number): number {
  const { nose: out = 1, wings = 1, tip = 0, bridge = 1 } = build;
  const end = 0.385 + tip;
  const share = Math.max(0, Math.min(1, (y + 0.2) / (end + 0.2)));
  const high =
    0.05 +
    0.06 * bridge +
    (0.24 * out - 0.05 * bridge) * share ** 1.25 +
    0.03 * (bridge - 1) * Math.sin(share * Math.PI);
  const wide = 0.085 + 0.05 * wings * share ** 1.5;
  const gone = 1 - between(end + 0.02, end + 0.13, y + Math.abs(x) * 0.12);
  const ridge = high * Math.exp(-(Math.abs(x / wide) ** 2.2)) * gone * between(-0.34, -0.12, y);
  const wing = 0.15 * bump(Math.abs(x), y, [0.13 * wings, end + 0.04, 0.06 * wings, 0.065]);
  return ridge + wing + 0.06 * out * bump(x, y, [0, end - 0.01, 0.09 * wings, 0.08]);
}

function face(build: Build, x: number, y: number): number {
  const wide = breadth(build, y);
  if (wide <= 0 || Math.abs(x) >= wide) return -6 * (Math.abs(x) - wide);
  const round = (1 - Math.abs(x / wide) ** 2.35) ** (1 / 2.2);
  return line(DEPTH, y) * round + (features(build, x, y) + nose(build, x, y)) * Math.min(1, round * 1.6);
}

const throatBreadth = (build: Build, y: number): number =>
  0.49 * (build.neck ?? 1) + 0.4 * Math.max(0, y - 1.45) ** 1.6;

function throat(build: Build, x: number, y: number): number {
  if (y < 0.6) return NOTHING;
  const wide = throatBreadth(build, y);
  if (Math.abs(x) >= wide) return -0.22 - 12 * (Math.abs(x) - wide);
  const cords = 0.05 * bump(Math.abs(x), y, [0.2 - (y - 1.4) * 0.22, 1.5, 0.06, 0.5]);
  return -0.22 + 0.43 * Math.sqrt(1 - (x / wide) ** 2) + cords + 0.12 * (y - 1.2);
}

/** The relief of a head on its neck. */
export function relief(build: Build): Relief {
  const heights = new Float64Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const [x, y] = [WEST + column * STEP, NORTH + row * STEP];
      heights[row * COLUMNS + column] = Math.max(face(build, x, y), throat(build, x, y));
    }
  }
  const front = (x: number, y: number): number => {
    const [column, row] = [(x - WEST) / STEP, (y - NORTH) / STEP];
    const [left, top] = [Math.floor(column), Math.floor(row)];
    if (left < 0 || top < 0 || left >= COLUMNS - 1 || top >= ROWS - 1) return NOTHING;
    const [u, v, first] = [column - left, row - top, top * COLUMNS + left];
    const height = (index: number): number => heights[index] ?? NOTHING;
    const [a, b, c, d] = [
      height(first),
      height(first + 1),
      height(first + COLUMNS),
      height(first + COLUMNS + 1),
    ];
    return (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;
  };
  const back = (x: number, y: number): number => {
    const wide = breadth(build, y);
    const dome = 0.95 * Math.sqrt(Math.max(0, 1 - Math.max(0, (-0.3 - y) / 0.93) ** 2));
    const skull = wide > Math.abs(x) ? -dome * Math.sqrt(1 - (x / wide) ** 2) : 0;
    const neck = throatBreadth(build, y);
    if (y < 0.6 || Math.abs(x) >= neck) return skull;
    return Math.min(skull, -0.22 - 0.42 * Math.sqrt(1 - (x / neck) ** 2));
  };
  return { front, back };
}

/** Turns a spot of the head as the pose has it; `back` undoes that. */
export function turned(pose: Pose, spot: Spot, way: 'there' | 'back' = 'there'): Spot {
  const angles = [pose.turn, pose.nod, pose.lean].map((degrees) => (degrees * Math.PI) / 180);
  const [turn = 0, nod = 0, lean = 0] = way === 'there' ? angles : angles.map((angle) => -angle);
  const spin = (x: number, z: number, angle: number): Point => [
    x * Math.cos(angle) + z * Math.sin(angle),
    z * Math.cos(angle) - x * Math.sin(angle),
  ];
  let [x, y, z] = spot;
  const turns = (): void => {
    [x, z] = spin(x, z, turn);
  };
  const nods = (): void => {
    [y, z] = spin(y, z, nod);
  };
  const leans = (): void => {
    [y, x] = spin(y, x, lean);
  };
  for (const step of way === 'there' ? [turns, nods, leans] : [leans, nods, turns]) step();
  return [x, y, z];
}

/** Where a spot of the head stands on the sheet. */
export function seen(pose: Pose, spot: Spot): Point {
  const [x, y] = turned(pose, spot);
  return [pose.at[0] + x * pose.scale, pose.at[1] + y * pose.scale];
}

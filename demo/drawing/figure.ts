import { curve, type Point, trace } from './outline.ts';
import { disc, fill, placed, type Sheet, spray, stroke, within } from './sheet.ts';

/** The one light of a picture: where it comes from in shares of each shape's box, and the inks of shade and of light. */
export interface Lamp {
  readonly from: Point;
  readonly shade: string;
  readonly most?: number;
  /** An ink for the side that is turned to the light; none where it is left out. */
  readonly shine?: string;
}

/** A person's head in profile. */
export interface Head {
  readonly at: Point;
  /** Half the height of the head in pixels. */
  readonly size: number;
  /** Where the face looks: 1 to the right, −1 to the left. */
  readonly way: 1 | -1;
  /** Degrees the face is bent down. */
  readonly nod?: number;
  readonly skin: string;
  readonly hair: string;
  readonly hat?: { readonly shape: keyof typeof HATS; readonly ink: string; readonly band?: string };
}

/** Path data of an arm, a leg or a neck: it runs smoothly through its joints and is as wide at each as told. */
export function limb(joints: readonly Point[], widths: readonly number[]): string {
  const spine: Point[] = [];
  const wide: number[] = [];
  const joint = (index: number): Point => joints[Math.max(0, Math.min(joints.length - 1, index))] ?? [0, 0];
  for (let index = 0; index + 1 < joints.length; index += 1) {
    for (let step = 0; step < 6; step += 1) {
      const share = step / 6;
      spine.push(between([joint(index - 1), joint(index), joint(index + 1), joint(index + 2)], share));
      wide.push((widths[index] ?? 0) * (1 - share) + (widths[index + 1] ?? 0) * share);
    }
  }
  spine.push(joint(joints.length - 1));
  wide.push(widths[joints.length - 1] ?? 0);
  return rounded(spine, wide);
}

// A place between the second and the third of four points, on the Catmull-Rom curve through them, half as tense.
function between(four: readonly [Point, Point, Point, Point], t: number): Point {
  const [a, b, c, d] = four;
  const one = (i: 0 | 1): number => {
    const [m, n] = [(c[i] - a[i]) * 0.28, (d[i] - b[i]) * 0.28];
    return (
      (2 * t ** 3 - 3 * t ** 2 + 1) * b[i] +
      (t ** 3 - 2 * t ** 2 + t) * m +
      (-2 * t ** 3 + 3 * t ** 2) * c[i] +
      (t ** 3 - t ** 2) * n
    );
  };
  return [one(0), one(1)];
}

function rounded(spine: readonly Point[], wide: readonly number[]): string {
  const left: Point[] = [];
  const right: Point[] = [];
  const cap = (centre: Point, start: number, half: number): readonly Point[] =>
    [0.25, 0.5, 0.75].map((share): Point => {
      const angle = start + Math.PI * share;
      return [centre[0] + Math.cos(angle) * half, centre[1] + Math.sin(angle) * half];
    });
  let angle = 0;
  let first = 0;
  spine.forEach((point, index) => {
    const [before, after] = [spine[index - 1] ?? point, spine[index + 1] ?? point];
    angle = Math.atan2(after[1] - before[1], after[0] - before[0]);
    if (index === 0) first = angle;
    const half = (wide[index] ?? 0) / 2;
    const [x, y] = [-Math.sin(angle) * half, Math.cos(angle) * half];
    left.push([point[0] - x, point[1] - y]);
    right.unshift([point[0] + x, point[1] + y]);
  });
  const [start, end]: readonly [Point, Point] = [spine[0] ?? [0, 0], spine[spine.length - 1] ?? [0, 0]];
  const tip = cap(end, angle - Math.PI / 2, (wide[wide.length - 1] ?? 0) / 2);
  const root = cap(start, first + Math.PI / 2, (wide[0] ?? 0) / 2);
  return curve([...left, ...tip, ...right, ...root], 'closed');
}

/** A shape that turns away from the light: its ink, grain of shade on the far side and of light on the near one. */
export function turned(sheet: Sheet, path: string, [ink, lamp]: readonly [ink: string, lamp: Lamp]): string {
  const away: Point = [1 - lamp.from[0], 1 - lamp.from[1]];
  const middle: Point = [(lamp.from[0] + away[0]) / 2, (lamp.from[1] + away[1]) / 2];
  const shade = spray(sheet, path, { ink: lamp.shade, from: lamp.from, to: away, most: lamp.most ?? 0.75 });
  const shine =
    lamp.shine === undefined
      ? ''
      : spray(sheet, path, { ink: lamp.shine, from: middle, to: lamp.from, most: 0.6 });
  return fill(path, ink) + shade + shine;
}

const FACE = curve(
  trace(
    '-62,-70 0,-100 58,-74 76,-28 80,-4 104,26 84,40 88,56 80,64 82,84 54,104 16,92 -8,60 -56,40 -88,-10',
  ),
  'closed',
);
const HAIR = curve(
  trace('-64,48 -94,0 -86,-62 -30,-106 34,-104 66,-74 30,-64 10,-34 4,-2 -12,10 -24,44'),
  'closed',
);
const HATS = {
  cap: '-96,-30 -86,-84 -20,-124 46,-112 78,-62 122,-48 118,-36 60,-44 -20,-40',
  knit: '-98,-18 -98,-72 -40,-132 34,-128 80,-72 76,-42 -10,-46',
  wrap: '-108,-14 -112,-76 -54,-140 30,-138 88,-92 84,-46 20,-62 -30,-40',
  straw: '-186,-34 -96,-52 -70,-116 -10,-142 46,-118 66,-56 164,-44 172,-30 60,-28 -60,-22',
  cone: '-186,-8 -90,-82 -2,-178 92,-90 194,-16 90,-30 -70,-24',
} as const;

/** A head in profile with hair and perhaps a hat, and the neck below it. */
export function head(sheet: Sheet, person: Head, lamp: Lamp): string {
  const { hat } = person;
  const seen = person.way > 0 ? lamp.from : ([1 - lamp.from[0], lamp.from[1]] as const);
  const light: Lamp = { ...lamp, from: seen, most: (lamp.most ?? 0.75) * 0.85 };
  const neck = limb(
    [
      [-22, 30],
      [-34, 130],
    ],
    [84, 96],
  );
  const parts = [
    turned(sheet, neck, [person.skin, { ...light, shade: lamp.shade }]),
    turned(sheet, FACE, [person.skin, light]),
    fill(HAIR, person.hair),
    fill('M-22 -6q22 -18 26 8q0 26 -20 30q-14 -10 -6 -38z', person.skin),
    stroke('M46 -14q8 -8 18 -4', person.hair, 7),
    disc([58, 0], 6, '#1a1416'),
    stroke('M62 58l18 -3', '#6d2a24', 5),
  ];
  if (hat) parts.push(worn(sheet, hat, light));
  const scale = person.size / 100;
  return placed(parts.join(''), {
    at: person.at,
    turn: (person.nod ?? 0) * person.way,
    scale: [scale * person.way, scale],
  });
}

function worn(sheet: Sheet, hat: NonNullable<Head['hat']>, lamp: Lamp): string {
  const points = trace(HATS[hat.shape]);
  const path =
    hat.shape === 'cone' ? `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z` : curve(points, 'closed');
  const band =
    hat.band === undefined ? '' : within(sheet, path, stroke('M-120 -40Q0 -66 110 -52', hat.band, 26));
  return turned(sheet, path, [hat.ink, lamp]) + band;
}

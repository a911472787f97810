import { box, corners, type Point, ribbon, trace } from '../outline.ts';
import { fill, INK, placed, type Sheet, spray, stroke, within } from '../sheet.ts';

const FIELD: Quad = [
  [-120, -120],
  [1920, -160],
  [1960, 1340],
  [-160, 1360],
];

/** Fields of a delta from the air, going white as the salt comes up the river. */
export function deltaFields(sheet: Sheet): string {
  const parcels = split(sheet, FIELD, 8);
  const rivers: readonly (readonly Point[])[] = [
    trace('860,-60 820,150 900,330 860,520 700,700 560,900 520,1260'),
    trace('865,480 980,640 1050,830 1180,980 1260,1260'),
    trace('690,710 480,760 300,900 120,980 -60,1160'),
    trace('1040,800 1250,830 1480,940 1860,1010'),
  ];
  const water = rivers.map((river, n) =>
    fill(
      ribbon(river, (share) => (n === 0 ? 54 : 30) + share * 74),
      INK.cream,
    ),
  );
  const deep = rivers.map((river, n) =>
    fill(
      ribbon(river, (share) => (n === 0 ? 38 : 16) + share * 66),
      INK.teal,
    ),
  );
  const fresh = fill(
    ribbon(rivers[0]?.slice(0, 4) ?? [], (share) => 38 - share * 26),
    INK.petrol,
  );
  const boats = trace('846,210 810,560 1064,860 420,790').map(([x, y], n) =>
    placed(fill('M0 -34Q15 0 0 34Q-15 0 0 -34Z', n % 2 ? INK.red : INK.black), { at: [x, y], turn: n * 37 }),
  );
  const sea = box(0, 700, [1800, 500]);
  return (
    parcels +
    water.join('') +
    deep.join('') +
    fresh +
    spray(sheet, sea, { ink: INK.cream, from: [0.5, 0], to: [0.5, 1], most: 0.5 }) +
    boats.join('')
  );
}

type Quad = readonly [Point, Point, Point, Point];

function split(sheet: Sheet, quad: Quad, depth: number): string {
  const { cast } = sheet;
  if (depth === 0 || (depth < 3 && cast.chance(0.16))) return parcel(sheet, quad);
  const [a, b, c, d] = quad;
  const mix = (from: Point, to: Point): Point => {
    const share = cast.between(0.38, 0.62);
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  };
  const isWide = Math.hypot(b[0] - a[0], b[1] - a[1]) > Math.hypot(d[0] - a[0], d[1] - a[1]) * 0.9;
  if (isWide) {
    const [top, foot] = [mix(a, b), mix(d, c)];
    return split(sheet, [a, top, foot, d], depth - 1) + split(sheet, [top, b, c, foot], depth - 1);
  }
  const [left, right] = [mix(a, d), mix(b, c)];
  return split(sheet, [a, b, right, left], depth - 1) + split(sheet, [left, right, c, d], depth - 1);
}

function parcel(sheet: Sheet, quad: Quad): string {
  const { cast } = sheet;
  const middle: Point = [(quad[0][0] + quad[2][0]) / 2, (quad[0][1] + quad[2][1]) / 2];
  const salt = Math.max(0, Math.min(0.94, (middle[1] - 420) / 620 + cast.near(0, 0.25)));
  const ink = cast.chance(salt)
    ? cast.pick(['#f4ead8', '#ead9c4', '#e8cdbd', '#d9d4c4'])
    : cast.pick([INK.moss, INK.leaf, '#6f8f4c', '#a9ad5a', '#47683f', INK.ochre, '#c9b458']);
  const shape = corners(quad);
  const [from, to] = [quad[0], quad[1]];
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI + (cast.chance(0.5) ? 90 : 0);
  const rows = Array.from({ length: 15 }, (_, n) => stroke(`M-190 ${(n - 7) * 13}H190`, INK.black, 1.2)).join(
    '',
  );
  const lines = cast.chance(0.55)
    ? `<g opacity="0.25">${within(sheet, shape, placed(rows, { at: middle, turn: angle }))}</g>`
    : '';
  return `${fill(shape, ink)}${lines}<path d="${shape}" fill="none" stroke="#f3e9cf" stroke-width="5"/>`;
}

import { dot, graphic, PLAIN, strokes } from '../graphic.ts';
import { line } from '../lettering.ts';
import { corners, curve, type Point, ribbon, trace } from '../outline.ts';

const COAST = trace(
  '1290,-20 1262,70 1300,150 1276,230 1330,290 1392,330 1368,396 1290,420 1262,486 1300,540 1372,566 1398,630 1350,690 1262,700 1214,760 1268,812 1310,868 1262,940 1222,1020',
);
const RIVER = trace('-20,330 90,372 170,352 262,408 330,470 402,452 470,500');
const MOUTHS: readonly (readonly Point[])[] = [
  trace('470,500 590,430 700,440 800,370 920,384 1040,318 1180,330 1400,338'),
  trace('470,500 560,560 680,548 780,600 900,586 1010,640 1120,620 1240,650 1400,634'),
  trace('780,600 850,700 960,742 1060,830 1180,850 1310,872'),
];
/** How wide each mouth begins, and then the river above them. */
const WIDTHS = [10, 15, 10, 22] as const;
const WATER = '#bcd5d9';
const POLDER = trace('486,560 560,592 640,584 700,640 660,720 560,740 488,690 462,620');

/** The lower Isna with its three mouths, and the towns that the flood passes. */
export function deltaMap(): string {
  const sea = `${curve(COAST)}L1520 1020L1520 -20Z`;
  return graphic([
    marsh(),
    polder(),
    railway(),
    ...[...MOUTHS, RIVER].map((spine, index) => water(spine, WIDTHS[index] ?? 10, 'bank')),
    `<path d="${sea}" fill="${WATER}"/>`,
    ...[16, 34].map(
      (off) =>
        `<path d="${curve(COAST.map(([x, y]): Point => [x + off, y]))}" fill="none" stroke="${PLAIN.paper}" stroke-width="3"/>`,
    ),
    `<path d="${curve(COAST)}" fill="none" stroke="${PLAIN.shore}" stroke-width="3"/>`,
    ...[...MOUTHS, RIVER].map((spine, index) => water(spine, WIDTHS[index] ?? 10, 'water')),
    fork(),
    towns(),
    names(),
    scale(),
  ]);
}

// Banks are drawn below the sea and the water above it, so that the mouths stand open.
function water(spine: readonly Point[], wide: number, part: 'bank' | 'water'): string {
  const band = ribbon(spine, (share) => wide + share * 10);
  return part === 'bank'
    ? `<path d="${band}" fill="none" stroke="${PLAIN.shore}" stroke-width="6"/>`
    : `<path d="${band}" fill="${WATER}"/>`;
}

// Where the river parts, its band ends square: a round of water closes the corner.
function fork(): string {
  const [x, y] = RIVER.at(-1) ?? [0, 0];
  return `<circle cx="${x - 3}" cy="${y - 2}" r="16" fill="${WATER}"/>`;
}

// Reeds: short upright strokes in threes, where the land is lower than the dykes.
function marsh(): string {
  const tufts: string[] = [];
  for (let n = 0; n < 46; n += 1) {
    const x = 830 + ((n * 173) % 430);
    const y = 410 + ((n * 97) % 380);
    if ((y > 530 && y < 660) || (x > 1040 && y > 640)) continue;
    tufts.push(`M${x} ${y}v-15M${x - 9} ${y}l-5 -11M${x + 9} ${y}l5 -11M${x - 17} ${y}h34`);
  }
  return `<path d="${tufts.join('')}" stroke="#8ca394" stroke-width="2.500" fill="none" stroke-linecap="round"/>`;
}

function polder(): string {
  const shape = curve(POLDER, 'closed');
  const hatch = Array.from({ length: 24 }, (_, n) => `M${400 + n * 16} 800L${560 + n * 16} 540`).join('');
  return [
    `<clipPath id="polder"><path d="${shape}"/></clipPath>`,
    `<path d="${shape}" fill="#f3dcd3"/><path d="${hatch}" stroke="${PLAIN.accent}" stroke-width="3.500" opacity=".55" clip-path="url(#polder)"/>`,
    `<path d="${shape}" fill="none" stroke="${PLAIN.accent}" stroke-width="4"/>`,
  ].join('');
}

function railway(): string {
  const track = trace(
    '-20,470 150,480 270,500 370,570 404,700 470,846 620,890 820,876 960,910 1090,816 1160,716 1194,654',
  );
  const path = curve(track);
  return `<path d="${path}" fill="none" stroke="${PLAIN.ink}" stroke-width="3"/><path d="${path}" fill="none" stroke="${PLAIN.ink}" stroke-width="13" stroke-dasharray="3 21"/>`;
}

function towns(): string {
  const town = (at: Point, name: string, set: { to: Point; side?: 'end' | 'middle' }): string =>
    dot(at, 15, PLAIN.ink) +
    line(name, { at: set.to, size: 50, weight: 700, side: set.side ?? 'start', halo: PLAIN.paper });
  return [
    town([262, 384], 'Brava', { to: [254, 336], side: 'middle' }),
    town([474, 470], 'Galda', { to: [488, 404] }),
    town([1196, 614], 'Tulmare', { to: [1182, 570], side: 'end' }),
    dot([372, 430], 9, PLAIN.ink) +
      line('Lunca', { at: [372, 398], size: 34, side: 'middle', halo: PLAIN.paper }),
  ].join('');
}

function names(): string {
  return [
    line('The lower Isna', { at: [40, 104], size: 60, weight: 700 }),
    line('Isna', { at: [60, 316], size: 36, ink: '#4f7f8a', turn: 12, slant: 'italic', weight: 500 }),
    line('Sarat polder,', { at: [500, 790], size: 36, weight: 650, ink: PLAIN.accent, halo: PLAIN.paper }),
    line('flooded on purpose', {
      at: [500, 832],
      size: 36,
      weight: 450,
      ink: PLAIN.accent,
      halo: PLAIN.paper,
    }),
    line('Railway', { at: [150, 540], size: 30, ink: PLAIN.second, weight: 450 }),
    leg([262, 238], [474, 238], 'Crest: 2 hours'),
    leg([474, 178], [1196, 178], '14 hours'),
  ].join('');
}

// How long the crest takes between two towns, as a measure above the map.
function leg(from: Point, to: Point, words: string): string {
  const [a, b, y] = [from[0], to[0], from[1]];
  return [
    strokes(
      [
        [a, y],
        [b, y],
      ],
      { ink: PLAIN.accent, width: 5 },
    ),
    ...[a, b].map((x) =>
      strokes(
        [
          [x, y - 14],
          [x, y + 14],
        ],
        { ink: PLAIN.accent, width: 5 },
      ),
    ),
    `<path d="${corners([
      [b - 6, y],
      [b - 32, y - 13],
      [b - 32, y + 13],
    ])}" fill="${PLAIN.accent}"/>`,
    line(words, {
      at: [b - a < 300 ? b - 12 : (a + b) / 2, y - 26],
      size: 38,
      weight: 650,
      ink: PLAIN.accent,
      side: b - a < 300 ? 'end' : 'middle',
    }),
  ].join('');
}

function scale(): string {
  return [
    strokes(trace('40,950 40,964 240,964 240,950'), { ink: PLAIN.ink, width: 3 }),
    line('20 km', { at: [140, 946], size: 30, side: 'middle' }),
  ].join('');
}

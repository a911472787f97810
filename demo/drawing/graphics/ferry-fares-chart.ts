import { graphic, heading, PLAIN, source, strokes } from '../graphic.ts';
import { line } from '../lettering.ts';

/** A crossing and what a foot passenger pays for a single, in euros. */
interface Fare {
  readonly crossing: string;
  readonly before: number;
  readonly now: number;
}

const FARES: readonly Fare[] = [
  { crossing: 'Outer isles', before: 31, now: 46 },
  { crossing: 'North sound', before: 24, now: 34 },
  { crossing: 'Bay, by night', before: 19, now: 25 },
  { crossing: 'Bay, by day', before: 14, now: 16 },
  { crossing: 'Harbour', before: 3, now: 3 },
];

const LEFT = 400;
const wide = (euros: number): number => euros * 21;

/** Ferry fares on five crossings, five years ago and now. */
export function ferryFaresChart(): string {
  return graphic([
    heading('Dearer the farther out', 'Single fare for a foot passenger, euros'),
    key(),
    ...[10, 20, 30, 40].map((euros) =>
      strokes(
        [
          [LEFT + wide(euros), 268],
          [LEFT + wide(euros), 900],
        ],
        { ink: PLAIN.rule, width: 2 },
      ),
    ),
    ...FARES.map(row),
    strokes(
      [
        [LEFT, 258],
        [LEFT, 910],
      ],
      { ink: PLAIN.ink, width: 3 },
    ),
    source('Source: fare tables of the five companies'),
  ]);
}

function key(): string {
  return [
    `<rect x="1040" y="136" width="34" height="30" fill="${PLAIN.accent}"/>`,
    line('now', { at: [1090, 164], size: 36, weight: 600, ink: PLAIN.accent }),
    `<rect x="1190" y="136" width="34" height="30" fill="#b9b1a2"/>`,
    line('5 years ago', { at: [1240, 164], size: 36, ink: PLAIN.second }),
  ].join('');
}

function row(fare: Fare, index: number): string {
  const y = 285 + index * 128;
  return [
    line(fare.crossing, { at: [LEFT - 28, y + 58], size: 40, weight: 600, side: 'end' }),
    `<rect x="${LEFT}" y="${y}" width="${wide(fare.now)}" height="52" fill="${PLAIN.accent}"/>`,
    `<rect x="${LEFT}" y="${y + 56}" width="${wide(fare.before)}" height="30" fill="#b9b1a2"/>`,
    line(String(fare.now), {
      at: [LEFT + wide(fare.now) + 18, y + 43],
      size: 46,
      weight: 750,
      ink: PLAIN.accent,
    }),
    line(String(fare.before), {
      at: [LEFT + wide(fare.before) + 16, y + 84],
      size: 34,
      ink: PLAIN.second,
      halo: PLAIN.paper,
    }),
  ].join('');
}

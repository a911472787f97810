import { graphic, heading, PLAIN, source, strokes } from '../graphic.ts';
import { line } from '../lettering.ts';

/** Days a winter on which the lake was frozen from shore to shore, ten winters to a bar, oldest first. */
const DAYS = [118, 121, 114, 117, 109, 111, 103, 97, 88, 74, 61, 43] as const;

const FLOOR = 850;
const PITCH = 1420 / DAYS.length;
const tall = (days: number): number => (days / 130) * 610;

/** How long a lake stays frozen, by decades. */
export function iceDaysChart(): string {
  return graphic([
    heading('The shorter winter of the lake', 'Days of ice from shore to shore; averages of ten winters'),
    ...DAYS.map(bar),
    strokes(
      [
        [40, FLOOR],
        [1460, FLOOR],
      ],
      { ink: PLAIN.ink, width: 3 },
    ),
    line('120 years ago', { at: [40, FLOOR + 52], size: 34, ink: PLAIN.second }),
    line('60 years ago', { at: [40 + PITCH * 6, FLOOR + 52], size: 34, ink: PLAIN.second }),
    line('the last ten', { at: [1460, FLOOR + 52], size: 34, ink: PLAIN.accent, weight: 600, side: 'end' }),
    source('Source: ice book of the parish, kept since the bridge was built'),
  ]);
}

function bar(days: number, index: number): string {
  const x = 40 + PITCH * index + 9;
  const last = index === DAYS.length - 1;
  const [width, height] = [PITCH - 18, tall(days)];
  return [
    `<rect x="${x.toFixed(1)}" y="${(FLOOR - height).toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${last ? PLAIN.accent : '#8fa9b0'}"/>`,
    line(String(days), {
      at: [x + width / 2, FLOOR - height - 16],
      size: last ? 52 : 38,
      weight: last ? 750 : 600,
      ink: last ? PLAIN.accent : PLAIN.ink,
      side: 'middle',
      halo: PLAIN.paper,
    }),
  ].join('');
}

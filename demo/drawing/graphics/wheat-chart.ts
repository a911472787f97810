import { dot, graphic, heading, PLAIN, source, strokes } from '../graphic.ts';
import { line } from '../lettering.ts';
import type { Point } from '../outline.ts';

/** Euros a tonne, week by week over half a year. */
const PRICES = [
  188, 187, 189, 192, 191, 190, 194, 198, 197, 201, 206, 204, 203, 208, 214, 221, 219, 217, 222, 228, 236,
  233, 240, 251, 262, 270, 279,
] as const;

const LEFT = 130;
const RIGHT = 1280;
const across = (week: number): number => LEFT + ((RIGHT - LEFT) * week) / (PRICES.length - 1);
const up = (price: number): number => 850 - ((price - 180) / 100) * 590;

/** The price of bread wheat over six months. */
export function wheatChart(): string {
  const points = PRICES.map((price, week): Point => [across(week), up(price)]);
  const end: Point = [RIGHT, up(279)];
  return graphic([
    heading('Bread wheat', 'Euros a tonne, delivered to the mill'),
    ...[180, 200, 220, 240, 260, 280].map(scale),
    strokes(points, { ink: PLAIN.accent, width: 8 }),
    dot([LEFT, up(188)], 11, PLAIN.ink),
    line('188', { at: [LEFT + 4, up(188) - 30], size: 40, weight: 700 }),
    dot(end, 15, PLAIN.accent),
    line('279', { at: [RIGHT + 30, end[1] + 22], size: 64, weight: 750, ink: PLAIN.accent }),
    ...months(),
    source('Source: Exchange of the grain trade, weekly closing prices'),
  ]);
}

function scale(price: number): string {
  const y = up(price);
  const base = price === 180;
  return [
    strokes(
      [
        [LEFT, y],
        [RIGHT, y],
      ],
      { ink: base ? PLAIN.ink : PLAIN.rule, width: base ? 3 : 2 },
    ),
    line(String(price), { at: [LEFT - 24, y + 12], size: 34, ink: PLAIN.second, side: 'end' }),
  ].join('');
}

function months(): readonly string[] {
  const names = ['6 months ago', '4', '2', 'now'];
  return [0, 26 / 3, 52 / 3, 26].map((week, index) =>
    [
      strokes(
        [
          [across(week), up(180)],
          [across(week), up(180) + 12],
        ],
        { ink: PLAIN.ink, width: 3 },
      ),
      line(names[index] ?? '', {
        at: [across(week), up(180) + 50],
        size: 34,
        ink: PLAIN.second,
        side: index === 0 ? 'start' : 'middle',
      }),
    ].join(''),
  );
}

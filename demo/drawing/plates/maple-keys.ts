import { box } from '../outline.ts';
import { fill, placed, type Sheet, spray, stroke } from '../sheet.ts';

/** Each key: x, y, turn in degrees, size, ink. */
const KEYS: readonly (readonly [number, number, number, number, string])[] = [
  [850, 520, 14, 1.5, '#e0a24a'],
  [850, 520, 158, 1.5, '#d7774a'],
  [250, 940, 70, 0.72, '#c9b458'],
  [1430, 190, 60, 0.55, '#d7774a'],
  [990, 960, -30, 0.62, '#e0a24a'],
  [160, 620, -60, 0.45, '#c9b458'],
  [1650, 940, 20, 0.5, '#e0a24a'],
];

/** Maple keys on the way down. */
export function mapleKeys(sheet: Sheet): string {
  const keys = KEYS.map(([x, y, turn, scale, ink]) => {
    const whirl = [0.7, 1, 1.3].map(
      (size) =>
        `<path d="M${-250 * size} -40A${260 * size} ${70 * size} 0 1 1 ${220 * size} 60" fill="none" stroke="#f7ecd0" stroke-width="3" stroke-dasharray="2 13" stroke-linecap="round"/>`,
    );
    return (
      placed(whirl.join(''), { at: [x, y], turn: -8, scale }) +
      placed(wing(sheet, ink), { at: [x, y], turn, scale })
    );
  });
  const paper = box(0, 0, [1800, 1200]);
  return (
    fill(paper, '#efd9a6') +
    spray(sheet, paper, { ink: '#d9a65f', from: [0.3, 0], to: [0.8, 1.1], most: 0.6 }) +
    keys.join('')
  );
}

function wing(sheet: Sheet, ink: string): string {
  const shape = 'M0 0Q60 -90 250 -120Q360 -130 390 -70Q380 -10 250 6Q110 20 0 0Z';
  const veins = Array.from({ length: 12 }, (_, n) =>
    stroke(
      `M${40 + n * 18} ${-16 - n * 3}Q${120 + n * 20} ${-60 - n * 4} ${190 + n * 16} ${-108 + n * 6}`,
      '#5a2f1c',
      2,
    ),
  );
  return (
    fill(shape, ink) +
    spray(sheet, shape, { ink: '#7d2f1c', from: [1, 0], to: [0, 0.8], most: 0.75 }) +
    veins.join('') +
    stroke('M0 0Q60 -90 250 -120Q360 -130 390 -70', '#5a2f1c', 8) +
    fill('M-60 14Q-50 -38 4 -34Q56 -14 44 24Q0 60 -60 14Z', '#5a3a1c')
  );
}

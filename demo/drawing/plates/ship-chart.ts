import { box } from '../outline.ts';
import { fill, INK, placed, type Sheet, spray, stroke } from '../sheet.ts';

/** Cable ships of the world by age, a ship a ship. Counts are those of the story's table. */
export function shipChart(sheet: Sheet): string {
  const fleets: readonly (readonly [count: number, ink: string])[] = [
    [6, INK.leaf],
    [11, INK.teal],
    [19, INK.ochre],
    [23, INK.red],
  ];
  const boat = (ink: string): string =>
    fill('M-46 0H50L34 26H-34Z', INK.black) +
    fill('M-34 0V-22H-4V0Z', ink) +
    fill(box(-26, -40, [10, 18]), ink) +
    stroke('M10 0L26 -34H40M26 -34L44 -4', INK.black, 4) +
    stroke('M-70 32Q-52 22 -34 32T2 32T38 32T74 32', '#5f9aa0', 5);
  const rows = fleets.map(([count, ink], row) => {
    const y = 240 + row * 252;
    const bars = fill(box(90, y + 74, [1620, 4]), '#b9a77c');
    const ships = Array.from({ length: count }, (_, n) =>
      placed(boat(ink), { at: [170 + (n % 12) * 132, y - 62 + Math.floor(n / 12) * 96], scale: 1.05 }),
    );
    return bars + ships.join('');
  });
  const sheetInk = box(0, 0, [1800, 1200]);
  return (
    fill(sheetInk, '#f1e4c4') +
    spray(sheet, sheetInk, { ink: '#d9bd85', from: [0.3, 0.2], to: [1, 1.1], most: 0.5 }) +
    rows.join('')
  );
}

import { CABLES, LANDS } from '../coastlines.data.ts';
import { box, corners, curve, type Point } from '../outline.ts';
import { disc, fill, INK, type Sheet, spray, stroke } from '../sheet.ts';

/** The cables of the world over cut-paper continents; one is broken. */
export function cableMap(sheet: Sheet): string {
  const grid = Array.from(
    { length: 19 },
    (_, n) =>
      stroke(`M${n * 100} 0V1200`, '#2b6470', 1.5) +
      (n < 13 ? stroke(`M0 ${n * 100}H1800`, '#2b6470', 1.5) : ''),
  );
  const lands = LANDS.map((land) => {
    const shape = corners(land);
    const shadow = corners(land.map(([x, y]): Point => [x + 12, y + 14]));
    return (
      fill(shadow, '#0d2f3b', 0.75) +
      fill(shape, INK.cream) +
      spray(sheet, shape, { ink: INK.sand, from: [0.2, 0], to: [0.8, 1], most: 0.95 })
    );
  });
  const lines = CABLES.map((cable, index) => {
    const ends = [cable[0], cable[cable.length - 1]].map(
      (end) => disc(end ?? [0, 0], 9, INK.ochre) + disc(end ?? [0, 0], 4, INK.black),
    );
    return stroke(curve(cable), index === 1 ? INK.red : INK.ochre, index === 1 ? 8 : 5) + ends.join('');
  });
  return [
    fill(box(0, 0, [1800, 1200]), INK.petrol),
    grid.join(''),
    lands.join(''),
    lines.join(''),
    breakMark(),
  ].join('');
}

function breakMark(): string {
  const rays = Array.from({ length: 12 }, (_, n) => {
    const angle = (n / 12) * Math.PI * 2;
    const reach = n % 2 ? 112 : 86;
    return stroke(
      corners(
        [
          [700 + Math.cos(angle) * 58, 512 + Math.sin(angle) * 58],
          [700 + Math.cos(angle) * reach, 512 + Math.sin(angle) * reach],
        ],
        'open',
      ),
      INK.red,
      9,
    );
  });
  return (
    disc([700, 512], 34, INK.petrol) +
    rays.join('') +
    stroke('M678 490L722 534M722 490L678 534', INK.cream, 9)
  );
}

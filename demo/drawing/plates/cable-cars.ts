import { box, corners, ground, type Point, skyline } from '../outline.ts';
import { cut, disc, fill, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

/** Gondolas with books over a hillside city. */
export function cableCars(sheet: Sheet): string {
  const hills = [
    [380, '#d98f6a'],
    [520, '#b5604d'],
    [700, '#7d3b40'],
  ].map(([level, ink], n) =>
    cut(
      ground(
        skyline({ from: -80, to: 1880, level: Number(level), rough: 110 - n * 20, steps: 6 }, sheet.cast),
        1300,
      ),
      String(ink),
      8,
    ),
  );
  return [
    wash(sheet, box(0, 0, [1800, 700]), { inks: ['#7fb5b5', '#cfd9bd', '#f4dba4'] }),
    hills[0],
    homes(sheet, { rows: 3, top: 470, size: 62, dim: 1 }),
    hills[1],
    homes(sheet, { rows: 3, top: 660, size: 92, dim: 0 }),
    homes(sheet, { rows: 3, top: 930, size: 138, dim: 0 }),
    stroke('M-20 900L1820 70M-20 960L1820 130', INK.black, 6),
    gondola({ at: [330, 828], scale: 0.8 }),
    gondola({ at: [1060, 558], scale: 1.35 }),
    gondola({ at: [1640, 220], scale: 0.62 }),
  ].join('');
}

function homes(sheet: Sheet, town: { rows: number; top: number; size: number; dim: number }): string {
  const { cast } = sheet;
  const parts: string[] = [];
  for (let row = 0; row < town.rows; row += 1) {
    for (let x = -60 + (row % 2) * 40; x < 1860; x += town.size * cast.between(0.8, 1.15)) {
      const [wide, high] = [town.size * cast.between(0.85, 1.2), town.size * cast.between(0.8, 1.4)];
      const y = town.top + row * town.size * 0.72 + Math.sin(x / 300 + town.top) * 40 - high;
      const wall = box(x, y, [wide, high + town.size]);
      const ink = cast.pick(['#e9c46f', '#e8a07c', '#c9d0b4', '#f3e4c3', '#6fa3a0', '#d2664f', '#b9524a']);
      const panes = [0.16, 0.58].map((at) =>
        fill(
          box(x + wide * at, y + high * 0.25, [wide * 0.24, high * 0.34]),
          cast.chance(0.25) ? '#fff1c4' : '#2a3a47',
        ),
      );
      const roof = cast.chance(0.5)
        ? fill(box(x - 4, y - 8, [wide + 8, 12]), INK.wine)
        : fill(
            corners([
              [x - 5, y],
              [x + wide / 2, y - wide * 0.22],
              [x + wide + 5, y],
            ]),
            '#8d3b33',
          );
      parts.push(
        cut(wall, ink, 5),
        spray(sheet, wall, { ink: INK.wine, from: [0.5, 0], to: [0.5, 0.9], most: 0.35 + town.dim * 0.2 }),
        roof,
        panes.join(''),
      );
    }
  }
  return parts.join('');
}

function gondola(place: { at: Point; scale: number }): string {
  const books = [INK.cream, INK.ochre, INK.petrol, INK.cream, INK.leaf, INK.wine, INK.ochre, INK.cream].map(
    (ink, n) =>
      placed(fill(box(0, -(46 + (n % 3) * 14), [16, 46 + (n % 3) * 14]), ink), {
        at: [-84 + n * 21, 118],
        turn: n === 5 ? 8 : 0,
      }),
  );
  const reader = fill('M62 120Q60 66 84 62Q108 66 106 120Z', INK.petrol) + disc([84, 44], 19, '#6b3f2a');
  return placed(
    [
      stroke('M0 -96V0M-34 -92L34 -124', INK.black, 12),
      cut(
        'M-120 0Q-130 0 -134 12L-146 160Q-144 186 -116 188L116 188Q144 186 146 160L134 12Q130 0 120 0Z',
        INK.red,
        12,
      ),
      fill('M-112 18L112 18L122 122L-122 122Z', '#cfe0da'),
      books.join(''),
      reader,
      stroke('M0 18V0', INK.wine, 8) + fill(box(-128, 140, [256, 10]), INK.cream),
    ].join(''),
    place,
  );
}

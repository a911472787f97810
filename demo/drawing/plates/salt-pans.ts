import { box, corners, type Point, ribbon, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke } from '../sheet.ts';

const STAGES = [
  '#e7b3a3',
  '#d98878',
  '#f3d9c6',
  '#f6ecdb',
  '#a9cbc8',
  '#6ea7a8',
  '#e5c7a0',
  '#c96f66',
  '#88b9b3',
  '#f6ecdb',
];
const COLUMNS = [-190, 20, 210, 380, 640, 800, 1050, 1240, 1420, 1640, 1830, 2060];
const CANAL = trace('-60,830 400,800 760,850 1120,800 1500,850 1860,810');

/** Salt pans from the air: every pan at its own stage. */
export function saltPans(sheet: Sheet): string {
  const pans: string[] = [];
  for (let row = 0; row < 9; row += 1) {
    for (let column = 0; column + 1 < COLUMNS.length; column += 1) pans.push(pan(sheet, row, column));
  }
  const banks = ribbon(CANAL, () => 74);
  const water = ribbon(CANAL, () => 52);
  return [
    fill(box(0, 0, [1800, 1200]), '#cfae80'),
    pans.join(''),
    fill(banks, '#cfae80'),
    fill(water, '#2f7f86'),
    heaps(),
    raker([690, 560], INK.red),
    raker([1230, 430], INK.night),
    raker([360, 1010], INK.night),
    raker([1010, 1010], INK.red),
  ].join('');
}

function corner(row: number, column: number): Point {
  const x = (COLUMNS[column] ?? 0) + Math.sin(row * 0.9) * 46 + row * 24 - 110;
  return [x, row * 156 - 60 + Math.sin(column * 0.8) * 44];
}

function pan(sheet: Sheet, row: number, column: number): string {
  const { cast } = sheet;
  const [near, far] = [corner(row, column), corner(row + 1, column + 1)];
  const shape = corners([near, corner(row, column + 1), far, corner(row + 1, column)]);
  return [
    fill(shape, cast.pick(STAGES)),
    spray(sheet, shape, {
      ink: cast.pick(['#fff8ea', '#fff8ea', '#b85f5a', '#3f7f86']),
      from: [cast.unit(), 0],
      to: [cast.unit(), 1],
      most: 0.55,
    }),
    stroke(shape, '#8a6a4a', 13),
    stroke(shape, '#cfae80', 7),
  ].join('');
}

function heaps(): string {
  const shadow = fill('M0 0L40 22L74 30L36 6Z', '#5a4434', 0.5);
  const heap = shadow + disc([0, 0], 22, '#fffaf0') + disc([-5, -5], 11, '#ffffff');
  const row = Array.from({ length: 26 }, (_, n) =>
    placed(heap, { at: [120 + n * 64, 738 + Math.sin(n * 0.7) * 14], scale: 0.9 }),
  );
  return row.join('');
}

function raker(at: Point, shirt: string): string {
  const shadow = fill('M8 6L60 30L52 42L2 18Z', '#5a4434', 0.5);
  const hat = disc([0, 0], 15, shirt) + disc([0, 0], 8, '#e2c794');
  return placed(shadow + hat + fill(box(-12, -46, [24, 30]), '#3a2a22'), { at });
}

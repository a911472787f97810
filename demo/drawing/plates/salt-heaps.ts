import { box, corners, curve, ground, type Point, skyline } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

/** Heaps of salt drawn up like tents. */
export function saltHeaps(sheet: Sheet): string {
  const rows = [0, 1, 2, 3].map((row) =>
    Array.from({ length: 8 - row * 2 + 1 }, (_, n) =>
      heap(sheet, [-100 + n * (210 + row * 190) + row * 90, 640 + row * 150 + row * row * 14], 74 + row * 62),
    ).join(''),
  );
  return [
    wash(sheet, box(0, 0, [1800, 620]), { inks: ['#4f8f9b', '#9fc4b8', '#f3dcae'] }),
    fill(
      ground(skyline({ from: -40, to: 1840, level: 520, rough: 30, steps: 8 }, sheet.cast), 640),
      '#7d9a94',
    ),
    windmill(),
    wash(sheet, box(0, 560, [1800, 640]), { inks: ['#d9bd98', '#c49a83', '#a87a78'] }),
    spray(sheet, box(0, 560, [1800, 640]), { ink: '#fff3dc', from: [0.5, 1], to: [0.5, 0], most: 0.5 }),
    rows.join(''),
  ].join('');
}

function windmill(): string {
  return (
    stroke('M1500 560V340', INK.wine, 22) +
    [20, 110, 200, 290]
      .map((turn) =>
        placed(fill('M-14 0L-22 -150L22 -150L14 0Z', INK.cream) + stroke('M0 0V-150', INK.wine, 6), {
          at: [1500, 340],
          turn,
        }),
      )
      .join('') +
    disc([1500, 340], 16, INK.red)
  );
}

function heap(sheet: Sheet, [x, foot]: Point, size: number): string {
  const lit = curve([
    [x - size, foot],
    [x - size * 0.5, foot - size * 0.52],
    [x, foot - size * 0.95],
    [x + size * 0.12, foot - size * 0.5],
    [x + size * 0.2, foot],
  ]);
  const dark = curve([
    [x, foot - size * 0.95],
    [x + size * 0.52, foot - size * 0.5],
    [x + size, foot],
    [x + size * 0.2, foot],
    [x + size * 0.12, foot - size * 0.5],
    [x, foot - size * 0.95],
  ]);
  const shadow = corners([
    [x + size * 0.2, foot],
    [x + size, foot],
    [x + size * 2.3, foot + size * 0.26],
    [x + size * 1.1, foot + size * 0.22],
  ]);
  return (
    fill(shadow, '#8c6f78') +
    fill(lit, '#fffaf0') +
    spray(sheet, lit, { ink: '#e9c7a5', from: [0.4, 0], to: [0.6, 1], most: 0.6 }) +
    fill(dark, '#8fa5b5') +
    spray(sheet, dark, { ink: '#46607a', from: [0, 0], to: [0.8, 1], most: 0.8 })
  );
}

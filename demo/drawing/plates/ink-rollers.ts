import { box, type Point, ribbon } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, wash } from '../sheet.ts';

/** Ink rollers, close, and the web that runs between them. */
export function inkRollers(sheet: Sheet): string {
  const rollers = [
    roller(sheet, { top: -330, high: 300, inks: ['#2b8a9b', '#0f3b4d', '#9fd8d8'] }),
    roller(sheet, { top: -10, high: 360, inks: ['#c23a4e', '#5a1226', '#f2a79b'] }),
    halftone(sheet),
    roller(sheet, { top: 620, high: 360, inks: ['#e6b33a', '#8a5412', '#fbe3a0'] }),
    roller(sheet, { top: 1000, high: 300, inks: ['#2a2d35', '#07080b', '#7d8790'] }),
  ];
  return fill(box(0, 0, [1800, 1200]), '#0d1016') + placed(rollers.join(''), { at: [-60, 330], turn: -17 });
}

function roller(
  sheet: Sheet,
  drum: { top: number; high: number; inks: readonly [string, string, string] },
): string {
  const [body, dark, light] = drum.inks;
  const shape = box(-300, drum.top, [2500, drum.high]);
  const lower = box(-300, drum.top + drum.high * 0.62, [2500, drum.high * 0.3]);
  const shine = ribbon(
    Array.from(
      { length: 26 },
      (_, n): Point => [-300 + n * 100, drum.top + drum.high * 0.3 + Math.sin(n * 0.9) * 3],
    ),
    (share) => 17 + Math.sin(share * 31 + drum.top) * 8,
  );
  const specks = Array.from({ length: 60 }, () =>
    disc(
      [sheet.cast.between(-200, 2100), drum.top + drum.high + sheet.cast.between(2, 22)],
      sheet.cast.between(2, 7),
      body,
    ),
  );
  return [
    specks.join(''),
    wash(sheet, shape, { inks: [dark, body, body, body, dark, dark] }),
    spray(sheet, lower, { ink: dark, from: [0.5, 0], to: [0.5, 1], most: 0.8 }),
    fill(shine, light),
  ].join('');
}

function halftone(sheet: Sheet): string {
  const dots: string[] = [];
  for (let row = 0; row < 9; row += 1) {
    for (let column = 0; column < 88; column += 1) {
      const tone = 0.5 + 0.5 * Math.sin(column * 0.21 + row * 0.5) * Math.cos(column * 0.07 - row * 0.3);
      const at: Point = [-260 + column * 28 + (row % 2) * 14, 376 + row * 27];
      dots.push(disc(at, 2 + tone * 11, (column + row) % 11 === 0 ? INK.red : INK.black));
    }
  }
  const web = box(-300, 350, [2500, 270]);
  return (
    fill(web, INK.cream) +
    dots.join('') +
    spray(sheet, web, { ink: '#8f7f58', from: [0.5, 0.7], to: [0.5, 1], most: 0.6 })
  );
}

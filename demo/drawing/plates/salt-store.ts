import { box, corners, ribbon, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

/** The salt store at night, its door open. */
export function saltStore(sheet: Sheet): string {
  const { cast } = sheet;
  const stars = Array.from({ length: 120 }, () =>
    disc([cast.between(0, 1800), cast.between(0, 560)], cast.unit() ** 3 * 4 + 1, INK.cream),
  );
  const planks = Array.from({ length: 26 }, (_, n) =>
    stroke(`M${460 + n * 34} ${n < 13 ? 540 - n * 3 : 500 + (n - 13) * 3}V860`, '#1d1a22', 4),
  );
  const wall = corners(trace('440,560 900,300 1360,560 1360,860 440,860'));
  const roof = corners(trace('390,580 900,270 1410,580 1400,620 900,322 400,620'));
  const door = corners(trace('780,860 780,600 1020,600 1020,860'));
  const beam = corners(trace('780,860 1020,860 1330,1200 420,1200'));
  return [
    wash(sheet, box(0, 0, [1800, 880]), { inks: ['#0c1830', '#1d3557', '#4d6780', '#a98f88'] }),
    stars.join(''),
    wash(sheet, box(0, 860, [1800, 340]), { inks: ['#5a6a7c', '#22364d'] }),
    fill(wall, '#4a3a38') +
      spray(sheet, wall, { ink: '#15121a', from: [0.5, 1], to: [0.5, 0], most: 0.8 }) +
      planks.join(''),
    fill(roof, '#241c22'),
    fill(door, '#ffd98c') +
      fill('M790 860Q820 700 900 660Q980 700 1010 860Z', '#fffaf0') +
      spray(sheet, 'M790 860Q820 700 900 660Q980 700 1010 860Z', {
        ink: '#e2a95a',
        from: [0.2, 0],
        to: [1, 0.8],
        most: 0.6,
      }),
    spray(sheet, beam, { ink: '#ffd98c', from: [0.5, 1.1], to: [0.5, 0], most: 0.85 }),
    barrow(),
    shallows(sheet),
  ].join('');
}

function barrow(): string {
  return placed(
    fill('M-40 0L-30 -150Q0 -190 30 -150L40 0Z', '#17131a') +
      disc([0, -196], 30, '#17131a') +
      stroke('M26 -130L150 -60', '#17131a', 12) +
      disc([176, 6], 34, '#17131a') +
      fill('M80 -90H240L200 -20H120Z', '#17131a') +
      fill('M96 -92Q160 -150 226 -92Z', '#fffaf0'),
    { at: [1120, 960], scale: 1.02 },
  );
}

function shallows(sheet: Sheet): string {
  const { cast } = sheet;
  return Array.from({ length: 14 }, (_, n) =>
    fill(
      ribbon(
        [
          [cast.between(-40, 300), 900 + n * 22],
          [cast.between(300, 500), 898 + n * 22],
          [cast.between(500, 640), 902 + n * 22],
        ],
        (share) => Math.sin(share * Math.PI) * 6,
      ),
      '#8fa1ad',
    ),
  ).join('');
}

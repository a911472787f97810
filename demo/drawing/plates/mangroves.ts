import { box, curve, ground, type Point, pebble, ribbon, skyline } from '../outline.ts';
import { cut, disc, fill, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

/** A pirogue between mangroves at low water, in cut paper. */
export function mangroves(sheet: Sheet): string {
  return [
    wash(sheet, box(0, 0, [1800, 820]), { inks: ['#f0b96d', '#f3cf92', '#f6e3bd'] }),
    cut(
      curve(pebble([1180, 360], [190, 190], { wobble: 0.01, points: 24, cast: sheet.cast }), 'closed'),
      INK.red,
      8,
    ),
    canopy(sheet, { level: 470, ink: '#8fa87a', size: 80 }),
    cut(box(-20, 640, [1840, 600]), '#3f8b8d', -6),
    bars(sheet),
    boat(),
    grove(sheet, 1),
    grove(sheet, -1),
  ].join('');
}

function canopy(sheet: Sheet, trees: { level: number; ink: string; size: number }): string {
  const edge = skyline({ from: -80, to: 1880, level: trees.level, rough: trees.size, steps: 26 }, sheet.cast);
  const shape = ground(edge, 660);
  return (
    cut(shape, trees.ink) + spray(sheet, shape, { ink: '#4f6b4c', from: [0.3, 0], to: [0.3, 1], most: 0.7 })
  );
}

function bars(sheet: Sheet): string {
  const { cast } = sheet;
  const sun = Array.from({ length: 9 }, (_, n) =>
    cut(
      ribbon(
        [
          [1180 - 150 + n * 11 + cast.near(0, 26), 690 + n * 52],
          [1180, 684 + n * 52],
          [1340 - n * 12 + cast.near(0, 26), 690 + n * 52],
        ],
        (share) => 4 + Math.sin(share * Math.PI) * 17,
      ),
      n % 3 ? '#e7a25c' : INK.red,
      4,
    ),
  );
  const waves = Array.from({ length: 26 }, () => {
    const [x, y, half] = [cast.between(0, 1800), cast.between(680, 1180), cast.between(50, 150)];
    return fill(
      ribbon(
        [
          [x - half, y],
          [x, y - 5],
          [x + half, y],
        ],
        (share) => Math.sin(share * Math.PI) * 9,
      ),
      cast.chance(0.5) ? '#2f7378' : '#5ea3a0',
    );
  });
  return waves.join('') + sun.join('');
}

function boat(): string {
  const person = (x: number, ink: string): string =>
    fill(`M${x - 30} -20Q${x - 34} -104 ${x} -110Q${x + 34} -104 ${x + 30} -20Z`, ink) +
    disc([x, -136], 25, '#3a2418');
  return placed(
    [
      stroke('M-190 -200L-90 90', '#5a3a1c', 9),
      person(-150, INK.wine) + fill('M-178 -146Q-150 -184 -122 -146Z', INK.ochre),
      person(60, '#f2e3c2') + fill('M30 -140Q60 -182 90 -140L104 -120Q60 -150 18 -120Z', INK.red),
      Array.from({ length: 7 }, (_, n) =>
        stroke(`M${150 + n * 15} -10L${146 + n * 17} ${-74 - (n % 3) * 14}`, '#3f6b46', 8),
      ).join(''),
      cut('M-330 -34Q-200 6 0 8Q220 6 340 -44Q300 50 200 62L-190 62Q-290 50 -330 -34Z', INK.black),
      fill('M-322 -26Q-200 14 0 16Q220 14 334 -36L330 -24Q220 30 0 32Q-210 30 -318 -14Z', INK.ochre),
    ].join(''),
    { at: [900, 850], scale: 1.02 },
  );
}

function grove(sheet: Sheet, side: 1 | -1): string {
  const { cast } = sheet;
  const centre = side === 1 ? 1600 : 190;
  const roots = Array.from({ length: 11 }, (_, n) => {
    const reach = (n - 5) * 62 + cast.near(0, 20);
    const top = 520 + Math.abs(n - 5) * 26;
    const spine: readonly Point[] = [
      [centre + (n - 5) * 9, top - 160],
      [centre + reach * 0.5, top + 60],
      [centre + reach * 0.95, top + 260],
      [centre + reach, 1120 + cast.near(0, 40)],
    ];
    return cut(
      ribbon(spine, (share) => 32 - share * 16),
      n % 2 ? '#40281f' : '#5a3527',
      9,
    );
  });
  const leaves = Array.from({ length: 30 }, (_, n) => {
    const [x, y] = [cast.near(centre, 360), cast.near(180, 240)];
    const shape = curve(
      pebble([x, y], [cast.between(66, 120), cast.between(44, 74)], { wobble: 0.16, points: 9, cast }),
      'closed',
    );
    return cut(shape, ['#1f4a3a', '#2c6046', '#3f7a4f', '#163a33'][n % 4] ?? INK.moss, 9);
  });
  return reflection(centre) + roots.join('') + leaves.join('');
}

function reflection(centre: number): string {
  const lines = Array.from({ length: 6 }, (_, n) =>
    fill(
      ribbon(
        [
          [centre - 300 + n * 20, 1010 + n * 34],
          [centre, 1004 + n * 34],
          [centre + 300 - n * 20, 1012 + n * 34],
        ],
        (share) => Math.sin(share * Math.PI) * 16,
      ),
      '#1f5358',
    ),
  );
  return lines.join('');
}

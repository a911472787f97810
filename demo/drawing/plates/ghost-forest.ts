import type { Dice } from '../dice.ts';
import { box, curve, ground, type Point, ribbon, skyline } from '../outline.ts';
import { disc, fill, placed, type Sheet, spray, stroke } from '../sheet.ts';

/** Where the oaks stand, the farthest first: x, foot, size. */
const OAKS: readonly (readonly [number, number, number])[] = [
  [1140, 790, 0.55],
  [820, 800, 0.6],
  [60, 820, 0.7],
  [1330, 830, 0.85],
  [620, 860, 1],
  [980, 930, 1.22],
  [250, 1010, 1.5],
  [1580, 1050, 1.62],
];

/** Dead oaks standing in a salt marsh: a linocut. */
export function ghostForest(sheet: Sheet): string {
  const { cast } = sheet;
  const marsh = ground(skyline({ from: -50, to: 1850, level: 720, rough: 20, steps: 9 }, cast), 1300);
  return [
    fill(box(0, 0, [1800, 1200]), '#e9ddbd'),
    sky(),
    disc([1180, 380], 120, '#d7743f'),
    fill(marsh, '#4b6f63'),
    spray(sheet, marsh, { ink: '#16323b', from: [0.5, 0], to: [0.5, 0.9], most: 0.85 }),
    pools(cast),
    oaks(sheet),
    reeds(cast),
    heron(),
  ].join('');
}

function sky(): string {
  const lines = Array.from({ length: 26 }, (_, n) =>
    fill(
      ribbon(
        Array.from({ length: 8 }, (_, x): Point => [x * 280 - 60, n * 24 + 10 + Math.sin(x + n * 0.5) * 6]),
        (share) => 3 + n * 0.35 + Math.sin(share * 9 + n) * 2,
      ),
      '#2f5560',
    ),
  );
  return lines.join('');
}

function pools(cast: Dice): string {
  const lines = Array.from({ length: 11 }, () =>
    fill(
      ribbon(
        [
          [cast.between(-100, 700), 0],
          [cast.between(700, 1100), 3],
          [cast.between(1100, 1900), 0],
        ].map(([x = 0, y = 0], n): Point => [x, 780 + y + n * 2]),
        (share) => Math.sin(share * Math.PI) * 12,
      ),
      '#e9ddbd',
    ),
  );
  return lines.map((pool, n) => placed(pool, { at: [0, n * 38] })).join('');
}

function reeds(cast: Dice): string {
  const blades = Array.from({ length: 260 }, () => {
    const [x, y] = [cast.between(-10, 1810), cast.between(800, 1230)];
    const high = (y - 640) * 0.19;
    return stroke(
      `M${x.toFixed(0)} ${y.toFixed(0)}q${cast.near(0, 8).toFixed(0)} ${(-high / 2).toFixed(0)} ${cast.near(4, 20).toFixed(0)} ${(-high).toFixed(0)}`,
      cast.pick(['#16323b', '#16323b', '#c77a3c', '#7d8a4a']),
      4,
    );
  });
  return blades.join('');
}

function oaks(sheet: Sheet): string {
  return OAKS.map(([x, y, scale]) =>
    placed(bareTree(sheet), { at: [x, y], scale: [sheet.cast.chance(0.5) ? scale : -scale, scale] }),
  ).join('');
}

function bareTree(sheet: Sheet): string {
  const parts: string[] = [];
  const grow = (from: Point, angle: number, size: { length: number; width: number }): void => {
    const bend = sheet.cast.near(0, 0.24);
    const to: Point = [
      from[0] + Math.cos(angle + bend) * size.length,
      from[1] + Math.sin(angle + bend) * size.length,
    ];
    const middle: Point = [(from[0] + to[0]) / 2 + Math.cos(angle) * 6, (from[1] + to[1]) / 2];
    parts.push(
      fill(
        ribbon([from, middle, to], (share) => size.width * (1 - share * 0.42)),
        '#f3ead2',
      ),
      stroke(
        curve([
          [from[0] + size.width * 0.25, from[1]],
          [to[0] + size.width * 0.14, to[1]],
        ]),
        '#16323b',
        Math.max(1.5, size.width * 0.3),
      ),
    );
    if (size.width < 5) return;
    const forks = sheet.cast.whole(2, 3);
    for (let fork = 0; fork < forks; fork += 1) {
      grow(to, angle + (fork - (forks - 1) / 2) * 0.85 + sheet.cast.near(0, 0.2), {
        length: size.length * sheet.cast.between(0.6, 0.78),
        width: size.width * 0.56,
      });
    }
  };
  grow([0, 20], -Math.PI / 2, { length: 190, width: 44 });
  return fill('M-70 30Q-20 0 -22 -60H22Q20 0 74 30Z', '#f3ead2') + parts.join('');
}

function heron(): string {
  return placed(
    stroke('M-6 0L-2 120M20 0L26 120', '#16323b', 7) +
      fill(
        'M-80 20Q-20 -60 70 -20Q110 -10 96 -40Q60 -100 100 -150Q120 -170 150 -150L210 -140L150 -130Q110 -120 120 -70Q140 0 60 20Q0 40 -80 20Z',
        '#16323b',
      ) +
      disc([136, -146], 4, '#e9ddbd'),
    { at: [1160, 1010], scale: 1.05 },
  );
}

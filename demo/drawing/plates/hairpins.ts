import { box, curve, ground, type Point, pebble, ribbon, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke } from '../sheet.ts';

/** Riders on the hairpins, from straight above. */
export function hairpins(sheet: Sheet): string {
  const bends: readonly Point[] = trace(
    '-80,1120 500,1060 1200,1080 1560,1010 1560,900 1200,850 560,850 260,770 280,660 620,610 1180,630 1480,560 1460,450 1100,400 640,410 420,330 470,240 800,190 1240,180 1900,60',
  );
  const contours = Array.from({ length: 22 }, (_, n) => {
    const points = Array.from(
      { length: 10 },
      (_, x): Point => [x * 220 - 100, n * 62 - 40 + Math.sin(x * 1.3 + n * 0.35) * 34],
    );
    return fill(ground(points, 1300), ['#55763f', '#608349', '#6b8f4f', '#557a47'][n % 4] ?? INK.moss);
  });
  const shade = bends.map(([x, y]): Point => [x + 14, y + 22]);
  return [
    contours.join(''),
    spray(sheet, box(0, 0, [1800, 1200]), { ink: '#26401f', from: [0.2, 0.1], to: [1, 1], most: 0.4 }),
    trees(sheet),
    fill(
      ribbon(shade, () => 84),
      '#2c4527',
      0.8,
    ),
    fill(
      ribbon(bends, () => 84),
      INK.cream,
    ) +
      fill(
        ribbon(bends, () => 70),
        '#c9bfae',
      ),
    `<path d="${curve(bends)}" fill="none" stroke="${INK.cream}" stroke-width="3" stroke-dasharray="26 22"/>`,
    riders(sheet, bends),
  ].join('');
}

function trees(sheet: Sheet): string {
  const spots: readonly Point[] = trace(
    '120,180 220,300 120,460 1690,300 1640,700 1720,820 80,900 900,520 1000,740 820,745 1720,1130 250,80 950,300 1090,980 330,960',
  );
  return spots
    .map(([x, y]) => {
      const crown = curve(pebble([x, y], [58, 58], { wobble: 0.18, points: 11, cast: sheet.cast }), 'closed');
      return (
        placed(fill(crown, '#26401f', 0.7), { at: [16, 24] }) +
        fill(crown, '#2f5a3a') +
        spray(sheet, crown, { ink: '#9db45a', from: [0.8, 0.9], to: [0.2, 0.1], most: 0.7 })
      );
    })
    .join('');
}

function riders(sheet: Sheet, bends: readonly Point[]): string {
  const spots: string[] = [];
  for (let index = 5; index < 14; index += 1) {
    const [from, to] = [bends[index] ?? [0, 0], bends[index + 1] ?? [0, 0]];
    const turn = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI + 90;
    for (let n = 0; n < (index < 9 ? 5 : 2); n += 1) {
      const share = n / 5 + 0.08;
      const at: Point = [
        from[0] + (to[0] - from[0]) * share,
        from[1] + (to[1] - from[1]) * share + sheet.cast.near(0, 18),
      ];
      const shirt = sheet.cast.pick([INK.red, INK.ochre, INK.petrol, INK.black, INK.wine]);
      spots.push(
        placed(
          fill('M30 -20L78 18L70 40L16 26Z', '#3d4a33', 0.6) +
            stroke('M0 -38V38', INK.black, 5) +
            stroke('M-16 -22H16', INK.black, 5) +
            fill('M-15 -18Q0 -28 15 -18L11 22Q0 28 -11 22Z', shirt) +
            disc([0, -18], 10, INK.cream),
          { at, turn, scale: 0.95 },
        ),
      );
    }
  }
  return spots.join('');
}

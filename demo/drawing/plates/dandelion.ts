import type { Dice } from '../dice.ts';
import { box, corners, type Point, ribbon, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke } from '../sheet.ts';

const round = (angle: number, reach: number): Point => [Math.cos(angle) * reach, Math.sin(angle) * reach];

/** A dandelion clock losing its hours. */
export function dandelion(sheet: Sheet): string {
  const { cast } = sheet;
  const flying = Array.from({ length: 17 }, (_, n) =>
    placed(parachute(INK.cream), {
      at: [850 + n * 54 + cast.near(0, 70), 620 - n * 26 + cast.near(0, 230)],
      turn: 50 + cast.near(0, 46),
      scale: 0.95 - n * 0.035,
    }),
  );
  const stem = ribbon(trace('620,540 606,800 640,1000 600,1240'), () => 26);
  return [
    fill(box(0, 0, [1800, 1200]), '#2f6a72'),
    spray(sheet, box(0, 0, [1800, 1200]), { ink: '#12343f', from: [0.6, 0.3], to: [0, 1.1], most: 0.7 }),
    fill(stem, '#9fb463'),
    spray(sheet, stem, { ink: INK.moss, from: [0, 0.5], to: [1, 0.5], most: 0.8 }),
    clock(cast),
    disc([620, 520], 46, '#7d5a34'),
    flying.join(''),
  ].join('');
}

function clock(cast: Dice): string {
  const seeds = Array.from({ length: 64 }, (_, n) => {
    const angle = n * 2.39996;
    if (Math.cos(angle - 0.5) > 0.55 && n % 3) return '';
    const [x, y] = round(angle, 30 + Math.sqrt(n) * 12);
    return placed(parachute(n % 2 ? INK.cream : '#dbe6da'), {
      at: [620 + x, 520 + y],
      turn: (angle * 180) / Math.PI + 90,
      scale: 0.82 + cast.near(0, 0.08),
    });
  });
  return seeds.join('');
}

function parachute(ink: string): string {
  const hairs = Array.from(
    { length: 17 },
    (_, n) =>
      stroke(
        corners(
          [
            [0, -150],
            [Math.sin((n - 8) * 0.16) * 86, -150 - Math.cos((n - 8) * 0.16) * 74],
          ],
          'open',
        ),
        ink,
        2.6,
      ) + disc([Math.sin((n - 8) * 0.16) * 86, -150 - Math.cos((n - 8) * 0.16) * 74], 3.4, ink),
  );
  return (
    stroke('M0 0V-150', ink, 3) + fill('M-7 0Q-9 30 0 52Q9 30 7 0Q0 -14 -7 0Z', '#5a3424') + hairs.join('')
  );
}

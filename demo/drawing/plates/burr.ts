import { box, curve, type Point } from '../outline.ts';
import { fill, placed, type Sheet, spray, stroke } from '../sheet.ts';

const round = (angle: number, reach: number): Point => [Math.cos(angle) * reach, Math.sin(angle) * reach];

/** A burr with a thread of wool on it. */
export function burr(sheet: Sheet): string {
  const hooks = allHooks(sheet);
  const ball = curve(
    Array.from({ length: 24 }, (_, n) => {
      const [x, y] = round((n / 24) * Math.PI * 2, 290);
      return [900 + x, 610 + y] as const;
    }),
    'closed',
  );
  return [
    fill(box(0, 0, [1800, 1200]), '#b8473a'),
    spray(sheet, box(0, 0, [1800, 1200]), { ink: '#6d1f2c', from: [0.5, 0.1], to: [0.5, 1.1], most: 0.8 }),
    hooks
      .toReversed()
      .filter((hook) => hook.depth > 0.7)
      .map((hook) => hook.parts)
      .join(''),
    fill(ball, '#5f7038'),
    spray(sheet, ball, { ink: '#29351c', from: [0.3, 0.2], to: [0.9, 1], most: 0.95 }),
    hooks
      .filter((hook) => hook.depth <= 0.7)
      .map((hook) => hook.parts)
      .join(''),
    thread(),
  ].join('');
}

interface Hook {
  /** 0 in the middle of the burr, 1 at its edge. */
  readonly depth: number;
  readonly parts: string;
}

function allHooks(sheet: Sheet): readonly Hook[] {
  return Array.from({ length: 230 }, (_, n) => {
    const angle = n * 2.39996;
    const depth = Math.sqrt(n / 230);
    const [x, y] = round(angle, depth * 270);
    const reach = 70 + depth * 90;
    const tip = `M0 0Q${reach * 0.5} -6 ${reach} 0Q${reach + 26} 6 ${reach + 14} 24`;
    return {
      depth,
      parts: placed(stroke(tip, n % 3 ? '#7b8c46' : '#5a6d35', 7), {
        at: [900 + x, 610 + y],
        turn: (angle * 180) / Math.PI + sheet.cast.near(0, 14),
        scale: 0.5 + depth * 0.7,
      }),
    };
  });
}

function thread(): string {
  return [0, 1, 2, 3, 4]
    .map((n) =>
      stroke(
        curve([
          [-40, 1010 + n * 26],
          [260, 900 + n * 18],
          [480, 690 + n * 30],
          [600, 520 - n * 20],
          [760, 430 + n * 26],
          [610, 640 + n * 10],
          [420, 860 + n * 22],
          [560, 1120 + n * 14],
          [900, 1240],
        ]),
        n % 2 ? '#f4e7cd' : '#e3cda3',
        5,
      ),
    )
    .join('');
}

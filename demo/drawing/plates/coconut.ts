import { box, curve, ground, type Point, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke } from '../sheet.ts';

/** A coconut at sea. */
export function coconut(sheet: Sheet): string {
  const waves = [0, 1, 2, 3, 4, 5].map((n) => {
    const points: Point[] = [];
    for (let x = -120; x <= 1980; x += 50)
      points.push([x, 640 + n * 96 + Math.sin(x / (120 + n * 14) + n * 1.9) * (30 + n * 9)]);
    const shape = ground(points, 1300);
    const line = stroke(curve(points), n % 2 ? '#cfe3dc' : '#9fc9c6', 6);
    const sea =
      fill(shape, ['#6fb3b3', '#4f9ba2', '#34838f', '#256d7c', '#1b5768', '#134455'][n] ?? INK.teal) +
      spray(sheet, shape, { ink: '#0f3a4b', from: [0.4, 0], to: [0.5, 0.7], most: 0.5 }) +
      line;
    return n === 3 ? nut(sheet) + sea : sea;
  });
  const birds = trace('300,240 420,190 1480,300').map(([x, y]) =>
    placed(stroke('M-50 -14Q-24 -34 0 0Q24 -34 50 -14', INK.black, 7), { at: [x, y] }),
  );
  const isle = fill(ground(trace('1160,665 1270,612 1400,588 1530,616 1660,668'), 690), '#c98d62');
  return [
    fill(box(0, 0, [1800, 1200]), '#f3d39a'),
    disc([1120, 420], 170, '#e5744a'),
    spray(sheet, box(0, 0, [1800, 660]), { ink: '#e9a063', from: [0.5, 0], to: [0.5, 1], most: 0.6 }),
    isle,
    birds.join(''),
    waves.join(''),
  ].join('');
}

function nut(sheet: Sheet): string {
  const shell = 'M-210 0Q-200 -150 -20 -166Q190 -160 226 -10Q210 120 20 134Q-190 130 -210 0Z';
  const fibres = Array.from({ length: 22 }, (_, n) =>
    stroke(
      `M-200 ${-6 + (n - 11) * 2}Q0 ${(n - 11) * 27} 220 ${-8 + (n - 11) * 2}`,
      n % 2 ? '#5a3720' : '#7a4c2a',
      4,
    ),
  );
  return placed(
    fill(shell, '#6b4226') +
      fibres.join('') +
      spray(sheet, shell, { ink: '#2a150c', from: [0.3, 0.1], to: [0.8, 1], most: 0.9 }) +
      stroke(curve(trace('190,-60 250,-150 230,-240')), '#7fa35a', 16) +
      fill(
        'M230 -240Q300 -330 400 -300Q330 -240 230 -240ZM230 -240Q170 -330 80 -320Q130 -240 230 -240Z',
        '#7fa35a',
      ),
    { at: [820, 850], turn: -12, scale: 1.1 },
  );
}

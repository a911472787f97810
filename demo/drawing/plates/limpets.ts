import { box, corners, curve, type Point, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

/** Limpets, each back on its own mark. */
export function limpets(sheet: Sheet): string {
  const { cast } = sheet;
  const shells: string[] = [];
  for (let row = 0; row < 6; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      if (row === 2 && column === 5) continue;
      const at: Point = [
        60 + column * 236 + (row % 2) * 118 + cast.near(0, 20),
        110 + row * 206 + cast.near(0, 16),
      ];
      const isAway = row === 3 && column === 4;
      const ink = cast.pick(['#c9b27a', '#8fa79a', '#dcc9a0', '#a9796a', '#6f8f94']);
      shells.push(
        home(at),
        isAway
          ? ''
          : placed(shell(sheet, ink), { at, scale: cast.between(0.86, 1.08), turn: cast.between(0, 360) }),
      );
    }
  }
  shells.push(trail(), placed(shell(sheet, INK.red), { at: [1240, 500], scale: 1.08, turn: 20 }));
  const rock = box(0, 0, [1800, 1200]);
  return wash(sheet, rock, { inks: ['#34525e', '#2b4450', '#1b303b'] }) + shells.join('');
}

function home(at: Point): string {
  return `<ellipse cx="${at[0].toFixed(1)}" cy="${at[1].toFixed(1)}" rx="104" ry="92" fill="none" stroke="#e9dcbc" stroke-width="5" stroke-dasharray="3 12" stroke-linecap="round"/>`;
}

function trail(): string {
  const way = curve(trace('1122,728 1080,690 1110,640 1180,650 1210,600 1240,560'));
  return `<path d="${way}" fill="none" stroke="${INK.ochre}" stroke-width="9" stroke-dasharray="1 18" stroke-linecap="round"/>`;
}

function shell(sheet: Sheet, ink: string): string {
  const edge: Point[] = [];
  for (let n = 0; n < 36; n += 1) {
    const reach = n % 2 ? 84 : 92;
    edge.push([Math.cos((n / 36) * Math.PI * 2) * reach, Math.sin((n / 36) * Math.PI * 2) * reach * 0.88]);
  }
  const shape = curve(edge, 'closed');
  const ribs = edge
    .filter((_, n) => n % 2 === 0)
    .map((point) =>
      stroke(
        corners(
          [
            [-8, -8],
            [point[0] * 0.97, point[1] * 0.97],
          ],
          'open',
        ),
        '#22333d',
        4,
      ),
    );
  const rings = [30, 52, 72].map(
    (reach) =>
      `<ellipse cx="${-8 + reach * 0.06}" cy="${-8 + reach * 0.06}" rx="${reach}" ry="${reach * 0.88}" fill="none" stroke="#f4e9cd" stroke-width="3" opacity="0.7"/>`,
  );
  return (
    placed(fill(shape, '#0b161d', 0.6), { at: [10, 14] }) +
    fill(shape, ink) +
    spray(sheet, shape, { ink: '#22333d', from: [0.3, 0.3], to: [1, 1], most: 0.7 }) +
    ribs.join('') +
    rings.join('') +
    disc([-8, -8], 12, '#f4e9cd')
  );
}

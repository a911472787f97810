import { box, corners, curve, type Point, pebble, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke } from '../sheet.ts';

const PAPER = '#ead7ac';

/** Each island: x, y and its reach across and down. */
const ISLANDS: readonly (readonly [number, number, number, number])[] = [
  [500, 400, 300, 190],
  [1320, 770, 290, 220],
  [1330, 260, 150, 90],
  [330, 900, 150, 100],
  [760, 880, 96, 70],
];

/** An old chart of islands that were never there. */
export function wrongMap(sheet: Sheet): string {
  const whole = box(0, 0, [1800, 1200]);
  return [
    fill(whole, PAPER),
    trace('930,600 1620,960 150,150').map(rhumbs).join(''),
    ISLANDS.map(([x, y, wide, high]) => island(sheet, [x, y], [wide, high])).join(''),
    rose(),
    serpent(),
    frame(),
    spray(sheet, whole, { ink: '#8c5f2c', from: [0.4, 0.4], to: [1.1, 1.2], most: 0.4 }),
  ].join('');
}

function island(sheet: Sheet, centre: Point, radius: Point): string {
  const shape = curve(pebble(centre, radius, { wobble: 0.3, points: 26, cast: sheet.cast }), 'closed');
  const waters = [88, 64, 44, 28, 14].map((width, n) => stroke(shape, n % 2 ? PAPER : '#3c6a70', width));
  return [
    waters.join(''),
    fill(shape, '#f3e4bf'),
    stroke(shape, '#5a3a22', 5),
    spray(sheet, shape, { ink: '#b98d4c', from: [0.4, 0.3], to: [1, 1], most: 0.7 }),
    summits(sheet, centre, radius),
  ].join('');
}

function rhumbs([x, y]: Point): string {
  const lines = Array.from({ length: 16 }, (_, n) => {
    const angle = (n / 16) * Math.PI * 2;
    const end: Point = [x + Math.cos(angle) * 2200, y + Math.sin(angle) * 2200];
    return stroke(corners([[x, y], end], 'open'), n % 4 ? '#bf9a5e' : INK.red, 1.6);
  });
  return lines.join('');
}

function summits(sheet: Sheet, centre: Point, radius: Point): string {
  return Array.from({ length: Math.round(radius[0] / 20) }, () => {
    const [x, y] = [
      centre[0] + radius[0] * sheet.cast.between(-0.66, 0.6),
      centre[1] + radius[1] * sheet.cast.between(-0.45, 0.62),
    ];
    return placed(
      fill('M-26 0Q-8 -40 0 -46Q12 -34 30 0Z', '#e9cf97') +
        stroke('M-26 0Q-8 -40 0 -46Q12 -34 30 0M4 -38Q8 -20 4 -4M12 -28Q16 -14 14 -4', '#5a3a22', 3),
      { at: [x, y], scale: sheet.cast.between(0.8, 1.3) },
    );
  }).join('');
}

function rose(): string {
  const arms = [0, 45, 90, 135, 180, 225, 270, 315].map((turn, n) =>
    placed(
      fill('M0 0L-16 -24L0 -120Z', n % 2 ? '#3c6a70' : INK.red) +
        fill('M0 0L16 -24L0 -120Z', '#f3e4bf') +
        stroke('M0 0L-16 -24L0 -120L16 -24Z', '#5a3a22', 2.5),
      { at: [930, 600], turn, scale: n % 2 ? 0.68 : 1 },
    ),
  );
  return `<circle cx="930" cy="600" r="98" fill="none" stroke="#5a3a22" stroke-width="4"/>${[...arms.filter((_, n) => n % 2), ...arms.filter((_, n) => n % 2 === 0)].join('')}`;
}

function serpent(): string {
  const coil = (x: number, size: number): string =>
    fill(
      `M${x - size} 1100A${size} ${size} 0 0 1 ${x + size} 1100L${x + size * 0.5} 1100A${size * 0.5} ${size * 0.5} 0 0 0 ${x - size * 0.5} 1100Z`,
      '#3c6a70',
    ) + stroke(`M${x - size} 1100A${size} ${size} 0 0 1 ${x + size} 1100`, '#5a3a22', 4);
  const head =
    fill('M664 1100Q650 1010 590 1000L530 1016Q520 1034 546 1040L596 1046Q620 1060 620 1100Z', '#3c6a70') +
    disc([586, 1018], 6, '#f3e4bf');
  return placed(
    head +
      coil(730, 46) +
      coil(830, 38) +
      coil(914, 28) +
      fill('M950 1100Q970 1060 1010 1050Q986 1076 980 1100Z', '#3c6a70'),
    { at: [-10, 20] },
  );
}

function frame(): string {
  const ticks = Array.from(
    { length: 30 },
    (_, n) =>
      fill(box(n * 60, n % 2 ? 0 : 8, [60, n % 2 ? 0.1 : 16]), '#5a3a22') +
      fill(box(n * 60, 1176, [60, n % 2 ? 0.1 : 16]), '#5a3a22'),
  );
  return `<rect x="4" y="4" width="1792" height="1192" fill="none" stroke="#5a3a22" stroke-width="8"/><rect x="30" y="30" width="1740" height="1140" fill="none" stroke="#5a3a22" stroke-width="4"/>${ticks.join('')}`;
}

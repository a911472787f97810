import { head, type Lamp, limb, turned } from '../figure.ts';
import { box, curve, ground, type Point, skyline, trace } from '../outline.ts';
import { cut, disc, fill, glow, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

const LAMP: Lamp = { from: [0.05, 0.1], shade: '#2b1424', most: 0.75 };

/** The date harvest: men in the crowns of palms, a basket on its way down, an oasis below. */
export function datePalms(sheet: Sheet): string {
  return [
    desert(sheet),
    grove(sheet),
    palm(sheet, { tall: 900, wide: 44, reach: 250, at: [1050, 570], scale: 0.74, man: ['#c9573a', -1] }),
    palm(sheet, { tall: 1100, wide: 92, reach: 440, at: [450, 350] }),
    placed(cutter(sheet), { at: [620, 640], scale: 1.18 }),
    palm(sheet, { tall: 900, wide: 80, reach: 400, at: [1610, 500], man: ['#f0dcae', 1] }),
    basket(sheet),
  ].join('');
}

function desert(sheet: Sheet): string {
  const dune = (line: string): string => ground(trace(line), 1240);
  const far = dune('-40,640 180,590 420,610 640,560 900,600 1200,566 1500,612 1840,570');
  const near = dune('-40,720 260,700 560,660 760,690 1080,650 1400,700 1840,660');
  const lee = 'M560 660C700 650 740 700 1080 650C960 730 860 760 900 830C700 800 640 720 560 660Z';
  return [
    wash(sheet, box(0, 0, [1800, 760]), { inks: ['#e9a24c', '#f2bf6e', '#f8e0ac', '#fbeccb'] }),
    glow(sheet, [150, 470], { radius: 430, ink: '#fff8e0', most: 0.9 }),
    disc([150, 486], 82, '#fffdf2'),
    fill(far, '#e2935a'),
    spray(sheet, far, { ink: '#a84c38', from: [0, 0], to: [1, 0.5], most: 0.6 }),
    fill(near, '#cf7647'),
    spray(sheet, near, { ink: '#8a3532', from: [0, 0], to: [0.9, 0.6], most: 0.7 }),
    fill(lee, '#8d3d35', 0.55),
  ].join('');
}

// The oasis from above: walls, a channel, and crowns like stars.
function grove(sheet: Sheet): string {
  const { cast } = sheet;
  const green = ground(skyline({ from: -40, to: 1840, level: 840, rough: 26, steps: 16 }, cast), 1240);
  const homes = [
    [760, 838, 90],
    [856, 850, 70],
    [690, 858, 64],
    [930, 836, 56],
    [1290, 860, 92],
    [1390, 846, 64],
  ].map(([x = 0, y = 0, size = 0]) => {
    const wall = box(x, y - size * 0.8, [size, size]);
    const door = fill(box(x + size * 0.4, y - size * 0.3, [size * 0.18, size * 0.4]), '#5b2630');
    return (
      cut(wall, '#e8b27c', 5) +
      spray(sheet, wall, { ink: '#9c4d3a', from: [0.1, 0], to: [1, 0.6], most: 0.7 }) +
      door
    );
  });
  const stars = Array.from({ length: 64 }, (_, index) => {
    const y = 880 + (index / 64) * 330;
    const size = 34 + (y - 880) * 0.22;
    return placed(star(cast.pick(['#2b6a55', '#1f5850', '#3f7d4e', '#174a4a']), cast.between(0, 40)), {
      at: [cast.between(-20, 1820), y + cast.near(0, 20)],
      scale: [size / 100, (size / 100) * 0.72],
    });
  });
  return [
    homes.join(''),
    cut(green, '#1d4c48', 8),
    stroke(curve(trace('1130,850 1090,940 1180,1010 1120,1110 1190,1230')), '#7fc0ba', 16),
    stars.join(''),
    spray(sheet, green, { ink: INK.night, from: [0.2, 0], to: [0.9, 1], most: 0.55 }),
  ].join('');
}

function star(ink: string, turn: number): string {
  const rays = Array.from({ length: 11 }, (_, index) => {
    const angle = (index / 11) * Math.PI * 2 + turn;
    const [x, y] = [Math.cos(angle) * 100, Math.sin(angle) * 100];
    const [a, b] = [-y * 0.13, x * 0.13];
    return fill(`M0 0Q${x * 0.6 + a} ${y * 0.6 + b} ${x} ${y}Q${x * 0.6 - a} ${y * 0.6 - b} 0 0Z`, ink);
  });
  return `<g transform="translate(8 14)" opacity=".35">${disc([0, 0], 70, '#0b2a30')}</g>${rays.join('')}${disc([0, 0], 14, '#c98a3a')}`;
}

// One frond: leaflets on both sides of a rib that bends under its weight.
function frond(angle: number, reach: number, ink: string): string {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const droop = reach * (0.3 + 0.34 * Math.abs(dx));
  const at = (t: number): Point => [dx * reach * t, dy * reach * t + droop * t * t];
  const leaves: string[] = [];
  for (let step = 2; step <= 26; step += 1) {
    const t = step / 26;
    const [x, y] = at(t);
    const [u, v] = at(t - 0.02);
    const way = Math.atan2(y - v, x - u);
    const long = reach * 0.27 * Math.sin(Math.PI * Math.min(1, 0.16 + t * 0.78)) + reach * 0.03;
    for (const side of [-0.62, 0.62]) {
      const tip: Point = [x + Math.cos(way + side) * long, y + Math.sin(way + side) * long + long * 0.18];
      const across = reach * 0.013;
      leaves.push(
        `M${(x - Math.sin(way + side) * across).toFixed(1)} ${(y + Math.cos(way + side) * across).toFixed(1)}L${tip[0].toFixed(1)} ${tip[1].toFixed(1)}L${(x + Math.sin(way + side) * across).toFixed(1)} ${(y - Math.cos(way + side) * across).toFixed(1)}Z`,
      );
    }
  }
  return fill(leaves.join(''), ink) + stroke(curve([0, 0.35, 0.7, 1].map(at)), ink, reach * 0.022);
}

interface Palm {
  readonly tall: number;
  readonly wide: number;
  readonly reach: number;
  readonly at: Point;
  readonly scale?: number;
  /** The shirt of the man in the crown, and whether he works on its left (1) or its right (−1). */
  readonly man?: readonly [shirt: string, way: 1 | -1];
}

function palm(sheet: Sheet, { tall, wide, reach, at, scale = 1, man }: Palm): string {
  const stem = `M${-wide * 0.62} 10C${-wide * 0.5} ${tall * 0.4} ${-wide * 0.7} ${tall * 0.7} ${-wide * 0.9} ${tall}H${wide * 0.9}C${wide * 0.6} ${tall * 0.7} ${wide * 0.5} ${tall * 0.4} ${wide * 0.62} 10Z`;
  const dates = [-0.5, -0.2, 0.12, 0.42].map((way, index) =>
    bunch(sheet, way * reach, reach * (0.44 + (index % 2) * 0.1)),
  );
  const isOpen = man !== undefined;
  const parts = [
    crown(sheet, { inks: ['#14403f', '#1a4a45'], shift: 0.22, reach, isOpen: false }),
    turned(sheet, stem, ['#9a5f45', LAMP]),
    scars(tall, wide),
    dates.join(''),
    man
      ? placed(picker(sheet, man[0]), {
          at: [0, -reach * 0.12],
          scale: [(man[1] * reach) / 420, reach / 420],
        })
      : '',
    crown(sheet, {
      ...{ inks: ['#2b6a4c', '#3a7f4f', '#57914f', '#1f5c50'], shift: 0 },
      ...{ reach: reach * 0.96, isOpen },
    }),
    crown(sheet, { inks: ['#7aa653', '#4f8f52'], shift: -0.2, reach: reach * 0.62, isOpen }),
  ];
  return placed(parts.join(''), { at, scale });
}

interface Crown {
  readonly inks: readonly string[];
  /** By how much all fronds are turned, in radians. */
  readonly shift: number;
  readonly reach: number;
  /** Without the fronds that stand upright, where a man is at work. */
  readonly isOpen: boolean;
}

function crown({ cast }: Sheet, { inks, shift, reach, isOpen }: Crown): string {
  return [-2.95, -2.45, -2.02, -1.58, -1.12, -0.66, -0.18, 0.3, 2.84]
    .filter((angle) => !(isOpen && Math.abs(angle + 1.57) < 1.15))
    .map((angle) =>
      frond(angle + shift + cast.near(0, 0.1), reach * cast.between(0.86, 1.08), cast.pick(inks)),
    )
    .join('');
}

/** What the cut fronds of other years left on the stem. */
function scars(tall: number, wide: number): string {
  return Array.from({ length: Math.round(tall / 34) }, (_, index) => {
    const y = 40 + index * 34;
    return [-0.5, 0, 0.5]
      .map((part) => {
        const x = (part + (index % 2) * 0.25 - 0.12) * wide;
        const cut = `M${x - wide * 0.22} ${y}L${x} ${y + 24}L${x + wide * 0.22} ${y}L${x} ${y - 7}Z`;
        return fill(cut, '#4a2530', 0.6);
      })
      .join('');
  }).join('');
}

function bunch(sheet: Sheet, x: number, y: number): string {
  const { cast } = sheet;
  const stalks = `M0 0Q${x * 0.5} ${-10} ${x} ${y * 0.5}`;
  const fruit = Array.from({ length: 46 }, () => {
    const down = cast.unit();
    const wide = 46 * Math.sin(Math.PI * (0.18 + down * 0.74));
    return disc(
      [x + cast.near(0, wide), y * 0.5 + down * y * 0.62],
      cast.between(8, 11),
      cast.pick(['#8a2f22', '#b4482a', '#d9772f', '#6d2222']),
    );
  });
  return stroke(stalks, '#e0a13c', 9) + fruit.join('');
}

// He hangs back in his rope against the trunk and cuts.
function cutter(sheet: Sheet): string {
  const shirt = curve(trace('-40,-150 20,-164 66,-128 74,-40 56,46 -40,52 -72,-20'), 'closed');
  return [
    stroke(curve(trace('70,6 -40,66 -130,70 -196,50')), '#f0dcae', 12),
    turned(sheet, limb(trace('0,40 -110,60 -128,170'), [74, 58, 36]), ['#39506a', LAMP]),
    turned(sheet, limb(trace('30,40 -40,130 -130,210'), [78, 60, 38]), ['#46627f', LAMP]),
    turned(sheet, limb(trace('-128,172 -166,166'), [30, 22]), ['#8a5338', LAMP]),
    turned(sheet, limb(trace('-130,214 -172,206'), [30, 22]), ['#8a5338', LAMP]),
    turned(sheet, limb(trace('-30,-126 -110,-150 -160,-226'), [52, 40, 30]), ['#cdbf9e', LAMP]),
    turned(sheet, limb(trace('-160,-226 -176,-262'), [28, 26]), ['#8a5338', LAMP]),
    stroke('M-170 -262Q-236 -276 -236 -330', '#3a4450', 12),
    head(
      sheet,
      {
        at: [-14, -222],
        size: 62,
        way: -1,
        nod: -16,
        skin: '#8a5338',
        hair: '#1d1418',
        hat: { shape: 'wrap', ink: INK.cream, band: '#e2c794' },
      },
      LAMP,
    ),
    turned(sheet, shirt, ['#f3e6c8', { ...LAMP, shade: '#7a5648' }]),
    turned(sheet, limb(trace('30,-120 30,-40 -60,-16'), [56, 44, 32]), [
      '#f3e6c8',
      {
        ...LAMP,
        shade: '#7a5648',
      },
    ]),
    disc([-66, -14], 18, '#8a5338'),
    stroke(curve(trace('64,0 0,26 -60,20')), INK.red, 22),
  ].join('');
}

// He stands among the ribs of the crown and passes bunches down.
function picker(sheet: Sheet, shirt: string): string {
  const trunk = curve(trace('-50,-140 0,-166 54,-138 66,-20 50,60 -52,60 -64,-20'), 'closed');
  return [
    turned(sheet, limb(trace('-24,50 -60,130 -20,220'), [70, 54, 36]), ['#2d3a52', LAMP]),
    turned(sheet, limb(trace('24,50 60,120 40,210'), [70, 54, 36]), ['#3a4a66', LAMP]),
    turned(sheet, limb(trace('40,-120 110,-190 126,-290'), [50, 40, 28]), [shirt, LAMP]),
    disc([128, -300], 18, '#7a4a34'),
    stroke('M124 -306Q70 -330 52 -388', '#3a4450', 12),
    head(
      sheet,
      {
        at: [0, -224],
        size: 60,
        way: -1,
        nod: 10,
        skin: '#7a4a34',
        hair: '#1d1418',
        hat: { shape: 'wrap', ink: INK.red },
      },
      LAMP,
    ),
    turned(sheet, trunk, [shirt, LAMP]),
    turned(sheet, limb(trace('-36,-120 -96,-60 -166,-84'), [52, 42, 30]), [shirt, LAMP]),
    disc([-172, -86], 18, '#7a4a34'),
  ].join('');
}

function basket(sheet: Sheet): string {
  const weave = 'M-86 -60L-66 54Q0 84 66 54L86 -60Z';
  const fruit = Array.from({ length: 26 }, () =>
    disc(
      [sheet.cast.near(0, 74), -70 + sheet.cast.near(0, 24)],
      14,
      sheet.cast.pick(['#8a2f22', '#b4482a', '#d9772f']),
    ),
  );
  const parts = [
    stroke('M-10 -628L0 -190M0 -190L-82 -62M0 -190L82 -62', '#f0dcae', 8),
    fruit.join(''),
    turned(sheet, weave, ['#d9a04c', LAMP]),
    ['-80,-26 0,-6 80,-26', '-74,10 0,32 74,10']
      .map((line) => stroke(curve(trace(line)), '#8a4f2c', 6))
      .join(''),
    stroke('M-86 -60Q0 -36 86 -60', '#f2c878', 12),
  ];
  return placed(parts.join(''), { at: [1447, 900], turn: 1, scale: 0.86 });
}

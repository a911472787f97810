import { head, type Lamp, limb, turned } from '../figure.ts';
import { box, corners, curve, ground, type Point, pebble, trace } from '../outline.ts';
import { disc, fill, glow, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

const LAMP: Lamp = { from: [0.95, 0.05], shade: '#2a1a2c', most: 0.8 };

/** A mule climbs a mountain path with ballot boxes; her owner walks ahead, an umbrella comes behind. */
export function ballotMule(sheet: Sheet): string {
  return [
    morning(sheet),
    ranges(sheet),
    path(sheet),
    placed(follower(sheet, '#c08f4e'), { at: [196, 884], scale: 0.62, turn: 0 }),
    placed(umbrella(sheet), { at: [236, 640], scale: 0.62 }),
    placed(mule(sheet), { at: [770, 640], turn: -9, scale: 1.18 }),
    placed(owner(sheet), { at: [1370, 512], scale: 1.12 }),
    stones(sheet),
  ].join('');
}

function morning(sheet: Sheet): string {
  const sky = box(0, 0, [1800, 800]);
  return [
    wash(sheet, sky, { inks: ['#6fa7ad', '#b9cfbb', '#f3e2b4', '#f2c486'] }),
    glow(sheet, [1560, 350], { radius: 460, ink: '#fff3cf', most: 0.85 }),
    disc([1560, 372], 74, '#fffaea'),
    [
      'M210 190q120 -52 250 -18q90 -40 190 4q-200 34 -440 14z',
      'M860 120q90 -34 190 -8q70 -20 130 8q-150 22 -320 0z',
    ]
      .map((cloud) => fill(cloud, '#fdf3dc', 0.75))
      .join(''),
  ].join('');
}

// Ridges of basalt with flat tops and ledges; the sun behind rims each of them.
function ranges(sheet: Sheet): string {
  const ridges: readonly (readonly [string, string, string])[] = [
    [
      '-40,470 120,420 250,430 420,350 560,356 640,420 820,436 960,380 1120,390 1260,440 1420,420 1560,460 1840,430',
      '#9db9b4',
      '#6b94a0',
    ],
    [
      '-40,560 90,480 200,474 300,540 470,560 600,500 760,486 880,560 1080,590 1240,520 1400,510 1540,590 1700,570 1840,520',
      '#6f97a0',
      '#3d6e80',
    ],
    [
      '-40,610 120,640 260,600 380,596 500,680 680,720 860,690 1000,640 1180,660 1330,740 1540,730 1840,640',
      '#467586',
      '#1f4c60',
    ],
  ];
  const drawn = ridges.map(([line, ink, deep], index) => {
    const hill = ground(trace(line), 1240, 'sharp');
    const ledges = [60, 110].map((down) =>
      stroke(
        corners(
          trace(line).map(([x, y]): Point => [x - 14, y + down + (x % 7) * 4]),
          'open',
        ),
        deep,
        4,
      ),
    );
    return [
      fill(hill, ink),
      index < 2 ? `<g opacity=".35">${ledges.join('')}</g>` : '',
      spray(sheet, hill, { ink: deep, from: [0.9, 0], to: [0.1, 0.7], most: 0.75 }),
      stroke(corners(trace(line), 'open'), '#fdebc4', 5 - index),
    ].join('');
  });
  return [drawn[0], drawn[1], village(sheet), drawn[2]].join('');
}

// Round huts under thatch on the second ridge: where they are going.
function village(sheet: Sheet): string {
  const huts = [
    [1262, 512, 1],
    [1310, 504, 1.25],
    [1206, 528, 0.85],
  ].map(([x = 0, y = 0, scale = 1]) => {
    const roof = 'M-30 -14L0 -42L30 -14Q0 -6 -30 -14Z';
    return placed(
      fill('M-22 -14H22V14H-22Z', '#e9c79a') +
        fill('M-4 -8H6V14H-4Z', INK.wine) +
        turned(sheet, roof, ['#8a5a36', LAMP]),
      { at: [x, y], scale },
    );
  });
  return huts.join('');
}

function path(sheet: Sheet): string {
  const slope = curve(trace('-60,1010 240,1010 520,980 800,930 1080,868 1380,800 1640,760 1860,730'));
  const bank = `${slope}L1860 1260L-60 1260Z`;
  const track = 'M-60 1012C420 1010 1000 890 1860 730L1860 806C1200 900 700 1090 -60 1120Z';
  const grass = Array.from({ length: 60 }, () => {
    const x = sheet.cast.between(-20, 1820);
    const y = 1110 - x * 0.14 + sheet.cast.between(10, 240);
    const tall = 18 + (y - 850) * 0.07;
    const tuft = [-0.5, 0, 0.6].map((lean) =>
      stroke(
        `M${x} ${y}q${lean * 8} ${-tall * 0.6} ${lean * tall} ${-tall}`,
        sheet.cast.pick(['#7d7a3c', '#a3914a', '#c9ab5c']),
        5,
      ),
    );
    return tuft.join('');
  });
  return [
    fill(bank, '#6b4a3a'),
    spray(sheet, bank, { ink: '#2d1a26', from: [0.8, 0], to: [0.3, 0.9], most: 0.85 }),
    fill(track, '#d9a566'),
    spray(sheet, track, { ink: '#7a4430', from: [0.9, 0], to: [0.3, 1], most: 0.75 }),
    grass.join(''),
    // Long shadows towards us and to the left.
    `<g opacity=".5">${fill('M520 968C660 930 920 908 1040 880L960 940C800 990 560 1040 330 1060Z', '#3a1f2c')}${fill('M1330 830L1440 812L1330 880L1150 926Z', '#3a1f2c')}${fill('M150 1014L246 1006L180 1056L20 1080Z', '#3a1f2c')}</g>`,
  ].join('');
}

function stones(sheet: Sheet): string {
  const spots: readonly (readonly [number, number, number])[] = [
    [90, 1160, 110],
    [270, 1196, 70],
    [1500, 1090, 120],
    [1690, 1150, 190],
    [1360, 1180, 80],
    [760, 1150, 52],
  ];
  return spots
    .map(([x, y, size]) => {
      const rock = corners(pebble([x, y], [size, size * 0.62], { wobble: 0.2, points: 8, cast: sheet.cast }));
      return turned(sheet, rock, [
        '#8c6a58',
        {
          from: [0.75, 0],
          shade: '#20131f',
          most: 0.9,
          shine: '#f2c894',
        },
      ]);
    })
    .join('');
}

const COAT = '#7b5644';

function leg(sheet: Sheet, joints: string, ink: string): string {
  const points = trace(joints);
  const [x, y] = points[points.length - 1] ?? [0, 0];
  const hoof = `M${x - 15} ${y - 10}L${x + 13} ${y - 12}L${x + 25} ${y + 18}H${x - 19}Z`;
  return turned(sheet, limb(points, [84, 58, 31, 22, 26]), [ink, LAMP]) + fill(hoof, '#211620');
}

function mule(sheet: Sheet): string {
  const body = curve(
    trace(
      '150,-96 70,-78 -30,-74 -110,-98 -168,-78 -190,-14 -160,44 -90,58 10,80 110,66 180,30 206,-30 190,-84',
    ),
    'closed',
  );
  const neck = limb(trace('130,-20 214,-120 268,-204'), [150, 112, 76]);
  const face = curve(
    trace('232,-236 276,-246 318,-196 362,-150 372,-124 352,-104 326,-110 286,-142 250,-160 226,-190'),
    'closed',
  );
  const ears = [
    'M236 -232C196 -268 182 -320 192 -352C226 -332 252 -286 256 -236Z',
    'M254 -238C240 -290 250 -340 270 -364C290 -328 290 -280 274 -240Z',
  ];
  return [
    stroke(curve(trace('-182,-50 -214,10 -208,80')), '#3b2530', 16),
    stroke(curve(trace('-208,70 -220,110 -206,150')), '#24161f', 28),
    leg(sheet, '-128,0 -88,74 -112,146 -70,206 -58,226', '#4e3434'),
    leg(sheet, '150,20 196,84 190,146 160,190 172,212', '#4e3434'),
    turned(sheet, neck, [COAT, LAMP]),
    stroke(curve(trace('128,-112 180,-168 232,-236')), '#33202a', 22),
    turned(sheet, body, [COAT, { ...LAMP, shine: '#c98f62' }]),
    leg(sheet, '-150,0 -126,74 -172,142 -164,204 -152,226', COAT),
    leg(sheet, '136,10 146,90 140,152 116,206 126,226', COAT),
    ears.map((ear) => turned(sheet, ear, ['#5d3f38', LAMP])).join(''),
    turned(sheet, face, [COAT, { ...LAMP, shine: '#d6a273' }]),
    fill('M340 -104Q376 -108 376 -132Q362 -152 350 -150Q334 -130 340 -104Z', '#d8b796'),
    disc([282, -204], 9, '#170f14'),
    stroke('M356 -138q8 2 8 10', '#4e2f2c', 6),
    stroke(curve(trace('238,-232 262,-190 268,-152')), INK.red, 9),
    stroke(curve(trace('300,-216 296,-176 284,-140')), INK.red, 9),
    stroke('M266 -186L300 -190', INK.red, 8),
    load(sheet),
  ].join('');
}

// A blanket, the far box, the near box and what lies across: a booth, a lamp.
function load(sheet: Sheet): string {
  const blanket = 'M-120 -104Q0 -70 130 -96L138 10Q10 36 -124 8Z';
  const ballot = (x: number, y: number): string => {
    const side = box(x, y, [176, 136]);
    return [
      turned(sheet, side, ['#f4ead2', { from: [0.9, 0], shade: '#8d7a78', most: 0.75 }]),
      fill(`M${x - 10} ${y - 22}H${x + 186}V${y + 10}H${x - 10}Z`, '#2c6f80'),
      fill(box(x + 56, y - 16, [64, 9]), '#0f2a36'),
      stroke(`M${x + 30} ${y + 10}V${y + 40}M${x + 146} ${y + 10}V${y + 40}`, INK.red, 8),
      disc([x + 30, y + 44], 9, INK.red) + disc([x + 146, y + 44], 9, INK.red),
      stroke(`M${x + 56} ${y + 62}l22 26l46 -52`, '#2c6f80', 13),
    ].join('');
  };
  return [
    placed(ballot(-20, -176), { at: [10, -30], scale: 0.9 }),
    turned(sheet, blanket, [INK.red, { ...LAMP, most: 0.7 }]),
    stroke('M-122 -14Q0 14 134 -12', INK.ochre, 12),
    stroke('M-122 -36Q0 -8 134 -34', '#f3e3c2', 6),
    ballot(-106, -92),
    turned(sheet, limb(trace('-150,-150 100,-158'), [44, 44]), ['#e2c794', LAMP]),
    stroke('M-96 -176V-116M46 -184V-124', '#4a2c26', 7),
    stroke('M-100 -122Q-130 -40 -92 74M80 -122Q118 -40 96 70', '#4a2c26', 7),
  ].join('');
}

function owner(sheet: Sheet): string {
  const blanket = curve(
    trace('-34,-150 30,-160 66,-110 92,0 104,118 30,140 -78,122 -74,10 -66,-100'),
    'closed',
  );
  return [
    turned(sheet, limb(trace('-24,90 -52,180 -86,268'), [62, 48, 34]), ['#2b3140', LAMP]),
    fill('M-108 256l46 10l8 22l-66 -6z', '#1b141c'),
    turned(sheet, limb(trace('26,90 70,160 62,254'), [66, 50, 36]), ['#39404f', LAMP]),
    fill('M40 246h44l30 24h-74z', '#1b141c'),
    stroke('M150 -60L186 240', '#5b3a2a', 11),
    stroke(curve(trace('-60,-30 -200,-40 -238,-60')), '#4a2c26', 6),
    head(
      sheet,
      {
        at: [14, -222],
        size: 62,
        way: 1,
        nod: 4,
        skin: '#7a4a34',
        hair: '#1d1418',
        hat: { shape: 'cone', ink: '#dcb15f', band: '#a8692f' },
      },
      LAMP,
    ),
    turned(sheet, blanket, ['#2c6f80', { ...LAMP, shine: '#79b0a8' }]),
    stroke(curve(trace('-72,60 10,78 98,56')), '#f3e3c2', 10),
    stroke(curve(trace('-74,86 14,104 102,82')), INK.ochre, 14),
    stroke(curve(trace('-70,-60 -10,-40 70,-92')), '#f3e3c2', 8),
    turned(sheet, limb(trace('30,-96 104,-70 148,-44'), [58, 44, 34]), ['#2c6f80', LAMP]),
    disc([152, -42], 19, '#6a3f2c'),
  ].join('');
}

function follower(sheet: Sheet, coat: string): string {
  const trunk = curve(trace('-40,-176 26,-182 58,-110 66,30 -62,34 -72,-60'), 'closed');
  return [
    turned(sheet, limb(trace('-20,20 -54,110 -96,196'), [64, 48, 34]), ['#20283a', LAMP]),
    fill('M-118 186l44 8l8 22l-64 -6z', '#140f16'),
    turned(sheet, limb(trace('24,20 66,100 50,196'), [64, 48, 34]), ['#2b3346', LAMP]),
    fill('M30 188h42l30 22h-72z', '#140f16'),
    head(
      sheet,
      {
        at: [4, -236],
        size: 58,
        way: 1,
        skin: '#6a3f2c',
        hair: '#1a1216',
        hat: { shape: 'cap', ink: '#24405a' },
      },
      LAMP,
    ),
    turned(sheet, trunk, [coat, LAMP]),
    stroke('M-66 -20L64 -20', '#1b141c', 14),
    turned(sheet, limb(trace('10,-146 70,-84 66,-170'), [52, 42, 32]), [coat, LAMP]),
    disc([66, -176], 18, '#6a3f2c'),
  ].join('');
}

function umbrella(sheet: Sheet): string {
  const dome =
    'M-210 30C-190 -120 -80 -190 10 -190C110 -190 210 -110 230 20Q170 -14 120 18Q60 -20 10 22Q-50 -18 -100 22Q-160 -10 -210 30Z';
  return [
    stroke('M6 0V240', '#20131f', 9),
    turned(sheet, dome, ['#23242f', { from: [0.85, 0.1], shade: '#07070c', most: 0.7, shine: '#6d7684' }]),
    stroke('M10 -190Q-70 -90 -100 22M10 -190Q16 -80 10 22M10 -190Q100 -100 120 18', '#4b5160', 4),
    stroke('M10 -188V-214', '#20131f', 9),
  ].join('');
}

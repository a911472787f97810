import { box, corners, curve, type Point, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke } from '../sheet.ts';

/** A goalkeeper at full stretch, seen from behind the net. */
export function goalNet(sheet: Sheet): string {
  const { cast } = sheet;
  const crowd = Array.from({ length: 460 }, () =>
    disc(
      [cast.between(0, 1800), cast.between(60, 400)],
      cast.between(9, 15),
      cast.pick(['#2b4a63', '#37607a', '#1d3550', '#8d4a44', '#c9a25e', '#203a55']),
    ),
  );
  const stripes = Array.from({ length: 10 }, (_, n) =>
    fill(
      corners([
        [900 + (n - 5) * 120, 440],
        [900 + (n - 4) * 120, 440],
        [900 + (n - 4) * 420, 1200],
        [900 + (n - 5) * 420, 1200],
      ]),
      n % 2 ? '#3f7a45' : '#4a8a4e',
    ),
  );
  const lamps = [260, 1540].map((x) =>
    Array.from({ length: 8 }, (_, n) =>
      disc([x + (n % 4) * 36 - 54, 44 + Math.floor(n / 4) * 34], 13, '#fff6d8'),
    ).join(''),
  );
  return [
    fill(box(0, 0, [1800, 440]), INK.night) + crowd.join(''),
    spray(sheet, box(0, 0, [1800, 440]), { ink: INK.black, from: [0.5, 1], to: [0.5, 0], most: 0.9 }) +
      lamps.join(''),
    fill(box(0, 440, [1800, 760]), '#4a8a4e') + stripes.join(''),
    stroke('M380 640H1420M180 820H1620', INK.cream, 7) + taker(),
    keeper(),
    net(),
    stroke('M140 1240V150H1660V1240', INK.cream, 30) + stroke('M148 1240V158H1652V1240', '#b9b4a5', 6),
  ].join('');
}

function taker(): string {
  return placed(
    fill('M-20 0L-30 70L-14 70L0 16L18 66L36 60L20 0L22 -60Q0 -76 -22 -60Z', INK.wine) +
      disc([0, -84], 18, '#5a3826') +
      stroke('M-20 -50L-50 -16M20 -50L48 -22', INK.wine, 12),
    { at: [880, 590], scale: 0.95 },
  );
}

function keeper(): string {
  const limb = (spine: readonly Point[], ink: string, wide: number): string =>
    stroke(curve(spine), ink, wide);
  const parts = [
    limb(trace('0,40 -120,90 -250,60'), INK.black, 44),
    limb(trace('0,50 -90,150 -210,190'), INK.black, 44),
    limb(
      [
        [-250, 60],
        [-330, 44],
      ],
      INK.ochre,
      40,
    ) +
      limb(
        [
          [-210, 190],
          [-290, 214],
        ],
        INK.ochre,
        40,
      ),
    fill('M-40 0Q60 -80 210 -110L250 -40Q130 60 10 100Z', INK.ochre),
    limb(trace('200,-80 310,-150 400,-230'), INK.ochre, 36) +
      limb(trace('220,-50 330,-90 430,-170'), INK.ochre, 36),
    disc([276, -112], 42, '#7a4a30') +
      fill('M240 -130Q270 -170 314 -136L306 -112Q276 -138 240 -112Z', INK.black),
    disc([410, -240], 30, INK.cream) + disc([440, -178], 30, INK.cream),
    disc([486, -246], 46, INK.cream) + fill('M486 -272L508 -256L500 -230L472 -230L464 -256Z', INK.black),
  ];
  return placed(parts.join(''), { at: [830, 760], scale: 1.3, turn: 4 });
}

function net(): string {
  const bulge = (x: number, y: number): Point => {
    const [dx, dy] = [x - 1430, y - 480];
    const pull = Math.exp(-(dx * dx + dy * dy) / 60000);
    return [x + dx * 0.35 * pull, y + dy * 0.35 * pull];
  };
  const ropes: string[] = [];
  for (let n = -12; n < 34; n += 1) {
    const falling: Point[] = [];
    const rising: Point[] = [];
    for (let step = 0; step <= 22; step += 1) {
      falling.push(bulge(n * 76 + step * 52, 130 + step * 52));
      rising.push(bulge(n * 76 + step * 52, 1270 - step * 52));
    }
    ropes.push(stroke(curve(falling), INK.cream, 3.4), stroke(curve(rising), INK.cream, 3.4));
  }
  return `<g opacity="0.72"><clipPath id="goal"><path d="${box(140, 150, [1520, 1090])}"/></clipPath><g clip-path="url(#goal)">${ropes.join('')}</g></g>`;
}

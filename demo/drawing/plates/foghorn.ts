import { box, corners, ground, ribbon, skyline, trace } from '../outline.ts';
import { disc, fill, glow, INK, placed, type Sheet, spray, stroke, wash, within } from '../sheet.ts';

/** A foghorn on its rock, sounding over a timber harbour in fog. */
export function foghorn(sheet: Sheet): string {
  const banks = [430, 540, 640].map((level, index) => {
    const shape = ground(skyline({ from: -50, to: 1850, level, rough: 46, steps: 7 }, sheet.cast), 1250);
    const ink = ['#c3cfc8', '#b1c2be', '#9fb5b4'][index] ?? INK.mist;
    return fill(shape, ink) + spray(sheet, shape, { ink: INK.cream, from: [0, 0.5], to: [0, 0], most: 0.6 });
  });
  const rings = [150, 240, 330, 430, 540, 660, 790].map((radius, index) =>
    stroke(
      `M${1130 - radius * 0.78} ${521 + radius * 0.62}A${radius} ${radius} 0 0 1 ${1130 - radius * 0.78} ${521 - radius * 0.62}`,
      INK.cream,
      16 - index * 1.6,
    ),
  );
  return [
    wash(sheet, box(0, 0, [1800, 1200]), { inks: ['#dcd8c4', '#c9d1c6', '#9db3b3'] }),
    disc([420, 260], 110, '#f0dfb8'),
    glow(sheet, [420, 260], { radius: 300, ink: INK.cream, most: 0.7 }),
    banks.join(''),
    rings.join(''),
    hornHouse(sheet),
    harbourFront(sheet),
  ].join('');
}

function hornHouse(sheet: Sheet): string {
  const rock = ground(
    trace('960,900 1050,760 1130,700 1300,690 1440,740 1560,800 1720,850 1880,930'),
    1000,
    'sharp',
  );
  const tower = 'M1232 690L1250 380L1330 380L1350 690Z';
  return [
    fill(rock, '#3f5560'),
    spray(sheet, rock, { ink: INK.night, from: [0.3, 0], to: [0.7, 0.9] }),
    fill(tower, INK.cream),
    within(sheet, tower, fill(box(1200, 470, [200, 76]), INK.red) + fill(box(1200, 600, [200, 60]), INK.red)),
    spray(sheet, tower, { ink: INK.night, from: [0.2, 0], to: [1, 0.1], most: 0.6 }),
    fill('M1240 380L1340 380L1326 344L1254 344Z', INK.black) +
      fill(box(1262, 292, [56, 52]), INK.ochre) +
      fill('M1252 292L1328 292L1290 250Z', INK.black),
    fill('M1252 520L1150 476L1150 566Z', INK.black) +
      fill('M1150 470L1132 464L1132 578L1150 572Z', INK.ochre),
  ].join('');
}

function harbourFront(sheet: Sheet): string {
  const water = box(0, 975, [1800, 225]);
  const quay = houses(sheet);
  return quay + wash(sheet, water, { inks: ['#395862', '#1d3a48'] }) + ripples(sheet) + boat();
}

function houses(sheet: Sheet): string {
  const { cast } = sheet;
  const row: string[] = [];
  let x = -30;
  while (x < 860) {
    const width = cast.between(120, 170);
    const high = cast.between(230, 330);
    const shape = corners([
      [x, 1010],
      [x, 1010 - high],
      [x + width / 2, 940 - high],
      [x + width, 1010 - high],
      [x + width, 1010],
    ]);
    const lit = [0, 1, 2].map((n) =>
      fill(
        box(x + 22 + (n % 2) * (width - 82), 1040 - high + Math.floor(n / 2) * 92, [34, 50]),
        cast.chance(0.6) ? INK.ochre : '#0f1f2c',
      ),
    );
    row.push(
      fill(shape, cast.pick(['#243b49', '#6d2a2c', '#2e4d57', '#8a3a2f'])) +
        spray(sheet, shape, { ink: INK.black, from: [0, 0], to: [1, 0.6], most: 0.6 }) +
        lit.join(''),
    );
    x += width;
  }
  return row.join('');
}

function ripples(sheet: Sheet): string {
  const { cast } = sheet;
  const lines = Array.from({ length: 34 }, () => {
    const [left, y] = [cast.between(-50, 1780), cast.between(1010, 1190)];
    return fill(
      ribbon(
        [
          [left, y],
          [left + cast.between(40, 110), y + 2],
          [left + cast.between(120, 240), y],
        ],
        (share) => Math.sin(share * Math.PI) * 7,
      ),
      cast.chance(0.25) ? INK.ochre : '#6f9295',
    );
  });
  return lines.join('');
}

function boat(): string {
  return placed(
    fill('M-130 0L150 0L110 52L-100 52Z', INK.black) +
      fill(box(-60, -52, [70, 52]), INK.cream) +
      stroke('M60 0L60 -120M60 -110L120 -8', INK.black, 6),
    { at: [1010, 1036] },
  );
}

import { along, box, corners, curve, ground, type Point, ribbon, skyline, trace } from '../outline.ts';
import { disc, fill, glow, INK, type Sheet, spray, stroke, wash, within } from '../sheet.ts';

/** Lorries with their lamps lit on the hairpins of an Alpine pass at dusk. */
export function alpinePass(sheet: Sheet): string {
  return [
    wash(sheet, box(0, 0, [1800, 800]), { inks: ['#33466b', '#8f6f86', '#e0957c', '#f2c58e'] }),
    disc([560, 500], 90, INK.cream) + glow(sheet, [560, 500], { radius: 330, ink: '#f8dcae', most: 0.7 }),
    peaks(sheet, { level: 470, rough: 130, ink: '#8f7f9b', shade: '#5f5b80' }),
    peaks(sheet, { level: 560, rough: 210, ink: '#5d6588', shade: '#333f63' }),
    greatPeak(sheet),
    slope(sheet),
    road(),
    village(sheet),
    pines(sheet),
  ].join('');
}

const HAIRPINS: readonly Point[] = [
  [1240, 742],
  [1130, 762],
  [1050, 778],
  [1120, 800],
  [1290, 806],
  [1380, 826],
  [1280, 850],
  [1040, 852],
  [860, 872],
  [790, 906],
  [900, 938],
  [1180, 946],
  [1340, 978],
  [1310, 1020],
  [1080, 1040],
  [760, 1050],
  [420, 1100],
  [300, 1230],
];

function peaks(sheet: Sheet, range: { level: number; rough: number; ink: string; shade: string }): string {
  const shape = ground(
    skyline({ from: -80, to: 1880, level: range.level, rough: range.rough, steps: 15 }, sheet.cast),
    1100,
    'sharp',
  );
  return (
    fill(shape, range.ink) +
    spray(sheet, shape, { ink: range.shade, from: [0.3, 0], to: [0.5, 0.6], most: 0.8 })
  );
}

function greatPeak(sheet: Sheet): string {
  const left: readonly Point[] = trace(
    '760,900 980,560 1060,480 1130,330 1220,190 1250,400 1210,560 1290,720 1240,900',
  );
  const right: readonly Point[] = trace(
    '1220,190 1310,300 1390,380 1480,540 1600,640 1860,900 1240,900 1290,720 1210,560 1250,400',
  );
  const snow = corners(
    trace(
      '1220,190 1310,300 1370,360 1330,400 1300,370 1270,440 1235,400 1200,460 1165,380 1120,420 1090,410 1130,330',
    ),
  );
  return [
    fill(corners(left), '#b77f7d') +
      spray(sheet, corners(left), { ink: '#4d4a6e', from: [0.5, 0.1], to: [0.3, 1], most: 0.85 }),
    fill(corners(right), '#3a4568') +
      spray(sheet, corners(right), { ink: INK.night, from: [0.2, 0], to: [0.5, 1], most: 0.85 }),
    fill(snow, '#f7e3cd') + within(sheet, corners(right), fill(snow, '#9aa4bf')),
  ].join('');
}

function slope(sheet: Sheet): string {
  const far = ground(trace('-50,760 250,700 620,720 980,800 1400,780 1850,720'), 1250);
  const near = ground(trace('-50,940 300,900 700,960 1150,1010 1500,960 1850,930'), 1250);
  return [
    fill(far, '#2c4a55') + spray(sheet, far, { ink: '#12263a', from: [0.6, 0], to: [0.3, 0.8], most: 0.8 }),
    fill(near, '#1d3544') + spray(sheet, near, { ink: '#0b1826', from: [0.5, 0], to: [0.5, 0.9], most: 0.8 }),
  ].join('');
}

function road(): string {
  const spine = HAIRPINS;
  const lamps: string[] = [];
  const finely = along(spine, 9);
  finely.forEach((point, index) => {
    if (index % 3 !== 0 || index < 8) return;
    const size = 2.5 + (point[1] - 740) / 60;
    lamps.push(
      disc([point[0], point[1] - size], size * 1.9, '#f2a94a55'),
      disc([point[0], point[1] - size], size, index % 2 ? '#ffe9b8' : '#ffd27a'),
    );
    if (index % 2) lamps.push(disc([point[0] + size * 4.4, point[1] - size * 0.6], size * 0.7, INK.red));
  });
  return (
    fill(
      ribbon(spine, (share) => 7 + share * share * 58),
      '#8c7a83',
    ) +
    stroke(curve(spine), '#c9a89a', 2) +
    lamps.join('')
  );
}

function village(sheet: Sheet): string {
  const house = (x: number, y: number, width: number): string => {
    const wall = box(x, y, [width, width * 0.55]);
    const roof = corners([
      [x - 10, y],
      [x + width / 2, y - width * 0.42],
      [x + width + 10, y],
    ]);
    return (
      fill(wall, '#e8cfae') +
      spray(sheet, wall, { ink: INK.night, from: [0, 0], to: [1, 1], most: 0.8 }) +
      fill(roof, '#3a2430') +
      fill(box(x + width * 0.2, y + width * 0.15, [width * 0.16, width * 0.2]), INK.ochre) +
      fill(box(x + width * 0.6, y + width * 0.15, [width * 0.16, width * 0.2]), INK.ochre)
    );
  };
  const spire =
    fill(box(560, 850, [46, 120]), '#d9bb98') +
    fill('M552 850L583 720L614 850Z', '#3a2430') +
    fill(box(575, 868, [16, 26]), INK.night);
  return spire + house(430, 930, 100) + house(610, 940, 120) + house(500, 975, 130) + house(680, 990, 90);
}

function pines(sheet: Sheet): string {
  const { cast } = sheet;
  return Array.from({ length: 34 }, (_, index) => {
    const x = index < 17 ? cast.between(-40, 360) : cast.between(1380, 1840);
    const high = cast.between(190, 380);
    const foot = 1230 + cast.between(-10, 40);
    const tiers = [0, 1, 2, 3].map((n) => {
      const top = foot - high + (high * n) / 5;
      const half = (high * (n + 1)) / 15 + 8;
      return fill(
        corners([
          [x, top - 20],
          [x - half, top + high / 3.6],
          [x + half, top + high / 3.6],
        ]),
        index % 3 ? '#0b1722' : '#132635',
      );
    });
    return tiers.join('');
  }).join('');
}

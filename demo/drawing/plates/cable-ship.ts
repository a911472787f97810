import { box, curve, ground, type Point, pebble, skyline, trace } from '../outline.ts';
import { disc, fill, glow, INK, placed, type Sheet, spray, stroke, wash, within } from '../sheet.ts';

/** A cable ship at work in a storm, the sea cut open down to its bed. */
export function cableShip(sheet: Sheet): string {
  return [
    stormSky(sheet),
    placed(ship(sheet), { at: [470, 512], turn: -5, scale: 1.15 }),
    openSea(sheet),
    cableBelow(),
    seaBed(sheet),
  ].join('');
}

function stormSky(sheet: Sheet): string {
  const { cast } = sheet;
  const clouds = [330, 395, 450, 510].map((level, index) => {
    const run = { from: -60, to: 1860, level, rough: 44, steps: 9 };
    const edge = skyline(run, cast);
    const shape = ground(edge, level + 260);
    const ink = ['#21405a', '#2a5167', '#386575', '#4d7c82'][index] ?? INK.petrol;
    return (
      fill(shape, ink) + spray(sheet, shape, { ink: INK.night, from: [0.2, 0], to: [0, 0.9], most: 0.5 })
    );
  });
  const moon =
    disc([1290, 210], 118, INK.cream) +
    spray(sheet, pebblePath([1290, 210], 118), { ink: INK.sand, to: [1, 0.8] });
  return (
    wash(sheet, box(0, 0, [1800, 760]), { inks: [INK.night, INK.petrol, INK.teal] }) +
    glow(sheet, [1290, 210], { radius: 420, ink: '#8fb9b4', most: 0.55 }) +
    moon +
    clouds.join('')
  );
}

function pebblePath(centre: Point, radius: number): string {
  const points: Point[] = [];
  for (let step = 0; step < 24; step += 1) {
    const angle = (step / 24) * Math.PI * 2;
    points.push([centre[0] + Math.cos(angle) * radius, centre[1] + Math.sin(angle) * radius]);
  }
  return curve(points, 'closed');
}

function ship(sheet: Sheet): string {
  const hull = 'M-300 40L330 20L392 -26L352 128L-262 128Q-292 96 -300 40Z';
  const windows = [0, 1, 2, 3, 4, 5].map((n) => fill(box(-214 + n * 34, -70, [18, 15]), INK.ochre));
  const bridge = fill(box(-150, -128, [132, 46]), INK.cream) + fill(box(-140, -112, [112, 16]), INK.ochre);
  return [
    stroke(
      'M-90 -128L-90 -250M-90 -215L-130 -190M-90 -235L-60 -212M60 30L110 -150L140 -150M110 -150L200 25',
      INK.black,
      8,
    ),
    fill(box(-250, -84, [260, 130]), INK.cream),
    spray(sheet, box(-250, -84, [260, 130]), { ink: INK.slate, from: [0.9, 0], to: [0.1, 1] }),
    windows.join(''),
    bridge,
    fill('M-226 -84L-206 -160L-160 -160L-160 -84Z', INK.red),
    fill(hull, INK.black),
    within(sheet, hull, fill(box(-320, 92, [720, 60]), INK.red)),
    spray(sheet, hull, { ink: '#3c6072', from: [0, 1], to: [0.7, 0], most: 0.5 }),
    fill('M330 20L392 -26L420 -30L424 6L384 22Z', INK.black),
    disc([412, -8], 30, INK.ochre) + disc([412, -8], 12, INK.black),
  ].join('');
}

function openSea(sheet: Sheet): string {
  const { cast } = sheet;
  const layers = [0, 1, 2, 3, 4, 5].map((index) => {
    const level = 636 + index * 78;
    const edge =
      index < 2
        ? swell(level, 34 - index * 8, index)
        : skyline({ from: -50, to: 1850, level, rough: 20, steps: 8 }, cast);
    const ink = ['#3f8a8c', '#256874', '#1c5263', '#174354', '#133748', '#102c3d'][index] ?? INK.night;
    const shape = ground(edge, 1300);
    return (
      fill(shape, ink) + spray(sheet, shape, { ink: '#0d2436', from: [0.3, 0], to: [0.5, 0.7], most: 0.45 })
    );
  });
  const foam = [0, 1, 2, 3, 4, 5, 6].map((n) => {
    const x = 60 + n * 270 + cast.near(0, 70);
    return stroke(
      curve([
        [x, 690],
        [x + 50, 680 - (n % 2) * 12],
        [x + 130, 692],
      ]),
      INK.mist,
      5,
    );
  });
  return layers.join('') + foam.join('');
}

function swell(level: number, height: number, phase: number): readonly Point[] {
  const points: Point[] = [];
  for (let x = -60; x <= 1860; x += 60) {
    points.push([
      x,
      level + Math.sin(x / 118 + phase * 2) * height * 0.55 - Math.abs(Math.sin(x / 236 + phase)) * height,
    ]);
  }
  return points;
}

function cableBelow(): string {
  const spine: readonly Point[] = trace(
    '948,470 985,600 1030,760 1100,920 1220,1034 1400,1080 1620,1086 1860,1072',
  );
  return (
    stroke(curve(spine), '#5a3a17', 20) +
    stroke(curve(spine), INK.ochre, 11) +
    stroke(curve(spine), '#f6cf86', 3)
  );
}

function seaBed(sheet: Sheet): string {
  const { cast } = sheet;
  const far = ground(skyline({ from: -50, to: 1850, level: 1112, rough: 26, steps: 10 }, cast), 1250);
  const rocks = [80, 330, 560, 1320, 1690].map((x, index) => {
    const shape = curve(
      pebble([x, 1170], [cast.between(70, 150), cast.between(50, 86)], { wobble: 0.25, points: 9, cast }),
      'closed',
    );
    return (
      fill(shape, index % 2 ? '#0b1b2a' : '#12293a') +
      spray(sheet, shape, { ink: INK.teal, from: [0.2, 0.9], to: [0.9, 0], most: 0.4 })
    );
  });
  const fish = trace('260,900 340,940 300,980 430,915 1560,900 1640,930').map(([x, y], index) =>
    placed(fill('M0 0Q30 -26 70 0Q30 26 0 0ZM-4 0L-30 -16L-30 16Z', index === 3 ? INK.red : INK.mist, 0.9), {
      at: [x, y],
      scale: index > 3 ? [-0.8, 0.8] : 0.8,
    }),
  );
  return (
    fish.join('') +
    fill(far, '#16303f') +
    spray(sheet, far, { ink: INK.sand, from: [0.4, 1], to: [0.7, 0], most: 0.35 }) +
    rocks.join('')
  );
}

import { box, corners, ground, type Point, ribbon, skyline } from '../outline.ts';
import { disc, fill, glow, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

/** A comet with two tails over an observatory. */
export function comet(sheet: Sheet): string {
  const { cast } = sheet;
  const stars = Array.from({ length: 420 }, () =>
    disc(
      [cast.between(0, 1800), cast.between(0, 940)],
      cast.unit() ** 4 * 4.4 + 0.9,
      cast.pick([INK.cream, '#cfdde0', '#f0d9a8']),
    ),
  );
  const head: Point = [690, 560];
  const dust = ribbon(
    [head, [860, 450], [1090, 330], [1350, 230], [1660, 150], [1920, 110]],
    (share) => 16 + share * 330,
  );
  const ions = ribbon([head, [860, 380], [1030, 200], [1230, -20]], (share) => 12 + share * 74);
  return [
    wash(sheet, box(0, 0, [1800, 1200]), { inks: ['#0c1730', '#16294c', '#2b4a6e', '#6e7f92', '#d7a67f'] }),
    spray(sheet, box(0, 0, [1800, 700]), { ink: '#070d1e', from: [0.4, 1], to: [0.5, 0], most: 0.85 }),
    stars.join(''),
    fill(dust, '#e9c88f', 0.22) + spray(sheet, dust, { ink: '#f9e3b4', from: [1, 0], to: [0, 1], most: 0.9 }),
    fill(ions, '#7fc0d0', 0.25) +
      spray(sheet, ions, { ink: '#a8e0e8', from: [1, 0], to: [0, 1], most: 0.95 }),
    glow(sheet, head, { radius: 120, ink: '#fff4d6', most: 1 }) + disc(head, 26, '#fffaf0'),
    hills(sheet),
    domes(sheet),
    watchers(),
  ].join('');
}

function hills(sheet: Sheet): string {
  return [
    [900, '#34475c'],
    [985, '#202f42'],
    [1070, '#0e1825'],
  ]
    .map(([level, ink], index) => {
      const shape = ground(
        skyline({ from: -60, to: 1860, level: Number(level), rough: 50 - index * 8, steps: 7 }, sheet.cast),
        1250,
      );
      return (
        fill(shape, String(ink)) +
        spray(sheet, shape, { ink: '#070d16', from: [0.5, 0], to: [0.4, 0.8], most: 0.7 })
      );
    })
    .join('');
}

function domes(sheet: Sheet): string {
  const dome = (x: number, y: number, radius: number): string => {
    const cap = `M${x - radius} ${y}A${radius} ${radius} 0 0 1 ${x + radius} ${y}Z`;
    const wall = box(x - radius * 0.94, y, [radius * 1.88, radius * 0.8]);
    const slit = corners([
      [x - radius * 0.42, y - radius * 0.2],
      [x - radius * 0.3, y - radius * 1.02],
      [x - radius * 0.08, y - radius * 1.04],
      [x - radius * 0.12, y - radius * 0.2],
    ]);
    return (
      fill(wall, '#b9b3a4') +
      spray(sheet, wall, { ink: INK.night, from: [0, 0], to: [1, 0], most: 0.9 }) +
      fill(cap, INK.cream) +
      spray(sheet, cap, { ink: '#20344a', from: [0.2, 0.2], to: [1, 0.8], most: 0.95 }) +
      fill(slit, INK.black) +
      fill(box(x + radius * 0.25, y + radius * 0.25, [radius * 0.22, radius * 0.55]), INK.ochre)
    );
  };
  return dome(1500, 900, 62) + dome(1290, 900, 128);
}

function watchers(): string {
  const person = (x: number, y: number, scale: number): string =>
    placed(fill('M-22 0L-16 -84Q0 -102 16 -84L22 0Z', '#05090f') + disc([0, -112], 17, '#05090f'), {
      at: [x, y],
      scale,
    });
  const scope = placed(
    stroke('M0 0L-34 96M0 0L34 96M0 0L0 96', '#05090f', 7) + stroke('M-50 34L70 -46', '#05090f', 20),
    { at: [410, 988] },
  );
  return `${person(330, 1090, 1.15)}${person(250, 1094, 0.8)}${scope}`;
}

import { box, curve, ground, type Point, pebble, skyline, trace } from '../outline.ts';
import { disc, fill, glow, INK, placed, type Sheet, spray, stroke, wash, within } from '../sheet.ts';

/** A dragon kiln by night: its mouth glows, two potters feed it, pots wait on boards. */
export function potteryKiln(sheet: Sheet): string {
  return [
    night(sheet),
    kiln(sheet),
    fire(sheet),
    floor(sheet),
    pots(sheet),
    placed(potter(sheet, INK.red, 1), { at: [620, 700] }),
    placed(potter(sheet, '#39576a', -1), { at: [1240, 716] }),
  ].join('');
}

function night(sheet: Sheet): string {
  const { cast } = sheet;
  const sky = box(0, 0, [1800, 900]);
  const stars = Array.from({ length: 110 }, () =>
    disc([cast.between(0, 1800), cast.between(0, 420)], cast.between(1, 3), INK.cream),
  );
  const hills = [430, 520].map((level, i) => {
    const hill = ground(skyline({ from: -50, to: 1850, level, rough: 60, steps: 8 }, cast), 950);
    return (
      fill(hill, ['#20364a', '#182a3b'][i] ?? INK.night) +
      spray(sheet, hill, { ink: '#0a141f', from: [0.5, 0], to: [0.4, 0.9], most: 0.7 })
    );
  });
  return wash(sheet, sky, { inks: ['#0d1c30', '#16324a', '#2c5566'] }) + stars.join('') + hills.join('');
}

const BODY = 'M360 930C360 560 560 330 900 330C1240 330 1450 560 1450 930Z';
const MOUTH = 'M700 930C700 740 780 620 905 620C1030 620 1110 740 1110 930Z';

function kiln(sheet: Sheet): string {
  const { cast } = sheet;
  const bricks: string[] = [];
  for (let row = 0; row < 15; row += 1) {
    for (let column = 0; column < 15; column += 1) {
      const x = 350 + column * 80 + (row % 2) * 40;
      const y = 330 + row * 42;
      bricks.push(
        fill(box(x + 3, y + 3, [73, 35]), cast.pick(['#9c5a3c', '#8a4c34', '#a96a45', '#7c4430']), 0.9),
      );
    }
  }
  const chimney = box(1070, 150, [150, 320]);
  const smoke = ['1140,150 1110,60 1190,-30', '1160,150 1200,80 1160,0 1230,-60'].map(
    (line) => `<g opacity=".35">${stroke(curve(trace(line)), '#c9b8a2', 46)}</g>`,
  );
  return [
    smoke.join(''),
    fill(chimney, '#70402f') + spray(sheet, chimney, { ink: '#1a0e0e', from: [0, 0], to: [1, 0], most: 0.7 }),
    fill(BODY, '#5c3324'),
    within(sheet, BODY, bricks.join('')),
    spray(sheet, BODY, { ink: '#160b0c', from: [0.5, 0.75], to: [0.95, 0], most: 0.85 }),
    spray(sheet, BODY, { ink: '#160b0c', from: [0.5, 0.75], to: [0.02, 0.1], most: 0.8 }),
  ].join('');
}

function fire(sheet: Sheet): string {
  const { cast } = sheet;
  const tongues = Array.from({ length: 16 }, (_, i) => {
    const x = 730 + i * 23;
    const high = cast.between(110, 250) * (1 - Math.abs(i - 7.5) / 13);
    const ink = cast.pick(['#ffd978', '#ff9f3d', '#fff1b8']);
    return fill(
      `M${x - 26} 934Q${x - 18} ${934 - high * 0.6} ${x + cast.between(-16, 16)} ${934 - high}Q${x + 20} ${934 - high * 0.5} ${x + 28} 934Z`,
      ink,
      0.9,
    );
  });
  const arch = stroke('M682 934C682 726 768 596 905 596C1042 596 1128 726 1128 934', '#3d211a', 34);
  return [
    glow(sheet, [905, 850], { radius: 620, ink: '#ff9d45', most: 0.55 }),
    fill(MOUTH, '#7a1d10'),
    within(sheet, MOUTH, wash(sheet, MOUTH, { inks: ['#8c1f10', '#e2551f', '#ffb648'] }) + tongues.join('')),
    arch,
  ].join('');
}

function floor(sheet: Sheet): string {
  const earth = box(0, 920, [1800, 280]);
  const light = 'M640 922H1170L1500 1200H300Z';
  return (
    wash(sheet, earth, { inks: ['#4a2d24', '#2a1b1a'] }) +
    fill(light, '#f08a3c', 0.35) +
    spray(sheet, light, { ink: '#ffc36a', from: [0.5, 1.1], to: [0.5, 0], most: 0.8 }) +
    spray(sheet, earth, { ink: '#0f0a0c', from: [0.5, 0], to: [0, 0.9], most: 0.6 })
  );
}

function pots(sheet: Sheet): string {
  const ash = Array.from({ length: 7 }, (_, i) =>
    fill(
      curve(
        pebble([470 + i * 16, 1086 - (i % 3) * 10], [15, 13], { wobble: 0.2, points: 9, cast: sheet.cast }),
        'closed',
      ),
      '#3a2721',
    ),
  );
  return [
    jar(sheet, [150, 1090], { size: 1.5, ink: '#7d8f86', lit: 1 }),
    jar(sheet, [330, 1120], { size: 1.15, ink: '#b98a58', lit: 1 }),
    jar(sheet, [1510, 1120], { size: 1.3, ink: '#8a6a52', lit: -1 }),
    jar(sheet, [1670, 1090], { size: 1.6, ink: '#9fb0a4', lit: -1 }),
    ash.join(''),
  ].join('');
}

/** A jar, lit from its right (1) or its left (-1). */
function jar(
  sheet: Sheet,
  at: Point,
  { size, ink, lit }: { size: number; ink: string; lit: 1 | -1 },
): string {
  const shape = curve(
    trace('-40,-120 -30,-96 -72,-40 -58,22 -30,34 30,34 58,22 72,-40 30,-96 40,-120'),
    'closed',
  );
  const shade = {
    ink: '#160d0e',
    from: [lit > 0 ? 0.2 : 0.8, 0.3] as const,
    to: [lit > 0 ? 1 : 0, 0.6] as const,
    most: 0.8,
  };
  const rim = stroke(curve(trace('-40,-120 0,-112 40,-120')), '#2a1715', 7);
  return placed(fill(shape, ink) + spray(sheet, shape, shade) + rim, { at, scale: size });
}

function potter(sheet: Sheet, shirt: string, way: 1 | -1): string {
  const back = curve(
    trace(
      `0,-150 ${way * 70},-140 ${way * 96},-40 ${way * 70},90 ${way * -60},100 ${way * -84},10 ${way * -56},-100`,
    ),
    'closed',
  );
  const legs = `M${way * -64} 80L${way * -80} 250H${way * -20}L${way * 4} 130L${way * 30} 250H${way * 92}L${way * 72} 80Z`;
  const arm = stroke(curve(trace(`${way * 40},-90 ${way * 130},-30 ${way * 190},40`)), shirt, 40);
  const log = stroke(`M${way * 150} 60L${way * 300} 20`, '#6b4630', 26);
  return [
    fill(legs, '#1d222b'),
    log,
    fill(back, shirt) +
      spray(sheet, back, {
        ink: '#120c10',
        from: [way > 0 ? 1 : 0, 0.4],
        to: [way > 0 ? 0 : 1, 0.5],
        most: 0.8,
      }),
    arm,
    disc([way * 206, 46], 20, '#c98a5c'),
    disc([way * 26, -196], 50, '#c98a5c'),
    fill(`M${-30 + way * 20} -246A56 40 0 0 1 ${62 + way * 14} -214L${-40 + way * 10} -206Z`, '#e9ddc4'),
  ].join('');
}

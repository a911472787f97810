import { box, curve, ground, skyline, trace } from '../outline.ts';
import { disc, fill, glow, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

/** A dhow under full sail off a low coast in the evening, another one behind her. */
export function dhow(sheet: Sheet): string {
  return [
    evening(sheet),
    coast(sheet),
    placed(boat(sheet), { at: [1340, 616], scale: 0.36 }),
    water(sheet),
    placed(wake(), { at: [720, 930] }),
    placed(boat(sheet), { at: [720, 900], scale: 1 }),
    near(sheet),
  ].join('');
}

function evening(sheet: Sheet): string {
  const sky = box(0, 0, [1800, 760]);
  return (
    wash(sheet, sky, { inks: ['#2b6f7d', '#7db0a6', '#f2d9a0', '#eeaa5b', '#dc6f3f'] }) +
    glow(sheet, [1220, 560], { radius: 420, ink: '#fff0c2', most: 0.8 }) +
    disc([1220, 566], 92, '#fff3cf') +
    spray(sheet, sky, { ink: INK.petrol, from: [0.4, 0.9], to: [0, 0], most: 0.5 })
  );
}

function coast(sheet: Sheet): string {
  const { cast } = sheet;
  const far = ground(skyline({ from: -40, to: 1840, level: 600, rough: 16, steps: 12 }, cast), 700);
  const palms = Array.from({ length: 15 }, () => {
    const x = cast.between(20, 760);
    const high = cast.between(46, 104);
    const top = 596 - high;
    const lean = cast.between(-14, 18);
    const fronds = [-64, -34, -6, 24, 56].map((reach) =>
      stroke(
        curve([
          [x + lean, top],
          [x + lean + reach * 0.5, top - 18],
          [x + lean + reach, top + 12],
        ]),
        '#6b3a3c',
        6,
      ),
    );
    return (
      stroke(
        curve([
          [x, 604],
          [x + lean * 0.3, 604 - high * 0.5],
          [x + lean, top],
        ]),
        '#6b3a3c',
        6,
      ) + fronds.join('')
    );
  });
  return (
    fill(far, '#9a5648') +
    spray(sheet, far, { ink: INK.wine, from: [0.9, 0], to: [0, 0.6], most: 0.6 }) +
    palms.join('')
  );
}

function water(sheet: Sheet): string {
  const { cast } = sheet;
  const sea = box(0, 640, [1800, 560]);
  const path = Array.from({ length: 46 }, () => {
    const y = 648 + cast.unit() ** 1.7 * 540;
    const wide = 20 + (y - 640) * 0.4 * cast.between(0.3, 1);
    const x = 1220 + cast.near(0, 40 + (y - 640) * 0.5);
    return fill(
      `M${x - wide} ${y}Q${x} ${y - 5 - (y - 640) * 0.014} ${x + wide} ${y}Q${x} ${y + 5 + (y - 640) * 0.014} ${x - wide} ${y}Z`,
      '#ffe2a2',
      0.8,
    );
  });
  const swell = Array.from({ length: 60 }, () => {
    const y = 660 + cast.unit() * 540;
    const wide = 30 + (y - 640) * 0.3;
    const x = cast.between(-40, 1840);
    return stroke(
      curve([
        [x - wide, y],
        [x - wide * 0.3, y - 7],
        [x + wide * 0.3, y - 5],
        [x + wide, y],
      ]),
      cast.pick(['#1f5c6b', '#174956', '#2f7f86']),
      3 + (y - 640) * 0.008,
    );
  });
  return (
    wash(sheet, sea, { inks: ['#d98a55', '#5a8f8b', '#1f6270', '#123d4e'] }) +
    spray(sheet, sea, { ink: INK.night, from: [0.7, 0], to: [0, 1], most: 0.6 }) +
    path.join('') +
    swell.join('')
  );
}

function boat(sheet: Sheet): string {
  const hull = curve(
    trace(
      '-470,-66 -330,26 -120,66 150,62 340,26 500,-108 512,-116 470,-30 360,104 120,134 -170,130 -380,70',
    ),
    'closed',
  );
  const rail = curve(trace('-470,-66 -320,2 -100,30 150,26 330,-4 512,-116'));
  const sail = curve(
    trace('-330,-80 -300,-250 -180,-470 20,-690 250,-840 300,-620 350,-380 430,-150 120,-72 -120,-66'),
    'closed',
  );
  const seams = [
    '-240,-80 -190,-310 -40,-560 190,-790',
    '-120,-74 -70,-320 60,-560 236,-760',
    '10,-72 60,-300 150,-520 262,-700',
    '150,-80 190,-270 240,-460 300,-580',
  ];
  return [
    stroke(curve(trace('-20,40 -6,-240 30,-560')), '#3b2320', 18),
    fill(sail, '#f3e3c2'),
    spray(sheet, sail, { ink: '#c8743f', from: [0.9, 0.2], to: [0, 0.9], most: 0.62 }),
    seams.map((seam) => stroke(curve(trace(seam)), '#c99a63', 3)).join(''),
    stroke(curve(trace('-352,-62 -180,-470 270,-864')), '#4a2b22', 13),
    stroke(curve(trace('430,-150 350,-60 300,-8')), '#3b2320', 4),
    fill(hull, '#5b2a22'),
    spray(sheet, hull, { ink: '#1b0f10', from: [0.3, 0], to: [0.2, 1], most: 0.75 }),
    stroke(rail, INK.ochre, 12),
    stroke(curve(trace('-400,-8 -300,52 -110,86 140,84 330,50 452,-30')), '#8c4630', 5),
    sailor([300, -26], INK.red),
    sailor([190, 2], INK.cream),
    sailor([-250, -12], INK.teal),
  ].join('');
}

function sailor([x, y]: readonly [number, number], shirt: string): string {
  const body = `M${x - 20} ${y + 36}Q${x - 24} ${y - 30} ${x} ${y - 40}Q${x + 24} ${y - 30} ${x + 20} ${y + 36}Z`;
  const cap = `M${x - 13} ${y - 60}Q${x} ${y - 80} ${x + 13} ${y - 60}Z`;
  return fill(body, shirt) + disc([x, y - 54], 14, '#4a2b22') + fill(cap, INK.cream);
}

function wake(): string {
  return [
    '-520,40 -360,78 -120,92 160,88 360,72 560,24',
    '-600,78 -380,120 -80,130 220,126 460,104 660,60',
    '-460,150 -180,168 120,168 420,146',
  ]
    .map((line, i) =>
      stroke(curve(trace(line)), ['#f4ead6', '#a9cbc8', '#5a8f8b'][i] ?? '#a9cbc8', 9 - i * 2),
    )
    .join('');
}

function near(sheet: Sheet): string {
  const swell = ground(skyline({ from: -40, to: 1840, level: 1120, rough: 26, steps: 7 }, sheet.cast), 1260);
  return (
    fill(swell, '#0e3140', 0.85) +
    spray(sheet, swell, { ink: INK.night, from: [0.5, 0], to: [0.4, 0.7], most: 0.6 })
  );
}

import { box, corners, curve, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

/** The last reel of a newsprint mill, and the man who made it. */
export function paperReel(sheet: Sheet): string {
  const windows = Array.from({ length: 6 }, (_, n) => {
    const pane = box(60 + n * 300, 60, [200, 330]);
    return (
      wash(sheet, pane, { inks: ['#f5dfae', '#f0c98c'] }) +
      stroke(
        `M${60 + n * 300} 170H${260 + n * 300}M${60 + n * 300} 280H${260 + n * 300}M${160 + n * 300} 60V390`,
        '#35535c',
        9,
      )
    );
  });
  const beams = Array.from({ length: 6 }, (_, n) =>
    spray(
      sheet,
      corners([
        [60 + n * 300, 390],
        [260 + n * 300, 390],
        [60 + n * 300, 1200],
        [-240 + n * 300, 1200],
      ]),
      { ink: '#e9c88f', from: [0.5, 1], to: [0.7, 0], most: 0.5 },
    ),
  );
  return [
    fill(box(0, 0, [1800, 1200]), '#3f6068'),
    windows.join(''),
    beams.join(''),
    wash(sheet, box(0, 1000, [1800, 200]), { inks: ['#27424b', '#1a2f38'] }),
    webOfPaper(sheet),
    reel(sheet),
    papermaker(),
  ].join('');
}

function webOfPaper(sheet: Sheet): string {
  const web = corners(trace('780,330 1180,470 1420,330 1860,480 1860,520 1420,372 1180,512 770,372'));
  const rollers = trace('1180,540 1420,300 1640,480').map(
    ([x, y]) => disc([x, y], 62, '#1b333c') + disc([x, y], 50, '#8aa5a5') + disc([x, y], 14, '#1b333c'),
  );
  const frame =
    fill(box(1130, 560, [100, 460]), '#1b333c') +
    fill(box(1372, 330, [96, 690]), '#1b333c') +
    fill(box(1600, 520, [90, 500]), '#1b333c') +
    fill(box(1080, 980, [720, 60]), INK.red);
  return (
    frame +
    rollers.join('') +
    fill(web, INK.cream) +
    spray(sheet, web, { ink: '#a8925f', from: [0, 0], to: [0.3, 1], most: 0.5 })
  );
}

function reel(sheet: Sheet): string {
  const rings = Array.from(
    { length: 17 },
    (_, n) =>
      `<circle cx="600" cy="690" r="${60 + n * 22}" fill="none" stroke="${n % 4 ? '#cdb98d' : '#a58c5c'}" stroke-width="${n % 4 ? 3 : 5}"/>`,
  );
  const face = 'M170 690A430 430 0 0 1 1030 690A430 430 0 0 1 170 690Z';
  return [
    fill('M200 1124Q600 1170 1060 1124L1080 1160Q600 1220 170 1160Z', '#12222a', 0.7),
    fill(face, '#efe2c2'),
    rings.join(''),
    spray(sheet, face, { ink: '#7a5f38', from: [0.35, 0.2], to: [0.9, 1], most: 0.75 }),
    disc([600, 690], 58, '#4a3524') + disc([600, 690], 30, '#1a1210'),
    stroke('M600 260L600 120', INK.black, 12) + fill('M560 100H640L620 150H580Z', INK.red),
  ].join('');
}

function papermaker(): string {
  return placed(
    [
      fill('M-50 0L-44 -190L44 -190L50 0L14 0L2 -150L-12 0Z', INK.night),
      fill('M-58 -180Q-66 -350 -10 -366Q56 -352 54 -180Z', INK.petrol),
      stroke(curve(trace('-30,-320 -100,-300 -170,-350')), INK.petrol, 34),
      disc([-182, -360], 20, '#d9a380') + disc([0, -408], 40, '#d9a380'),
      fill('M-44 -416Q-36 -470 6 -466Q46 -458 44 -412L62 -408L-44 -408Z', INK.red),
    ].join(''),
    { at: [1120, 1150], scale: 1.02 },
  );
}

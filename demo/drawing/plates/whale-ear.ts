import { box, curve, ground, type Point, skyline, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke, wash, within } from '../sheet.ts';

/** A whale under a small boat that listens to it. */
export function whaleEar(sheet: Sheet): string {
  const body: readonly Point[] = trace(
    '250,700 330,610 520,540 800,520 1080,570 1300,660 1480,700 1590,640 1700,560 1690,660 1640,720 1720,800 1600,770 1480,770 1250,830 960,900 640,910 400,850 270,780',
  );
  const whale = curve(body, 'closed');
  const rings = [1, 2, 3, 4, 5, 6, 7, 8].map(
    (n) =>
      `<circle cx="330" cy="700" r="${n * 118}" fill="none" stroke="${INK.cream}" stroke-width="${7 - n * 0.6}" stroke-dasharray="2 ${14 + n * 2}" stroke-linecap="round"/>`,
  );
  const scars = Array.from({ length: 26 }, () =>
    disc([sheet.cast.between(280, 480), sheet.cast.between(590, 690)], sheet.cast.between(4, 13), INK.cream),
  );
  return [
    wash(sheet, box(0, 0, [1800, 1200]), {
      inks: ['#e9b872', '#e9b872', INK.teal, '#1f6470', '#123f50', '#0d2b3b'],
    }),
    fill(box(0, 0, [1800, 262]), '#efc98b') + disc([1460, 262], 150, INK.red),
    fill(
      ground(skyline({ from: -50, to: 1850, level: 262, rough: 12, steps: 16 }, sheet.cast), 1250),
      '#2f8088',
    ),
    spray(sheet, box(0, 250, [1800, 950]), { ink: '#0b2433', from: [0.3, 0], to: [0.6, 1], most: 0.85 }),
    rings.join(''),
    fill(whale, INK.night),
    spray(sheet, whale, { ink: '#6fa6a8', from: [0.5, 0.55], to: [0.45, 0], most: 0.75 }),
    within(sheet, whale, fill(ground(trace('240,790 500,800 800,850 1000,930'), 1000), INK.mist) + throat()),
    scars.join('') + disc([470, 735], 13, INK.cream) + disc([472, 735], 6, INK.black),
    stroke(curve(trace('250,715 360,770 520,770')), INK.mist, 6),
    fill(curve(trace('690,870 740,1000 850,1080 840,960 800,870'), 'closed'), INK.night),
    listeningBoat(),
  ].join('');
}

function throat(): string {
  return [0, 1, 2, 3, 4]
    .map((n) =>
      stroke(
        curve([
          [280, 812 + n * 18],
          [520, 826 + n * 17],
          [820, 872 + n * 12],
        ]),
        INK.slate,
        4,
      ),
    )
    .join('');
}

function listeningBoat(): string {
  const person = 'M-26 0Q-30 -70 0 -76Q30 -70 26 0Z';
  return [
    stroke('M706 238L706 470', INK.cream, 4),
    fill('M694 470L718 470L722 520Q706 540 690 520Z', INK.red),
    placed(
      fill('M-190 0L210 -10Q190 56 140 58L-140 58Q-180 40 -190 0Z', INK.wine) +
        fill(box(-188, -4, [392, 12]), INK.cream),
      { at: [650, 222] },
    ),
    placed(fill(person, INK.black) + disc([0, -96], 24, INK.black), { at: [600, 220] }),
    placed(
      fill(person, INK.petrol) +
        disc([0, -96], 24, INK.petrol) +
        stroke('M-24 -100Q0 -136 24 -100', INK.cream, 7),
      { at: [706, 218], turn: 8 },
    ),
  ].join('');
}

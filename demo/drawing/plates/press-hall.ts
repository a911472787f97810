import { box, corners, type Point, ribbon, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

/** A rotary press running at night. */
export function pressHall(sheet: Sheet): string {
  const units = [0, 1, 2, 3].map((n) => pressUnit(sheet, n));
  const lamps = [0, 1, 2, 3, 4].map(
    (n) =>
      fill(`M${170 + n * 370} 0V90L${110 + n * 370} 130H${230 + n * 370}L${170 + n * 370} 90Z`, INK.black) +
      spray(
        sheet,
        corners([
          [110 + n * 370, 130],
          [230 + n * 370, 130],
          [400 + n * 370, 900],
          [-60 + n * 370, 900],
        ]),
        { ink: '#f4cf86', from: [0.5, 1], to: [0.5, 0], most: 0.42 },
      ),
  );
  const floor = box(0, 1000, [1800, 200]);
  return [
    wash(sheet, box(0, 0, [1800, 1010]), { inks: ['#101b2a', '#1c3347', '#274a5a'] }),
    lamps.join(''),
    wash(sheet, floor, { inks: ['#16293a', '#0b1622'] }),
    units.join(''),
    rivers(sheet),
    minder({ at: [300, 1120], scale: 1.05 }, INK.red),
    minder({ at: [1510, 1090], scale: 0.86 }, INK.ochre),
  ].join('');
}

function pressUnit(sheet: Sheet, n: number): string {
  const x = 90 + n * 430;
  const body = box(x, 330, [330, 700]);
  const drums = [
    [90, 470, 74],
    [240, 470, 74],
    [90, 650, 88],
    [240, 650, 88],
    [165, 820, 62],
  ].map(
    ([dx = 0, y = 0, r = 0]) =>
      disc([x + dx, y], r, '#0d1824') +
      disc([x + dx, y], r - 10, '#7f9a9f') +
      spray(
        sheet,
        corners([
          [x + dx - r, y - r],
          [x + dx + r, y - r],
          [x + dx + r, y + r],
          [x + dx - r, y + r],
        ]).replace(/.*/, () => circle([x + dx, y], r - 10)),
        { ink: '#0f2233', from: [0.2, 0.1], to: [0.9, 1], most: 0.9 },
      ) +
      disc([x + dx, y], 13, INK.ochre),
  );
  return (
    fill(body, ['#8d2f2b', '#7f2a2a', '#74262a', '#682329'][n] ?? INK.wine) +
    spray(sheet, body, { ink: '#1a0f18', from: [0.3, 0], to: [0.6, 1], most: 0.85 }) +
    fill(box(x - 14, 318, [358, 26]), INK.black) +
    drums.join('') +
    fill(box(x, 930, [330, 16]), INK.ochre)
  );
}

function circle(centre: Point, radius: number): string {
  return `M${centre[0] - radius} ${centre[1]}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`;
}

function rivers(sheet: Sheet): string {
  const path: readonly Point[] = trace(
    '-40,250 250,250 330,400 255,560 410,740 600,250 760,400 690,560 840,740 1030,250 1190,400 1120,560 1270,740 1460,250 1620,400 1550,560 1700,740 1860,640',
  );
  const web = ribbon(path, () => 34);
  const print = Array.from({ length: 44 }, (_, n) =>
    stroke(`M${-20 + n * 11} ${238 + (n % 3) * 8}h6`, INK.black, 3),
  );
  return (
    fill(web, INK.cream) +
    spray(sheet, web, { ink: '#9b8a63', from: [0.5, 0.2], to: [0.5, 1], most: 0.65 }) +
    print.slice(0, 22).join('')
  );
}

function minder(place: { at: Point; scale: number }, cap: string): string {
  return placed(
    fill('M-44 0L-40 -150L40 -150L44 0L10 0L0 -110L-10 0Z', '#0a1420') +
      fill('M-52 -140Q-56 -290 0 -300Q56 -290 52 -140Z', '#31546a') +
      stroke('M36 -260Q96 -250 110 -190', '#31546a', 30) +
      fill(corners(trace('84,-214 190,-240 204,-170 98,-146')), INK.cream) +
      disc([0, -340], 36, '#c68f6b') +
      fill('M-40 -344Q-34 -396 4 -394Q44 -388 40 -344Z', cap),
    place,
  );
}

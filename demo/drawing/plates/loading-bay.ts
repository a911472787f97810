import { box, corners, ground, type Point, trace } from '../outline.ts';
import { disc, fill, glow, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

/** Vans at the loading bay before dawn, the bundles going in. */
export function loadingBay(sheet: Sheet): string {
  return [
    wash(sheet, box(0, 0, [1800, 760]), { inks: ['#22345c', '#6f5d80', '#d98a78', '#f4c793'] }),
    disc([1500, 610], 84, '#fbe6bf') + glow(sheet, [1500, 610], { radius: 260, ink: '#fbe6bf', most: 0.6 }),
    roofs(sheet, 600, '#4a4468'),
    roofs(sheet, 680, '#2a2d4c'),
    wash(sheet, box(0, 800, [1800, 400]), { inks: ['#4b4560', '#2a2a3e'] }),
    van(sheet, { at: [1330, 830], scale: 0.72 }),
    dock(sheet),
    van(sheet, { at: [1010, 1040], scale: 1.12 }),
    loader(),
    bundles([1560, 1090], 3),
  ].join('');
}

function roofs(sheet: Sheet, level: number, ink: string): string {
  const points: Point[] = [[-40, level]];
  let x = -40;
  while (x < 1860) {
    const [wide, high] = [sheet.cast.between(70, 170), sheet.cast.between(-70, 60)];
    points.push(
      [x, level + high],
      [x + wide * 0.5, level + high - sheet.cast.pick([0, 0, 46])],
      [x + wide, level + high],
    );
    if (sheet.cast.chance(0.3))
      points.push([x + wide, level - 110], [x + wide + 16, level - 110], [x + wide + 16, level + high]);
    x += wide + 16;
  }
  const shape = ground(points, 830, 'sharp');
  return fill(shape, ink) + spray(sheet, shape, { ink: '#141726', from: [0.5, 0], to: [0.5, 1], most: 0.6 });
}

function dock(sheet: Sheet): string {
  const wall = corners(trace('-20,120 560,260 560,960 -20,1080'));
  const door = corners(trace('90,330 440,396 440,920 90,970'));
  const light = corners(trace('90,970 440,920 1000,1200 200,1230'));
  return [
    fill(wall, '#7a3a36'),
    spray(sheet, wall, { ink: '#2a1220', from: [0.6, 0.5], to: [0, 0], most: 0.85 }),
    fill(corners(trace('-20,96 600,244 600,280 -20,140')), '#2a1220'),
    wash(sheet, door, { inks: ['#ffe9b4', '#f3bd62'] }),
    fill(light, '#f3bd62', 0.28),
    Array.from({ length: 5 }, (_, n) =>
      fill(
        corners([
          [120, 820 - n * 46],
          [250, 812 - n * 44],
          [250, 848 - n * 44],
          [120, 858 - n * 46],
        ]),
        n % 2 ? '#8a5f35' : INK.cream,
      ),
    ).join(''),
    fill('M330 930L338 760Q340 700 370 696Q402 700 404 760L412 916Z', '#3a2030') +
      disc([370, 664], 28, '#3a2030'),
  ].join('');
}

function van(sheet: Sheet, place: { at: Point; scale: number }): string {
  const body = 'M-300 60V-230Q-300 -260 -270 -260H80Q110 -260 120 -236L176 -110L270 -80Q296 -70 296 -40V60Z';
  return placed(
    [
      fill('M-330 96H320L290 122H-300Z', '#11121f', 0.6),
      fill(body, INK.red),
      spray(sheet, body, { ink: '#4f0f1c', from: [0.7, 0], to: [0.3, 1], most: 0.85 }),
      fill('M20 -220H90L150 -106H20Z', '#f6dca6') + fill(box(-300, -20, [596, 22]), INK.cream),
      fill(corners(trace('-250,-190 -60,-190 -60,-70 -250,-70')), INK.cream),
      Array.from({ length: 4 }, (_, n) =>
        fill(box(-232, -172 + n * 26, [n === 0 ? 154 : 100 + (n % 2) * 36, n === 0 ? 16 : 8]), INK.black),
      ).join(''),
      [-190, 170].map((x) => disc([x, 66], 62, INK.black) + disc([x, 66], 28, '#9a9aa6')).join(''),
      disc([280, -20], 18, '#fff1c4'),
    ].join(''),
    place,
  );
}

function loader(): string {
  return placed(
    [
      fill('M-46 0L-36 -170L40 -170L60 0L22 0L4 -130L-14 0Z', '#161a2c'),
      fill('M-48 -160Q-60 -316 4 -326Q62 -310 50 -160Z', INK.petrol),
      stroke('M30 -280L120 -230M-10 -280L96 -210', INK.petrol, 32),
      fill(box(84, -290, [150, 110]), INK.cream) + stroke('M159 -290V-180M84 -236H234', INK.red, 7),
      disc([6, -370], 40, '#b9805c') + fill('M-38 -380Q-28 -426 12 -422Q50 -414 48 -376Z', INK.ochre),
    ].join(''),
    { at: [470, 1170], scale: 1.02 },
  );
}

function bundles(foot: Point, rows: number): string {
  const parts: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let n = 0; n < rows - row; n += 1) {
      const [x, y] = [foot[0] + n * 156 + row * 78 - 150, foot[1] - row * 84];
      parts.push(
        fill(box(x, y, [148, 80]), row % 2 ? '#e6d7b4' : INK.cream),
        stroke(`M${x} ${y + 20}h148M${x} ${y + 40}h148M${x} ${y + 60}h148`, '#b8a479', 3),
        stroke(`M${x + 74} ${y}v80`, INK.red, 7),
      );
    }
  }
  return parts.join('');
}

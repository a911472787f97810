import { along, box, corners, curve, ground, type Point, ribbon, skyline } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, stroke, within } from '../sheet.ts';

/** Mules on the old salt road, cut in wood: black, sand and one red. */
export function saltRoad(sheet: Sheet): string {
  const levels = [430, 560, 700, 850, 1010];
  const ridges = levels.map((level, index) => cutHill(sheet, { level, index }));
  const rays = Array.from({ length: 60 }, (_, n) => {
    const angle = (n / 60) * Math.PI * 2;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    return fill(
      corners([
        [1240 + x * 170 - y * 5, 300 + y * 170 + x * 5],
        [1240 + x * 170 + y * 5, 300 + y * 170 - x * 5],
        [1240 + x * (n % 2 ? 700 : 460), 300 + y * (n % 2 ? 700 : 460)],
      ]),
      INK.black,
    );
  });
  return [
    fill(box(0, 0, [1800, 1200]), '#ead9b0'),
    rays.join(''),
    disc([1240, 300], 140, INK.red),
    ridges.join(''),
  ].join('');
}

function cutHill(sheet: Sheet, hill: { level: number; index: number }): string {
  const { cast } = sheet;
  const edge = skyline({ from: -80, to: 1880, level: hill.level, rough: 92, steps: 6 }, cast);
  const shape = ground(edge, 1300);
  const cuts: string[] = [];
  for (let row = 1; row < 15; row += 1) {
    const drop = row * (9 + hill.index * 2.6) + row * row * 0.6;
    const lean = (row % 2) * 14;
    const spine = edge.map(
      ([x, y], step): Point => [x + lean, y + drop * (1 + 0.25 * Math.sin(step * 1.7 + hill.index))],
    );
    cuts.push(
      fill(
        ribbon(
          spine,
          (share) => (2 + hill.index * 1.3) * (1.3 + Math.sin(share * 19 + row * 1.3 + hill.index)) + 1,
        ),
        hill.index % 2 ? '#ead9b0' : INK.black,
      ),
    );
  }
  const base = hill.index % 2 ? INK.black : '#ead9b0';
  const caravan = hill.index === 3 ? train(edge) : '';
  return (
    caravan + fill(shape, base) + stroke(curve(edge), INK.black, 6) + within(sheet, shape, cuts.join(''))
  );
}

function train(edge: readonly Point[]): string {
  const line = along(edge, 60);
  const mule =
    fill(
      'M-58 -8L-52 -62Q-40 -78 0 -72L44 -76L66 -112L74 -98L92 -84L86 -74L66 -74L54 -46L52 -8L40 -8L38 -40L-34 -40L-42 -8Z',
      INK.black,
    ) +
    fill('M-36 -96Q0 -120 34 -96L38 -54L-40 -54Z', '#f4ecd6') +
    stroke('M-36 -96Q0 -120 34 -96L38 -54L-40 -54Z', INK.black, 5);
  const driver =
    fill('M-16 0L-14 -70Q0 -90 14 -70L18 0Z', INK.red) +
    disc([0, -98], 15, INK.black) +
    stroke('M14 -60L60 -40', INK.black, 6);
  return [90, 122, 154, 186, 216]
    .map((n, index) => {
      const [x, y] = line[n] ?? [0, 0];
      return placed(index === 4 ? driver : mule, { at: [x, y - 2], scale: 1.35 });
    })
    .join('');
}

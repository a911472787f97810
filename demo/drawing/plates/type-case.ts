import { box, curve, type Point } from '../outline.ts';
import { fill, INK, placed, type Sheet, spray, stroke, within } from '../sheet.ts';

/** A case of type from straight above, a line half set. */
export function typeCase(sheet: Sheet): string {
  const { cast } = sheet;
  const cells: string[] = [];
  const widths = [1, 1.4, 1, 2, 1, 1.4, 2.2, 1, 1.2];
  const unit = 1720 / widths.reduce((sum, width) => sum + width, 0);
  [150, 190, 230, 190, 150].reduce((top, high, row) => {
    let x = 40;
    for (const width of row % 2 ? [...widths].reverse() : widths) {
      cells.push(cell(sheet, { x, y: top, wide: width * unit, high }));
      x += width * unit;
    }
    return top + high;
  }, 40);
  const wood = box(0, 0, [1800, 1200]);
  const rings = Array.from({ length: 40 }, (_, n) =>
    stroke(
      curve([
        [-20, n * 31],
        [600, n * 31 + cast.near(0, 16)],
        [1200, n * 31 + cast.near(0, 16)],
        [1820, n * 31],
      ]),
      '#6b3f22',
      2,
    ),
  );
  return fill(wood, '#8a5530') + rings.join('') + cells.join('') + stick(sheet);
}

function cell(sheet: Sheet, space: { x: number; y: number; wide: number; high: number }): string {
  const { cast } = sheet;
  const hole = box(space.x + 7, space.y + 7, [space.wide - 14, space.high - 14]);
  const sorts = Array.from({ length: Math.round((space.wide * space.high) / 1700) }, () => {
    const at: Point = [
      cast.between(space.x + 24, space.x + space.wide - 24),
      cast.between(space.y + 24, space.y + space.high - 24),
    ];
    const face =
      fill(box(-8, -24, [16, 48]), cast.pick(['#b9bdb8', '#9da5a5', '#d3d3c8', '#7f8a8e'])) +
      fill(box(-8, -24, [16, 13]), '#3a444b');
    return placed(face, { at, turn: cast.near(cast.pick([0, 90]), 60), scale: cast.between(0.85, 1.1) });
  });
  return (
    fill(hole, '#3a2014') +
    spray(sheet, hole, { ink: '#120906', from: [0.8, 0.9], to: [0.1, 0], most: 0.9 }) +
    within(sheet, hole, sorts.join(''))
  );
}

function stick(sheet: Sheet): string {
  const tray = box(-560, -84, [1120, 168]);
  const sorts = Array.from(
    { length: 30 },
    (_, n) =>
      fill(box(-520 + n * 26, -64, [22, 128]), n % 6 === 5 ? '#6f7a7d' : '#d3d3c8') +
      (n % 6 === 5
        ? ''
        : fill(
            box(-516 + n * 26, -56 + (n % 3) * 4, [14, 22 + (n % 4) * 5]),
            n === 12 ? INK.red : '#23303a',
          )),
  );
  return placed(
    placed(fill(tray, INK.black, 0.5), { at: [14, 26] }) +
      fill(tray, '#c79a45') +
      spray(sheet, tray, { ink: '#5a3a12', from: [0.2, 0], to: [0.8, 1], most: 0.7 }) +
      fill(box(-536, -68, [1070, 136]), '#4b3a22') +
      sorts.join('') +
      fill(box(280, -84, [40, 190]), '#e2b95e'),
    { at: [900, 1070], turn: -3 },
  );
}

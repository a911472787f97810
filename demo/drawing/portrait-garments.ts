import { box, curve, type Point, trace } from './outline.ts';
import { fill, INK, type Sheet, spray, stroke, within } from './sheet.ts';

/** What shoulders wear. `middle` is where the throat comes out of it, in pixels from the left. */
export interface Clothes {
  readonly kind: 'jacket' | 'sweater' | 'roll-neck' | 'shirt' | 'scarf';
  readonly middle: number;
  readonly ink: string;
  readonly dark: string;
  readonly shirt?: string;
  readonly tie?: string;
  readonly bow?: boolean;
  readonly stripes?: string;
  readonly yoke?: string;
}

/** Clothes on the shoulders, over the throat. */
export function clothes(sheet: Sheet, worn: Clothes): string {
  const parts = dressed(sheet, worn);
  return `<g transform="translate(${worn.middle - 450} -26)">${parts}</g>`;
}

const BODY = '300,800 220,822 110,856 20,900 -80,960 980,960 880,900 790,856 680,822 600,800';

function body(sheet: Sheet, worn: Clothes, neck: string): string {
  const path = `${curve(trace(BODY))}${curve(trace(neck)).replace('M', 'L')}Z`;
  return (
    fill(path, worn.ink) +
    pattern(sheet, worn, path) +
    spray(sheet, path, { ink: worn.dark, from: [0.3, 0.2], to: [0.95, 0.8], most: 0.95 })
  );
}

function pattern(sheet: Sheet, worn: Clothes, path: string): string {
  const { stripes, yoke } = worn;
  if (stripes !== undefined) {
    const lines = Array.from({ length: 8 }, (_, n) =>
      stroke(
        curve([
          [-60, 930 + n * 34 - 60],
          [240, 850 + n * 34 - 40],
          [450, 880 + n * 34 - 20],
          [660, 850 + n * 34 - 40],
          [960, 930 + n * 34 - 60],
        ]),
        stripes,
        15,
      ),
    );
    return within(sheet, path, lines.join(''));
  }
  return yoke === undefined ? '' : within(sheet, path, knitted(yoke));
}

// A band of lozenges between two lines, as on a knitted yoke.
function knitted(yoke: string): string {
  const marks = Array.from({ length: 25 }, (_, n) => {
    const x = 450 + (n - 12) * 36;
    const y = 866 + ((n - 12) / 12) ** 2 * 26;
    return (
      fill(`M${x} ${y - 15}L${x + 13} ${y}L${x} ${y + 15}L${x - 13} ${y}Z`, yoke) +
      fill(box(x + 14, y - 4, [8, 8]), yoke)
    );
  });
  const bands = [834, 898].map((y) =>
    stroke(
      curve([
        [0, y + 30],
        [230, y + 4],
        [450, y],
        [670, y + 4],
        [900, y + 30],
      ]),
      yoke,
      7,
    ),
  );
  return marks.join('') + bands.join('');
}

function dressed(sheet: Sheet, worn: Clothes): string {
  switch (worn.kind) {
    case 'jacket':
      return jacket(sheet, worn);
    case 'sweater':
      return sweater(sheet, worn);
    case 'roll-neck':
      return rollNeck(sheet, worn);
    case 'shirt':
      return shirt(sheet, worn);
    case 'scarf':
      return scarf(sheet, worn);
    default:
      return worn.kind satisfies never;
  }
}

function jacket(sheet: Sheet, worn: Clothes): string {
  const lapel = (side: -1 | 1): string => {
    const at = (line: string): readonly Point[] => trace(line).map(([x, y]) => [450 + side * x, y]);
    return (
      fill(
        curve(at('150,780 176,800 200,850 176,880 120,960 60,960 100,880 138,806'), 'closed'),
        side < 0 ? worn.ink : worn.dark,
      ) +
      stroke(curve(at('150,782 138,806 104,880 66,960')), INK.black, 5) +
      stroke(curve(at('200,850 168,850 176,880 124,960')), INK.black, 4)
    );
  };
  return (
    collar(sheet, worn) +
    body(sheet, worn, '600,800 584,806 540,900 520,960 380,960 360,900 316,806 300,800') +
    lapel(-1) +
    lapel(1)
  );
}

function collar(sheet: Sheet, worn: Clothes): string {
  const linen = worn.shirt ?? INK.cream;
  const front = 'M318 800Q390 850 450 862Q510 850 582 800L620 960H280Z';
  const wing = (side: -1 | 1): string => {
    const at = (line: string): readonly Point[] => trace(line).map(([x, y]) => [450 + side * x, y]);
    return (
      fill(curve(at('134,752 144,790 128,850 92,908 60,890 12,862 60,846 112,806')), linen) +
      stroke(curve(at('126,772 92,826 14,862 60,892 92,908 128,850 142,800')), INK.black, 4)
    );
  };
  const knot = worn.tie === undefined ? '' : tie(worn, worn.tie);
  return (
    fill(front, linen) +
    spray(sheet, front, { ink: '#8f9aa0', from: [0.3, 0.2], to: [1, 0.6], most: 0.7 }) +
    wing(-1) +
    wing(1) +
    knot
  );
}

function tie(worn: Clothes, ink: string): string {
  if (worn.bow === true) {
    const half = (side: -1 | 1): string =>
      fill(
        curve(
          trace('10,872 60,838 112,836 118,872 112,906 60,902').map(([x, y]): Point => [450 + side * x, y]),
          'closed',
        ),
        ink,
      ) +
      stroke(curve(trace('16,872 52,866 84,870').map(([x, y]): Point => [450 + side * x, y])), INK.black, 4);
    return (
      half(-1) +
      half(1) +
      fill('M426 850Q450 842 474 850L476 894Q450 902 424 894Z', ink) +
      stroke('M426 852Q420 872 426 892M474 852Q480 872 474 892', INK.black, 4)
    );
  }
  return (
    fill('M416 858Q450 850 484 858L470 908L500 960H400L430 908Z', ink) +
    stroke('M430 908Q450 914 470 908', INK.black, 4)
  );
}

function sweater(sheet: Sheet, worn: Clothes): string {
  const neck = '600,800 580,822 520,856 450,868 380,856 320,822 300,800';
  const rib = curve(trace('312,796 336,826 390,854 450,864 510,854 564,826 588,796'));
  return (
    body(sheet, worn, neck) +
    stroke(rib, worn.shirt ?? worn.ink, 30) +
    stroke(curve(trace('306,806 330,840 388,868 450,879 512,868 570,840 594,806')), INK.black, 4)
  );
}

function rollNeck(sheet: Sheet, worn: Clothes): string {
  const neck =
    'M326 716Q384 764 450 766Q516 764 574 716Q590 770 604 830Q530 880 450 882Q370 880 296 830Q312 770 326 716Z';
  const ribs = Array.from({ length: 13 }, (_, n) => {
    const x = (n - 6) * 20;
    return stroke(
      `M${450 + x} ${764 - x * x * 0.0026}Q${450 + x * 1.08} 810 ${450 + x * 1.2} ${872 - x * x * 0.0024}`,
      worn.dark,
      4,
    );
  });
  return (
    body(sheet, worn, '600,800 520,868 450,876 380,868 300,800') +
    fill(neck, worn.ink) +
    spray(sheet, neck, { ink: worn.dark, from: [0.2, 0.2], to: [1, 0.7], most: 0.9 }) +
    ribs.join('') +
    stroke('M326 716Q384 764 450 766Q516 764 574 716', INK.black, 4)
  );
}

function shirt(sheet: Sheet, worn: Clothes): string {
  return (
    body(sheet, worn, '600,800 560,850 450,930 340,850 300,800') +
    [-1, 1]
      .map((side) => {
        const at = (line: string): readonly Point[] => trace(line).map(([x, y]) => [450 + side * x, y]);
        return (
          fill(
            curve(at('136,752 158,800 150,860 108,930 60,940 6,936 70,880 116,812'), 'closed'),
            side < 0 ? worn.ink : worn.dark,
          ) + stroke(curve(at('138,756 112,820 66,884 4,934 62,942 108,930 150,862')), INK.black, 4)
        );
      })
      .join('')
  );
}

function scarf(sheet: Sheet, worn: Clothes): string {
  const cloth = worn.shirt ?? INK.red;
  const loop =
    'M306 742Q350 806 450 812Q550 806 594 742Q640 790 630 836Q560 908 450 912Q340 908 270 836Q260 790 306 742Z';
  const fall = 'M500 880Q560 900 590 960H400Q440 900 470 880Z';
  const folds = ['M300 776Q360 848 456 850Q540 846 602 776', 'M284 812Q350 880 456 882Q560 878 620 812'].map(
    (path) => stroke(path, worn.tie ?? INK.wine, 7),
  );
  return (
    body(sheet, worn, '600,800 450,860 300,800') +
    fill(fall, cloth) +
    fill(loop, cloth) +
    spray(sheet, loop, { ink: worn.tie ?? INK.wine, from: [0.2, 0.1], to: [1, 0.9], most: 0.9 }) +
    folds.join('')
  );
}

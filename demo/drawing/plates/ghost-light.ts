import { box, corners, ribbon, trace } from '../outline.ts';
import { disc, fill, glow, INK, placed, type Sheet, spray, stroke, wash } from '../sheet.ts';

/** An empty theatre seen from its stage, one lamp burning. */
export function ghostLight(sheet: Sheet): string {
  const tiers = [0, 1, 2].map((n) => {
    const [y, sag] = [190 + n * 165, 70 + n * 26];
    const band = `M${-60 + n * 20} ${y}Q900 ${y + sag * 2} ${1860 - n * 20} ${y}L${1860 - n * 20} ${y + 92}Q900 ${y + 92 + sag * 2} ${-60 + n * 20} ${y + 92}Z`;
    const boxes = Array.from({ length: 19 }, (_, b) => {
      const x = 60 + b * 94;
      const drop = y + sag * (1 - ((x - 900) / 960) ** 2) - 62;
      return (
        fill(
          `M${x - 30} ${drop + 64}V${drop + 20}Q${x} ${drop - 24} ${x + 30} ${drop + 20}V${drop + 64}Z`,
          '#1a0d14',
        ) + disc([x + 47, drop + 90], 6, INK.ochre)
      );
    });
    return (
      boxes.join('') +
      fill(band, ['#6d1f2c', '#7d2a33', '#8d3638'][n] ?? INK.wine) +
      spray(sheet, band, { ink: '#1a0d14', from: [0.5, 1], to: [0.5, 0], most: 0.7 }) +
      stroke(`M${-60 + n * 20} ${y + 10}Q900 ${y + 10 + sag * 2} ${1860 - n * 20} ${y + 10}`, '#d6a24e', 5)
    );
  });
  return [
    wash(sheet, box(0, 0, [1800, 1000]), { inks: ['#1c0f18', '#3a1822', '#4f1f27'] }),
    tiers.join(''),
    stalls(sheet),
    boards(sheet),
    drapes(sheet),
    lamp(sheet),
  ].join('');
}

function stalls(sheet: Sheet): string {
  const rows: string[] = [];
  for (let row = 0; row < 6; row += 1) {
    const [y, size] = [690 + row * 42, 40 + row * 11];
    for (let x = 900 - 15 * size; x <= 900 + 15 * size; x += size * 1.16) {
      const bow = ((x - 900) / 900) ** 2 * -34;
      rows.push(
        fill(
          `M${(x - size / 2).toFixed(1)} ${y + bow + size}V${y + bow + 12}Q${x.toFixed(1)} ${y + bow - 16} ${(x + size / 2).toFixed(1)} ${y + bow + 12}V${y + bow + size}Z`,
          ['#471820', '#521c24', '#5d2028', '#6a242c', '#762a30', '#833135'][row] ?? INK.wine,
        ),
      );
    }
  }
  return (
    rows.join('') +
    spray(sheet, box(0, 640, [1800, 330]), { ink: '#14090f', from: [0.5, 1], to: [0.5, 0], most: 0.7 })
  );
}

function boards(sheet: Sheet): string {
  const planks = Array.from({ length: 22 }, (_, n) =>
    fill(
      corners([
        [900 + (n - 11) * 92, 940],
        [900 + (n - 10) * 92, 940],
        [900 + (n - 10) * 176, 1200],
        [900 + (n - 11) * 176, 1200],
      ]),
      n % 2 ? '#8a5a36' : '#7c4f30',
    ),
  );
  const shade = box(0, 940, [1800, 260]);
  return (
    planks.join('') +
    spray(sheet, shade, { ink: '#1c0f0e', from: [0.6, 0.3], to: [0, 0.6], most: 0.85 }) +
    spray(sheet, shade, { ink: '#1c0f0e', from: [0.6, 0.3], to: [1.1, 0.5], most: 0.85 }) +
    fill(box(0, 928, [1800, 14]), '#2a1512')
  );
}

function drapes(sheet: Sheet): string {
  return [0, 1, 2, 3, 4]
    .flatMap((n) => [n * 46 - 40, 1800 - n * 46 - 40])
    .map((x) => {
      const fold = ribbon(
        [
          [x + 40, -20],
          [x + 36, 400],
          [x + 46, 800],
          [x + 38, 1230],
        ],
        (share) => 84 - share * 14,
      );
      return (
        fill(fold, '#2a0f18') +
        spray(sheet, fold, {
          ink: '#a63a3a',
          from: x < 900 ? [0, 0.5] : [1, 0.5],
          to: x < 900 ? [1, 0.5] : [0, 0.5],
          most: 0.6,
        })
      );
    })
    .join('');
}

function lamp(sheet: Sheet): string {
  const figure =
    fill('M-60 0L-46 -170Q-40 -230 0 -236Q40 -230 46 -170L60 0Z', '#140a0e') + disc([0, -272], 36, '#140a0e');
  return [
    glow(sheet, [1120, 560], { radius: 420, ink: '#f8dc9c', most: 0.72 }),
    fill(corners(trace('1110,1130 1130,1130 700,1200 560,1200')), '#1c0f0e', 0.55),
    stroke('M1120 620V1120', INK.black, 14) + fill('M1040 1140Q1120 1096 1200 1140Z', INK.black),
    stroke('M1076 640Q1060 530 1120 500Q1180 530 1164 640M1120 500V640M1072 590H1168', '#3a2418', 5),
    disc([1120, 570], 40, '#fff6dc') + fill(box(1100, 604, [40, 34]), INK.black),
    placed(figure, { at: [640, 1190], scale: 1.12 }),
  ].join('');
}

import { box, ground, ribbon, skyline } from '../outline.ts';
import { disc, fill, glow, INK, placed, type Sheet, stroke, wash } from '../sheet.ts';

/** Two rakers in shallow water, early. */
export function rakers(sheet: Sheet): string {
  const water = box(0, 690, [1800, 510]);
  const one = figure(INK.red);
  const two = figure(INK.petrol);
  const mirror = `<g opacity="0.3">${placed(one, { at: [420, 990], scale: [1.25, -0.9] })}${placed(two, { at: [1420, 880], scale: [-0.9, -0.66] })}</g>`;
  const ripples = Array.from({ length: 30 }, () => {
    const [x, y, half] = [
      sheet.cast.between(0, 1800),
      sheet.cast.between(720, 1190),
      sheet.cast.between(40, 170),
    ];
    return fill(
      ribbon(
        [
          [x - half, y],
          [x, y - 3],
          [x + half, y],
        ],
        (share) => Math.sin(share * Math.PI) * 8,
      ),
      sheet.cast.pick(['#fdf1da', '#e58f73', '#f8cfa4']),
    );
  });
  return [
    wash(sheet, box(0, 0, [1800, 700]), { inks: ['#e9806a', '#f2a77d', '#f8d3a0'] }),
    disc([1010, 560], 150, '#fdf1d4') + glow(sheet, [1010, 560], { radius: 420, ink: '#fdf1d4', most: 0.7 }),
    fill(
      ground(skyline({ from: -40, to: 1840, level: 650, rough: 22, steps: 9 }, sheet.cast), 720),
      '#a4505a',
    ),
    wash(sheet, water, { inks: ['#f6c99b', '#dd8672', '#8d4457'] }),
    ripples.join(''),
    mirror,
    placed(two, { at: [1420, 880], scale: [-0.9, 0.9] }),
    placed(one, { at: [420, 990], scale: 1.25 }),
    fill('M780 1000Q860 930 950 1000Z', '#fff8ea') + fill('M1010 884Q1060 836 1120 884Z', '#fff8ea'),
  ].join('');
}

function figure(shirt: string): string {
  return [
    fill('M-34 0L-20 -170L34 -170L44 0L20 0L10 -120L-8 0Z', INK.night),
    fill('M-30 -160Q-50 -260 10 -320Q70 -310 70 -230L44 -160Z', shirt),
    stroke('M40 -290Q110 -250 160 -220M20 -270Q90 -220 130 -180', shirt, 26),
    stroke('M60 -270L430 -20', '#5a3a22', 11) + stroke('M404 -60L456 20', '#5a3a22', 16),
    disc([62, -352], 34, '#6b442f') + fill('M-22 -352Q50 -440 146 -340Q60 -366 -22 -352Z', '#5a2a30'),
  ].join('');
}

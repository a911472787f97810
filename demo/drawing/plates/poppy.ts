import { box, type Point, ribbon, trace } from '../outline.ts';
import { disc, fill, INK, placed, type Sheet, spray, stroke } from '../sheet.ts';

/** A poppy head shaken out like pepper. */
export function poppy(sheet: Sheet): string {
  const { cast } = sheet;
  const head = capsule(sheet);
  const seeds = Array.from({ length: 520 }, () => {
    const share = cast.unit() ** 0.7;
    const at: Point = [
      1010 + share * 760 + cast.near(0, 40 + share * 260),
      330 + share * share * 760 + cast.near(0, 30 + share * 240),
    ];
    return disc(at, cast.between(3.5, 8.5), cast.pick([INK.black, '#2b2f45', '#473a55']));
  });
  const stem = ribbon(trace('700,520 560,720 520,980 560,1260'), () => 24);
  const paper = box(0, 0, [1800, 1200]);
  return [
    fill(paper, '#e8b7a6'),
    spray(sheet, paper, { ink: '#c97d6f', from: [0.2, 0.1], to: [1, 1.1], most: 0.55 }),
    seeds.join(''),
    fill(stem, '#6d7d4a'),
    placed(head, { at: [740, 450], turn: 52, scale: 1.25 }),
    placed(head, { at: [270, 760], turn: -14, scale: 0.62 }),
    fill(
      ribbon(trace('262,810 250,1000 300,1260'), () => 15),
      '#6d7d4a',
    ),
  ].join('');
}

function capsule(sheet: Sheet): string {
  const head = 'M-150 -10Q-190 -190 -90 -250H90Q190 -190 150 -10Q100 80 0 90Q-100 80 -150 -10Z';
  const ribs = [-100, -50, 0, 50, 100].map((x) =>
    stroke(`M${x * 0.7} -246Q${x * 1.5} -90 ${x * 0.4} 84`, '#6d7d4a', 4),
  );
  const crown = Array.from({ length: 9 }, (_, n) =>
    fill(`M0 0Q${-18} -60 0 -74Q18 -60 0 0Z`, n % 2 ? '#8a7a3c' : '#a3934d'),
  ).map((petal, n) => placed(petal, { at: [(n - 4) * 24, -258], turn: (n - 4) * 15, scale: 1.1 }));
  const pores = [-70, -35, 0, 35, 70].map((x) =>
    fill(`M${x - 10} -238Q${x} -216 ${x + 10} -238Z`, INK.black),
  );
  return (
    fill(head, '#a9b06c') +
    spray(sheet, head, { ink: '#4c5a34', from: [0.3, 0.1], to: [0.95, 0.9], most: 0.9 }) +
    ribs.join('') +
    pores.join('') +
    fill(box(-128, -268, [256, 24]), '#7d7038') +
    crown.join('')
  );
}

import type { Head } from './portrait.ts';
import type { Sitter } from './portraits.data.ts';
import { disc, fill, INK, type Sheet, spray, stroke } from './sheet.ts';

/** Shoulders and what they wear. */
export function clothes(sheet: Sheet, sitter: Sitter, head: Head): string {
  const { inks, build } = sitter;
  const { middle, chin } = head;
  const wide = 300 + build;
  const y = chin + 66;
  const shoulders = `M${middle - wide - 60} 910C${middle - wide - 20} ${y + 110} ${middle - 190} ${y + 62} ${middle - 92} ${y}Q${middle} ${y + 96} ${middle + 92} ${y}C${middle + 190} ${y + 62} ${middle + wide + 20} ${y + 110} ${middle + wide + 60} 910Z`;
  return (
    fill(shoulders, inks.cloth2) +
    spray(sheet, shoulders, { ink: INK.black, from: [0.1, 0], to: [1, 0.8], most: 0.55 }) +
    collar(sheet, sitter, { middle, y })
  );
}

function collar(sheet: Sheet, { inks, wears }: Sitter, { middle, y }: { middle: number; y: number }): string {
  switch (wears) {
    case 'turtleneck': {
      const roll = `M${middle - 104} ${y - 40}Q${middle} ${y + 26} ${middle + 104} ${y - 40}L${middle + 112} ${y + 36}Q${middle} ${y + 116} ${middle - 112} ${y + 36}Z`;
      return (
        fill(roll, inks.cloth2) +
        spray(sheet, roll, { ink: INK.black, from: [0.1, 0.2], to: [1, 0.8], most: 0.5 }) +
        stroke(`M${middle - 100} ${y - 6}Q${middle} ${y + 62} ${middle + 104} ${y - 6}`, INK.black, 3)
      );
    }
    case 'scarf': {
      const loop = `M${middle - 138} ${y - 30}Q${middle} ${y + 70} ${middle + 138} ${y - 36}Q${middle + 176} ${y + 30} ${middle + 118} ${y + 82}Q${middle} ${y + 150} ${middle - 128} ${y + 84}Q${middle - 176} ${y + 20} ${middle - 138} ${y - 30}Z`;
      const tail = `M${middle + 24} ${y + 96}L${middle + 118} ${y + 70}L${middle + 150} 910H${middle + 20}Z`;
      return (
        fill(tail, inks.cloth) +
        spray(sheet, tail, { ink: INK.black, from: [0, 0], to: [1, 0.6], most: 0.5 }) +
        fill(loop, inks.cloth) +
        spray(sheet, loop, { ink: INK.black, from: [0.1, 0], to: [1, 1], most: 0.45 }) +
        stroke(`M${middle - 120} ${y + 12}Q${middle} ${y + 104} ${middle + 128} ${y + 8}`, inks.deep, 4)
      );
    }
    case 'suit': {
      const shirt = `M${middle - 96} ${y - 10}Q${middle} ${y + 84} ${middle + 96} ${y - 10}L${middle + 60} 910H${middle - 60}Z`;
      const tie = `M${middle - 20} ${y + 60}H${middle + 22}L${middle + 14} ${y + 100}L${middle + 34} 910H${middle - 34}L${middle - 12} ${y + 100}Z`;
      const lapels = `M${middle - 100} ${y - 14}L${middle - 46} 910H${middle - 190}L${middle - 168} ${y + 110}L${middle - 206} ${y + 84}Z M${middle + 100} ${y - 14}L${middle + 46} 910H${middle + 190}L${middle + 168} ${y + 110}L${middle + 206} ${y + 84}Z`;
      return (
        fill(shirt, '#f4ead6') +
        fill(tie, inks.cloth) +
        fill(lapels, inks.cloth2) +
        spray(sheet, lapels, { ink: INK.black, from: [0, 0], to: [1, 0.5], most: 0.6 }) +
        stroke(
          `M${middle - 100} ${y - 12}L${middle - 20} ${y + 64}L${middle + 6} ${y + 40}M${middle + 100} ${y - 12}L${middle + 22} ${y + 64}L${middle - 4} ${y + 40}`,
          '#d9cbb0',
          6,
        )
      );
    }
    case 'bow': {
      const shirt = `M${middle - 96} ${y - 10}Q${middle} ${y + 84} ${middle + 96} ${y - 10}L${middle + 90} 910H${middle - 90}Z`;
      const bow = `M${middle - 90} ${y + 26}L${middle} ${y + 58}L${middle + 90} ${y + 26}V${y + 104}L${middle} ${y + 70}L${middle - 90} ${y + 104}Z`;
      return fill(shirt, '#f4ead6') + fill(bow, inks.cloth) + disc([middle, y + 64], 18, inks.deep);
    }
    case 'open': {
      const skin = `M${middle - 70} ${y - 24}Q${middle} ${y + 50} ${middle + 70} ${y - 24}L${middle + 4} ${y + 190}Z`;
      const flaps = `M${middle - 98} ${y - 26}L${middle + 4} ${y + 196}L${middle - 110} ${y + 120}L${middle - 150} ${y + 30}Z M${middle + 98} ${y - 26}L${middle + 4} ${y + 196}L${middle + 116} ${y + 120}L${middle + 152} ${y + 30}Z`;
      return (
        fill(skin, inks.shade) +
        fill(flaps, inks.cloth) +
        spray(sheet, flaps, { ink: INK.black, from: [0.2, 0], to: [1, 0.7], most: 0.4 })
      );
    }
    case 'round': {
      const skin = `M${middle - 100} ${y - 22}Q${middle} ${y + 130} ${middle + 100} ${y - 22}Q${middle} ${y + 60} ${middle - 100} ${y - 22}Z`;
      return (
        fill(skin, inks.shade) +
        stroke(`M${middle - 104} ${y - 18}Q${middle} ${y + 138} ${middle + 104} ${y - 18}`, inks.cloth, 14)
      );
    }
  }
}

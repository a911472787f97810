import type { Fount } from './design.ts';
import type { Direction } from './face.ts';

/** One line of such words: what it says, how wide it is, and where in the text its words begin and end. */
export interface RaggedLine {
  readonly text: string;
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

/** Words set without justification, as headlines and captions are. */
export interface Ragged {
  readonly lines: readonly RaggedLine[];
  /** Whether a word is wider than the measure. */
  readonly isTooWide: boolean;
}

/** How words are set ragged. `isBalanced`: lines are made as even as their number allows. */
export interface RaggedSetting {
  readonly fount: Fount;
  readonly measure: number;
  readonly direction: Direction;
  readonly isBalanced?: boolean;
}

/** Steps by which the narrowest measure of as many lines is found. */
const STEPS = 12;

/** Sets words in as few lines as they need. */
export function setRagged(text: string, { fount, measure, direction, isBalanced }: RaggedSetting): Ragged {
  const { face, size } = fount;
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, index }));
  const widths = words.map(({ word }) => face.width(word, direction) * size);
  const space = face.width(' ') * size;
  const widest = Math.max(0, ...widths);
  let ends = endsWithin(widths, space, measure);
  if (isBalanced && ends.length > 1) {
    let [low, high] = [Math.max(widest, measure * 0.45), measure];
    for (let step = 0; step < STEPS && low < high; step++) {
      const middle = (low + high) / 2;
      if (endsWithin(widths, space, middle).length <= ends.length) high = middle;
      else low = middle;
    }
    ends = endsWithin(widths, space, high);
  }
  const lines = ends.map((end, i) => {
    const from = ends[i - 1] ?? 0;
    const own = widths.slice(from, end);
    const width = own.reduce((sum, one) => sum + one, 0) + (own.length - 1) * space;
    const said = words.slice(from, end);
    const last = said.at(-1);
    const place = { from: said[0]?.index ?? 0, to: last ? last.index + last.word.length : 0 };
    return { text: said.map(({ word }) => word).join(' '), width, ...place };
  });
  return { lines, isTooWide: widest > measure + 0.01 };
}

function endsWithin(widths: readonly number[], space: number, measure: number): readonly number[] {
  const ends: number[] = [];
  let filled = 0;
  widths.forEach((width, i) => {
    const next = filled === 0 ? width : filled + space + width;
    if (filled > 0 && next > measure) {
      ends.push(i);
      filled = width;
    } else {
      filled = next;
    }
  });
  return widths.length > 0 ? [...ends, widths.length] : [];
}

import type { TextLine } from './article-page-tree.ts';
import { endsSentence } from './page-text-lines.ts';

/** Widths and shares that tell prose, tuned on pages of some hundred papers; wide characters count double. */
const PROSE = { sentence: 40, open: 140, least: 25, mostLinked: 0.6 } as const;
const COMMAS = /[,،、，;:]/g;

/** Whether a line reads as a paragraph: a sentence, or so long that it can be nothing else, and not a row of links. */
export function isProse({ text, width, linked }: TextLine): boolean {
  if (linked >= width * PROSE.mostLinked) return false;
  return width >= PROSE.open || (width >= PROSE.sentence && endsSentence(text));
}

/** How much a line speaks for being the story's: 0 for none, 1 and more for prose, 8 for a long paragraph. */
export function proseValue(line: TextLine): number {
  if (line.width < PROSE.least) return 0;
  const free = 1 - line.linked / line.width;
  if (!isProse(line)) return line.owner.name === 'p' ? 0.3 * free : 0;
  const commas = line.text.slice(0, 1_000).match(COMMAS)?.length ?? 0;
  return (1 + Math.min(commas, 6) * 0.5 + Math.min(line.width / 100, 4)) * free;
}

/** What a line adds to the story that would hold it: prose adds its value, all else costs. */
export function lineGain(line: TextLine, value: number): number {
  if (value > 1) return value;
  if (line.linked > line.width * 0.5) return -0.8;
  if (/^h[1-6]$/.test(line.owner.name)) return 0;
  return line.owner.name === 'p' ? -0.1 : -0.4;
}

import type { Line } from './page-model.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import type { FontWord } from './pdf-glyphs.ts';
import type { PlacedLine, PlacedWord } from './placed-line.ts';

/** The part of a line that belongs to one element: words that lead to one address, or to none. */
export interface Segment {
  readonly words: readonly FontWord[];
  readonly link: string | undefined;
  /** What is read in its place, where its glyphs do not say it. */
  readonly actual: string | undefined;
}

/** Parts a line, in the order of reading. The space at which a line ends is drawn too: words part there (UA-1, 7.2). */
export function segmentsOf(line: Line, placed: PlacedLine, fonts: PdfFonts): readonly Segment[] {
  const ends = line.isHyphenated || line.isJoined ? placed.text : `${placed.text} `;
  const groups: PlacedWord[][] = [];
  for (const word of placed.words) {
    const group = groups.at(-1);
    if (group && group[0]?.span.link === word.span.link) group.push(word);
    else groups.push([word]);
  }
  return groups.map((group, i) => {
    const next = groups[i + 1]?.[0]?.from;
    const text = ends.slice(group[0]?.from ?? 0, next ?? ends.length);
    const isHyphenated = next === undefined && line.isHyphenated === true;
    const words = group.flatMap((word) => fontWord(word, { line, placed, ends, fonts }));
    const isSaid = placed.isPlain && words.every(isRead);
    const told = isHyphenated ? text.replace(/-$/, '\u00ad') : text;
    return { words, link: group[0]?.span.link, actual: isSaid ? undefined : told };
  });
}

interface WordPlace {
  readonly line: Line;
  readonly placed: PlacedLine;
  readonly ends: string;
  readonly fonts: PdfFonts;
}

function fontWord(word: PlacedWord, { line, placed, ends, fonts }: WordPlace): readonly FontWord[] {
  const font = fonts.of(word.face);
  if (!font) return [];
  const to = word.from + word.text.length;
  const isLast = word === placed.words.at(-1);
  const isSoft = isLast && placed.isPlain && line.isHyphenated === true && isHyphen(word, font.hyphen);
  return [{ ...word, font, isSpaced: placed.isPlain && ends[to] === ' ', isSoft }];
}

function isHyphen({ shaped }: PlacedWord, hyphen: number | undefined): boolean {
  return hyphen !== undefined && shaped.glyphs.at(-1)?.id === hyphen;
}

function isRead(word: FontWord): boolean {
  return word.font.says(word) && (!word.isSpaced || word.font.space !== undefined);
}

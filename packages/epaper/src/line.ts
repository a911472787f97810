import type { Face } from './face.ts';
import type { Setting } from './line-break.ts';
import { GIVE } from './line-break.ts';
import type { Line, Span } from './page-model.ts';
import type { Piece, Run, Type } from './piece.ts';

/** A line of a paragraph, set to its measure; where it stands on the page is not known yet. */
export type SetLine = Omit<Line, 'x' | 'y' | 'source'> & {
  /** From the edge at which reading begins: the indent, less what hangs over. */
  readonly inset: number;
  /** The part of the paragraph's text it holds, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** What stands on the same row in other columns of a table. */
  readonly beside?: readonly SetLine[];
};

/** A paragraph as it was parted, and where its lines end. */
export interface Parted {
  readonly runs: readonly Run[];
  readonly pieces: readonly Piece[];
  readonly ends: readonly number[];
}

/** Parts of a sign's width by which it may hang over the edge, so that the edge looks straight. */
const OVERHANG: Readonly<Record<string, number>> = {
  ...{ '-': 0.55, '\u2010': 0.55, '.': 0.6, ',': 0.6, ';': 0.35, ':': 0.35 },
  ...{ '\u201d': 0.45, '\u2019': 0.5, '\u201c': 0.45, '\u2018': 0.5, '\u2013': 0.3, '\u2014': 0.25 },
};

/** Sets the lines of a paragraph: every line but the last fills the measure. */
export function setLines({ runs, pieces, ends }: Parted, type: Type, setting: Setting): readonly SetLine[] {
  let from = 0;
  return ends.map((to) => {
    const own = pieces.slice(from, to);
    const line = setLine(own, { runs, type, setting, isFirst: from === 0, isLast: to === pieces.length });
    from = to;
    return line;
  });
}

interface LinePlace {
  readonly runs: readonly Run[];
  readonly type: Type;
  readonly setting: Setting;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function setLine(pieces: readonly Piece[], place: LinePlace): SetLine {
  const { type, setting, isFirst, isLast } = place;
  const last = pieces.at(-1);
  const isHyphenated = !isLast && last?.after === 'hyphen';
  const words = wordsOf(pieces, isHyphenated);
  const indent = isFirst ? setting.indent : 0;
  const [head, tail] = overhang(words, type);
  const measure = setting.measure - indent + head + tail;
  const given = give(words, { measure, isLast, type, setting });
  const from = pieces[0]?.from ?? 0;
  return {
    ...given,
    spans: spansOf(words, place),
    direction: type.direction,
    inset: round(indent - head),
    from,
    to: last ? last.from + last.text.length : from,
    ...(isHyphenated ? { isHyphenated: true } : {}),
    ...(!isLast && (last?.after === 'dash' || last?.after === 'join') ? { isJoined: true } : {}),
  };
}

/** Signs of one run within a word. */
interface WordPart {
  readonly text: string;
  readonly run: number;
  readonly face: Face;
}

type Word = readonly WordPart[];

/** Pieces between spaces are words again, and are shaped as such. */
function wordsOf(pieces: readonly Piece[], isHyphenated: boolean): readonly Word[] {
  const words: WordPart[][] = [[]];
  for (const [i, { text, run, face, after }] of pieces.entries()) {
    const word = words.at(-1) ?? [];
    const before = word.at(-1);
    const isEnd = i === pieces.length - 1;
    const shown = isEnd && isHyphenated ? `${text}-` : text;
    if (before && before.run === run) word[word.length - 1] = { ...before, text: before.text + shown };
    else word.push({ text: shown, run, face });
    if (after === 'space' && !isEnd) words.push([]);
  }
  return words;
}

function overhang(words: readonly Word[], { size, direction, faces }: Type): readonly [number, number] {
  if (direction === 'rtl') return [0, 0];
  const first = words[0]?.[0]?.text[0] ?? '';
  const last = words.at(-1)?.at(-1)?.text.slice(-1) ?? '';
  const hung = (sign: string) => (OVERHANG[sign] ?? 0) * faces.roman.width(sign || ' ') * size;
  return [/[\u201c\u2018]/.test(first) ? hung(first) : 0, hung(last)];
}

interface Room {
  readonly measure: number;
  readonly isLast: boolean;
  readonly type: Type;
  readonly setting: Setting;
}

/** How a line is brought to its measure: by spaces first, helped by letters drawn wider and set farther apart. */
function give(
  words: readonly Word[],
  { measure, isLast, type, setting }: Room,
): Pick<SetLine, 'space' | 'scale' | 'tracking' | 'width'> {
  const parts = words.flat();
  const letters =
    parts.reduce((sum, { face, text }) => sum + face.width(text, type.direction), 0) * type.size;
  const signs = parts.reduce((sum, { text }) => sum + text.length, 0);
  const spaces = words.length - 1;
  const natural = letters + spaces * setting.space;
  const lack = measure - natural;
  if (isLast && lack >= 0)
    return { space: round(setting.space), scale: 1, tracking: 0, width: round(natural) };
  const byLetters = letters * GIVE.widen;
  const byTracking = lack > 0 ? signs * type.size * GIVE.track : 0;
  const bySpaces = spaces * setting.space * (lack > 0 ? GIVE.stretch : GIVE.shrink);
  const ratio = lack / Math.max(byLetters + byTracking + bySpaces, 1e-6);
  const part = spaces > 0 ? Math.max(-1, Math.min(1, ratio)) : Math.max(-1, ratio);
  const scale = round4(1 + (part * byLetters) / Math.max(letters, 1e-6));
  const tracking = round4((part * byTracking) / Math.max(signs, 1));
  const left = measure - letters * scale - signs * tracking;
  return { space: spaces > 0 ? round4(left / spaces) : 0, scale, tracking, width: round(measure) };
}

/** Runs of the line's words, spaces between them included. */
function spansOf(words: readonly Word[], { runs, type }: LinePlace): readonly Span[] {
  const spans: (Span & { readonly run: number })[] = [];
  for (const [i, word] of words.entries()) {
    for (const [k, { text, run, face }] of word.entries()) {
      const shown = i > 0 && k === 0 ? ` ${text}` : text;
      const before = spans.at(-1);
      const { link } = runs[run] ?? {};
      if (before?.run === run) spans[spans.length - 1] = { ...before, text: before.text + shown };
      else spans.push({ run, text: shown, face: face.id, size: type.size, ...(link ? { link } : {}) });
    }
  }
  return spans.map(({ run: _, ...span }) => span);
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

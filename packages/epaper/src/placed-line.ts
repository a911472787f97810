import { Fault } from '@courant/base';
import { bidiLevels, visualOrder } from './bidi-levels.ts';
import type { Face, Shaped } from './face.ts';
import { FACE_MISSING } from './faults.ts';
import { lineText, printable } from './line-text.ts';
import type { Line, Span } from './page-model.ts';

/** The faces of an issue by their ids. */
export type Faces = ReadonlyMap<string, Face>;

/** A word of a line, or the part of one that has one face and one direction, and where it is drawn. */
export interface PlacedWord {
  readonly text: string;
  readonly span: Span;
  readonly face: Face;
  readonly shaped: Shaped;
  /** Its left edge and its width, in points. */
  readonly x: number;
  readonly width: number;
  /** Where it begins in the line's text, in UTF-16 units. */
  readonly from: number;
  readonly isFromRight: boolean;
}

/** A line whose every word has its place. */
export interface PlacedLine {
  readonly text: string;
  /** In the order of reading. */
  readonly words: readonly PlacedWord[];
  /** Whether all of it runs from the left, so that it is drawn in the order in which it is read. */
  readonly isPlain: boolean;
}

/** A word, or the space between two, before it has its place. */
interface Part {
  readonly text: string;
  readonly span: Span;
  readonly face: Face;
  readonly level: number;
  readonly from: number;
  readonly shaped: Shaped | undefined;
  readonly width: number;
}

/** Finds the place of every word of a line. Throws the fault `face-missing` where a face was not handed in. */
export function placeLine(line: Line, faces: Faces): PlacedLine {
  const text = lineText(line);
  const levels = bidiLevels(text, line.direction);
  const parts = partsOf(line, { faces, levels });
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  const isPlain = parts.every(({ level }) => level === 0);
  let x = line.direction === 'rtl' ? line.x - width : line.x;
  const words: PlacedWord[] = [];
  for (const part of isPlain ? parts : visualOrder(parts)) {
    const { text: own, span, face, shaped, width: wide, from, level } = part;
    // Written out: an issue has tens of thousands of words, and a spread costs more than all else here.
    const isFromRight = level % 2 === 1;
    if (shaped) words.push({ text: own, span, face, shaped, x, width: wide, from, isFromRight });
    x += wide;
  }
  return { text, words: isPlain ? words : words.toSorted((a, b) => a.from - b.from), isPlain };
}

interface Surroundings {
  readonly faces: Faces;
  readonly levels: ArrayLike<number> | undefined;
}

function partsOf(line: Line, { faces, levels }: Surroundings): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const span of line.spans) {
    const face = faces.get(span.face);
    if (!face)
      throw new Fault(FACE_MISSING, `A line is set in the face ${span.face}, which was not handed in.`, {
        hint: 'Hand in every face that the design names.',
      });
    for (const { text, level } of piecesOf(printable(span.text), { from, levels })) {
      parts.push(partOf(text, line, { span, face, level, from }));
      from += text.length;
    }
  }
  return parts;
}

function partOf(
  text: string,
  { space, scale, tracking }: Line,
  { span, face, level, from }: Pick<Part, 'span' | 'face' | 'level' | 'from'>,
): Part {
  if (text === ' ') return { text, span, face, level, from, shaped: undefined, width: space };
  const shaped = face.shape(text, level % 2 === 1 ? 'rtl' : 'ltr');
  const width = shaped.width * span.size * scale + text.length * tracking;
  return { text, span, face, level, from, shaped, width };
}

interface Piece {
  text: string;
  readonly level: number;
}

/** A span's text in words and spaces, and these where the direction turns. */
function piecesOf(
  text: string,
  { from, levels }: { readonly from: number; readonly levels: ArrayLike<number> | undefined },
): readonly Piece[] {
  if (!levels) return wordsOf(text);
  const pieces: Piece[] = [];
  let at = from;
  for (const sign of text) {
    const level = levels[at] ?? 0;
    const last = pieces.at(-1);
    if (last?.level === level && last.text !== ' ' && sign !== ' ') last.text += sign;
    else pieces.push({ text: sign, level });
    at += sign.length;
  }
  return pieces;
}

function wordsOf(text: string): readonly Piece[] {
  const pieces = text.split(/( )/).filter((word) => word !== '');
  return pieces.map((word) => ({ text: word, level: 0 }));
}

import type { Direction, Face } from './face.ts';
import type { Hyphenate } from './hyphenation.ts';

/** Text of one style in a paragraph. */
export interface Run {
  readonly text: string;
  readonly style: Style;
  /** Address it leads to. */
  readonly link?: string;
}

/** How words are set apart within a paragraph. */
export type Style = 'roman' | 'italic' | 'bold' | 'bold-italic';

/**
 * What may follow a piece when a line ends behind it: nothing may (`no`); a space that is dropped; a hyphen that is
 * set; a dash or hyphen of the text's own, at which a word may be parted; nothing at all, as between ideographs.
 */
export type Break = 'no' | 'space' | 'hyphen' | 'dash' | 'join';

/** The smallest part of a paragraph that stays in one line. */
export interface Piece {
  readonly text: string;
  readonly run: number;
  readonly face: Face;
  /** In points. */
  readonly width: number;
  readonly after: Break;
  /** Where it begins in the paragraph's text, in UTF-16 units. */
  readonly from: number;
}

/** What pieces are made by: type, its size in points, the measure in points, and how words are broken. */
export interface Type {
  readonly faces: Readonly<Record<Style, Face>>;
  readonly size: number;
  readonly measure: number;
  readonly direction: Direction;
  readonly hyphenate: Hyphenate;
}

/** Ideographs, kana and hangul: lines may end behind any of them, but for the rules below. */
const IDEOGRAPH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
/** What begins no line (JIS X 4051, GB/T 15834): closing marks, stops, small kana. */
const NOT_FIRST =
  /^[\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff1f\uff01\u2019\u201d\u300b\u300d\u300f\u3011\u3009\uff09\u3015\u2026\u2014\u30fb\u30fc\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7%\uff05\u2030]/u;
/** What ends no line: opening marks. */
const NOT_LAST = /[\u2018\u201c\u300a\u300c\u300e\u3010\u3008\uff08\u3014$\uff04\u00a3\u00a5]$/u;
/** Behind these a word may be parted. */
const DASHES = /(?<=[-\u2010\u2013\u2014/])(?=\p{L}|\p{N})/u;
const WORD = /^([^\p{L}]*)(\p{L}[\p{L}\p{M}]*)([^\p{L}]*)$/u;

const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });

interface Part {
  readonly text: string;
  readonly after: Break;
}

/** Parts a paragraph into pieces. White space of any length is one space; what is wider than the measure is cut. */
export function piecesOf(runs: readonly Run[], type: Type): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  runs.forEach((run, number) => {
    for (const word of run.text.split(/(?<=[ \t\n\r\u200b])/)) {
      const bare = word.replace(/[ \t\n\r\u200b]+$/, '');
      const isLast = bare.length < word.length;
      if (bare === '') {
        const before = pieces.at(-1);
        if (before && isLast) pieces[pieces.length - 1] = { ...before, after: 'space' };
      } else {
        pieces.push(...wordPieces(bare, { run: number, style: run.style, from, isLast }, type));
      }
      from += word.length;
    }
  });
  const last = pieces.pop();
  return last ? [...pieces, { ...last, after: 'no' }] : [];
}

interface WordPlace {
  readonly run: number;
  readonly style: Style;
  readonly from: number;
  readonly isLast: boolean;
}

function wordPieces(word: string, place: WordPlace, type: Type): readonly Piece[] {
  const face = type.faces[place.style];
  const known = cutWord(word, face, type);
  const { parts, ends } = isWide(known, type) ? cutWide(word, known, { face, type }) : known;
  let from = 0;
  return parts.map(({ text, after }, i) => {
    const piece = {
      ...{ text, face, run: place.run, from: place.from + from },
      width: ((ends[i] ?? 0) - (ends[i - 1] ?? 0)) * type.size,
      after: i < parts.length - 1 ? after : place.isLast ? ('space' as const) : afterWord(text),
    };
    from += text.length;
    return piece;
  });
}

/** A word in its parts, and where each ends, in ems from where the word begins, as the word is set unbroken. */
interface CutWord {
  readonly parts: readonly Part[];
  readonly ends: readonly number[];
}

/** Words as they were cut before: an issue says most of its words many times. */
const cutWords = new WeakMap<Hyphenate, WeakMap<Face, Map<string, CutWord>>>();

function cutWord(word: string, face: Face, { hyphenate, direction }: Type): CutWord {
  const ofLanguage = cutWords.get(hyphenate) ?? new WeakMap<Face, Map<string, CutWord>>();
  if (!cutWords.has(hyphenate)) cutWords.set(hyphenate, ofLanguage);
  const ofFace = ofLanguage.get(face) ?? new Map<string, CutWord>();
  if (!ofLanguage.has(face)) ofLanguage.set(face, ofFace);
  const known = ofFace.get(word);
  if (known) return known;
  const parts = partsOf(word, hyphenate);
  const cut = { parts, ends: endsOf(word, parts, { face, direction }) };
  ofFace.set(word, cut);
  return cut;
}

/** Where one word meets another without a space, as words of two styles do. */
function afterWord(text: string): Break {
  return /[-\u2010\u2013\u2014/]$/.test(text)
    ? 'dash'
    : IDEOGRAPH.test(text.slice(-1)) && !NOT_LAST.test(text)
      ? 'join'
      : 'no';
}

function partsOf(word: string, hyphenate: Hyphenate): readonly Part[] {
  if (IDEOGRAPH.test(word)) return ideographParts(word);
  const parts = word.split(DASHES).map((text) => ({ text, after: 'dash' as const }));
  return parts.flatMap((part) => {
    const [, before = '', letters = '', behind = ''] = WORD.exec(part.text) ?? [];
    if (letters === '') return [part];
    const syllables = hyphenate(letters);
    return syllables.map((syllable, i) => ({
      text: `${i === 0 ? before : ''}${syllable}${i === syllables.length - 1 ? behind : ''}`,
      after: i === syllables.length - 1 ? ('dash' as const) : ('hyphen' as const),
    }));
  });
}

/** A sign a piece, words of other scripts whole, and marks with what they may not be parted from. */
function ideographParts(word: string): readonly Part[] {
  const parts: string[] = [];
  for (const { segment } of segments.segment(word)) {
    const before = parts.at(-1);
    const isWhole = before !== undefined && !IDEOGRAPH.test(before.slice(-1)) && !IDEOGRAPH.test(segment);
    if (before !== undefined && (isWhole || NOT_FIRST.test(segment) || NOT_LAST.test(before)))
      parts[parts.length - 1] = before + segment;
    else parts.push(segment);
  }
  return parts.map((text) => ({ text, after: 'join' }));
}

/** A part may take nearly a whole line: the rest is for the hyphen behind it. */
const WIDEST = 0.9;

function isWide({ ends }: CutWord, { size, measure }: Type): boolean {
  return ends.some((end, i) => (end - (ends[i - 1] ?? 0)) * size > measure * WIDEST);
}

/** What is wider than a line is cut between any two characters: an address, a word nobody can break. */
function cutWide(
  word: string,
  { parts, ends }: CutWord,
  { face, type }: { readonly face: Face; readonly type: Type },
): CutWord {
  const cut = parts.flatMap((part, i) => {
    if (((ends[i] ?? 0) - (ends[i - 1] ?? 0)) * type.size <= type.measure * WIDEST) return [part];
    const signs = [...segments.segment(part.text)].map(({ segment }) => segment);
    return signs.map((text, k) => ({ text, after: k < signs.length - 1 ? ('join' as const) : part.after }));
  });
  return { parts: cut, ends: endsOf(word, cut, { face, direction: type.direction }) };
}

function endsOf(
  word: string,
  parts: readonly Part[],
  { face, direction }: { readonly face: Face; readonly direction: Direction },
): readonly number[] {
  const { glyphs } = face.shape(word, direction);
  let end = 0;
  return parts.map(({ text }) => {
    end += text.length;
    let advance = 0;
    for (const glyph of glyphs) if (glyph.at < end) advance += glyph.advance;
    return advance / face.unitsPerEm;
  });
}

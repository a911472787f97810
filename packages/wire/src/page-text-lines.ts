import { fold, squeeze } from '@courant/base';
import { printedDates } from './page-text-date.ts';
import {
  BYLINE_WORDS,
  CREDIT_WORDS,
  type FurnitureKind,
  LABELS,
  SHARE_NAMES,
  SOURCE_WORDS,
} from './page-text-furniture.data.ts';

/** What a line looks like by itself. `prose` ends as a sentence does; `plain` is any other text. */
export type LineKind = 'prose' | 'plain' | 'date' | 'byline' | 'source' | 'credit' | 'label';

/** One line of a page that has text. */
export interface PageLine {
  /** Its place among the lines with text, from 0. */
  readonly at: number;
  readonly text: string;
  /** Letters, digits and case folded, nothing else: two lines of one key say the same. */
  readonly key: string;
  /** Characters, with those of scripts that set two to the width of a Latin word's part counted double. */
  readonly width: number;
  readonly kind: LineKind;
  /** The furniture its words say it is, if they do. */
  readonly furniture?: FurnitureKind;
  /** How often a line of this key stands on the page. */
  readonly repeats: number;
  /** Whether a line without text stands before it. */
  readonly hasGap: boolean;
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** A full stop, closing quotes and brackets, and perhaps an agency in brackets behind it: `… on Friday." (dpa)`. */
const SENTENCE_END = /[.!?…。！？؟।॥۔։။።។][\s"'”’“»›«)\]）」』】*]*(?:\([\p{L}\p{M}/ -]{2,24}\))?$/u;
/** Thai and Lao set no full stop; there length alone tells a paragraph. */
const UNSTOPPED = /[\p{Script=Thai}\p{Script=Lao}]/u;
const UNSTOPPED_WIDTH = 90;
const LABEL_WIDTH = 60;
/** The labels by their first character. */
const FURNITURE = Map.groupBy(
  LABELS.flatMap(({ kind, words }) => words.map((word) => ({ kind, word: fold(word) }))),
  ({ word }) => word.charAt(0),
);

/** The lines of a page that have text, with what each looks like. */
export function pageLines(text: string): readonly PageLine[] {
  const seen = new Map<string, number>();
  const rows: { text: string; key: string; hasGap: boolean }[] = [];
  let hasGap = true;
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const line = squeeze(raw.replace(/[\u00ad\u200b\u2060\ufeff]/g, ''));
    if (line) {
      const key = lineKey(line);
      rows.push({ text: line, key, hasGap });
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    hasGap = line === '';
  }
  return rows.map((row, at) => ({ at, ...row, ...look(row.text), repeats: seen.get(row.key) ?? 1 }));
}

/** A text without case, space, accents and punctuation, for comparing. */
export function lineKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a text ends as a sentence does, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-40));
}

/** Characters of a text, those of Chinese, Japanese and Korean counted double. */
export function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Which fact of a story's head a line prints, if one: date, byline, source or share bar. */
export function headFact(line: PageLine): 'date' | 'byline' | 'source' | 'share bar' | undefined {
  if (line.kind === 'date' || line.kind === 'byline' || line.kind === 'source') return line.kind;
  return line.furniture === 'share bar' ? line.furniture : undefined;
}

/** Whether a fact of a story's head stands in the next so many lines. */
export function hasHeadFact(lines: readonly PageLine[], line: PageLine, reach: number): boolean {
  return lines.slice(line.at + 1, line.at + 1 + reach).some((next) => headFact(next) !== undefined);
}

/** Whether a line is the caption of a picture: the next line credits one, or the line ends in its credit. */
export function isCredited(lines: readonly PageLine[], line: PageLine): boolean {
  if (line.width > 420) return false;
  if (lines[line.at + 1]?.kind === 'credit' && line.width < 330) return true;
  const tail = line.text.slice(-80);
  if (/(?:©|Foto: |Photo: |Bild: )[^.!?]{2,70}\)?\.?$/u.test(tail)) return true;
  return !endsSentence(line.text) && /\([^()]{2,60}\)$/.test(tail);
}

function look(text: string): Pick<PageLine, 'width' | 'kind' | 'furniture'> {
  const width = widthOf(text);
  const furniture = width <= LABEL_WIDTH || /^[©<]/.test(text) ? furnitureOf(text) : undefined;
  return { width, kind: kindOf(text, width), ...(furniture && { furniture }) };
}

/** A credit to agencies on a line of its own: `(Agencies)`, `(AFP/Reuters)`; with a colon or " / " it is a picture's. */
const SOURCE = /^\((?:(?! \/ )[\p{L}\p{M}.&/, -]){2,40}\)$/u;

function kindOf(text: string, width: number): LineKind {
  const folded = fold(text);
  if (width <= 120 && isDateLine(text, folded)) return 'date';
  if (width <= 80 && isByline(text, folded)) return 'byline';
  if (width <= 60 && (SOURCE.test(text) || starts(folded, SOURCE_WORDS))) return 'source';
  if (width <= 90 && !endsSentence(text) && CREDIT_WORDS.some((word) => folded.includes(word)))
    return 'credit';
  if (endsSentence(text) || (width >= UNSTOPPED_WIDTH && UNSTOPPED.test(text))) return 'prose';
  return width <= LABEL_WIDTH && /[:：]$/.test(text) ? 'label' : 'plain';
}

/** A clock time or an age alone: "15:59 Uhr", "5 hours ago", "vor 14 Minuten". */
const CLOCK = /^[^\d%€$£+-]{0,24}(?:[01]?\d|2[0-3])[:.h][0-5]\d[^\d%€$£]{0,12}$/;
const AGE = /^(?:\D{0,24}\d{1,2} \p{L}{1,8} ago|vor \d{1,2} .{1,12}|il y a \d{1,2} .{1,12})\W*$/u;

function isDateLine(text: string, folded: string): boolean {
  const dates = printedDates(text);
  // "The vote is on 3 March 2025." is prose; "Available until 3 March 2025." is not.
  const words = dates.at(-1)?.rest.match(/\p{L}+/gu) ?? [];
  if (dates.length > 0) return !endsSentence(text) || words.length <= 2;
  return text.length <= 40 && (CLOCK.test(folded) || AGE.test(folded));
}

function isByline(text: string, folded: string): boolean {
  const opening = BYLINE_WORDS.find((word) => folded.startsWith(word));
  if (!opening || endsSentence(text)) return false;
  return /^\p{Lu}/u.test(text.slice(opening.length).trim());
}

function furnitureOf(text: string): FurnitureKind | undefined {
  const folded = fold(text);
  if (isShareBar(folded)) return 'share bar';
  if (/^(?:\p{L}+ ){1,2}edition$/u.test(folded)) return 'edition';
  const isSentence = endsSentence(text);
  const labels = FURNITURE.get(folded.charAt(0)) ?? [];
  const found = labels.filter(({ word }) => opensWith(folded, word, isSentence));
  return found.sort((a, b) => b.word.length - a.word.length)[0]?.kind;
}

/** Whether a text is a label or begins with it. "Share prices fell." is no share bar, "Sign up now!" is a label. */
function opensWith(folded: string, word: string, isSentence: boolean): boolean {
  if (!folded.startsWith(word)) return false;
  const rest = folded.slice(word.length);
  if (/^\P{L}*$/u.test(rest)) return true;
  if (isSentence && /^[a-z]+$/.test(word)) return false;
  // Scripts without spaces, and stems kept short on purpose, go on without one.
  return !/^[a-z]/.test(rest) || word.length >= 9;
}

function isShareBar(folded: string): boolean {
  const words = folded.split(/[\s|,·]+/).filter(Boolean);
  return (
    words.length > 0 &&
    words.filter((word) => SHARE_NAMES.has(word)).length >= Math.max(1, words.length * 0.7)
  );
}

function starts(folded: string, words: readonly string[]): boolean {
  return words.some((word) => folded.startsWith(word));
}

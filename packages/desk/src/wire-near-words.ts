import { wordsOfText } from '@courant/edition';
import type { Block, Body } from '@courant/story';
import { blockText } from '@courant/story';
import type { WireItem } from '@courant/wire';
import { datelineOf } from '@courant/wire';

/** A word of an item as near-duplicates are found by it. */
export interface NearWord {
  readonly word: string;
  /** Has a digit: the same words with other numbers are other news. */
  readonly isNumber: boolean;
}

/** More of a text is not looked at: nobody sends an article of 30,000 words twice. */
const MOST_CHARACTERS = 200_000;
/** A text of fewer words says what it is about in its headline alone: that counts as its first words. */
const SHORT = 40;

/** Lines that say who wrote, edited, holds rights or ends: each house has its own under the same copy. */
const CREDIT = [
  /^\W{0,3}(?:additional |further )?(?:reporting|writing|editing|compiled|translated|redaktion|rédaction) (?:and \w+ )?(?:by|von|par)\b/i,
  /^\W{0,3}(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or) \p{Lu}[\p{L}.'’-]*(?:[ ,]+(?:and |und |et |y )?\p{Lu}[\p{L}.'’-]*){1,8}\W{0,2}$/u,
  /^\W{0,3}(?:©|\(c\) |copyright\b|all rights reserved|this material may not be published)/i,
  /^\W*(?:end|ends|more|fin|ende|30)\W*$/i,
  /\bcontributed to this (?:report|story|article)\W*$/i,
];
/** A longer line is a sentence of the story. */
const LONGEST_CREDIT = 300;

/** The words of an item without what every house puts around the same copy: dateline, credits, captions. */
export function nearWords({ headline = '', body }: WireItem): readonly NearWord[] {
  const words = wordsOf(body ? textOf(body) : '');
  return words.length < SHORT ? [...wordsOf(headline), ...words] : words;
}

function textOf({ content }: Body): string {
  const lines: string[] = [];
  let left = MOST_CHARACTERS;
  for (const block of content) {
    if (left <= 0) break;
    const line = lineOf(block).slice(0, left);
    if (line.trim() === '' || isCredit(line)) continue;
    lines.push(lines.length === 0 ? (datelineOf(line)?.rest ?? line) : line);
    left -= line.length;
  }
  return lines.join('\n');
}

/** Pictures and what leads elsewhere differ from house to house. */
function lineOf(block: Block): string {
  switch (block.type) {
    case 'picture':
    case 'gallery':
    case 'embed':
    case 'related':
      return '';
    default:
      return blockText(block);
  }
}

function isCredit(line: string): boolean {
  return line.length <= LONGEST_CREDIT && CREDIT.some((form) => form.test(line.trim()));
}

/** What may stand inside a number and not between two: `1,000`, `12.5`, `1 000` with a narrow blank. */
const IN_NUMBER = /^[.,'’\u00a0\u202f\u066b\u066c]$/;
const DIGIT = /\p{Nd}/u;
const ALL_DIGITS = /^\p{Nd}+$/u;

function wordsOf(text: string): readonly NearWord[] {
  const words: { word: string; isNumber: boolean; end: number }[] = [];
  for (const { word, start, end } of wordsOfText(text)) {
    const isNumber = DIGIT.test(word);
    const last = words.at(-1);
    const plain = isNumber ? plainDigits(word) : word;
    const goesOn =
      last?.isNumber && ALL_DIGITS.test(last.word) && ALL_DIGITS.test(plain) && start === last.end + 1;
    if (last && goesOn && IN_NUMBER.test(text.slice(last.end, start))) {
      last.word += plain;
      last.end = end;
    } else words.push({ word: plain, isNumber, end });
  }
  return words;
}

/** Noughts of the digits that news is written in, beside those of every keyboard: Arabic, Persian, Hindi, Bengali, Thai. */
const NOUGHTS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
const FOREIGN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;

function plainDigits(word: string): string {
  return word.replace(FOREIGN_DIGIT, (digit) => {
    const code = digit.charCodeAt(0);
    const nought = NOUGHTS.findLast((one) => one <= code) ?? code;
    return String(code - nought);
  });
}

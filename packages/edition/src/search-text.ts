/** Letters that stand for a plain one and do not come apart by Unicode's rules. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  // Forms that Arabic writers use for one another at the end of a word, and the stroke that only stretches it.
  ة: 'ه',
  ى: 'ي',
  ـ: '',
};
const APART = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Accents, Arabic vowel marks and Hebrew points: what readers leave out. Signs that are letters of their script stay. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: every ASCII character stands for itself
const ASCII = /^[\x00-\x7f]*$/;

/** A text as the search compares it: in lower case, without accents, one form of each letter. */
export function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(APART, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}

/** Scripts that put no blank between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A word of a text, and where it stands there. */
export interface FoundWord {
  /** As the search compares it. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text in their order; those of scripts without blanks by the dictionary of `Intl.Segmenter`. */
export function wordsOfText(text: string): readonly FoundWord[] {
  const found: FoundWord[] = [];
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (!UNSPACED.test(run)) {
      add(found, run, index);
      continue;
    }
    for (const { segment, index: at, isWordLike } of segmenter().segment(run)) {
      if (isWordLike) add(found, segment, index + at);
    }
  }
  return found;
}

function add(found: FoundWord[], run: string, start: number): void {
  const word = folded(run);
  if (word !== '') found.push({ word, start, end: start + run.length });
}

let words: Intl.Segmenter | undefined;

/** One for all languages: the dictionary is chosen by the script. */
function segmenter(): Intl.Segmenter {
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return words;
}

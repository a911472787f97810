/** Runs of white space as one space, none at the ends. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Letters whose marks are accents or may be left out; in other scripts marks are vowels, and words without them. */
const ACCENTED =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;

/** A text without accents and in lower case, for comparing and for addresses. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(ACCENTED, '$1').toLowerCase().normalize('NFC');
}

const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/**
 * The part of an address made from a text: letters and digits of any script in lower case, hyphens between,
 * at most `most` characters and cut at a word. Empty where the text has no letter or digit.
 */
export function addressPart(text: string, most = 80): string {
  const plain = fold(text)
    .replace(/[’'`]/gu, '')
    .replace(/[ßæøœđðþłı]/gu, (c) => SPELT[c] ?? c);
  const words = plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  let part = '';
  for (const word of words) {
    const longer = part ? `${part}-${word}` : word;
    if (longer.length > most) return part || cut(word, most);
    part = longer;
  }
  return part;
}

/** The beginning of a word, never with half a surrogate pair at its end. */
function cut(word: string, most: number): string {
  return word.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Counts words; in scripts written without spaces every character counts as one, as their editors count. */
export function wordCount(text: string): number {
  const unspaced = text.match(NO_SPACES)?.length ?? 0;
  const spaced = text
    .replace(NO_SPACES, ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return unspaced + spaced.length;
}

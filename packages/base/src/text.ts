/** Runs of white space as one space, none at the ends. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A text without accents and in lower case, for comparing and for addresses. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
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
  const words = plain
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  let part = '';
  for (const word of words) {
    const longer = part ? `${part}-${word}` : word;
    if (longer.length > most) return part || word.slice(0, most);
    part = longer;
  }
  return part;
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

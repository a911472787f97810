import createHyphenator from 'hyphen';

/** Parts a word into the syllables between which it may be broken. A word that may not is given back whole. */
export type Hyphenate = (word: string) => readonly string[];

/** Letters that stay before a break, and after it; shorter words are not broken. */
const LEFT = 2;
const RIGHT = 3;
const SHORTEST = 6;

/** The patterns of the languages that break words, by the beginning of their tag (BCP 47). */
const PATTERNS: Readonly<Record<string, () => Promise<{ readonly default: readonly unknown[] }>>> = {
  'en-us': () => import('hyphen/patterns/en-us.js'),
  en: () => import('hyphen/patterns/en-gb.js'),
  fr: () => import('hyphen/patterns/fr.js'),
  de: () => import('hyphen/patterns/de-1996.js'),
  es: () => import('hyphen/patterns/es.js'),
  it: () => import('hyphen/patterns/it.js'),
  nl: () => import('hyphen/patterns/nl.js'),
  pt: () => import('hyphen/patterns/pt.js'),
  pl: () => import('hyphen/patterns/pl.js'),
  sv: () => import('hyphen/patterns/sv.js'),
  da: () => import('hyphen/patterns/da.js'),
  nb: () => import('hyphen/patterns/nb.js'),
  fi: () => import('hyphen/patterns/fi.js'),
  ru: () => import('hyphen/patterns/ru.js'),
  uk: () => import('hyphen/patterns/uk.js'),
};

const WHOLE: Hyphenate = (word) => [word];

/**
 * How words of a language are broken (Liang 1983, with the patterns of hyph-utf8). A language without patterns, such
 * as Arabic or Chinese, breaks no words.
 */
export async function hyphenationOf(language: string): Promise<Hyphenate> {
  const tag = language.toLowerCase();
  const load = PATTERNS[tag] ?? PATTERNS[tag.split('-', 1)[0] ?? ''];
  if (!load) return WHOLE;
  const patterns = (await load()).default;
  const hyphenate = createHyphenator(patterns, { hyphenChar: '\u00ad', minWordLength: SHORTEST });
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const syllables = isBreakable(word) ? joined(hyphenate(word).split('\u00ad')) : [word];
    known.set(word, syllables);
    return syllables;
  };
}

/** Abbreviations in capitals and short words stay whole. */
function isBreakable(word: string): boolean {
  return word.length >= SHORTEST && !/^\p{Lu}{2,}$/u.test(word);
}

/** Syllables too short to stand alone at the end of a line, or at its beginning, join their neighbours. */
function joined(syllables: readonly string[]): readonly string[] {
  const parts = [...syllables];
  while (parts.length > 1 && (parts.at(-1)?.length ?? 0) < RIGHT) parts.push(parts.splice(-2).join(''));
  while (parts.length > 1 && (parts[0]?.length ?? 0) < LEFT) parts.unshift(parts.splice(0, 2).join(''));
  return parts;
}

/** The parts of `hyphen` that are used: it comes without types of its own. */
declare module 'hyphen' {
  /** Gives what puts `hyphenChar` between the syllables of words (Liang 1983), by a language's patterns. */
  function createHyphenator(
    patterns: readonly unknown[],
    options: { readonly hyphenChar: string; readonly minWordLength: number },
  ): (text: string) => string;
  export = createHyphenator;
}

declare module 'hyphen/patterns/*' {
  const patterns: readonly unknown[];
  export = patterns;
}

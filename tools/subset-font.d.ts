/** The part of `subset-font` that is used: it comes without types of its own. */
declare module 'subset-font' {
  /** Cuts a font down to the letters of a text, and its axes to what is named; gives the bytes of the font. */
  function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2' | 'woff' | 'sfnt';
      readonly variationAxes?: Readonly<
        Record<string, number | { readonly min: number; readonly max: number }>
      >;
      /** With an empty text: all that the font has. */
      readonly keepAllGlyphs?: boolean;
      /** Names that are kept beside those that say what the font is called, by their numbers. */
      readonly preserveNameIds?: readonly number[];
      /** Keeps out letters that only a feature of the font leads to. */
      readonly noLayoutClosure?: boolean;
    },
  ): Promise<Uint8Array>;
  export = subsetFont;
}

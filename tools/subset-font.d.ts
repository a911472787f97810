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
      /** Keeps out letters that only a feature of the font leads to. */
      readonly noLayoutClosure?: boolean;
    },
  ): Promise<Uint8Array>;
  export = subsetFont;
}

/** The part of `bidi-js` that is used: its own types speak of a default export, which a CommonJS module has not. */
declare module 'bidi-js' {
  /** Gives what finds the levels of a text and the mirrored forms of signs (UAX 9). */
  function bidiFactory(): {
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
    getMirroredCharacter(sign: string): string | null;
  };
  export = bidiFactory;
}

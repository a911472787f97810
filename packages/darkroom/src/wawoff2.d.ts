/** The part of `wawoff2` that is used: it comes without types of its own. */
declare module 'wawoff2' {
  /** The TrueType or OpenType font in a WOFF2 file (W3C WOFF 2.0). */
  export function decompress(bytes: Uint8Array): Promise<Uint8Array>;
}

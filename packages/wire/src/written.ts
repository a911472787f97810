/** An item in one of the agencies' formats. */
export interface Written {
  readonly text: string;
  /** IANA media type, or the one in use where none is registered. */
  readonly mediaType: string;
}

/** Text without what no receiver can hold: NUL and halves of surrogate pairs; lines end in one sign. */
export function writable(text: string): string {
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed();
}

/** A whole number of 16 bits; bytes beyond the end count as zero, so that no length read there is believed. */
export function word(bytes: Uint8Array, at: number, isLittle = false): number {
  const [first, second] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
  return isLittle ? (second << 8) | first : (first << 8) | second;
}

/** A whole number of 32 bits, never negative; bytes beyond the end count as zero. */
export function long(bytes: Uint8Array, at: number, isLittle = false): number {
  const [first, second] = [word(bytes, at, isLittle), word(bytes, at + 2, isLittle)];
  return isLittle ? second * 0x10000 + first : first * 0x10000 + second;
}

/** Bytes as text of one sign each: for marks and names that containers write in ASCII. */
export function ascii(bytes: Uint8Array, from = 0, to = bytes.length): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, to));
}

/** Whether bytes have a mark at a place. */
export function hasMark(bytes: Uint8Array, mark: string, at = 0): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark.charCodeAt(i)) return false;
  return true;
}

/** Parts behind one another as one; where they are more than so many bytes, the rest is left out. */
export function joined(parts: readonly Uint8Array[], most: number): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = new Uint8Array(Math.min(length, most));
  let at = 0;
  for (const part of parts) {
    whole.set(part.subarray(0, whole.length - at), at);
    at = Math.min(whole.length, at + part.length);
  }
  return whole;
}

/** Text as UTF-8 where it is that, else as Western text of single bytes, which has every sign of ISO 8859-1. */
export function textIn(bytes: Uint8Array): { readonly text: string; readonly isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    // No UTF-8: that is the answer.
    return { text: new TextDecoder('windows-1252').decode(bytes), isUtf8: false };
  }
}

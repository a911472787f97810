/** A number of an object in a PDF. */
export type Ref = number;

/** A number to hundredths, as short as it can be written; PDF knows no exponents. */
export function number(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : '0';
}

/** A text string: in letters where it is plain ASCII, else in UTF-16 (ISO 32000-1, 7.9.2.2). */
export function text(value: string): string {
  const told = value.toWellFormed();
  if (/^[\x20-\x7e]*$/.test(told)) return `(${told.replace(/[\\()]/g, '\\$&')})`;
  return `<FEFF${utf16(told)}>`;
}

/** UTF-16 in big-endian hexadecimal digits. */
export function utf16(value: string): string {
  let digits = '';
  for (let i = 0; i < value.length; i++) digits += hex4(value.charCodeAt(i));
  return digits;
}

const HEX4 = Array.from({ length: 65_536 }, (_, value) => value.toString(16).toUpperCase().padStart(4, '0'));

/** Four hexadecimal digits of a number below 65,536. */
export function hex4(value: number): string {
  return HEX4[value] ?? '0000';
}

/** Bytes in hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('');
}

/** A reference to an object. */
export function ref(object: Ref): string {
  return `${object} 0 R`;
}

/** An array of references. */
export function refs(objects: readonly Ref[]): string {
  return `[${objects.map(ref).join(' ')}]`;
}

/** A name, whatever stands in it (7.3.5). */
export function name(value: string): string {
  return `/${value.replace(/[^A-Za-z0-9_.+-]/g, (sign) => (sign.charCodeAt(0) < 256 ? `#${hex4(sign.charCodeAt(0)).slice(2)}` : '_'))}`;
}

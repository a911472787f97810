import { hasMark, long, textIn, word } from './byte-order.ts';

/** One entry of a directory: its bytes are a view, nothing is copied. */
export interface TiffEntry {
  readonly tag: number;
  /** 1 to 13 (TIFF 6.0, section 2), 129 for UTF-8 (Exif 3.0, 4.6.2). */
  readonly type: number;
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly isLittle: boolean;
}

/** A directory by tag; of two entries of a tag the first counts. */
export type TiffDirectory = ReadonlyMap<number, TiffEntry>;

/** A structure of TIFF, as files of that name have it and Exif in all others. */
export interface Tiff {
  readonly bytes: Uint8Array;
  readonly isLittle: boolean;
  /** The first directory. */
  readonly first: TiffDirectory;
}

/** Entries of a directory that are looked at; cameras write some hundred. */
const MOST_ENTRIES = 2_000;
/** Numbers of an entry that are read, and bytes of its text. */
const MOST_VALUES = { numbers: 64, text: 200_000 } as const;

const SIZES: Readonly<Record<number, number>> = {
  ...{ 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1 },
};

/** Opens a structure of TIFF; undefined where it does not begin as one. */
export function openTiff(bytes: Uint8Array): Tiff | undefined {
  const isLittle = hasMark(bytes, 'II');
  if (!isLittle && !hasMark(bytes, 'MM')) return undefined;
  if (word(bytes, 2, isLittle) !== 42) return undefined;
  return { bytes, isLittle, first: directoryAt(bytes, long(bytes, 4, isLittle), isLittle) };
}

/** The directory that an entry of the first one points to; empty where there is none. */
export function directoryBehind({ bytes, isLittle, first }: Tiff, tag: number): TiffDirectory {
  const [at] = numbersOf(first.get(tag));
  return at === undefined ? new Map() : directoryAt(bytes, at, isLittle);
}

function directoryAt(bytes: Uint8Array, at: number, isLittle: boolean): TiffDirectory {
  const entries = new Map<number, TiffEntry>();
  const count = at < 8 ? 0 : Math.min(word(bytes, at, isLittle), MOST_ENTRIES);
  for (let n = 0; n < count; n++) {
    const start = at + 2 + 12 * n;
    if (start + 12 > bytes.length) break;
    const [tag, type] = [word(bytes, start, isLittle), word(bytes, start + 2, isLittle)];
    const values = long(bytes, start + 4, isLittle);
    const size = (SIZES[type] ?? 0) * values;
    const from = size <= 4 ? start + 8 : long(bytes, start + 8, isLittle);
    // A length that leads out of the file is a damaged entry: the camera wrote no such thing.
    if (size === 0 || from + size > bytes.length || entries.has(tag)) continue;
    entries.set(tag, { tag, type, count: values, bytes: bytes.subarray(from, from + size), isLittle });
  }
  return entries;
}

/** An entry's text up to its first zero, spaces at the ends cut; undefined where it has none or is no text. */
export function textOf(entry: TiffEntry | undefined): string | undefined {
  if (!entry || ![1, 2, 7, 129].includes(entry.type)) return undefined;
  const bytes = entry.bytes.subarray(0, MOST_VALUES.text);
  const end = bytes.indexOf(0);
  return textIn(end < 0 ? bytes : bytes.subarray(0, end)).text.trim() || undefined;
}

/** The numbers of an entry, fractions divided; those of no value (a division by zero) are NaN. */
export function numbersOf(entry: TiffEntry | undefined): readonly number[] {
  if (!entry) return [];
  const size = SIZES[entry.type] ?? 1;
  const length = Math.min(entry.count, MOST_VALUES.numbers);
  return Array.from({ length }, (_, i) => numberAt(entry, i * size));
}

function numberAt({ type, bytes, isLittle }: TiffEntry, at: number): number {
  switch (type) {
    case 3:
      return word(bytes, at, isLittle);
    case 4:
    case 13:
      return long(bytes, at, isLittle);
    case 5:
      return long(bytes, at, isLittle) / long(bytes, at + 4, isLittle);
    case 8:
      return (word(bytes, at, isLittle) << 16) >> 16;
    case 9:
      return long(bytes, at, isLittle) | 0;
    case 10:
      return (long(bytes, at, isLittle) | 0) / (long(bytes, at + 4, isLittle) | 0);
    default:
      return bytes[at] ?? Number.NaN;
  }
}

import { ascii, long } from './byte-order.ts';
import { MOST_PARTS } from './photo-parts.ts';

/** A box of ISO base media (ISO/IEC 14496-12): four letters and what is in it. */
export interface Box {
  readonly name: string;
  readonly data: Uint8Array;
  /** Whether the bytes end before the box does. */
  readonly isCut: boolean;
}

/** The boxes that stand behind one another in some bytes. */
export function boxesIn(bytes: Uint8Array): readonly Box[] {
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= bytes.length && boxes.length < MOST_PARTS) {
    const short = long(bytes, at);
    const isLong = short === 1;
    const stated = isLong ? long(bytes, at + 8) * 2 ** 32 + long(bytes, at + 12) : short;
    // A size of 0 is that of the last box: to the end.
    const size = stated === 0 ? bytes.length - at : stated;
    const head = isLong ? 16 : 8;
    if (size < head) break;
    const isCut = at + size > bytes.length;
    boxes.push({ name: ascii(bytes, at + 4, at + 8), data: bytes.subarray(at + head, at + size), isCut });
    at += size;
  }
  return boxes;
}

/** The first box of a name. */
export function boxNamed(boxes: readonly Box[], name: string): Uint8Array | undefined {
  return boxes.find((box) => box.name === name)?.data;
}

/** Gives whole numbers of so many bytes one after the other; zero beyond the end. */
export type Take = (bytes: number) => number;

/** Reads numbers from some bytes on, big end first; numbers of 8 bytes beyond 2^53 are no place in any file. */
export function numbersFrom(data: Uint8Array, from = 0): Take {
  let at = from;
  return (bytes) => {
    let value = 0;
    for (let i = 0; i < bytes; i++) value = value * 256 + (data[at++] ?? 0);
    return value;
  };
}

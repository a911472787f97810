import { word } from './byte-order.ts';

/** A dataset of IPTC IIM 4.2: a record, a number in it, and bytes. */
export interface Dataset {
  readonly record: number;
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** Datasets of one picture that are read; the largest captions of keywords come to some hundred. */
const MOST_DATASETS = 5_000;
const MARK = 0x1c;

/** The datasets in a block; reading ends where no mark of one stands (padding, or damage). */
export function datasetsIn(block: Uint8Array): readonly Dataset[] {
  const datasets: Dataset[] = [];
  let at = 0;
  while (block[at] === MARK && datasets.length < MOST_DATASETS) {
    const [record = 0, number = 0] = block.subarray(at + 1, at + 3);
    const { length, start } = lengthAt(block, at + 3);
    if (start > block.length) break;
    datasets.push({ record, number, bytes: block.subarray(start, start + length) });
    at = start + length;
  }
  return datasets;
}

/** Up to 32,767 bytes in two bytes; beyond, those two say how many bytes the length has (IIM 4.2, 1.5). */
function lengthAt(block: Uint8Array, at: number): { readonly length: number; readonly start: number } {
  const short = word(block, at);
  if (short < 0x8000) return { length: short, start: at + 2 };
  const size = short & 0x7fff;
  const start = at + 2 + size;
  if (size > 4) return { length: 0, start: block.length + 1 };
  const length = block.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  return { length, start };
}

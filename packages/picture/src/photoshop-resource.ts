import { ascii, long, word } from './byte-order.ts';
import { MOST_PARTS } from './photo-parts.ts';

/** What a block of Photoshop's resources holds for us. */
export interface PhotoshopResources {
  readonly iim: readonly Uint8Array[];
  readonly digest?: string;
}

/** Signatures that programs put before a resource. */
const SIGNATURES = new Set(['8BIM', 'PHUT', 'AgHg', 'DCSR', 'MeSa']);
const IIM = 0x0404;
const DIGEST = 0x0425;

/** Reads resources (Adobe Photoshop File Formats, "Image Resource Blocks"); what follows a broken one is left. */
export function photoshopResources(bytes: Uint8Array): PhotoshopResources {
  const iim: Uint8Array[] = [];
  let digest: string | undefined;
  let at = 0;
  for (let n = 0; n < MOST_PARTS && SIGNATURES.has(ascii(bytes, at, at + 4)); n++) {
    const id = word(bytes, at + 4);
    // A name of Pascal's: its length in a byte, both together of even length.
    const name = 1 + (bytes[at + 6] ?? 0);
    const start = at + 6 + name + (name % 2);
    const size = long(bytes, start);
    const data = bytes.subarray(start + 4, start + 4 + size);
    if (id === IIM && data.length > 0) iim.push(data);
    if (id === DIGEST && data.length === 16) digest = hex(data);
    at = start + 4 + size + (size % 2);
  }
  // Photoshop writes zeros where there were no datasets.
  return { iim, ...(digest === undefined || /^0+$/.test(digest) ? {} : { digest }) };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

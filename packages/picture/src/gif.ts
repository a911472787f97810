import { ascii, word } from './byte-order.ts';
import type { PhotoFile } from './photo-parts.ts';
import { MOST_PARTS, noParts, sized } from './photo-parts.ts';

/** Blocks of a GIF that are passed on the way to its words: each frame of an animation is one or more. */
const MOST_BLOCKS = 20 * MOST_PARTS;
const XMP = 'XMP DataXMP';
/** The bytes that lead a reader of blocks out of XMP, which is set in a GIF as it stands (XMP part 3, 1.1.2). */
const XMP_TRAILER = 258;

/** Reads size and XMP of a GIF (GIF89a). */
export function readGif(bytes: Uint8Array): PhotoFile {
  const parts = noParts();
  const flags = bytes[10] ?? 0;
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let isEnded = false;
  for (let n = 0; n < MOST_BLOCKS && at < bytes.length && !isEnded; n++) {
    const kind = bytes[at];
    if (kind === 0x21) {
      const xmp = xmpAt(bytes, at);
      if (xmp) parts.xmp.push(xmp);
      at = afterBlocks(bytes, at + 2);
    } else if (kind === 0x2c) {
      const own = bytes[at + 9] ?? 0;
      at = afterBlocks(bytes, at + 11 + (own & 0x80 ? 3 * 2 ** ((own & 7) + 1) : 0));
    } else isEnded = true;
  }
  const size = sized(word(bytes, 6, true), word(bytes, 8, true));
  return { mediaType: 'image/gif', ...size, ...parts, pixels: bytes, isCut: !isEnded };
}

function afterBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let size = bytes[at] ?? 0; size > 0; size = bytes[at] ?? 0) at += 1 + size;
  return at + 1;
}

function xmpAt(bytes: Uint8Array, at: number): Uint8Array | undefined {
  if (bytes[at + 1] !== 0xff || ascii(bytes, at + 3, at + 14) !== XMP) return undefined;
  const end = afterBlocks(bytes, at + 14);
  return bytes.subarray(at + 14, Math.max(at + 14, end - XMP_TRAILER));
}

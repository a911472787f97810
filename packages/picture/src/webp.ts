import { ascii, hasMark, long, word } from './byte-order.ts';
import type { PhotoFile } from './photo-parts.ts';
import { MOST_PARTS, noParts, sized } from './photo-parts.ts';

/** Reads the chunks of a WebP file (RFC 9649, section 2). */
export function readWebp(bytes: Uint8Array): PhotoFile {
  const parts = noParts();
  let size: Pick<PhotoFile, 'width' | 'height'> = {};
  let at = 12;
  for (let n = 0; n < MOST_PARTS && at + 8 <= bytes.length; n++) {
    const name = ascii(bytes, at, at + 4);
    const length = long(bytes, at + 4, true);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (size.width === undefined) size = sizeIn(name, data);
    // Some writers keep the mark that Exif has in a JPEG.
    if (name === 'EXIF') parts.exif.push(hasMark(data, 'Exif\0\0') ? data.subarray(6) : data);
    if (name === 'XMP ') parts.xmp.push(data);
    at += 8 + length + (length % 2);
  }
  return { mediaType: 'image/webp', ...size, ...parts, pixels: bytes, isCut: at > bytes.length + 1 };
}

function sizeIn(name: string, data: Uint8Array): Pick<PhotoFile, 'width' | 'height'> {
  if (name === 'VP8X' && data.length >= 10) return sized(1 + triple(data, 4), 1 + triple(data, 7));
  if (name === 'VP8 ' && hasMark(data, '\x9d\x01\x2a', 3)) {
    return sized(word(data, 6, true) & 0x3fff, word(data, 8, true) & 0x3fff);
  }
  if (name !== 'VP8L' || data[0] !== 0x2f || data.length < 5) return {};
  const bits = long(data, 1, true);
  return sized(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
}

function triple(data: Uint8Array, at: number): number {
  return word(data, at, true) + ((data[at + 2] ?? 0) << 16);
}

import type { PhotoFile } from './photo-parts.ts';
import { sized } from './photo-parts.ts';
import { photoshopResources } from './photoshop-resource.ts';
import { numbersOf, openTiff } from './tiff.ts';

const [WIDTH, HEIGHT, XMP, IIM, PHOTOSHOP] = [256, 257, 700, 33_723, 34_377] as const;

/** Whether bytes begin as a TIFF does. */
export function isTiff(bytes: Uint8Array): boolean {
  return openTiff(bytes) !== undefined;
}

/** Reads the first directory of a TIFF (6.0), which has the metadata of all kinds in entries of its own. */
export function readTiff(bytes: Uint8Array): PhotoFile {
  const first = openTiff(bytes)?.first ?? new Map();
  const [width = 0, height = 0] = [numbersOf(first.get(WIDTH))[0], numbersOf(first.get(HEIGHT))[0]];
  const [xmp, iim, photoshop] = [first.get(XMP), first.get(IIM), first.get(PHOTOSHOP)];
  const resources = photoshop ? photoshopResources(photoshop.bytes) : { iim: [] };
  return {
    mediaType: 'image/tiff',
    ...sized(width, height),
    ...(resources.digest === undefined ? {} : { digest: resources.digest }),
    exif: [bytes],
    iim: iim ? [inOrder(iim.bytes)] : resources.iim,
    xmp: xmp ? [xmp.bytes] : [],
    words: new Map(),
    pixels: bytes,
    isCut: first.size === 0,
  };
}

/** Some writers called the datasets numbers of 32 bits, and turned their bytes about with all the others. */
function inOrder(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x1c || bytes[3] !== 0x1c) return bytes;
  const turned = bytes.slice(0, bytes.length - (bytes.length % 4));
  for (let at = 0; at < turned.length; at += 4) turned.subarray(at, at + 4).reverse();
  return turned;
}

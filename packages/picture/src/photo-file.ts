import { hasMark } from './byte-order.ts';
import { readGif } from './gif.ts';
import { heifType, readHeif } from './heif.ts';
import { readJpeg } from './jpeg.ts';
import type { PhotoFile } from './photo-parts.ts';
import { readPng } from './png.ts';
import { isTiff, readTiff } from './tiff-file.ts';
import { readWebp } from './webp.ts';

/** A format of pictures by its first bytes, and what opens it. */
interface PhotoFormat {
  readonly is: (bytes: Uint8Array) => boolean;
  readonly open: (bytes: Uint8Array) => PhotoFile;
}

const FORMATS: readonly PhotoFormat[] = [
  { is: (bytes) => hasMark(bytes, '\xff\xd8\xff'), open: readJpeg },
  { is: isTiff, open: readTiff },
  { is: (bytes) => hasMark(bytes, '\x89PNG\r\n\x1a\n'), open: readPng },
  { is: (bytes) => hasMark(bytes, 'RIFF') && hasMark(bytes, 'WEBP', 8), open: readWebp },
  { is: (bytes) => hasMark(bytes, 'GIF87a') || hasMark(bytes, 'GIF89a'), open: readGif },
  { is: (bytes) => heifType(bytes) !== undefined, open: readHeif },
];

/** Opens a file of a picture; undefined where its first bytes are those of none we know. */
export function openPhoto(bytes: Uint8Array): PhotoFile | undefined {
  return FORMATS.find(({ is }) => is(bytes))?.open(bytes);
}

import type { Result } from '@courant/base';
import { done, refused } from '@courant/base';
import { exifLayer } from './exif.ts';
import { iimLayer } from './iim-layer.ts';
import { md5 } from './md5.ts';
import { openPhoto } from './photo-file.ts';
import type { PhotoFile } from './photo-parts.ts';
import { said, saidFields } from './photo-said.ts';
import type { PhotoLayer, PhotoPrivacy, PhotoWarning, PhotoWords } from './photo-words.ts';
import { xmpLayer } from './xmp-layer.ts';

/** What the file of a picture says of it. */
export interface PhotoMetadata {
  /** IANA media type. */
  readonly mediaType: string;
  /** Pixels as stored. */
  readonly width?: number;
  readonly height?: number;
  /** How it must be turned to stand upright: 1 to 8 as Exif counts; 5 to 8 exchange width and height. */
  readonly orientation?: number;
  readonly words: PhotoWords;
  /** For the desk at most, and gone from everything that leaves the house. */
  readonly private: PhotoPrivacy;
  /** MD5 in hex of the picture without its words where the format parts them (JPEG), else of the whole file. */
  readonly pixelMark: string;
  readonly warnings: readonly PhotoWarning[];
}

/** The layers of a file, each read by itself. */
export interface PhotoLayers {
  readonly exif: PhotoLayer;
  readonly iim: PhotoLayer;
  readonly xmp: PhotoLayer;
  /** Words of the container's own. */
  readonly own: PhotoLayer;
}

/** Bytes of a picture's file at the most. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Why a file gives nothing: no format of pictures, or one of them beyond the limits or too damaged to have a size. */
export type PhotoFailure = 'no-picture' | 'too-large' | 'broken';

const CUT: PhotoWarning = { code: 'cut-short', say: 'The file of the picture ends before the picture does.' };
const IIM_NEWER: PhotoWarning = {
  code: 'iim-newer',
  say: 'The older layer of its words (IPTC IIM) was changed after the newer one (XMP): the older one was believed.',
};

/**
 * Reads what a JPEG, TIFF, PNG, WebP, GIF, AVIF or HEIC says of itself: size, turn, and its words from all layers.
 * Never throws; nothing is decoded, so that the size a file claims costs nothing.
 */
export function readPhoto(bytes: Uint8Array): Result<PhotoMetadata, PhotoFailure> {
  if (bytes.length > MOST_BYTES)
    return refused('too-large', `it has ${bytes.length} bytes; ${MOST_BYTES} at the most`);
  const file = openPhoto(bytes);
  if (!file) return refused('no-picture', 'it begins as no format of pictures that is read');
  const { mediaType, width, height } = file;
  const layers = photoLayers(file);
  const isEmpty = Object.values(layers).every(({ words }) => Object.keys(words).length === 0);
  if (isEmpty && width === undefined) {
    return refused('broken', `a damaged picture (${mediaType}): neither its size nor a word can be read`);
  }
  const { exif, iim, xmp, own } = layers;
  const isIimNewer = xmpIsStale(file);
  const order = isIimNewer ? [untruncated(iim, xmp), xmp, exif, own] : [xmp, iim, exif, own];
  // How a file is turned, its container knows best, and Exif better than XMP that was copied along.
  const orientation = [file, exif, xmp].find((one) => one.orientation !== undefined)?.orientation;
  return done({
    mediaType,
    ...saidFields({ width, height, orientation }),
    words: merged(order.map(({ words }) => words)),
    private: merged([exif.personal, xmp.personal]),
    pixelMark: md5(file.pixels),
    warnings: [
      ...(file.isCut ? [CUT] : []),
      ...(isIimNewer ? [IIM_NEWER] : []),
      ...order.flatMap(({ warnings }) => warnings),
    ],
  });
}

/** Reads each layer of a file. */
export function photoLayers({ exif, iim, xmp, words }: PhotoFile): PhotoLayers {
  return { exif: merge(exif.map(exifLayer)), iim: iimLayer(iim), xmp: xmpLayer(xmp), own: ownLayer(words) };
}

function merge(layers: readonly PhotoLayer[]): PhotoLayer {
  const orientation = layers.find((one) => one.orientation !== undefined)?.orientation;
  return {
    words: merged(layers.map(({ words }) => words)),
    ...(orientation === undefined ? {} : { orientation }),
    personal: merged(layers.map(({ personal }) => personal)),
    warnings: layers.flatMap(({ warnings }) => warnings),
  };
}

/** Of each field the first that says something. */
function merged<T extends object>(layers: readonly T[]): T {
  return Object.assign({}, ...layers.toReversed());
}

/**
 * Whether the datasets were changed by a program that knows nothing of XMP: those that know it leave a mark of the
 * datasets as they were (IPTC Photo Metadata mapping guidelines). Without a mark XMP is believed.
 */
function xmpIsStale({ iim, digest, xmp }: PhotoFile): boolean {
  const [datasets] = iim;
  return digest !== undefined && datasets !== undefined && xmp.length > 0 && md5(datasets) !== digest;
}

/** Datasets are short: a line of theirs that XMP has at greater length says nothing new. */
function untruncated(iim: PhotoLayer, xmp: PhotoLayer): PhotoLayer {
  const longer = new Map(Object.entries(xmp.words));
  const entries = Object.entries(iim.words).filter(([field, line]) => {
    const other = longer.get(field);
    return !(typeof line === 'string' && typeof other === 'string' && other.startsWith(line));
  });
  return { ...iim, words: Object.fromEntries(entries) };
}

/** What a PNG says in texts of its own (PNG, third edition, 11.3.3.2). */
function ownLayer(words: ReadonlyMap<string, string>): PhotoLayer {
  const [title, caption, copyright] = ['Title', 'Description', 'Copyright'].map((name) =>
    said(words.get(name)),
  );
  const author = said(words.get('Author'));
  const fields = saidFields({ title, caption, copyright, creators: author === undefined ? [] : [author] });
  return { words: fields, personal: {}, warnings: [] };
}

/** What the file of a picture holds beside its pixels, still as bytes. */
export interface PhotoFile {
  /** IANA media type. */
  readonly mediaType: string;
  /** Pixels as stored, before it is turned. */
  readonly width?: number;
  readonly height?: number;
  /** How it is to be turned, where the container says so itself: 1 to 8 as Exif counts. */
  readonly orientation?: number;
  /** Blocks of the structure that TIFF has and Exif uses. */
  readonly exif: readonly Uint8Array[];
  /** Blocks of datasets (IPTC IIM). */
  readonly iim: readonly Uint8Array[];
  /** MD5 of the datasets as the program saw them that wrote the XMP last, in hex (Photoshop resource 1061). */
  readonly digest?: string;
  readonly xmp: readonly Uint8Array[];
  /** Words of the container's own, as PNG has them, by the names it gives them. */
  readonly words: ReadonlyMap<string, string>;
  /** The part that is the picture and no words about it; the whole file where a format mixes the two. */
  readonly pixels: Uint8Array;
  /** Whether the file ends before it is whole. */
  readonly isCut: boolean;
}

/** Bytes of metadata that are looked at in one picture; agencies send a few hundred kilobytes. */
export const MOST_METADATA = 16 * 1024 * 1024;

/** Segments, chunks or boxes of a file that are looked at. */
export const MOST_PARTS = 5_000;

/** What a container gives, while it is read. */
export interface PhotoParts {
  readonly exif: Uint8Array[];
  readonly iim: Uint8Array[];
  readonly xmp: Uint8Array[];
  readonly words: Map<string, string>;
}

/** No parts yet. */
export function noParts(): PhotoParts {
  return { exif: [], iim: [], xmp: [], words: new Map() };
}

/** Width and height in pixels where they are both above zero. */
export function sized(width: number, height: number): Pick<PhotoFile, 'width' | 'height'> {
  return width > 0 && height > 0 ? { width, height } : {};
}

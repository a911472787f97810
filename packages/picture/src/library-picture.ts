import type { Id } from '@courant/base';

/** The spot every cut keeps, as shares of width and height from the top left (0 to 1). */
export interface FocalPoint {
  readonly x: number;
  readonly y: number;
}

/** A picture of the library. Sizes are pixels of the original. */
export interface Picture {
  readonly id: Id;
  readonly width: number;
  readonly height: number;
  /** IANA media type of the original. */
  readonly mediaType: string;
  /** SHA-256 of the original's bytes, in hex: the name of the file. */
  readonly hash: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly focus: FocalPoint;
  /** Its colours from top to bottom, six hex digits each: what is seen in its place until it comes. */
  readonly preview?: string;
  /** Its words in other languages, by primary language. */
  readonly words?: Readonly<Record<string, PictureWords>>;
}

/** What is said of a picture in one language: alt and credit as the picture has them where absent, no caption then. */
export interface PictureWords {
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** A picture with its words in a language, where it has some. */
export function pictureIn(picture: Picture, locale: string): Picture {
  const words = picture.words?.[locale.split('-', 1)[0] ?? ''];
  if (!words) return picture;
  const { caption: _, ...rest } = picture;
  return { ...rest, ...words };
}

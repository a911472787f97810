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
}

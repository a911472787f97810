import type { Picture } from './library-picture.ts';

/** Widths in pixels in which a picture is offered; never wider than the original. */
export const RENDITION_WIDTHS: readonly number[] = [320, 480, 768, 1080, 1440, 1920];

/** Formats a rendition is offered in, best first. */
export type RenditionFormat = 'avif' | 'webp' | 'jpeg';

/** The widths a picture can be had in: those of the house below its own, and its own where that is less than the widest. */
export function widthsOf(picture: Pick<Picture, 'width'>): readonly number[] {
  const smaller = RENDITION_WIDTHS.filter((width) => width <= picture.width);
  return smaller.length > 0 ? smaller : [picture.width];
}

/** The path of one rendition; the hash in it makes the address good for ever. */
export function renditionPath(
  picture: Pick<Picture, 'hash'>,
  width: number,
  format: RenditionFormat,
): string {
  return `/pictures/${picture.hash}/${width}.${format === 'jpeg' ? 'jpg' : format}`;
}

import type { FocalPoint, Picture } from './library-picture.ts';

/** The shapes in which other sites ask for a picture, as width to height. */
export const CUTS = { '1x1': 1, '4x3': 4 / 3, '16x9': 16 / 9 } as const;

/** The name of a shape. */
export type CutRatio = keyof typeof CUTS;

/** The part of a picture a cut shows and the size it is printed in, all in whole pixels. */
export interface Cut {
  readonly left: number;
  readonly top: number;
  /** Of the part, in pixels of the original. */
  readonly within: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
}

/** Width in pixels of a cut, where the original is large enough: what search engines ask for at least. */
const CUT_WIDTH = 1200;

/** The largest part of a picture that has a shape and holds its focal point as near the middle as can be. */
export function cutOf(picture: Pick<Picture, 'width' | 'height' | 'focus'>, ratio: CutRatio): Cut {
  const { width, height, focus } = picture;
  const shape = CUTS[ratio];
  const part = {
    width: Math.max(1, Math.min(width, Math.round(height * shape))),
    height: Math.max(1, Math.min(height, Math.round(width / shape))),
  };
  const scale = Math.min(1, CUT_WIDTH / part.width);
  return {
    left: offset(focus.x, part.width, width),
    top: offset(focus.y, part.height, height),
    within: part,
    width: Math.max(1, Math.round(part.width * scale)),
    height: Math.max(1, Math.round(part.height * scale)),
  };
}

function offset(focus: number, part: number, whole: number): number {
  return Math.round(Math.min(Math.max(focus * whole - part / 2, 0), whole - part));
}

/** The path of a cut as JPEG; shape and focal point are in it, so it is good for ever. */
export function cutPath(picture: Pick<Picture, 'hash' | 'focus'>, ratio: CutRatio): string {
  return `/pictures/${picture.hash}/${ratio}-${focusKey(picture.focus)}.jpg`;
}

/** A focal point in whole percents, as addresses name it: `50-33`. */
export function focusKey({ x, y }: FocalPoint): string {
  return `${percent(x)}-${percent(y)}`;
}

function percent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100);
}

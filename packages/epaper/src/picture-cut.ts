import { issueBlocks } from './issue-blocks.ts';
import type { Box, ImageBlock, IssueModel } from './page-model.ts';

/** A cut of a picture that a page needs: which part of which picture, in how many pixels. */
export interface PictureCut {
  /** Says the same for the same cut, whoever asks. */
  readonly key: string;
  /** Hash of the original in the library. */
  readonly picture: string;
  /** The part of the original, in parts of its width and height. */
  readonly from: Box;
  readonly width: number;
  readonly height: number;
}

/** The cut that a block of a page shows, for so many pixels to the inch. */
export function pictureCut({ picture, from, box }: ImageBlock, pixelsPerInch: number): PictureCut {
  const pixels = (points: number) => Math.max(1, Math.round((points / 72) * pixelsPerInch));
  const [width, height] = [pixels(box.width), pixels(box.height)];
  const part = [from.x, from.y, from.width, from.height].join(',');
  return { key: `${picture}/${part}/${width}x${height}`, picture, from, width, height };
}

/** All cuts that an issue shows, each once, in the order of its pages. */
export function pictureCuts(issue: IssueModel, pixelsPerInch: number): readonly PictureCut[] {
  const cuts = new Map<string, PictureCut>();
  for (const block of issueBlocks(issue)) {
    if (block.kind !== 'image') continue;
    const cut = pictureCut(block, pixelsPerInch);
    cuts.set(cut.key, cut);
  }
  return [...cuts.values()];
}

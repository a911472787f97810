import type { Design } from './design.ts';
import type { LatinPaper } from './latin-paper.ts';
import { latinPaper } from './latin-paper.ts';
import type { PaperFaces } from './sheet-format.ts';

const PAPER: LatinPaper = {
  name: 'broadsheet',
  format: { width: 992.13, height: 1445.67, margin: { top: 38, side: 36, bottom: 34 }, columns: 6 },
  headlines: {
    lead: { 6: [64, 58, 52], 5: [56, 50, 46], 4: [48, 44, 40], 3: [38, 34] },
    feature: { 6: [56, 50], 5: [48, 44], 4: [42, 38], 3: [34, 30], 2: [26] },
    second: { 6: [44, 40], 5: [40, 36], 4: [36, 32], 3: [31, 28], 2: [25, 23] },
    third: { 6: [32], 5: [30], 4: [28], 3: [25, 23], 2: [21, 19], 1: [16, 15] },
    briefs: { 6: [20], 5: [20], 4: [20], 3: [20], 2: [20], 1: [19] },
    turn: { 4: [26], 3: [24], 2: [20], 1: [15] },
  },
  limits: {
    ...{ shortestLeg: 7, longestLeg: 62, crop: { less: 0.2, more: 0.22 }, tallestPicture: 0.62 },
    ...{ pullRows: 9, pullFrom: 70, beforeJump: 30, afterJump: 16 },
    ...{ index: { least: 16, most: 34 }, houseRows: 10 },
  },
};

/** A broadsheet of six columns in the Rhenish format, 350 by 510 mm, in Latin letters. */
export function broadsheet(faces: PaperFaces): Design {
  return latinPaper(PAPER, faces);
}

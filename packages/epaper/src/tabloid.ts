import type { Design } from './design.ts';
import type { LatinPaper } from './latin-paper.ts';
import { latinPaper } from './latin-paper.ts';
import type { PaperFaces } from './sheet-format.ts';

const PAPER: LatinPaper = {
  name: 'tabloid',
  format: { width: 793.7, height: 1133.86, margin: { top: 34, side: 32, bottom: 30 }, columns: 5 },
  headlines: {
    lead: { 5: [54, 48, 44], 4: [46, 42, 38], 3: [36, 32] },
    feature: { 5: [46, 42], 4: [40, 36], 3: [32, 28], 2: [25] },
    second: { 5: [38, 34], 4: [34, 31], 3: [29, 26], 2: [24, 22] },
    third: { 5: [28], 4: [26], 3: [24, 22], 2: [20, 18], 1: [16, 15] },
    briefs: { 5: [20], 4: [20], 3: [20], 2: [20], 1: [19] },
    turn: { 4: [26], 3: [24], 2: [20], 1: [15] },
  },
  limits: {
    ...{ shortestLeg: 7, longestLeg: 56, crop: { less: 0.2, more: 0.22 }, tallestPicture: 0.62 },
    ...{ pullRows: 9, pullFrom: 60, beforeJump: 24, afterJump: 14 },
    ...{ index: { least: 14, most: 30 }, houseRows: 9 },
  },
};

/** A tabloid of five columns, 280 by 400 mm, in Latin letters. */
export function tabloid(faces: PaperFaces): Design {
  return latinPaper(PAPER, faces);
}

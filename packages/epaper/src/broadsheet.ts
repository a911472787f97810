import type { Design, Fount } from './design.ts';
import type { Face } from './face.ts';
import type { Style } from './piece.ts';

/** The faces a broadsheet is set in. */
export interface BroadsheetFaces {
  readonly text: Readonly<Record<Style, Face>>;
  readonly headline: Face;
  readonly headlineItalic: Face;
  readonly label: Face;
  readonly labelBold: Face;
}

const WIDTH = 992.13;
const HEIGHT = 1445.67;
const MARGIN = { top: 38, side: 36, bottom: 34 } as const;
const COLUMNS = 6;
const GUTTER = 12;
const ROW = 10.6;
/** Rows of a page's head, and of the front's masthead with its puffs. */
const HEAD_ROWS = 5;
const MASTHEAD_ROWS = 19;

/** A broadsheet of six columns in the Rhenish format, 350 by 510 mm. */
export function broadsheet(faces: BroadsheetFaces): Design {
  const rows = Math.floor((HEIGHT - MARGIN.top - MARGIN.bottom) / ROW);
  const column = (WIDTH - 2 * MARGIN.side - (COLUMNS - 1) * GUTTER) / COLUMNS;
  const fount = (face: Face, size: number, leading: number): Fount => ({ face, size, leading });
  return {
    name: 'broadsheet',
    sheet: {
      ...{ width: WIDTH, height: HEIGHT, columns: COLUMNS, column, gutter: GUTTER, row: ROW, margin: MARGIN },
      ...{ rows: rows - HEAD_ROWS, frontRows: rows - MASTHEAD_ROWS, gap: 2 },
    },
    text: faces.text,
    textSize: 8.7,
    indent: 9,
    founts: {
      headline: fount(faces.headline, 30, 31),
      standfirst: fount(faces.headlineItalic, 13, 15.6),
      leadStandfirst: fount(faces.headlineItalic, 15, 18),
      kicker: fount(faces.labelBold, 7.6, ROW),
      byline: fount(faces.labelBold, 7.8, ROW),
      caption: fount(faces.label, 7.6, 9.2),
      pull: fount(faces.headlineItalic, 14.5, 17.5),
      crosshead: fount(faces.labelBold, 9.2, ROW),
    },
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
    },
  };
}

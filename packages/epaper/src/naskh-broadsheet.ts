import type { Design } from './design.ts';
import type { PaperFaces } from './sheet-format.ts';
import { fount, sheetOf } from './sheet-format.ts';

/** Letters with marks above and below them ask for more room than Latin ones. */
const ROW = 14;

/** A broadsheet of six columns, 350 by 510 mm, read from the right: in Arabic letters. */
export function naskhBroadsheet(faces: PaperFaces): Design {
  return {
    name: 'naskh-broadsheet',
    sheet: sheetOf({
      ...{ width: 992.13, height: 1445.67, margin: { top: 38, side: 36, bottom: 34 } },
      ...{ columns: 6, gutter: 14, row: ROW, head: { page: 4, front: 15 }, gap: 2 },
    }),
    text: faces.text,
    textSize: 10.2,
    indent: 10,
    founts: naskhFounts(faces),
    headlineAscent: 0.9,
    nameBaseline: 64,
    headlines: {
      lead: { 6: [66, 60, 54], 5: [58, 52, 48], 4: [50, 46, 42], 3: [40, 36] },
      feature: { 6: [58, 52], 5: [50, 46], 4: [44, 40], 3: [36, 32], 2: [28] },
      second: { 6: [46, 42], 5: [42, 38], 4: [38, 34], 3: [33, 30], 2: [27, 25] },
      third: { 6: [34], 5: [32], 4: [30], 3: [27, 25], 2: [23, 21], 1: [19, 18] },
      briefs: { 6: [22], 5: [22], 4: [22], 3: [22], 2: [22], 1: [21] },
      turn: { 4: [28], 3: [26], 2: [22], 1: [18] },
    },
    limits: {
      ...{ shortestLeg: 6, longestLeg: 47, crop: { less: 0.2, more: 0.22 }, tallestPicture: 0.62 },
      ...{ pullRows: 8, pullFrom: 60, beforeJump: 24, afterJump: 14 },
      ...{ index: { least: 12, most: 26 }, houseRows: 8 },
    },
  };
}

function naskhFounts(faces: PaperFaces): Design['founts'] {
  return {
    headline: fount(faces.headline, 30, 36),
    standfirst: fount(faces.headlineItalic, 15, 21),
    leadStandfirst: fount(faces.headlineItalic, 17, 23.5),
    kicker: fount(faces.labelBold, 8.4, ROW),
    byline: fount(faces.labelBold, 8.4, ROW),
    caption: fount(faces.label, 8, 12),
    pull: fount(faces.headlineItalic, 17, 23),
    crosshead: fount(faces.labelBold, 10, ROW),
    name: fount(faces.headline, 60, 60),
    title: fount(faces.headline, 26, 32),
    number: fount(faces.headline, 22, 26),
    folio: fount(faces.label, 8.6, 13),
    puff: fount(faces.headline, 19, 24),
    index: fount(faces.label, 8.8, 13.4),
    indexHead: fount(faces.headline, 18, 22),
    house: fount(faces.headlineItalic, 14, 20),
  };
}

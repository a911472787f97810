import type { Design } from './design.ts';
import type { PaperFaces, SheetFormat } from './sheet-format.ts';
import { fount, sheetOf } from './sheet-format.ts';

/** Points of a row. */
const ROW = 10.6;

/** What papers in Latin letters differ in. */
export interface LatinPaper extends Pick<Design, 'name' | 'headlines' | 'limits'> {
  /** The sheet, its margins and columns. */
  readonly format: Pick<SheetFormat, 'width' | 'height' | 'margin' | 'columns'>;
}

/** A paper in Latin, Greek or Cyrillic letters, on rows of 10.6 points. */
export function latinPaper({ format, ...paper }: LatinPaper, faces: PaperFaces): Design {
  return {
    ...paper,
    sheet: sheetOf({ ...format, gutter: 12, row: ROW, head: { page: 5, front: 19 }, gap: 2 }),
    text: faces.text,
    textSize: 8.7,
    indent: 9,
    founts: latinFounts(faces, ROW),
    headlineAscent: 0.8,
    nameBaseline: 74,
  };
}

function latinFounts(faces: PaperFaces, row: number): Design['founts'] {
  return {
    headline: fount(faces.headline, 30, 30.9),
    standfirst: fount(faces.headlineItalic, 13, 15.6),
    leadStandfirst: fount(faces.headlineItalic, 15, 18),
    kicker: fount(faces.labelBold, 7.6, row),
    byline: fount(faces.labelBold, 7.8, row),
    caption: fount(faces.label, 7.6, 9.2),
    pull: fount(faces.headlineItalic, 14.5, 17.5),
    crosshead: fount(faces.labelBold, 9.2, row),
    name: fount(faces.headline, 84, 84),
    title: fount(faces.headline, 26, 28),
    number: fount(faces.headline, 22, 24),
    folio: fount(faces.label, 8.4, 10.6),
    puff: fount(faces.headline, 18, 20),
    index: fount(faces.label, 8.6, 10.6),
    indexHead: fount(faces.headline, 16, 18),
    house: fount(faces.headlineItalic, 13, 16),
  };
}

import type { Design, Fount } from './design.ts';
import type { Face } from './face.ts';
import type { Style } from './piece.ts';

/** The faces a paper is set in. A script without italics gives others for them. */
export interface PaperFaces {
  readonly text: Readonly<Record<Style, Face>>;
  readonly headline: Face;
  readonly headlineItalic: Face;
  readonly label: Face;
  readonly labelBold: Face;
}

/** A sheet and its grid, in points. */
export interface SheetFormat {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly side: number; readonly bottom: number };
  readonly columns: number;
  readonly gutter: number;
  readonly row: number;
  /** Rows of a page's head, and of the front's masthead with its puffs. */
  readonly head: { readonly page: number; readonly front: number };
  readonly gap: number;
}

/** The sheet of a format: its columns, and the rows that stories fill. */
export function sheetOf({ head, ...format }: SheetFormat): Design['sheet'] {
  const { width, height, margin, columns, gutter, row } = format;
  const rows = Math.floor((height - margin.top - margin.bottom) / row);
  const column = (width - 2 * margin.side - (columns - 1) * gutter) / columns;
  return { ...format, column, rows: rows - head.page, frontRows: rows - head.front };
}

/** A fount of a face: size and distance of lines in points. */
export function fount(face: Face, size: number, leading: number): Fount {
  return { face, size, leading };
}

import type { Face } from './face.ts';
import type { Sheet } from './page-model.ts';
import type { Style } from './piece.ts';

/** What a story is on its page; how large its headline is, and whether it needs a picture, go by it. */
export type Role = 'lead' | 'feature' | 'second' | 'third' | 'briefs' | 'turn';

/** Type of one kind of words: face, size and distance of lines in points. */
export interface Fount {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
}

/** What a fount is for: parts of stories, then furniture. `headline` is any size of its face, its leading in proportion. */
export type FountUse =
  | 'headline'
  | 'standfirst'
  | 'leadStandfirst'
  | 'kicker'
  | 'byline'
  | 'caption'
  | 'pull'
  | 'crosshead'
  | 'name'
  | 'title'
  | 'number'
  | 'folio'
  | 'puff'
  | 'index'
  | 'indexHead'
  | 'house';

/** How a paper looks in print: its sheet, type, and what each departure from a well-made page costs. */
export interface Design {
  readonly name: string;
  readonly sheet: Sheet & {
    readonly margin: { readonly top: number; readonly side: number; readonly bottom: number };
    /** Rows of a page below its head; of the front below its masthead. */
    readonly rows: number;
    readonly frontRows: number;
    /** Rows left free below every story. */
    readonly gap: number;
  };
  readonly text: Readonly<Record<Style, Face>>;
  readonly textSize: number;
  /** Points by which the first line of a paragraph is set in. */
  readonly indent: number;
  readonly founts: Readonly<Record<FountUse, Fount>>;
  /** Part of a headline's size between the top of its first row and its baseline. */
  readonly headlineAscent: number;
  /** Points from the top margin to the baseline of the paper's name on the front. */
  readonly nameBaseline: number;
  /** Sizes of a headline in points, by the role of its story and the columns it spans, largest first. */
  readonly headlines: Readonly<Record<Role, Readonly<Record<number, readonly number[]>>>>;
  readonly limits: Limits;
}

/** What a page must keep to. */
export interface Limits {
  /** Rows of a leg of text. */
  readonly shortestLeg: number;
  readonly longestLeg: number;
  /** By how much of its height a picture may be cut or grown. */
  readonly crop: { readonly less: number; readonly more: number };
  /** Part of a page's rows a picture may fill. */
  readonly tallestPicture: number;
  /** Rows of a pull quote, and lines of a story from which on it may have one. */
  readonly pullRows: number;
  readonly pullFrom: number;
  /** Rows of a story before its jump, and after it. */
  readonly beforeJump: number;
  readonly afterJump: number;
  /** Rows of the index, and of the smallest block of the house's own. */
  readonly index: { readonly least: number; readonly most: number };
  readonly houseRows: number;
}

/** All faces that a design sets in, by their ids. */
export function facesIn({ text, founts }: Design): ReadonlyMap<string, Face> {
  const faces = [...Object.values(text), ...Object.values(founts).map(({ face }) => face)];
  return new Map(faces.map((face) => [face.id, face]));
}

/** A fount in another size, its lines as far apart in proportion. */
export function sized(fount: Fount, size: number): Fount {
  return { ...fount, size, leading: (size * fount.leading) / fount.size };
}

/** Width in points of so many columns and the spaces between them. */
export function span({ column, gutter }: Sheet, columns: number): number {
  return columns * column + (columns - 1) * gutter;
}

/** Rows that so many points fill. */
export function rowsFor({ row }: Sheet, points: number): number {
  return Math.ceil((points - 0.01) / row);
}

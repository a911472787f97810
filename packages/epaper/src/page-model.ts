import type { Direction } from './face.ts';

/**
 * The pages of an issue as they are printed and shown. Everything that is drawn stands in it, furniture too, so that
 * PDF, replica and EPUB are drawn from it and nothing else. Lengths are points of 1/72 inch, measured from the top left
 * corner of a page, downward; all are rounded to hundredths, so that the same issue is the same bytes.
 */
export interface IssueModel {
  /** The number of this form; a reader of another number refuses. */
  readonly v: 1;
  readonly publication: string;
  /** Key of the edition. */
  readonly edition: string;
  readonly editionName: string;
  /** ISO day. */
  readonly date: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  /** Name of the design it was made by. */
  readonly design: string;
  readonly page: Sheet;
  readonly pages: readonly PageModel[];
}

/** A page's size and grid. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  /** Width of a column and of the space between two. */
  readonly column: number;
  readonly gutter: number;
  /** Distance of two lines of the text: every line of text stands on this grid. */
  readonly row: number;
}

/** One page. */
export interface PageModel {
  /** From 1. */
  readonly number: number;
  /** Name of its section as the page's head shows it. */
  readonly section: string;
  readonly regions: readonly Region[];
}

/** What a region is. A `turn` is where a story goes on that began on another page. */
export type RegionKind =
  | 'story'
  | 'turn'
  | 'briefs'
  | 'advertisement'
  | 'house'
  | 'index'
  | 'puff'
  | 'masthead'
  | 'folio'
  | 'section-head'
  | 'rule';

/** A rectangle of a page that holds one thing: a story, a part of one, or furniture. */
export interface Region {
  /** The same in every making of the page from the same copy. */
  readonly id: string;
  readonly kind: RegionKind;
  /** Id of the story, and of the revision it was set from. */
  readonly story?: string;
  readonly revision?: string;
  /** Ids of the stories of which it tells without being one of them: each of some briefs, what a line points to. */
  readonly tells?: readonly string[];
  readonly box: Box;
  /** Where it stands in the order of reading the page, from 0. */
  readonly order: number;
  /** The page and region to which a story is continued, or from which. */
  readonly turnsTo?: number;
  readonly turnsFrom?: number;
  /** Lines that were cut from its end. */
  readonly trimmed?: number;
  readonly blocks: readonly Block[];
}

/** A rectangle. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What lines say in a story: how they are tagged for those who cannot see the page. */
export type TextRole =
  | 'kicker'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'text'
  | 'crosshead'
  | 'pull-quote'
  | 'caption'
  | 'fact-head'
  | 'fact'
  | 'jump'
  | 'label'
  | 'furniture';

/** What is drawn. */
export type Block = TextBlock | ImageBlock | RuleBlock | FillBlock;

/** Lines of one role, from top to bottom. */
export interface TextBlock {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly lines: readonly Line[];
  /** Page to which it leads: a jump line, a line of the index. */
  readonly page?: number;
}

/** A picture's cut: `from` is the part of the original that is shown, in parts of its width and height. */
export interface ImageBlock {
  readonly kind: 'image';
  readonly box: Box;
  /** Hash of the original in the library. */
  readonly picture: string;
  readonly from: Box;
  readonly alt: string;
}

/** A straight line between two points. */
export interface RuleBlock {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly colour: Colour;
}

/** A rectangle of one colour. */
export interface FillBlock {
  readonly kind: 'fill';
  readonly box: Box;
  readonly colour: Colour;
}

/** The colours of a page, by what they are for; a design says what each is. */
export type Colour = 'ink' | 'grey' | 'accent' | 'tint' | 'paper';

/** A line of type. */
export interface Line {
  /** Where its first sign in the order of reading stands, and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly spans: readonly Span[];
  /** Width of each space between words. */
  readonly space: number;
  /** By how much letters are drawn wider; 1 is as the face has them. */
  readonly scale: number;
  /** Added behind every sign. */
  readonly tracking: number;
  /** Width of the line as drawn. */
  readonly width: number;
  readonly direction: Direction;
  /** The block of the story's body it belongs to, and which part of that block's text it holds. */
  readonly source?: LineSource;
  /** The cell of a table it stands in: id of the table's block, and the column from 0. */
  readonly cell?: { readonly table: string; readonly column: number; readonly isHead: boolean };
  /** A word goes on in the next line, behind a hyphen that is not in the copy. */
  readonly isHyphenated?: boolean;
  /** The next line of the paragraph goes on without a space. */
  readonly isJoined?: boolean;
}

/** Where the text of a line comes from. */
export interface LineSource {
  /** Id of the block in the story's body. */
  readonly block: string;
  readonly from: number;
  readonly to: number;
}

/** Signs of one face, size and colour; words are parted by single spaces. */
export interface Span {
  readonly text: string;
  readonly face: string;
  readonly size: number;
  readonly colour?: Colour;
  readonly link?: string;
}

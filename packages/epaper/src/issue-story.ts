import type { Run } from './piece.ts';

/** A story as it goes into an issue: the copy of one revision, and what may be done to make it fit. */
export interface IssueStory {
  readonly id: string;
  readonly revision: string;
  /** Key of its section. */
  readonly section: string;
  /** 0 to 100; the highest leads. */
  readonly priority: number;
  readonly kind: 'news' | 'opinion' | 'brief';
  readonly kicker?: string;
  /** Longest first. */
  readonly headlines: readonly string[];
  readonly standfirst?: string;
  readonly byline?: string;
  readonly body: readonly IssueBlock[];
  readonly pictures: readonly IssuePicture[];
  /** Sentences of it that may be set large. */
  readonly pullQuotes: readonly string[];
  /** The part of its lines that may be cut from its end; 0 where it must run whole. */
  readonly mayLose: number;
  /** Whether it may begin on the front and go on inside. */
  readonly mayJump: boolean;
}

/** A paragraph of a story, a crosshead between two, or a row of a table. */
export interface IssueBlock {
  /** Id of the block in the story's body. */
  readonly id: string;
  readonly kind: 'paragraph' | 'crosshead' | 'row';
  /** Its text; of a row that of its cells with spaces between them. */
  readonly runs: readonly Run[];
  /** Of a row: where it stands in its table. */
  readonly row?: TableRow;
  /** Whether it stands in a box of facts. */
  readonly isBoxed?: boolean;
  /** Where its runs begin in the text of the story's block, where they are but the rest of it: behind a jump. */
  readonly start?: number;
}

/** A row of a table. */
export interface TableRow {
  /** Id of its table's block. */
  readonly table: string;
  readonly cells: readonly string[];
  readonly isHead: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** A picture of a story. */
export interface IssuePicture {
  /** Hash of the original in the library. */
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  /** The spot that every cut keeps, in parts of width and height. */
  readonly focus: { readonly x: number; readonly y: number };
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

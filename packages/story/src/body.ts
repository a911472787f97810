import type { Id, Instant } from '@courant/base';

/**
 * The body of a story as plain JSON: a ProseMirror document of the schema in `body-schema.ts`.
 * It is what revisions keep, what wire readers make, and what `html` and `plainText` read.
 */
export interface Body {
  readonly type: 'doc';
  readonly content: readonly Block[];
}

/** Where a block came from: a wire item, its version, and the number of the block in it (from 0). */
export interface Origin {
  readonly item: string;
  readonly version: string;
  readonly block: number;
}

/** Attributes every block has. `id` is stable for the block's life; `from` names the wire copy it was made of. */
export interface BlockAttrs {
  readonly id: string;
  readonly from?: Origin | null;
}

/** A mark on text: how it is set, or where it leads. */
export type Mark =
  | { readonly type: 'strong' | 'em' | 'code' | 'sup' | 'sub' | 'strike' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }
  /** A person's note or suggestion: seen in the newsroom, never in a revision. */
  | { readonly type: 'note'; readonly attrs: { readonly thread: string } }
  | { readonly type: 'insertion' | 'deletion'; readonly attrs: { readonly by: string } };

/** What stands in a line: text under its marks, or a line break. */
export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] }
  | { readonly type: 'break' };

/** One picture as a story shows it: its own words may differ from the library's. */
export interface PictureAttrs {
  readonly picture: string;
  readonly caption?: string | null;
  readonly alt?: string | null;
}

interface Of<T extends string, A, C> {
  readonly type: T;
  readonly attrs: A;
  readonly content?: C;
}

/** A paragraph of text; an empty one is a blank line of the editor. */
export type Paragraph = Of<'paragraph', BlockAttrs, readonly Inline[]>;
/** A crosshead; `level` 2 or 3. */
export type Subhead = Of<'subhead', BlockAttrs & { readonly level: 2 | 3 }, readonly Inline[]>;
/** A quotation set apart, with who said it. */
export type Quote = Of<'quote', BlockAttrs & { readonly attribution?: string | null }, readonly Paragraph[]>;
/** An entry of a list: paragraphs, and lists inside it. */
export type ListItem = Of<'item', BlockAttrs, readonly (Paragraph | List)[]>;
/** A list, numbered where `ordered`. */
export type List = Of<'list', BlockAttrs & { readonly ordered: boolean }, readonly ListItem[]>;
/** A cell of a table; `head` names its row or column, `span` counts the columns it fills (1 where absent). */
export type Cell = Of<'cell', { readonly head: boolean; readonly span?: number }, readonly Inline[]>;
/** A row of a table. */
export type Row = { readonly type: 'row'; readonly content?: readonly Cell[] };
/** A table with its caption; a first row of nothing but heads is its head. */
export type Table = Of<'table', BlockAttrs & { readonly caption?: string | null }, readonly Row[]>;
/** Lines whose spaces and breaks carry meaning: agate, tabular wire copy. */
export type Preformatted = Of<'preformatted', BlockAttrs, readonly Inline[]>;
/** A picture in the run of the text, by its id in the library. */
export type PictureBlock = Of<'picture', BlockAttrs & PictureAttrs, never>;
/** Pictures to be looked through in order. */
export type Gallery = Of<'gallery', BlockAttrs & { readonly pictures: readonly PictureAttrs[] }, never>;
/** Something of another site; shown as a link until a reader asks for it. */
export type Embed = Of<'embed', BlockAttrs & { readonly url: string; readonly title?: string | null }, never>;
/** A box of background beside the text, under a title of its own. */
export type FactBox = Of<'factbox', BlockAttrs & { readonly title: string }, readonly (Paragraph | List)[]>;
/** Links to other stories, by id or address. */
export type Related = Of<'related', BlockAttrs & { readonly links: readonly RelatedLink[] }, never>;
/** One of the links: `href` is a story's id or an address, `title` the words to show. */
export interface RelatedLink {
  readonly href: string;
  readonly title: string;
}
/** A break between parts of the text. */
export type Divider = Of<'divider', BlockAttrs, never>;
/**
 * Begins an entry of a live blog: its content is the entry's title, what follows belongs to it up to the next one.
 * `at` is when it was filed; a `pinned` one stands above the others, `key` ones make the list of key points.
 */
export type Entry = Of<
  'entry',
  BlockAttrs & { readonly at: Instant; readonly pinned: boolean; readonly key: boolean },
  readonly Inline[]
>;
/** A note of the newsroom or a notebook part of the wire: never leaves the draft. */
export type Notebook = Of<'notebook', BlockAttrs, readonly Paragraph[]>;
/** A block of a schema we do not know, kept as it came. */
export type Opaque = Of<'opaque', BlockAttrs & { readonly json: string }, never>;

/** What a body is made of. */
export type Block =
  | Paragraph
  | Subhead
  | Quote
  | List
  | Table
  | Preformatted
  | PictureBlock
  | Gallery
  | Embed
  | FactBox
  | Related
  | Divider
  | Entry
  | Notebook
  | Opaque;

/** The number of the document schema; a client of another number is refused before it syncs. */
export const BODY_SCHEMA = 1;

/** A body without a block. */
export const EMPTY_BODY: Body = { type: 'doc', content: [] };

/** Makes block ids; the caller brings the source of chance. */
export type NewBlockId = () => string;

/** Block ids from ids of the house: the last 12 hex digits are random enough inside one story. */
export function blockIds(newId: () => Id): NewBlockId {
  return () => newId().slice(-12);
}

import type { Id, Instant, Json } from '@courant/base';

/** A story on a page, with the revision it was set from. */
export interface PrintedStory {
  readonly story: Id;
  readonly revision: Id;
}

/** A part of a page: what is drawn, and the stories it tells of, be it in a line. */
export interface PrintedRegion {
  readonly model: Json;
  readonly tells: readonly Id[];
}

/** A page of an issue: its parts in the order of drawing, and the stories on it in the order of reading. */
export interface PrintedSheet {
  readonly number: number;
  /** Name of its section as the page's head shows it. */
  readonly section: string;
  readonly regions: readonly PrintedRegion[];
  readonly stories: readonly PrintedStory[];
}

/** The paper of a day as it was laid out. */
export interface LaidOutIssue {
  /** Key of the edition. */
  readonly edition: string;
  /** ISO day in the edition's zone. */
  readonly day: string;
  /** What all pages have in common. */
  readonly model: Json;
  readonly report: Json;
  readonly sheets: readonly PrintedSheet[];
  /** Its PDF, which stands among the files already: SHA-256 in hex, and size in bytes. */
  readonly pdf: { readonly hash: string; readonly bytes: number };
  /** Its EPUB, which stands there under the same name. */
  readonly epub: { readonly bytes: number };
}

/** Issues that were published; a version never changes. */
export interface Issues {
  /** Holds the paper of a day until the transaction ends: its last version, or 0; undefined for an unknown edition. */
  hold(edition: string, day: string): Promise<number | undefined>;
  /** Those of some stories that are not live in an edition. */
  withdrawn(edition: string, stories: readonly Id[]): Promise<readonly Id[]>;
  add(
    issue: LaidOutIssue & { readonly id: Id; readonly version: number; readonly at: Instant },
  ): Promise<void>;
}

import type { Instant, Json } from '@courant/base';
import type { Block, Body } from './body.ts';

/** What kind of journalism a story is; decides its page and its schema.org type. */
export type StoryKind = 'article' | 'gallery' | 'analysis' | 'opinion' | 'live';

/** Where and when a story was filed: `GORKI, Russia, April 22 (Agencies)`. */
export interface Dateline {
  readonly place: string;
  /** As written in the copy, such as `April 22`. */
  readonly date?: string;
  readonly agencies?: readonly string[];
}

/** A subject, by its code in a vocabulary (`medtop:04000000`) where it has one. */
export interface Subject {
  readonly code?: string;
  readonly name?: string;
}

/** A version of a wire item. */
export interface WireVersion {
  readonly item: string;
  readonly version: string;
}

/**
 * A place where a version of the wire and the newsroom say something else. The copy has the newsroom's words; the
 * wire's stand here until somebody settles which hold. `blocks` are ids of the body, one after the other; no blocks of
 * theirs: the wire took them out. A field's value of theirs is null where it is absent.
 */
export type Conflict =
  | {
      readonly at: 'blocks';
      readonly id: string;
      readonly blocks: readonly string[];
      readonly theirs: readonly Block[];
      readonly wire?: WireVersion;
    }
  | {
      readonly at: 'field';
      readonly id: string;
      readonly field: CopyField;
      readonly theirs: Json;
      readonly wire?: WireVersion;
    };

/** The name of a field beside the body. */
export type CopyField = Exclude<keyof Copy, 'body' | 'conflicts'>;

/**
 * The copy of a story: its body and every field beside it, as one value. A draft reads as one, a revision
 * keeps one. Absent fields are absent.
 */
export interface Copy {
  readonly kind: StoryKind;
  /** BCP 47. */
  readonly language: string;
  /** The story's short working name. */
  readonly slug: string;
  readonly kicker?: string;
  readonly headline: string;
  readonly standfirst?: string;
  /** Names as printed, `By` left to the page. */
  readonly byline?: string;
  /** URL slugs of the authors the byline names, in its order. */
  readonly authors?: readonly string[];
  readonly dateline?: Dateline;
  /** Agency credit, such as `Agencies`. */
  readonly source?: string;
  /** 1 (flash) to 9. */
  readonly urgency?: number;
  /** Until when nothing may leave: a moment, or `indefinite` until a person lifts it. */
  readonly embargo?: Instant | 'indefinite';
  readonly subjects?: readonly Subject[];
  readonly keywords?: readonly string[];
  /** Id of the main picture in the library. */
  readonly picture?: string;
  readonly pictureCaption?: string;
  /** The words of the address where they should not come from the headline. */
  readonly urlSlug?: string;
  /** IPTC digital source type where the text was made or altered by a machine. */
  readonly digitalSourceType?: string;
  /** When copy of an archive was first public, where that was before it came to us. */
  readonly firstPublished?: Instant;
  /** When copy of an archive was last changed where it came from. */
  readonly lastUpdated?: Instant;
  /** Id of the story that this one is a translation of. */
  readonly translates?: string;
  /** When a live blog ended; absent while it runs. */
  readonly coverageEnds?: Instant;
  /** For the newsroom alone; `clean` drops it. */
  readonly edNote?: string;
  /** The version of the wire that this copy was last merged with; for the newsroom alone. */
  readonly wire?: WireVersion;
  /** Where the wire says something else and nobody has settled it; for the newsroom alone. */
  readonly conflicts?: readonly Conflict[];
  readonly body: Body;
}

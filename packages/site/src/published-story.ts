import type { Id, Instant } from '@courant/base';
import type { Author, Card, PrintedPlace, Section, StoryPackage, Topic } from '@courant/edition';
import type { Picture } from '@courant/picture';
import type { Copy, Correction } from '@courant/story';
import type { FrameData } from './frame-data.ts';
import type { RailData } from './rail-data.ts';

/** A live story with all that its page shows of it. */
export interface PublishedStory {
  readonly id: Id;
  /** Canonical path, `/2011/04/23/un-chief-courts-support`. */
  readonly path: string;
  /** The copy of the live revision. */
  readonly copy: Copy;
  readonly published: Instant;
  readonly updated: Instant;
  /** Public notes, the oldest first. */
  readonly corrections: readonly Correction[];
  /** Every picture that the copy names and a reader may see, by id; others are left out of the page. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** The specials and hot topics it belongs to in this edition. */
  readonly packages: readonly StoryPackage[];
  /** Whom its byline names, where the paper knows them, in the order of the byline. */
  readonly authors: readonly Author[];
  /** What it is about, by the pages the paper has on that. */
  readonly topics: readonly Topic[];
  /** The same story in other languages; never other stories. */
  readonly translations: readonly Translation[];
  /** Where the edition printed it last. */
  readonly printed?: PrintedPlace;
}

/** The same story in another language. */
export interface Translation {
  /** BCP 47. */
  readonly language: string;
  readonly path: string;
}

/** What a story's page is made of. */
export interface StoryPage extends FrameData {
  readonly story: PublishedStory;
  /** Where the story stands in this edition. */
  readonly section: Section;
  /** More of the same package or section, newest first and without the story itself. */
  readonly related: readonly Card[];
  readonly rail: RailData;
}

import type { Id, Instant } from '@courant/base';

/** Where a story stands before the public. Schedules are rows of their own: a live story may have one too. */
export type StoryState =
  | { readonly state: 'draft' }
  | { readonly state: 'live'; readonly revision: Id; readonly published: Instant; readonly updated: Instant }
  | { readonly state: 'unpublished'; readonly at: Instant; readonly published: Instant }
  | { readonly state: 'killed'; readonly at: Instant; readonly published: Instant; readonly notice: string };

/** A story as the desk holds it: its identity and where it stands; its copy is in drafts and revisions. */
export interface Story {
  readonly id: Id;
  readonly slug: string;
  readonly created: Instant;
  readonly state: StoryState;
}

/** Why a revision was made. */
export type RevisionKind = 'publish' | 'update' | 'correct';

/** A public note that goes with a correction. */
export interface Correction {
  readonly at: Instant;
  readonly note: string;
}

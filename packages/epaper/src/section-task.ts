import type { FixedEntry, StoryEntry } from './page-entry.ts';

/** A page of a section that is to be filled. */
export interface PageRoom {
  readonly number: number;
  /** Key of the section that leads it. */
  readonly section: string;
  readonly rows: number;
  readonly fixed: readonly FixedEntry[];
}

/** A section's pages, what is to stand on them, and where some of it must. */
export interface SectionTask {
  readonly rooms: readonly PageRoom[];
  readonly entries: readonly StoryEntry[];
  /** Page, from 0 in the section, by key of an entry. */
  readonly homes: ReadonlyMap<string, number>;
}

import type { Id, Instant } from '@courant/base';
import type { Card, Edition, LogEntry, Publication, Section, StoryPackage } from '@courant/edition';
import type { Picture } from '@courant/picture';
import type { Copy, Correction } from '@courant/story';

/** The paper as a snapshot has it: what every page needs. */
export interface Paper {
  readonly publication: Publication;
  /** In their order. */
  readonly editions: readonly Edition[];
  /** In their order, parents before children. */
  readonly sections: readonly Section[];
}

/** A live story, whole. */
export interface LiveStory {
  readonly story: Id;
  readonly revision: Id;
  readonly number: number;
  readonly path: string;
  readonly published: Instant;
  readonly updated: Instant;
  readonly copy: Copy;
  readonly corrections: readonly Correction[];
  /** Where it stands: editions by key, sections by path. */
  readonly places: readonly { readonly edition: string; readonly section: string }[];
  /** Pictures its copy names, by id. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** What stands at an address of a story. */
export type AtAddress =
  | { readonly at: 'story'; readonly story: LiveStory }
  | { readonly at: 'moved'; readonly path: string; readonly story: Id }
  /** Killed where there is a notice, else withdrawn quietly. */
  | { readonly at: 'gone'; readonly story: Id; readonly ended: Instant; readonly notice?: string };

/** A special or hot topic with the ids of its stories. */
export interface OpenPackage extends StoryPackage {
  readonly stories: readonly string[];
}

/** Which stories: of an edition, of some of its sections, of a kind; those after one in the order, for the next page. */
export interface NewestList {
  readonly edition: Id;
  readonly sections?: readonly Id[];
  readonly kind?: string;
  readonly before?: { readonly published: Instant; readonly story: Id };
  readonly most: number;
}

/** One consistent state of the database, as readers may see it. */
export interface Snapshot {
  /** Number of the last log entry in it. */
  readonly seq: number;
  paper(): Promise<Paper>;
  atAddress(path: string): Promise<AtAddress | undefined>;
  /** The newest of an edition, of some of its sections, or of a kind; newest first. */
  newest(list: NewestList): Promise<readonly Card[]>;
  /** A story by its id, if it is or was public; never `moved`. */
  byId(id: Id): Promise<AtAddress | undefined>;
  /** When the newest story of an edition was first published. */
  newestMoment(edition: Edition): Promise<Instant | undefined>;
  /** What an edition published first on one of its days (`2026-11-23`, in its own zone), newest first. */
  ofDay(list: { edition: Edition; day: string; most: number }): Promise<readonly Card[]>;
  /** The days nearest before and after one on which an edition published something. */
  daysAround(edition: Edition, day: string): Promise<{ readonly earlier?: string; readonly later?: string }>;
  /** The open specials and hot topics of an edition, in their order. */
  packages(edition: Id): Promise<readonly OpenPackage[]>;
  /** The live stories of a package that stand in an edition, in its order. */
  packageCards(list: { edition: Id; package: Id }): Promise<readonly Card[]>;
}

/** Reads in one REPEATABLE READ snapshot. */
export interface Shelf {
  read<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T>;
}

/** The log as a consumer follows it. */
export interface LogReader {
  head(): Promise<number>;
  after(position: number, most: number): Promise<readonly LogEntry[]>;
  /** Puts this consumer on the list of those that acts wait for. */
  enrol(position: number): Promise<void>;
  /** Says that it lives and how far it has come; false where it is not on the list: the log was begun anew. */
  report(position: number): Promise<boolean>;
  /** Page caches alive within the last 2 s that have not reached an entry. */
  behind(seq: number): Promise<readonly string[]>;
}

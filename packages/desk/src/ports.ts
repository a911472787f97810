import type { Chance, Clock, Id, Instant, NewId } from '@courant/base';
import type { NewLogEntry } from '@courant/edition';
import type { Copy, RevisionKind, Story, StoryState } from '@courant/story';
import type { Channels } from './channel-ports.ts';
import type { Issues } from './issue-ports.ts';
import type { Retention, Suppliers } from './supplier-ports.ts';
import type { NearBook } from './wire-near-ports.ts';
import type { StandingBook } from './wire-order-ports.ts';
import type { Inbox, WireItems } from './wire-ports.ts';
import type { WireUses } from './wire-use-ports.ts';

/** Where a story is to stand: an edition by its key and a section by its path. */
export interface Place {
  readonly edition: string;
  readonly section: string;
}

/** A clean, immutable state of a story's copy. */
export interface Revision {
  readonly id: Id;
  readonly story: Id;
  readonly number: number;
  readonly kind: RevisionKind;
  readonly copy: Copy;
  /** SHA-256 in hex of the canonical JSON of the copy. */
  readonly contentHash: string;
  readonly note?: string;
  readonly made: Instant;
  readonly actor: string;
}

/** Stories by identity; `lock` holds the row until the transaction ends. */
export interface Stories {
  lock(id: Id): Promise<Story | undefined>;
  /** Stories that a reference names: an id, a slug or an address (with or without host). */
  named(reference: string): Promise<readonly Story[]>;
  add(story: Story): Promise<void>;
  setState(id: Id, state: StoryState): Promise<void>;
  setSlug(id: Id, slug: string): Promise<void>;
}

/** The growing list of updates that is a draft. */
export interface Drafts {
  updates(story: Id): Promise<readonly Uint8Array[]>;
  add(update: { story: Id; update: Uint8Array; at: Instant; actor: string }): Promise<void>;
}

/** Immutable revisions of stories. */
export interface Revisions {
  byId(id: Id): Promise<Revision | undefined>;
  latestNumber(story: Id): Promise<number>;
  add(revision: Revision): Promise<void>;
}

/** Where stories stand, and under which addresses. */
export interface Placements {
  of(story: Id): Promise<readonly Place[]>;
  /** Sets the given places; those in other editions stay. Live or not, kind and time go with all of them. */
  set(story: Id, change: PlacementChange): Promise<void>;
  /** Puts every place of a story in or out of readers' sight. */
  setLive(story: Id, live: boolean): Promise<void>;
  /** Keys of the editions and paths of the sections among these that do not exist. */
  unknown(places: readonly Place[]): Promise<readonly string[]>;
  /** Keys of the editions, of these, in which nothing is live of the day (theirs) of a moment, nor of a later one. */
  opened(editions: readonly string[], by: { story: Id; published: Instant }): Promise<readonly string[]>;
  /** Ids of the packages that a story is told in. */
  packages(story: Id): Promise<readonly string[]>;
}

/** A topic that copy names; `id` is the one it gets where the paper does not know it yet. */
export interface NamedTopic {
  readonly id: Id;
  readonly urlSlug: string;
  readonly code?: string;
  readonly name: string;
}

/** What a live story is to be listed under in every edition it stands in. */
export interface ListingEntry {
  /** URL slugs of authors; one that the paper does not know is passed over. */
  readonly authors: readonly string[];
  readonly topics: readonly NamedTopic[];
  /** BCP 47, of the topics' names. */
  readonly language: string;
  readonly published: Instant;
}

/** What live stories are listed under beside their sections: authors, topics, their translations. */
export interface Listings {
  /** Lists a live story anew; gives the ids of the authors and topics it stood under or stands under. */
  enter(story: Id, entry: ListingEntry): Promise<readonly Id[]>;
  /** Takes a story off every list; gives the ids of the authors and topics it stood under. */
  leave(story: Id): Promise<readonly Id[]>;
  /** Ties a story to the one it translates, or to none; gives the stories of its languages before and after. */
  tie(story: Id, original: Id | undefined): Promise<readonly Id[]>;
  /** The other stories of its languages. */
  translations(story: Id): Promise<readonly Id[]>;
}

/** What readers can search. */
export interface SearchIndex {
  /** Enters a live story, or enters it anew: after its places and its lists are set, whose names are searched for too. */
  enter(story: Id, copy: Copy): Promise<void>;
  leave(story: Id): Promise<void>;
}

/** A change of where a story stands. */
export interface PlacementChange {
  readonly places: readonly Place[];
  readonly kind: string;
  readonly published: Instant;
}

/** The addresses of stories; none is ever taken away. */
export interface Addresses {
  /** The story's canonical path, once it has one. */
  canonical(story: Id): Promise<string | undefined>;
  /** All paths the story ever had. */
  all(story: Id): Promise<readonly string[]>;
  /** Makes a path the canonical one of a story; false where another story has it. */
  claim(claim: { path: string; story: Id; at: Instant }): Promise<boolean>;
  /** Paths that led to a story elsewhere: they lead to it while it is public. Those of another story stay its own. */
  inherit(inheritance: { paths: readonly string[]; story: Id; at: Instant }): Promise<void>;
}

/** A publication at a set time, pinned to a revision. */
export interface Schedule {
  readonly id: Id;
  readonly story: Id;
  readonly revision: Id;
  readonly due: Instant;
  readonly places: readonly Place[];
  readonly actor: string;
  readonly made: Instant;
}

/** Publications at a set time. */
export interface Schedules {
  add(schedule: Schedule): Promise<void>;
  /** Ids of what is due, earliest first. */
  due(now: Instant): Promise<readonly Id[]>;
  /** Holds one that is still due; undefined where another process holds or has settled it. */
  take(id: Id): Promise<Schedule | undefined>;
  settle(id: Id, outcome: ScheduleOutcome): Promise<void>;
  /** Cancels what is still due for a story; gives how many. */
  cancel(story: Id, outcome: Omit<ScheduleOutcome, 'state'>): Promise<number>;
}

/** What became of a schedule, and when. */
export interface ScheduleOutcome {
  readonly state: 'done' | 'refused';
  readonly at: Instant;
  readonly why?: string;
}

/** Specials, hot topics and series. */
export interface Packages {
  /** Closes one whose time has come, held until the transaction ends; undefined where none is left to this process. */
  closeDue(now: Instant): Promise<{ readonly id: Id; readonly editions: readonly string[] } | undefined>;
}

/** What is read most. */
export interface MostRead {
  /** Makes the lists anew from the counts of a day; gives the keys of the editions whose list changed. */
  rank(now: Instant): Promise<readonly string[]>;
}

/** The audit trail and the publication log. */
export interface Record {
  /** Appends to the log: the transaction's last statement. Gives the entry's number. */
  append(entry: NewLogEntry): Promise<number>;
  audit(act: AuditedAct): Promise<void>;
}

/** One act for the audit trail. */
export interface AuditedAct {
  readonly at: Instant;
  readonly actor: string;
  readonly act: string;
  readonly story?: Id;
  readonly outcome: string;
  readonly detail: { readonly [key: string]: string | number | readonly string[] };
}

/** Everything the desk reads and writes, inside one transaction. */
export interface Books {
  readonly stories: Stories;
  readonly drafts: Drafts;
  readonly revisions: Revisions;
  readonly placements: Placements;
  readonly listings: Listings;
  readonly search: SearchIndex;
  readonly addresses: Addresses;
  readonly schedules: Schedules;
  readonly wire: WireItems;
  readonly near: NearBook;
  readonly wireUses: WireUses;
  readonly inbox: Inbox;
  readonly orders: StandingBook;
  readonly channels: Channels;
  readonly suppliers: Suppliers;
  readonly retention: Retention;
  readonly packages: Packages;
  readonly mostRead: MostRead;
  readonly issues: Issues;
  readonly record: Record;
}

/** Opens the books for one piece of work; everything it wrote is kept, or, if it throws, nothing. */
export interface Archive {
  within<T>(work: (books: Books) => Promise<T>): Promise<T>;
}

/** What the desk works with: the books, and what pure code must be handed. */
export interface Desk {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly chance: Chance;
  /** SHA-256 in lower-case hex. */
  readonly sha256: (bytes: string | Uint8Array) => string;
  /** Waits so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
  /** The zone whose days stand in addresses, IANA. */
  readonly timeZone: string;
}

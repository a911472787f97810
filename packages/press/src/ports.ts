import type { Id, Instant, Json } from '@courant/base';
import type {
  ArchiveSpan,
  Author,
  Card,
  Edition,
  Issue,
  LogEntry,
  LogKind,
  LogPayload,
  PapersOfMonth,
  PlaceInLog,
  PrintedPlace,
  Publication,
  Search,
  SearchResults,
  Section,
  StandingLink,
  StandingPage,
  StoryPackage,
  Topic,
} from '@courant/edition';
import type { Picture } from '@courant/picture';
import type { Copy, Correction, RevisionKind } from '@courant/story';

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

/** The front page of a day's printed paper. */
export interface IssueFront {
  readonly version: number;
  /** Width and height in points. */
  readonly width: number;
  readonly height: number;
}

/** What a page of an issue is drawn from: what all its pages have in common, and its parts that readers may see. */
export interface SheetModel {
  readonly issue: Json;
  readonly regions: readonly Json[];
}

/** A package that is or was open, with the ids of its live stories. */
export interface OpenPackage extends StoryPackage {
  readonly stories: readonly string[];
  /** What its teasers show, where the picture of its first story will not do. */
  readonly picture?: Picture;
}

/** A state in which a live story was public; without copy where it was erased. */
export interface PublicRevision {
  readonly number: number;
  readonly kind: RevisionKind;
  /** The entry of the log that made it public. */
  readonly seq: number;
  readonly at: Instant;
  readonly copy?: Copy;
  /** The public note of a correction. */
  readonly note?: string;
}

/** An entry of the log with all that its hash is taken over. */
export interface PublicEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly kind: LogKind;
  readonly story: Id | null;
  readonly revision: Id | null;
  readonly editions: readonly string[];
  readonly payload: LogPayload;
  readonly payloadHash: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** A correction with the story it was made to. */
export interface CorrectionNote {
  readonly card: Card;
  readonly at: Instant;
  readonly note: string;
}

/** Which stories: of an edition, of some of its sections, of a kind, of an author or topic; those after one in the order, for the next page. */
export interface NewestList {
  readonly edition: Id;
  readonly sections?: readonly Id[];
  readonly kind?: string;
  /** Id of an author or topic. */
  readonly subject?: Id;
  readonly before?: { readonly published: Instant; readonly story: Id };
  readonly most: number;
}

/** A question to one edition, and how many stories a page of the answer has. */
export interface SearchAsked {
  readonly edition: Edition;
  readonly search: Search;
  readonly most: number;
}

/** A story that was withdrawn, with all it stood in. */
export interface Withdrawal {
  readonly story: Id;
  readonly at: Instant;
  /** The public notice of a kill. */
  readonly notice?: string;
  readonly places: readonly PlaceInLog[];
  /** Ids of authors and topics. */
  readonly subjects: readonly string[];
  /** Ids of specials, hot topics and series. */
  readonly packages: readonly string[];
}

/** A month of UTC, `2026-11`, or a day of one, `2026-11-23`, and when one of its live stories last changed. */
export interface SpanOfStories {
  readonly span: string;
  readonly updated: Instant;
}

/** A live story as a sitemap names it. */
export interface StoryAddress {
  readonly story: Id;
  readonly path: string;
  readonly published: Instant;
  readonly updated: Instant;
  readonly language: string;
  readonly headline: string;
  readonly picture?: Picture;
  /** The languages it is told in, its own among them; empty where there is no other. */
  readonly translations: readonly { readonly language: string; readonly path: string }[];
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
  /** The live stories among some, whole, in no order. */
  stories(ids: readonly Id[]): Promise<readonly LiveStory[]>;
  /** What was withdrawn last and is not back, newest first. */
  withdrawals(most: number): Promise<readonly Withdrawal[]>;
  /** The months in which live stories first came out, newest first; one with too many for a sitemap by its days. */
  spans(): Promise<readonly SpanOfStories[]>;
  /** The live stories that first came out within a span of time, oldest first. */
  addresses(span: { from: Instant; until: Instant; most: number }): Promise<readonly StoryAddress[]>;
  /** The time of day, for what is made anew for everyone who asks: a page that is kept has no clock. */
  clock(): Promise<Instant>;
  /** When the newest story of an edition was first published. */
  newestMoment(edition: Edition): Promise<Instant | undefined>;
  /** What an edition published first on one of its days (`2026-11-23`, in its own zone), newest first. */
  ofDay(list: { edition: Edition; day: string; most: number }): Promise<readonly Card[]>;
  /** The days nearest before and after one on which an edition published something. */
  daysAround(edition: Edition, day: string): Promise<{ readonly earlier?: string; readonly later?: string }>;
  /** The printed paper of a day of an edition, or of the newest that has one. */
  issue(edition: Edition, day?: string): Promise<Issue | undefined>;
  /** Of a day's printed paper what its front page's picture needs; absent while something on that page is withdrawn. */
  issueFront(edition: Edition, day: string): Promise<IssueFront | undefined>;
  /** The printed papers of a month of an edition, `2026-12`. */
  papers(edition: Edition, month: string): Promise<PapersOfMonth>;
  /** Where an edition printed a live story last. */
  printedStory(edition: Edition, story: Id): Promise<PrintedPlace | undefined>;
  /** What the files of an issue are named by: the SHA-256 of its PDF. */
  issueFiles(issue: Id): Promise<string | undefined>;
  sheetModel(issue: Id, number: number): Promise<SheetModel | undefined>;
  /** The packages of an edition that are or were open, in their order. */
  packages(edition: Id): Promise<readonly OpenPackage[]>;
  /** The live stories of a package that stand in an edition, in its order. */
  packageCards(list: { edition: Id; package: Id }): Promise<readonly Card[]>;
  /** Some stories where they stand in an edition, newest first. */
  cards(list: { edition: Id; stories: readonly Id[] }): Promise<readonly Card[]>;
  /** The author an address names. */
  author(urlSlug: string): Promise<Author | undefined>;
  /** Authors by their URL slugs; those that the paper does not know are not among them. */
  authorsNamed(urlSlugs: readonly string[]): Promise<ReadonlyMap<string, Author>>;
  /** The authors with a live story in an edition, in their order. */
  authors(edition: Id): Promise<readonly Author[]>;
  /** The topic an address names. */
  topic(urlSlug: string): Promise<Topic | undefined>;
  /** The topics a live story stands under. */
  topicsOf(story: Id): Promise<readonly Topic[]>;
  /** The live stories of the languages a story is told in, itself among them; empty where there is but one. */
  translations(story: Id): Promise<readonly LiveTranslation[]>;
  /** Every state in which a live story was public, the first one first. */
  history(story: Id): Promise<readonly PublicRevision[]>;
  /** The newest corrections of an edition, or those of a month of it (`2026-11`), newest first. */
  corrections(list: { edition: Edition; month?: string; most: number }): Promise<readonly CorrectionNote[]>;
  /** Years of the archive, months of a year or days of a month that hold a story. */
  archiveParts(edition: Edition, span?: Pick<ArchiveSpan, 'year' | 'month'>): Promise<readonly number[]>;
  /** What readers of an edition open most, in that order. */
  mostRead(edition: Id): Promise<readonly Card[]>;
  /** Answers a question of readers. */
  search(asked: SearchAsked): Promise<SearchResults>;
  /** The pages about the paper in every language, in their order. */
  standingLinks(): Promise<readonly StandingLink[]>;
  standingPage(of: Pick<StandingPage, 'urlSlug' | 'language'>): Promise<StandingPage | undefined>;
  /** Entries of the log after one, in their order. */
  entries(list: { after: number; most: number }): Promise<readonly PublicEntry[]>;
}

/** A live story in one of its languages. */
export interface LiveTranslation {
  readonly story: Id;
  readonly path: string;
  readonly language: string;
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

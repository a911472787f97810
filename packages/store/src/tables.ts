import type { Id, Instant, Json } from '@courant/base';
import type { DateStyle, PackageKind, Policy } from '@courant/edition';
import type { Picture } from '@courant/picture';
import type { Copy, RevisionKind, StoryKind } from '@courant/story';
import type { ColumnType, Generated } from 'kysely';
import type { Jsonb } from './jsonb.ts';
import type {
  AuthorRow,
  IssueRow,
  ListingRow,
  LiveRevisionRow,
  LogRow,
  PublicLogRow,
  SearchDocumentRow,
  StandingPageRow,
  TopicRow,
} from './list-tables.ts';
import type { WireTables } from './wire-tables.ts';

/** The tables and views of the database, as the migrations make them. Times are read as Instants. */
export interface Tables extends WireTables {
  publication: PublicationRow;
  edition: EditionRow;
  section: SectionRow;
  picture: PictureRow;
  story: StoryRow;
  draft_update: DraftUpdateRow;
  revision: RevisionRow;
  address: AddressRow;
  placement: PlacementRow;
  schedule: ScheduleRow;
  package: PackageRow;
  package_edition: { package: Id; edition: Id };
  package_story: { package: Id; story: Id; position: number };
  publication_log: LogRow;
  log_head: { the_only: Generated<boolean>; seq: number; hash: string };
  consumer: ConsumerRow;
  audit: AuditRow;
  token: TokenRow;
  migration: { number: number; name: string; hash: string; applied: Generated<Instant> };
  live_story: LiveStoryRow;
  live_placement: { story: Id; edition: Id; section: Id; kind: StoryKind; published: Instant };
  live_correction: { story: Id; revision: Id; number: number; at: Instant; note: string };
  gone_story: {
    path: string;
    story: Id;
    state: 'killed' | 'unpublished';
    ended: Instant;
    notice: string | null;
  };
  live_package: LivePackageRow;
  issue: IssueRow;
  issue_sheet: { issue: Id; number: number; section: string };
  issue_region: { issue: Id; number: number; position: number; model: Jsonb<Json>; tells: Id[] };
  issue_story: { issue: Id; number: number; story: Id; revision: Id; position: number };
  live_issue: Omit<IssueRow, 'report'>;
  live_sheet: { issue: Id; number: number; section: string; regions: Json[]; whole: boolean };
  printed_story: { edition: Id; story: Id; day: string; page: number; section: string };
  author: AuthorRow;
  topic: TopicRow;
  listing: ListingRow;
  translation: { story: Id; original: Id };
  standing_page: StandingPageRow;
  read_count: { story: Id; hour: Instant; count: number };
  most_read: { edition: Id; position: number; story: Id };
  search_document: SearchDocumentRow;
  live_search: SearchDocumentRow;
  live_listing: ListingRow;
  live_translation: { story: Id; original: Id };
  live_most_read: { edition: Id; position: number; story: Id };
  live_revision: LiveRevisionRow;
  public_log: PublicLogRow;
}

/** The paper; one row. */
export interface PublicationRow {
  id: Id;
  name: string;
  tagline: string | null;
  disclosure: string | null;
  contact: string | null;
  policy: Jsonb<Partial<Policy>>;
  the_only: Generated<boolean>;
}

/** An edition of the paper. */
export interface EditionRow {
  id: Id;
  publication: Id;
  key: string;
  name: string;
  locale: string;
  time_zone: string;
  date_style: DateStyle;
  is_default: boolean;
  share_services: string[];
  position: number;
  title: string | null;
  tagline: string | null;
  disclosure: string | null;
  sections: Generated<string[]>;
}

/** A section of the tree; `parent` is made from `path`. */
export interface SectionRow {
  id: Id;
  publication: Id;
  path: string;
  parent: Generated<string | null>;
  name: string;
  position: number;
  names: ColumnType<Readonly<Record<string, string>>, string | undefined, string>;
}

/** A picture of the library; `hash` names its file, sizes are pixels. */
export interface PictureRow {
  id: Id;
  hash: string;
  media_type: string;
  width: number;
  height: number;
  alt: string;
  caption: string | null;
  credit: string | null;
  focus_x: number;
  focus_y: number;
  created: Instant;
  preview: string | null;
  words: ColumnType<NonNullable<Picture['words']>, string | undefined, string>;
}

/** A story and where it stands before the public. */
export interface StoryRow {
  id: Id;
  slug: string;
  created: Instant;
  state: 'draft' | 'live' | 'unpublished' | 'killed';
  live_revision: Id | null;
  published: Instant | null;
  updated: Instant | null;
  ended: Instant | null;
  notice: string | null;
}

/** One Yjs update of a draft. */
export interface DraftUpdateRow {
  story: Id;
  number: Generated<number>;
  update: Uint8Array;
  at: Instant;
  actor: string;
}

/** An immutable state of a story’s copy; `copy` is empty where it was erased. */
export interface RevisionRow {
  id: Id;
  story: Id;
  number: number;
  kind: RevisionKind;
  copy: Jsonb<Copy | null>;
  content_hash: string;
  note: string | null;
  made: Instant;
  actor: string;
  erased: Instant | null;
}

/** An address a story has or had. */
export interface AddressRow {
  path: string;
  story: Id;
  canonical: boolean;
  since: Instant;
}

/** Where a story stands in an edition. */
export interface PlacementRow {
  story: Id;
  edition: Id;
  section: Id;
  live: boolean;
  kind: string;
  published: Instant;
}

/** A publication at a set time. */
export interface ScheduleRow {
  id: Id;
  story: Id;
  revision: Id;
  due: Instant;
  places: Jsonb<readonly { readonly edition: string; readonly section: string }[]>;
  actor: string;
  made: Instant;
  state: Generated<'due' | 'done' | 'refused' | 'cancelled'>;
  settled: Instant | null;
  why: string | null;
}

/** A special or hot topic. */
export interface PackageRow {
  id: Id;
  kind: PackageKind;
  url_slug: string;
  title: string;
  teaser: string | null;
  position: number;
  open: boolean;
  language: string;
  palette: string | null;
  picture: Id | null;
  closes: Instant | null;
  closed: Instant | null;
}

/** A package that is or was open, in one edition. */
export interface LivePackageRow extends Omit<PackageRow, 'closes'> {
  edition: Id;
}

/** A surface that follows the log. */
export interface ConsumerRow {
  name: string;
  kind: string;
  position: number;
  heartbeat: Instant;
  address: string | null;
}

/** What somebody did, or was refused. */
export interface AuditRow {
  id: Generated<number>;
  at: Instant;
  actor: string;
  act: string;
  story: Id | null;
  outcome: string;
  detail: Jsonb<Json>;
}

/** An API token; of its secret only the SHA-256. */
export interface TokenRow {
  id: Id;
  name: string;
  secret_hash: string;
  scopes: string[];
  made: Instant;
  used: Instant | null;
  revoked: Instant | null;
}

/** A live story with the copy of its live revision. */
export interface LiveStoryRow {
  story: Id;
  path: string;
  published: Instant;
  updated: Instant;
  revision: Id;
  number: number;
  copy: Copy;
}

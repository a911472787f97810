import type { Instant } from '@courant/base';
import type { Body, Dateline, Subject } from '@courant/story';

/** What an agency's item says of itself and of the version before it. */
export type WireSignal = 'update' | 'correction' | 'kill' | 'advisory';

/** What an item is; text where nothing else is said. */
export type WireKind =
  | 'picture'
  | 'graphic'
  | 'video'
  | 'audio'
  | 'package'
  | 'event'
  | 'planning'
  | 'concept';

/** IPTC publishing status. */
export type PubStatus = 'usable' | 'withheld' | 'canceled';

/** A person an item names as its writer. */
export interface Author {
  readonly name: string;
  readonly role?: string;
  readonly uri?: string;
}

/** A person, organisation or place an item is about. */
export interface Entity {
  readonly name: string;
  readonly code?: string;
}

/** Who sent the mail an item came by. */
export interface WireSender {
  /** In lower case. */
  readonly address: string;
  /** What our own mail server has proven of that address; absent: nothing, whoever it says it is. */
  readonly verified?: readonly ('spf' | 'dkim' | 'dmarc')[];
}

/** Another resource an item points to. */
export interface WireLink {
  readonly href: string;
  readonly rel?: string;
  readonly title?: string;
}

/** A picture, video, sound or graphic that comes with an item, by address: nothing is fetched while reading. */
export interface WireMedia {
  readonly kind: 'picture' | 'video' | 'audio' | 'graphic' | 'other';
  readonly href?: string;
  readonly id?: string;
  readonly headline?: string;
  readonly caption?: string;
  /** What it shows, for those who cannot see it. */
  readonly alt?: string;
  readonly credit?: string;
  /** IANA media type. */
  readonly mediaType?: string;
  readonly width?: number;
  readonly height?: number;
}

/** What a reader could not place or had to mend: a code and a sentence. */
export interface WireWarning {
  readonly code: string;
  readonly say: string;
}

/** An item that a package names as one of its own, that was delivered for a plan, or a concept of a vocabulary. */
export interface WireMember {
  readonly id: string;
  readonly version?: string;
  readonly role?: string;
  readonly headline?: string;
}

/** When and where something is to happen, or is to be covered. */
export interface WireEvent {
  /** A year, a month, a day, or a moment; absent where a plan or an event tells none. */
  readonly starts?: string;
  readonly ends?: string;
  readonly place?: string;
  /**
   * IPTC eventstatus or eventoccurstatus of an event, newscoveragestatus of a plan, without its scheme: such as
   * `canceled`, `eos5`, `int`, `notint`.
   */
  readonly status?: string;
}

/** For copy without ids of its own: what a later version of it will share. */
export interface WireMatch {
  readonly keyword: string;
  /** ISO day on which it was sent. */
  readonly day: string;
}

/**
 * One version of an agency's item, whatever format it came in. Absent fields are absent, never '' or null or [].
 * Field names follow the trade and `courant parse --json` prints them as they stand.
 */
export interface WireItem {
  /** Such as `ninjs-1`, `ninjs-3`, `nitf`, `newsml-g2`, `page-text`. */
  readonly format: string;
  /** Absent: text. */
  readonly kind?: WireKind;
  /** The agency's id without its version suffix; where a format has none, source, sequence and day. */
  readonly id: string;
  /** Only where `id` is none by which versions find each other. */
  readonly matchBy?: WireMatch;
  /** The number of a rewrite where words tell it ("2nd Ld-Writethru", "UPDATE 3-"). */
  readonly take?: number;
  readonly version?: string;
  readonly versionCreated?: Instant;
  readonly firstCreated?: Instant;
  /** The agency, as it names itself (provider, not the channel). */
  readonly supplier?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly headline?: string;
  readonly slug?: string;
  readonly kicker?: string;
  readonly standfirst?: string;
  readonly byline?: string;
  readonly authors?: readonly Author[];
  readonly dateline?: Dateline;
  readonly sender?: WireSender;
  /** Agency credit as printed. */
  readonly source?: string;
  /** 1 to 9. */
  readonly urgency?: number;
  readonly status?: PubStatus;
  readonly signal?: WireSignal;
  readonly embargo?: Instant | 'indefinite';
  readonly expires?: Instant;
  readonly edNote?: string;
  readonly rights?: string;
  readonly keywords?: readonly string[];
  readonly genres?: readonly string[];
  readonly subjects?: readonly Subject[];
  readonly places?: readonly Entity[];
  readonly people?: readonly Entity[];
  readonly organisations?: readonly Entity[];
  readonly links?: readonly WireLink[];
  readonly media?: readonly WireMedia[];
  /** Where it stands on the web now. */
  readonly address?: string;
  /** Paths and addresses it had before, to be redirected: exports of other systems. */
  readonly formerAddresses?: readonly string[];
  /** Ids of items that it takes the place of. */
  readonly replaces?: readonly string[];
  readonly members?: readonly WireMember[];
  readonly event?: WireEvent;
  /** Path of the section on the page it came from, `World / Politics` as `['World','Politics']`. */
  readonly sectionPath?: readonly string[];
  /** The body as a story's document; blocks carry `from`. Absent where an item has no text. */
  readonly body?: Body;
  readonly warnings: readonly WireWarning[];
  /** What the format said and the model has no word for, by the name it had there. */
  readonly unmapped: Readonly<Record<string, unknown>>;
}

/** How reading a file came out: its items, or why there is none. */
export type Reading =
  | { readonly ok: true; readonly items: readonly WireItem[] }
  | { readonly ok: false; readonly why: ReadFailure; readonly say: string };

/**
 * `unsupported`: a known format or item kind we do not read. `unknown`: no format recognised.
 * `broken`: recognised, but too damaged. `too-large`, `too-deep`: beyond the limits. `hostile`: entities and the like.
 */
export type ReadFailure = 'unsupported' | 'unknown' | 'broken' | 'too-large' | 'too-deep' | 'hostile';

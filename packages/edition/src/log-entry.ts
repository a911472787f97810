import type { Id, Instant, Json } from '@courant/base';
import { canonicalJson } from '@courant/base';

/** What the publication log records. */
export type LogKind =
  | 'publish'
  | 'update'
  | 'correct'
  | 'kill'
  | 'unpublish'
  | 'package-changed'
  | 'most-read-changed'
  | 'issue-published'
  | 'settings-changed';

/** Where a story stands, or stood, in an edition. */
export interface PlaceInLog {
  readonly edition: string;
  /** Path of the section. */
  readonly section: string;
}

/**
 * The public part of an entry: names content by hash and holds no text, no actor's name and no private note.
 * It says enough for every surface to know what it must make again.
 */
export interface LogPayload {
  /** SHA-256 of salt and actor: ties the entry to who did it, without naming them. */
  readonly actor: string;
  /** SHA-256 of the revision's canonical copy. */
  readonly content?: string;
  /** SHA-256 of a public note or notice. */
  readonly note?: string;
  /** Addresses the story has, or lost, by this entry. */
  readonly paths?: readonly string[];
  readonly places?: readonly PlaceInLog[];
  /** Ids of the packages the entry touches. */
  readonly packages?: readonly string[];
  /** Ids of the authors and topics it stands under, or stood. */
  readonly subjects?: readonly string[];
  /** Ids of the stories that are translations of it, or that it is one of. */
  readonly translations?: readonly string[];
  /** The story's kind. */
  readonly kind?: string;
  /** When the story was first published. */
  readonly published?: string;
  /** Keys of the editions whose paper of a new day this story opens. */
  readonly opens?: readonly string[];
  /** The paper of a day that was printed: its day, its version, and SHA-256 of its PDF. */
  readonly issue?: { readonly day: string; readonly version: number; readonly pdf: string };
}

/** An entry about to be appended; the sequence and the hashes are the log's to give. */
export interface NewLogEntry {
  readonly at: Instant;
  readonly kind: LogKind;
  readonly story?: Id;
  readonly revision?: Id;
  /** Keys of the editions concerned; empty means all. */
  readonly editions: readonly string[];
  readonly actor: string;
  readonly payload: Omit<LogPayload, 'actor'>;
}

/** What an entry's hash is taken over, beside its position in the chain. */
export interface HashedEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly kind: string;
  readonly story: string | null;
  readonly revision: string | null;
  readonly editions: readonly string[];
  readonly payloadHash: string;
  readonly prevHash: string;
}

/** An entry of the log, as every surface reads it. */
export interface LogEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly kind: LogKind;
  readonly story?: Id;
  readonly revision?: Id;
  readonly editions: readonly string[];
  readonly payload: LogPayload;
  /** SHA-256 in hex of `hashedText`. */
  readonly hash: string;
}

/** The `prev_hash` of the first entry. */
export const GENESIS_HASH = '0'.repeat(64);

/** The text whose SHA-256 is an entry's hash: canonical JSON (RFC 8785), time in ms since 1970. */
export function hashedText(entry: HashedEntry): string {
  return canonicalJson({
    seq: entry.seq,
    at: new Date(entry.at).getTime(),
    kind: entry.kind,
    story: entry.story,
    revision: entry.revision,
    editions: entry.editions,
    payload_hash: entry.payloadHash,
    prev_hash: entry.prevHash,
  });
}

/** The text whose SHA-256 is `payload_hash`. */
export function payloadText(payload: Json): string {
  return canonicalJson(payload);
}

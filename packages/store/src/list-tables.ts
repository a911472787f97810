import type { Id, Instant, Json } from '@courant/base';
import type { LogKind, LogPayload } from '@courant/edition';
import type { Body, Copy, RevisionKind } from '@courant/story';
import type { Jsonb } from './jsonb.ts';

/** Somebody whose name stands over stories. */
export interface AuthorRow {
  id: Id;
  url_slug: string;
  name: string;
  language: string;
  role: string | null;
  bio: string | null;
  portrait: Id | null;
  fediverse: string | null;
  position: number;
}

/** What stories are about; `names` by primary language. */
export interface TopicRow {
  id: Id;
  url_slug: string;
  code: string | null;
  names: Jsonb<Readonly<Record<string, string>>>;
}

/** A live story on the list of an author or topic in an edition. */
export interface ListingRow {
  edition: Id;
  subject: Id;
  published: Instant;
  story: Id;
}

/** A version of the paper of a day. */
export interface IssueRow {
  id: Id;
  edition: Id;
  day: string;
  version: number;
  published: Instant;
  model: Jsonb<Json>;
  report: Jsonb<Json>;
  pdf: string;
  pdf_bytes: number;
  epub_bytes: number;
}

/** A page about the paper. */
export interface StandingPageRow {
  id: Id;
  url_slug: string;
  language: string;
  title: string;
  summary: string | null;
  body: Jsonb<Body>;
  updated: Instant;
  position: number;
}

/** A state in which a live story was public, with the entry of the log that made it so. */
export interface LiveRevisionRow {
  story: Id;
  revision: Id;
  number: number;
  kind: RevisionKind;
  copy: Copy | null;
  note: string | null;
  seq: number;
  at: Instant;
}

/** An entry of the publication log, its private part included. */
export interface LogRow {
  seq: number;
  at: Instant;
  kind: LogKind;
  story: Id | null;
  revision: Id | null;
  editions: string[];
  payload: Jsonb<LogPayload>;
  payload_hash: string;
  prev_hash: string;
  hash: string;
  actor: string | null;
  actor_salt: string | null;
}

/** An entry of the log without what is private in it. */
export interface PublicLogRow extends Omit<LogRow, 'payload' | 'actor' | 'actor_salt'> {
  payload: LogPayload;
}

/** What the search knows of a live story; `words` is a tsvector, written by SQL alone. */
export interface SearchDocumentRow {
  story: Id;
  published: Instant;
  headline: string;
  words: string;
}

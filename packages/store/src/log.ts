import { createHash, randomBytes } from 'node:crypto';
import type { Id, Instant, Json } from '@courant/base';
import type { Record } from '@courant/desk';
import type { LogEntry, LogPayload } from '@courant/edition';
import { GENESIS_HASH, hashedText, payloadText } from '@courant/edition';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';
import type { LogRow } from './list-tables.ts';

/** The audit trail and the publication log, in one transaction. */
export function recordIn(tx: Tx): Record {
  return {
    async append(entry) {
      const salt = randomBytes(16).toString('hex');
      const payload: LogPayload = { ...entry.payload, actor: actorDigest(salt, entry.actor) };
      const { rows } = await sql<{ seq: number }>`select log_append(
        ${entry.at}::timestamptz, ${entry.kind}, ${entry.story ?? null}::uuid, ${entry.revision ?? null}::uuid,
        ${[...entry.editions]}::text[], ${JSON.stringify(payload)}::jsonb, ${digest(payloadText(jsonOf(payload)))},
        ${entry.actor}, ${salt}) as seq`.execute(tx);
      return rows[0]?.seq ?? 0;
    },
    async audit({ detail, story, ...act }) {
      await tx
        .insertInto('audit')
        .values({ ...act, story: story ?? null, detail: JSON.stringify(detail) })
        .execute();
    },
  };
}

/** Entries after a position, in order, so many at the most. */
export async function entriesAfter(tx: Tx, position: number, most: number): Promise<readonly LogEntry[]> {
  const rows = await tx
    .selectFrom('publication_log')
    .selectAll()
    .where('seq', '>', position)
    .orderBy('seq')
    .limit(most)
    .execute();
  return rows.map(entryOf);
}

/** The last entries, oldest first. */
export async function lastEntries(tx: Tx, most: number): Promise<readonly LogEntry[]> {
  const rows = await tx
    .selectFrom('publication_log')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(most)
    .execute();
  return rows.map(entryOf).toReversed();
}

/** The number of the last entry; 0 in a new paper. */
export async function headOf(tx: Tx): Promise<number> {
  return (await tx.selectFrom('log_head').select('seq').executeTakeFirstOrThrow()).seq;
}

function entryOf(row: Selectable<LogRow>): LogEntry {
  const { seq, at, kind, editions, payload, hash } = row;
  const story = row.story === null ? {} : { story: row.story };
  const revision = row.revision === null ? {} : { revision: row.revision };
  return { seq, at, kind, ...story, ...revision, editions, payload, hash };
}

/** What a check of the whole log found. */
export interface Verification {
  /** Entries read. */
  readonly entries: number;
  readonly broken: readonly { readonly seq: number; readonly why: string }[];
  /** Revisions erased by law, by the number of the entry that published them: not broken. */
  readonly erased: readonly number[];
}

const BATCH = 1_000;

/** Reads the whole log in one snapshot and checks every hash, every content and the chain. */
export async function verifyLog(database: Database): Promise<Verification> {
  return database.transaction(async (tx) => {
    const state = new Check();
    for (let last = 0; ; ) {
      const rows = await tx
        .selectFrom('publication_log')
        .selectAll()
        .where('seq', '>', last)
        .orderBy('seq')
        .limit(BATCH)
        .execute();
      for (const row of rows) state.read(row);
      await state.readRevisions(tx, rows);
      await state.readNotices(tx, rows);
      const next = rows.at(-1)?.seq;
      if (next === undefined) break;
      last = next;
    }
    const head = await tx.selectFrom('log_head').selectAll().executeTakeFirstOrThrow();
    state.close(head);
    return { entries: state.entries, broken: state.broken, erased: state.erased };
  }, 'repeatable read');
}

class Check {
  entries = 0;
  readonly broken: { seq: number; why: string }[] = [];
  readonly erased: number[] = [];
  #seq = 0;
  #hash = GENESIS_HASH;

  read(row: Selectable<LogRow>): void {
    this.entries++;
    const why = this.#fault(row);
    if (why) this.broken.push({ seq: row.seq, why });
    this.#seq = row.seq;
    this.#hash = row.hash;
  }

  #fault(row: Selectable<LogRow>): string | undefined {
    if (row.seq !== this.#seq + 1) return `entry ${this.#seq + 1} is missing before it`;
    if (row.prev_hash !== this.#hash) return 'it does not continue the entry before it';
    if (digest(payloadText(jsonOf(row.payload))) !== row.payload_hash) return 'its payload was changed';
    if (digest(hashedText(hashedOf(row))) !== row.hash) return 'it was changed';
    const named = row.actor !== null || row.actor_salt !== null;
    if (named && actorDigest(row.actor_salt ?? '', row.actor ?? '') !== row.payload.actor)
      return 'its actor was changed';
    return undefined;
  }

  async readRevisions(tx: Tx, rows: readonly Selectable<LogRow>[]): Promise<void> {
    const ids = rows.flatMap((row) => (row.revision === null ? [] : [row.revision]));
    if (ids.length === 0) return;
    const found = await tx
      .selectFrom('revision')
      .select(['id', 'copy', 'note'])
      .where('id', 'in', ids)
      .execute();
    const revisions = new Map(found.map((revision) => [revision.id, revision]));
    for (const row of rows)
      this.#content(row, row.revision === null ? undefined : revisions.get(row.revision));
  }

  #content(row: Selectable<LogRow>, revision: { copy: unknown; note: string | null } | undefined): void {
    if (row.revision === null) return;
    if (!revision) return void this.broken.push({ seq: row.seq, why: 'the revision it names is gone' });
    if (revision.copy === null) return void this.erased.push(row.seq);
    if (digest(payloadText(revision.copy as Json)) !== row.payload.content) {
      this.broken.push({ seq: row.seq, why: 'the copy of its revision was changed' });
    }
    if (row.kind === 'correct' && digest(revision.note ?? '') !== row.payload.note) {
      this.broken.push({ seq: row.seq, why: 'the public note of its correction was changed' });
    }
  }

  async readNotices(tx: Tx, rows: readonly Selectable<LogRow>[]): Promise<void> {
    const kills = rows.filter((row) => row.kind === 'kill');
    const ids = kills.flatMap((row) => (row.story === null ? [] : [row.story]));
    if (ids.length === 0) return;
    const found = await tx.selectFrom('story').select(['id', 'notice']).where('id', 'in', ids).execute();
    const notices = new Map(found.map((story) => [story.id, story.notice]));
    for (const { seq, story, payload } of kills) {
      const notice = story === null ? undefined : notices.get(story);
      if (digest(notice ?? '') !== payload.note)
        this.broken.push({ seq, why: 'the notice of its kill was changed' });
    }
  }

  close(head: { seq: number; hash: string }): void {
    if (head.seq === this.#seq && head.hash === this.#hash) return;
    this.broken.push({ seq: head.seq, why: 'the head of the log names another last entry' });
  }
}

function hashedOf(row: Selectable<LogRow>) {
  const { seq, at, kind, story, revision, editions } = row;
  return { seq, at, kind, story, revision, editions, payloadHash: row.payload_hash, prevHash: row.prev_hash };
}

function actorDigest(salt: string, actor: string): string {
  return digest(salt + actor);
}

/** A payload as JSON: dropping what is undefined, as it is written to the database. */
function jsonOf(payload: LogPayload): Json {
  return JSON.parse(JSON.stringify(payload)) as Json;
}

/** SHA-256 in lower-case hex. */
export function digest(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Names one revision's text as erased, where the law demands it; the row, its hash and the log stay. */
export async function eraseRevision(tx: Tx, id: Id, at: Instant): Promise<boolean> {
  const result = await tx
    .updateTable('revision')
    .set({ copy: null as never, erased: at })
    .where('id', '=', id)
    .where('erased', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

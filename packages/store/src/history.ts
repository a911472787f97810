import type { Id } from '@courant/base';
import type { PublicEntry, PublicRevision } from '@courant/press';
import type { Tx } from './database.ts';

/** Every state in which a live story was public, the first one first. */
export async function historyOf(tx: Tx, story: Id): Promise<readonly PublicRevision[]> {
  const rows = tx.selectFrom('live_revision').selectAll().where('story', '=', story).orderBy('seq');
  return (await rows.execute()).map((row): PublicRevision => {
    const { number, kind, seq, at, copy, note } = row;
    return { number, kind, seq, at, ...(copy === null ? {} : { copy }), ...(note === null ? {} : { note }) };
  });
}

/** An entry of the log as everybody may read it. */
export async function publicEntry(tx: Tx, seq: number): Promise<PublicEntry | undefined> {
  return (await publicEntries(tx, { after: seq - 1, most: 1 })).find((entry) => entry.seq === seq);
}

/** Entries of the log after one, in their order. */
export async function publicEntries(
  tx: Tx,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<readonly PublicEntry[]> {
  const rows = tx.selectFrom('public_log').selectAll().where('seq', '>', after).orderBy('seq').limit(most);
  return (await rows.execute()).map((row): PublicEntry => {
    const { seq, at, kind, story, revision, editions, payload, hash } = row;
    return {
      ...{ seq, at, kind, story, revision, editions, payload, hash },
      ...{ payloadHash: row.payload_hash, prevHash: row.prev_hash },
    };
  });
}

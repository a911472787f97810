import type { Id, Instant, Json, Result } from '@courant/base';
import { canonicalJson, done } from '@courant/base';
import type { Copy } from '@courant/story';
import { plainText, readCopy } from '@courant/story';
import type { WireItem } from '@courant/wire';
import { copyFromItem, latestOf, supersedes } from '@courant/wire';
import type { Actor } from './actor.ts';
import { addStory, draftOf, setCopy } from './draft.ts';
import { allowed } from './order.ts';
import type { Books, Desk, FiledItem } from './ports.ts';

/** One item read from a payload, to be filed. */
export interface FileOrder {
  readonly actor: Actor;
  readonly item: WireItem;
  readonly payload: Uint8Array;
  readonly received: Instant;
  /** Who sent it, where the channel knows better than the item. */
  readonly supplier?: string;
}

/**
 * How filing came out. `superseded`: an older version than one on file; kept, and not used.
 */
export interface Filed {
  readonly outcome: 'accepted' | 'updated' | 'duplicate' | 'superseded';
  readonly filed: FiledItem;
}

/** Files one version of an item, once: the same version with the same content is a duplicate, however often it comes. */
export async function fileWire(desk: Desk, order: FileOrder): Promise<Result<Filed, 'not-allowed'>> {
  const right = allowed(order.actor, 'wire');
  if (!right.ok) return right;
  const { item } = order;
  const filed: FiledItem = {
    id: desk.newId(),
    supplier: order.supplier ?? item.supplier ?? 'unknown',
    contentHash: desk.sha256(contentOf(item)),
    payload: desk.sha256(order.payload),
    received: order.received,
    item,
  };
  return desk.archive.within(async (books) => {
    await books.wire.lockChain(filed.supplier, item.id);
    const versions = await books.wire.versions(filed.supplier, item.id);
    const same = versions.find((other) => sameVersion(other, filed));
    if (same) return done({ outcome: 'duplicate', filed: same } as const);
    await books.wire.keepPayload({ hash: filed.payload, bytes: order.payload, received: order.received });
    await books.wire.add(filed);
    const latest = latestOf(versions.map((version) => version.item));
    if (!latest) return done({ outcome: 'accepted', filed } as const);
    return done({ outcome: supersedes(item, latest) ? 'updated' : 'superseded', filed } as const);
  });
}

/** What makes two sendings of one version the same: the words and the status, not the envelope. */
function contentOf(item: WireItem): string {
  const {
    headline = '',
    slug = '',
    standfirst = '',
    status = '',
    signal = '',
    edNote = '',
    embargo = '',
  } = item;
  const body = item.body ? plainText(item.body) : '';
  const content: Json = [headline, slug, standfirst, status, signal, edNote, embargo, body];
  return canonicalJson(content);
}

function sameVersion(other: FiledItem, filed: FiledItem): boolean {
  if ((other.item.version ?? '') !== (filed.item.version ?? '')) return false;
  return other.contentHash === filed.contentHash || other.payload === filed.payload;
}

/** How taking an item into its story came out. */
export type Taken =
  | { readonly story: Id; readonly how: 'made' | 'rewritten' | 'unchanged' }
  /** People have worked on the story since: their draft is left alone. */
  | { readonly story: Id; readonly how: 'edited-here' };

/**
 * Makes a story from an item, or, where one was made from an earlier version and nobody has touched it since,
 * makes its draft read as this version. Every use is recorded.
 */
export async function takeItem(
  desk: Desk,
  order: { actor: Actor; filed: FiledItem; language: string },
): Promise<Result<Taken, 'not-allowed'>> {
  const right = allowed(order.actor, 'write');
  if (!right.ok) return right;
  const { filed, actor } = order;
  const copy = copyFromItem(filed.item, { language: order.language });
  return desk.archive.within(async (books) => {
    await books.wire.lockChain(filed.supplier, filed.item.id);
    const known = await books.wire.story(filed.supplier, filed.item.id);
    if (known === undefined) {
      const story = await addStory(desk, books, { actor, copy });
      await books.wire.link({ story: story.id, item: filed.id, at: desk.clock.now() });
      return done({ story: story.id, how: 'made' } as const);
    }
    await books.stories.lock(known);
    const draft = readCopy(await draftOf(desk, books, known));
    if (sameWords(draft, copy)) return done({ story: known, how: 'unchanged' } as const);
    if (!(await isUntouched(books, order, draft))) return done({ story: known, how: 'edited-here' } as const);
    await setCopy(desk, books, { actor, story: known, copy });
    await books.wire.link({ story: known, item: filed.id, at: desk.clock.now() });
    return done({ story: known, how: 'rewritten' } as const);
  });
}

async function isUntouched(
  books: Books,
  order: { filed: FiledItem; language: string },
  draft: Copy,
): Promise<boolean> {
  const versions = await books.wire.versions(order.filed.supplier, order.filed.item.id);
  return versions.some((version) =>
    sameWords(draft, copyFromItem(version.item, { language: order.language })),
  );
}

function sameWords(one: Copy, other: Copy): boolean {
  return (
    one.headline === other.headline &&
    one.standfirst === other.standfirst &&
    plainText(one.body) === plainText(other.body)
  );
}

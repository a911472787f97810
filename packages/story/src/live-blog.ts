import type { Block, Body, Entry } from './body.ts';
import { inlineText } from './plain-text.ts';

/** One entry of a live blog: its head and the blocks that belong to it. */
export interface LiveEntry {
  readonly head: Entry;
  readonly body: Body;
}

/** A live blog as its page is made of it. */
export interface LiveBlog {
  /** What stands before the first entry. */
  readonly opening: Body;
  /** The entry that stands above the others. */
  readonly pinned?: LiveEntry;
  /** Newest first, the pinned one left out. */
  readonly entries: readonly LiveEntry[];
  /** The entries whose titles are the key points, newest first; a pinned one may be among them. */
  readonly keyPoints: readonly LiveEntry[];
}

/** Parts the body of a live blog at its entries. The newest pinned entry is the pinned one. */
export function liveBlog(body: Body): LiveBlog {
  const opening: Block[] = [];
  const parts: { readonly head: Entry; readonly blocks: Block[] }[] = [];
  for (const block of body.content) {
    if (block.type === 'entry') parts.push({ head: block, blocks: [] });
    else (parts.at(-1)?.blocks ?? opening).push(block);
  }
  const all = parts.map(({ head, blocks }): LiveEntry => ({ head, body: { type: 'doc', content: blocks } }));
  const newest = all.toSorted((a, b) => compare(b.head.attrs.at, a.head.attrs.at));
  const pinned = newest.find((entry) => entry.head.attrs.pinned);
  return {
    opening: { type: 'doc', content: opening },
    ...(pinned ? { pinned } : {}),
    entries: newest.filter((entry) => entry !== pinned),
    keyPoints: newest.filter((entry) => entry.head.attrs.key && entryTitle(entry) !== ''),
  };
}

/** The title of an entry as text; empty where it has none. */
export function entryTitle(entry: LiveEntry): string {
  return inlineText(entry.head.content).trim();
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

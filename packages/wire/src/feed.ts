import { readAtomFeed } from './atom.ts';
import type { Feed } from './feed-entry.ts';
import { itemOfFeedEntry } from './feed-entry.ts';
import { isJsonFeed, readJsonFeedEntries } from './json-feed.ts';
import type { ReadOptions } from './read-options.ts';
import { readRssFeed } from './rss.ts';
import type { Reading, WireItem } from './wire-item.ts';
import type { XmlElement } from './xml.ts';

/** Entries of one feed at the most. */
const MOST_ENTRIES = 5_000;

/** The roots under which feeds stand, and what reads each. */
export const FEED_ROOTS: Readonly<Record<string, (root: XmlElement, options: ReadOptions) => Feed>> = {
  rss: readRssFeed,
  RDF: readRssFeed,
  feed: readAtomFeed,
  entry: readAtomFeed,
};

/** Reads a feed from its root: an item an entry. */
export function readFeed(root: XmlElement, options: ReadOptions): Reading {
  const feed = FEED_ROOTS[root.name]?.(root, options);
  if (!feed) return { ok: false, why: 'unknown', say: `no feed has the root <${root.name.slice(0, 60)}>` };
  return itemsOf(feed, options);
}

/** Reads a JSON Feed; undefined where JSON is none. */
export function readJsonFeed(value: unknown, options: ReadOptions): Reading | undefined {
  return isJsonFeed(value) ? itemsOf(readJsonFeedEntries(value, options), options) : undefined;
}

function itemsOf({ head, entries }: Feed, options: ReadOptions): Reading {
  if (entries.length > MOST_ENTRIES)
    return { ok: false, why: 'too-large', say: `more than ${MOST_ENTRIES} entries in one feed` };
  const items: WireItem[] = [];
  const ids = new Set<string>();
  for (const entry of entries) {
    const item = itemOfFeedEntry(entry, head, options);
    // Of an entry that stands there twice the first, newer one holds.
    if (!item || ids.has(item.id)) continue;
    ids.add(item.id);
    items.push(item);
  }
  if (items.length > 0) return { ok: true, items };
  const what = entries.length === 0 ? 'a feed without an entry' : 'a feed whose entries say nothing';
  return { ok: false, why: 'unsupported', say: `${what}: ${head.title?.slice(0, 100) ?? 'it has no title'}` };
}

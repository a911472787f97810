import type { Instant } from '@courant/base';

/** The formats every feed is written in. */
export type FeedFormat = 'rss' | 'atom' | 'json';

/** One address for each format. */
export type FormatAddresses = Readonly<Record<FeedFormat, string>>;

/** What to send as Content-Type: RSS by its own registration request, RFC 4287 §7, JSON Feed 1.1 §MIME type. */
export const FEED_MEDIA_TYPES: FormatAddresses = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/**
 * A list of stories as feeds tell it, newest first. All addresses are absolute, http or https; where one that must be
 * there is not, writing throws RangeError. An item whose id came before is left out.
 */
export interface Feed {
  readonly title: string;
  /** Whose feed it is: the paper, as author of what names none. The title where absent. */
  readonly publisher?: string;
  readonly description?: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction?: Direction;
  /** The page of the same list. */
  readonly home: string;
  /** Where the feed itself is fetched. */
  readonly self: FormatAddresses;
  /** The same for ever, whatever its address: a `tag:` (RFC 4151), `urn:` or web address (RFC 4287 §4.2.6). */
  readonly id: string;
  /** When anything in it last changed. */
  readonly updated: Instant;
  readonly rights?: string;
  /** Terms of use for people or machines (RFC 4946). */
  readonly license?: string;
  /** A square picture. */
  readonly icon?: string;
  /** A picture twice as wide as high. */
  readonly logo?: string;
  /** The WebSub hub that tells of changes. */
  readonly hub?: string;
  readonly items: readonly FeedItem[];
  /** Stories withdrawn, for readers that hold them still. */
  readonly tombstones?: readonly Tombstone[];
  /** The next page of the same list, towards older stories (RFC 5005 §3). */
  readonly next?: FormatAddresses;
  readonly archive?: FeedArchive;
}

/** Which way a text runs. */
export type Direction = 'ltr' | 'rtl';

/** The place of a feed among documents that together hold all there ever was (RFC 5005 §4). */
export interface FeedArchive {
  /** Whether this is an archive document, which stays as it is, or the feed that people subscribe to. */
  readonly isArchive: boolean;
  /** The feed that people subscribe to; every archive document has it. */
  readonly current?: FormatAddresses;
  /** The archive document with the stories before these. */
  readonly previous?: FormatAddresses;
  /** The archive document with the stories after these. */
  readonly following?: FormatAddresses;
}

/** A story in a feed. */
export interface FeedItem {
  /** The same for ever, through corrections and new addresses: `urn:uuid:…`. */
  readonly id: string;
  readonly url: string;
  /** Plain text. */
  readonly title: string;
  /** Plain text. */
  readonly summary: string;
  /** The whole story as `feedMarkup` gives it; absent where readers shall come for it. */
  readonly contentHtml?: string;
  readonly published: Instant;
  /** The last change that readers should hear of. */
  readonly updated: Instant;
  readonly authors: readonly FeedAuthor[];
  /** The agency the copy came from. */
  readonly source?: string;
  readonly categories: readonly FeedCategory[];
  readonly picture?: FeedPicture;
  /** BCP 47. */
  readonly language: string;
  /** Which way the text runs, where not as the feed's. */
  readonly direction?: Direction;
  /** The id of the story this one stands in for. */
  readonly replaces?: string;
}

/** Who wrote a story. */
export interface FeedAuthor {
  readonly name: string;
  readonly url?: string;
}

/** What a story is about: the term of a scheme, and how people say it. */
export interface FeedCategory {
  readonly term: string;
  readonly label?: string;
  /** The address that names the scheme. */
  readonly scheme?: string;
}

/** The picture of a story. */
export interface FeedPicture {
  readonly url: string;
  readonly mediaType: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** In bytes. */
  readonly length?: number;
  readonly alt: string;
  readonly credit?: string;
}

/** A story withdrawn: the id it had, when it went, and why, in plain text (RFC 6721). */
export interface Tombstone {
  readonly id: string;
  readonly at: Instant;
  readonly comment?: string;
}

/** The items whose id did not come before. */
export function distinctItems(items: readonly FeedItem[]): readonly FeedItem[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}

import type { Edition, PackageKind } from './paper.ts';
import { PACKAGE_WORD, prefixOf } from './paper.ts';

type Where = Pick<Edition, 'key' | 'isDefault'>;

/** The path of the corrections of an edition, or of those of a month (`2026-11`). */
export function correctionsPath(edition: Where, month?: string): string {
  return `${prefixOf(edition)}/corrections${month === undefined ? '' : `/${month}`}`;
}

/** The path of what is read most in an edition. */
export function mostReadPath(edition: Where): string {
  return `${prefixOf(edition)}/most-read`;
}

/** The path of the list of all packages of a kind. */
export function packagesPath(edition: Where, kind: PackageKind): string {
  return `${prefixOf(edition)}/${PACKAGE_WORD[kind]}`;
}

/** The path of the versions of a story, by the story's own. */
export function historyPath(storyPath: string): string {
  return `${storyPath}/history`;
}

/** The path of an entry of the publication log. */
export function logPath(edition: Where, seq: number): string {
  return `${prefixOf(edition)}/log/${seq}`;
}

/** The path of an entry as JSON, for machines that check the record. */
export function logEntryPath(seq: number): string {
  return `/log/${seq}.json`;
}

/** The path of the list of an edition’s feeds. */
export function feedsPath(edition: Where): string {
  return `${prefixOf(edition)}/feeds`;
}

/** The formats of feeds, by the ends of their addresses. */
export const FEED_ENDS = ['rss', 'atom', 'json'] as const;

/** The end of a feed's address. */
export type FeedEnd = (typeof FEED_ENDS)[number];

/**
 * The path of the feed of a list, by the path of its page; `from` is where an older part of it begins. A search has its
 * question after the address, which stays there.
 */
export function feedPath(list: string, end: FeedEnd, from?: string): string {
  const [path = '', query] = list.split('?');
  const name = from === undefined ? 'feed' : `feed/${from}`;
  return `${path === '/' ? '' : path}/${name}.${end}${query === undefined ? '' : `?${query}`}`;
}

/** The path of the search of an edition, with what is asked where that is given. */
export function searchPath(edition: Where, asked: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(asked).toString();
  return `${prefixOf(edition)}/search${query === '' ? '' : `?${query}`}`;
}

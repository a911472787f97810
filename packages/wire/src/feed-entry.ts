import type { Instant } from '@courant/base';
import { squeeze } from '@courant/base';
import { plainText } from '@courant/story';
import { exportBody } from './export-body.ts';
import { mediaAt, mergedMedia } from './export-media.ts';
import { plainWords } from './export-words.ts';
import { present, unique } from './fields.ts';
import type { ReadOptions } from './read-options.ts';
import type { Author, WireItem, WireLink, WireMedia, WireWarning } from './wire-item.ts';

/** A file that an entry names. */
export interface FeedFile {
  readonly href: string;
  readonly mediaType?: string;
  readonly title?: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly width?: number;
  readonly height?: number;
}

/** Somebody a feed names. */
export interface FeedPerson {
  readonly name?: string;
  readonly email?: string;
  readonly uri?: string;
}

/** A text of a feed, and whether it is HTML; RSS does not say and is read as if it were. */
export interface FeedText {
  readonly text: string;
  readonly isHtml: boolean;
}

/** One entry of a feed, whatever kind of feed it is, as the feed says it. */
export interface FeedEntry {
  readonly id?: string;
  readonly title?: FeedText;
  readonly link?: string;
  readonly summary?: FeedText;
  readonly content?: FeedText;
  readonly published?: Instant;
  readonly updated?: Instant;
  readonly authors: readonly FeedPerson[];
  readonly categories: readonly string[];
  readonly files: readonly FeedFile[];
  /** Pages about it elsewhere. */
  readonly links: readonly WireLink[];
  readonly language?: string;
  readonly rights?: string;
  /** The feed it was first in, by its title. */
  readonly source?: string;
}

/** What a feed says of itself. */
export interface FeedHead {
  readonly format: 'rss' | 'rss-1' | 'atom' | 'json-feed';
  readonly title?: string;
  readonly link?: string;
  readonly language?: string;
  readonly rights?: string;
  readonly authors: readonly FeedPerson[];
}

/** A feed as it was read. */
export interface Feed {
  readonly head: FeedHead;
  readonly entries: readonly FeedEntry[];
}

const NO_ID: WireWarning = {
  code: 'no-id',
  say: 'The entry has no id: its address was taken, or else its first words.',
};

/**
 * The item of an entry. Its sender is the site the feed is of, so that an entry that stands in several of its feeds is
 * one item. A summary is the body where there is nothing else.
 */
export function itemOfFeedEntry(
  entry: FeedEntry,
  head: FeedHead,
  options: ReadOptions,
): WireItem | undefined {
  const headline = wordsOf(entry.title);
  const id =
    entry.id ??
    (isWebAddress(entry.link) ? entry.link : undefined) ??
    headline ??
    wordsOf(entry.summary ?? entry.content)?.slice(0, 100);
  if (id === undefined) return undefined;
  const { published, updated = published, source = head.title, rights = head.rights } = entry;
  const body = bodyOf(entry, id);
  const people = entry.authors.length > 0 ? entry.authors : head.authors;
  const authors = people.flatMap(authorOf);
  return {
    format: head.format,
    id,
    ...present({
      versionCreated: updated,
      firstCreated: published,
      supplier: options.supplier ?? siteOf(head, entry),
      language: entry.language ?? head.language,
      ...{ headline, standfirst: body.standfirst, source, rights },
      byline: authors.map(({ name }) => name).join(', '),
      authors,
      keywords: unique(entry.categories),
      ...pointers(entry, body),
    }),
    ...(body.body ? { body: body.body } : {}),
    warnings: [...(entry.id === undefined ? [NO_ID] : []), ...body.warnings],
    unmapped: {},
  };
}

/** Where an entry leads: its page, others about it, its files. */
function pointers({ files, links, link }: FeedEntry, body: ReturnType<typeof bodyOf>) {
  const own = links.filter(({ href }) => isWebAddress(href));
  return {
    links: unique([...own, ...body.links], ({ href }) => href),
    media: mergedMedia([...files.flatMap(mediumOf), ...body.media]),
    address: isWebAddress(link) ? link : undefined,
  };
}

function isWebAddress(href: string | undefined): boolean {
  return href !== undefined && /^https?:\/\//i.test(href);
}

function wordsOf(text: FeedText | undefined): string | undefined {
  if (!text) return undefined;
  return text.isHtml ? plainWords(text.text) : squeeze(text.text) || undefined;
}

function htmlOf({ text, isHtml }: FeedText): string {
  if (isHtml) return text;
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return plain
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
}

function bodyOf({ content, summary }: FeedEntry, id: string) {
  const whole = content ?? summary;
  if (!whole) return { media: [], links: [], warnings: [] };
  const read = exportBody(htmlOf(whole), { from: { item: id, version: '' } });
  const text = squeeze(plainText(read.body));
  const short = content ? wordsOf(summary) : undefined;
  // Many systems make the summary of the first words of the text, with an ellipsis behind them.
  const isCut = short !== undefined && text.startsWith(short.replace(/\s*(?:\[?…\]?|\.{3}|\[\.{3}\])$/, ''));
  return {
    ...(read.body.content.length > 0 ? { body: read.body } : {}),
    ...(short === undefined || isCut ? {} : { standfirst: short }),
    media: read.media,
    links: read.links,
    warnings: read.warnings,
  };
}

function authorOf({ name, email, uri }: FeedPerson): readonly Author[] {
  const called = name ?? email;
  return called === undefined ? [] : [{ name: called, ...(uri === undefined ? {} : { uri }) }];
}

function mediumOf({ href, title, mediaType, ...said }: FeedFile): readonly WireMedia[] {
  const file = mediaAt(href, { ...said, mediaType, headline: title });
  if (!file) return [];
  // Of some files only the kind is told.
  const { mediaType: type, ...rest } = file;
  return [type?.endsWith('/*') ? rest : file];
}

function siteOf(head: FeedHead, { link }: FeedEntry): string | undefined {
  const host = [head.link, link].flatMap((address) => URL.parse(address ?? '')?.host ?? [])[0];
  return host?.replace(/^www\./, '') || head.title;
}

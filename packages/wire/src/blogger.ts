import type { PostState } from './export-post.ts';
import { itemOfPost } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { feedDate } from './feed-date.ts';
import { unique } from './fields.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf, rawText, textOf } from './xml.ts';

/** A post as either of the two ways tells it. */
interface BloggerPost {
  readonly id: string | undefined;
  readonly isPage: boolean;
  readonly status: string | undefined;
  readonly title: string | undefined;
  readonly html: string | undefined;
  readonly authors: readonly (string | undefined)[];
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly labels: readonly string[];
  readonly address: string | undefined;
  /** `/2017/06/lorem.html`, where only the path is told. */
  readonly path?: string | undefined;
}

/** Posts of one export at the most. */
const MOST = 20_000;

/** Reads what the interface of Blogger answers: a post, or a list of them; undefined where it is no such answer. */
export function readBloggerJson(value: unknown, options: ReadOptions): Reading | undefined {
  const rows = list(isObject(value) ? (value.items ?? [value]) : value);
  const posts = rows.filter(({ kind }) => kind === 'blogger#post' || kind === 'blogger#page');
  return posts.length === 0 ? undefined : readingOf(posts.map(postOfJson), options);
}

function postOfJson(row: NinjsObject): BloggerPost {
  return {
    id: text(row.id),
    isPage: row.kind === 'blogger#page',
    status: text(row.status),
    title: text(row.title),
    html: text(row.content),
    authors: isObject(row.author) ? [text(row.author.displayName)] : [],
    published: text(row.published),
    updated: text(row.updated),
    labels: Array.isArray(row.labels) ? row.labels.flatMap((label) => text(label) ?? []) : [],
    address: text(row.url),
  };
}

/**
 * Reads an export of Blogger: Atom whose entries say of which kind they are, posts, pages, comments and settings among
 * them; undefined where a feed is none.
 */
export function readBlogger(root: XmlElement, options: ReadOptions): Reading | undefined {
  const entries = elementsOf(root, 'entry').map((entry) => [kindOf(entry), entry] as const);
  if (root.name !== 'feed' || !entries.some(([kind]) => kind !== undefined)) return undefined;
  const posts = entries.filter(([kind]) => kind === 'post' || kind === 'page').map(([, entry]) => entry);
  if (posts.length === 0)
    return { ok: false, why: 'unsupported', say: 'unsupported: an export of Blogger without a post' };
  return readingOf(posts.map(postOfEntry), options);
}

/** `…/blogger/2008/kind#post` of the old export, `<blogger:type>POST` of the new one. */
function kindOf(entry: XmlElement): string | undefined {
  const type = elementsOf(entry, 'type').find(({ prefix }) => prefix === 'blogger');
  if (type) return textOf(type)?.toLowerCase();
  const kind = elementsOf(entry, 'category').find(({ attrs }) => attrs.scheme?.endsWith('#kind'));
  return kind?.attrs.term?.split('#').at(-1)?.toLowerCase();
}

function postOfEntry(entry: XmlElement): BloggerPost {
  const isDraft = textOf(at(entry, 'control', 'draft')) === 'yes';
  const isTrash = elementsOf(entry, 'trashed').some((one) => textOf(one) !== undefined);
  const status = textOf(at(entry, 'status')) ?? (isDraft ? 'DRAFT' : undefined);
  const own = elementsOf(entry, 'link').find(({ attrs }) => attrs.rel === 'alternate');
  const labels = elementsOf(entry, 'category').filter(({ attrs }) => !attrs.scheme?.endsWith('#kind'));
  const [content] = elementsOf(entry, 'content');
  return {
    id: /(?:post|page)-(\d+)$/.exec(textOf(at(entry, 'id')) ?? '')?.[1] ?? textOf(at(entry, 'id')),
    isPage: kindOf(entry) === 'page',
    status: isTrash ? 'TRASH' : status,
    title: textOf(at(entry, 'title')),
    html: content && rawText(content),
    authors: elementsOf(entry, 'author').map((author) => textOf(at(author, 'name'))),
    published: textOf(at(entry, 'published')),
    updated: textOf(at(entry, 'updated')),
    labels: labels.flatMap(({ attrs }) => attrs.term ?? []),
    address: own?.attrs.href,
    path: textOf(at(entry, 'filename')),
  };
}

const STATES: Readonly<Record<string, PostState>> = {
  ...{ LIVE: 'published', DRAFT: 'draft', SOFT_TRASHED: 'trash', TRASH: 'trash', SCHEDULED: 'scheduled' },
};

function readingOf(posts: readonly BloggerPost[], options: ReadOptions): Reading {
  if (posts.length > MOST)
    return { ok: false, why: 'too-large', say: `more than ${MOST} posts in one export` };
  return { ok: true, items: posts.map((post) => itemOf(post, options)) };
}

function itemOf(post: BloggerPost, options: ReadOptions): WireItem {
  const { address = post.path, status = 'LIVE' } = post;
  const labels = unique(post.labels.flatMap((label) => plainWords(label) ?? []));
  const authors = unique(post.authors.flatMap((name) => plainWords(name) ?? []));
  const web = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  return itemOfPost(
    {
      format: 'blogger',
      id: `blogger:${post.id ?? address ?? post.title ?? ''}`,
      state: Object.hasOwn(STATES, status) ? (STATES[status] ?? 'unknown') : 'unknown',
      stateWord: status,
      isPage: post.isPage,
      supplier: web?.host,
      headline: plainWords(post.title),
      slug: /([^/]+?)(?:\.html?)?$/.exec((address ?? '').replace(/[?#].*$/s, ''))?.[1],
      html: post.html,
      // What was written by nobody who gave a name.
      authors: authors
        .filter((name) => !/^(?:unknown|anonymous|noreply@blogger\.com)$/i.test(name))
        .map((name) => ({ name })),
      published: feedDate(post.published, options),
      updated: feedDate(post.updated, options),
      keywords: labels,
      address,
      formerAddresses: [post.path],
    },
    options,
  );
}

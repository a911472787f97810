import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';

/** A post with what other tables say of it. */
export interface GhostPost {
  readonly row: NinjsObject;
  /** The row of `posts_meta`. */
  readonly meta: NinjsObject;
  /** Names, the first writer first. */
  readonly authors: readonly string[];
  /** Names of tags that readers see, the main one first. */
  readonly tags: readonly string[];
  /** Where it stood, where that is said: an export says it of none. */
  readonly url: string | undefined;
}

/** The posts of an export, and what the site is called. */
export interface GhostTables {
  readonly posts: readonly GhostPost[];
  readonly title: string | undefined;
}

/**
 * The posts of an export (`{db: [{meta, data}]}`, `{meta, data}`), of what the interface answers (`{posts: [{…authors,
 * tags}]}`) or of what tools that move a site to Ghost write (`{posts: [{url, data}]}`); undefined where it is none.
 */
export function ghostTables(value: unknown): GhostTables | undefined {
  if (!isObject(value)) return undefined;
  const [database] = list(value.db);
  const moved = isObject(value.result) ? value.result : undefined;
  const data = [database?.data, value.data, moved, value].find(
    (one) => isObject(one) && Array.isArray(one.posts),
  );
  if (!isObject(data)) return undefined;
  const rows = list(data.posts);
  if (!rows.every(isGhostPost)) return undefined;
  const isExport = data !== value && data !== moved;
  if (rows.length === 0 && !isExport) return undefined;
  const related = relations(data);
  const title = text(list(data.settings).find(({ key }) => key === 'title')?.value);
  return { posts: rows.map((row) => (isObject(row.data) ? moving(row) : related(row))), title };
}

/** A post of Ghost has a body in one of its editors' formats, or a time in its manner. */
function isGhostPost(row: NinjsObject): boolean {
  const post = isObject(row.data) ? row.data : row;
  const marks = [
    'html',
    'lexical',
    'mobiledoc',
    'plaintext',
    'published_at',
    'feature_image',
    'custom_excerpt',
  ];
  return ('title' in post || 'slug' in post) && marks.some((mark) => mark in post);
}

/** A post as tools hand it to Ghost: its writer, tags and address with it. */
function moving({ url, data }: NinjsObject): GhostPost {
  const row = isObject(data) ? data : {};
  const inside = (value: unknown) => (isObject(value) && isObject(value.data) ? value.data : value);
  const writers = Array.isArray(row.authors) ? row.authors : [row.author];
  return {
    row,
    meta: {},
    authors: list(writers.map(inside)).flatMap(nameOf),
    tags: list(list(row.tags).map(inside)).flatMap(publicName),
    url: text(url),
  };
}

/** Finds what the tables of an export say of a row; the interface has it in the row. */
function relations(data: NinjsObject): (row: NinjsObject) => GhostPost {
  const users = byId(data.users);
  const tags = byId(data.tags);
  const metas = new Map(list(data.posts_meta).map((row) => [text(row.post_id), row]));
  const writersOf = grouped(data.posts_authors, 'author_id');
  const tagsOf = grouped(data.posts_tags, 'tag_id');
  return (row) => {
    const id = text(row.id) ?? '';
    const own = list(row.authors ?? [row.primary_author]);
    const listed = (writersOf.get(id) ?? []).flatMap((user) => list([users.get(user)]));
    const single = users.get(text(row.author_id) ?? text(row.created_by) ?? '');
    const writers = firstOf(own, listed, list([single]));
    const tagged = (tagsOf.get(id) ?? []).flatMap((tag) => list([tags.get(tag)]));
    const named = firstOf(list(row.tags), tagged);
    return {
      row,
      meta: metas.get(id) ?? {},
      authors: writers.flatMap(nameOf),
      tags: named.flatMap(publicName),
      url: text(row.url),
    };
  };
}

/** The first of some groups that has anybody in it. */
function firstOf(...groups: readonly (readonly NinjsObject[])[]): readonly NinjsObject[] {
  return groups.find((group) => group.length > 0) ?? [];
}

function byId(table: unknown): ReadonlyMap<string, NinjsObject> {
  return new Map(
    list(table).flatMap((row) => (text(row.id) === undefined ? [] : [[text(row.id) ?? '', row]])),
  );
}

/** Ids by the post they belong to, in the order they are to stand in. */
function grouped(table: unknown, name: string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  const rows = list(table).toSorted((a, b) => Number(a.sort_order ?? 0) - Number(b.sort_order ?? 0));
  for (const row of rows) {
    const [post, other] = [text(row.post_id), text(row[name])];
    if (post === undefined || other === undefined) continue;
    const group = groups.get(post);
    if (group) group.push(other);
    else groups.set(post, [other]);
  }
  return groups;
}

function nameOf({ name, slug }: NinjsObject): readonly string[] {
  const said = text(name) ?? text(slug);
  return said === undefined ? [] : [said];
}

/** A tag that begins with # is for the site's own use. */
function publicName(tag: NinjsObject): readonly string[] {
  return tag.visibility === 'internal' ? [] : nameOf(tag).filter((name) => !name.startsWith('#'));
}

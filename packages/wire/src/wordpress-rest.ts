import { mediaAt } from './export-media.ts';
import type { ExportPost, PostState } from './export-post.ts';
import { itemOfPost } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { unique } from './fields.ts';
import { momentOf } from './moment.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem, WireMedia, WireWarning } from './wire-item.ts';

/** Reads what the REST interface of WordPress answers: a post, or a list of them; undefined where it is no such answer. */
export function readWordPressRest(value: unknown, options: ReadOptions): Reading | undefined {
  const posts = (Array.isArray(value) ? value : [value]).filter(isObject).filter(isPost);
  if (posts.length === 0) return undefined;
  const left = Array.isArray(value) ? value.length - posts.length : 0;
  const items = posts.map((post) => itemOf(post, options));
  const [first, ...others] = items;
  if (!first || left === 0) return { ok: true, items };
  const say = `Not read as stories: what in the list is no post (${left}).`;
  return {
    ok: true,
    items: [{ ...first, warnings: [...first.warnings, { code: 'left-out', say }] }, ...others],
  };
}

/** Title and content as `{rendered}`; a file of the library has no content. */
function isPost({ title, content, media_type }: NinjsObject): boolean {
  return isObject(title) && isObject(content) && 'rendered' in content && media_type === undefined;
}

const STATES: Readonly<Record<string, PostState>> = {
  ...{ publish: 'published', draft: 'draft', pending: 'draft', 'auto-draft': 'draft' },
  ...{ private: 'private', future: 'scheduled', trash: 'trash' },
};

function itemOf(post: NinjsObject, options: ReadOptions): WireItem {
  const link = text(post.link);
  const home = link !== undefined && URL.canParse(link) ? new URL(link).origin : undefined;
  const id = text(post.id);
  const guid = rendered(post.guid);
  const headline = plainWords(rendered(post.title));
  const slug = text(post.slug);
  const type = text(post.type) ?? 'post';
  const numbered = home !== undefined && id !== undefined ? `${home}/?p=${id}` : undefined;
  const made = `wordpress:${text(post.date_gmt) ?? ''}:${slug ?? headline ?? ''}`;
  return itemOfPost(
    {
      format: 'wordpress-rest',
      id: guid ?? numbered ?? link ?? made,
      ...standing(post),
      isPage: type === 'page',
      supplier: home === undefined ? undefined : new URL(home).host,
      headline,
      standfirst: standfirstOf(post),
      slug,
      html: rendered(post.content),
      authors: authorsOf(post),
      published: moment(post, 'date', options),
      updated: moment(post, 'modified', options),
      ...filed(post),
      media: mainPicture(post),
      address: link,
      formerAddresses: [numbered, guid !== undefined && /^https?:/.test(guid) ? guid : undefined],
      warnings: customType(type),
      unmapped: { sticky: post.sticky === true ? true : undefined, search: searchWords(post) },
    },
    options,
  );
}

function rendered(value: unknown): string | undefined {
  return isObject(value) ? text(value.rendered) : text(value);
}

/** Only published posts are shown to who asks without a name, and their status may then be left out. */
function standing(post: NinjsObject): Pick<ExportPost, 'state' | 'stateWord'> {
  const word = text(post.status) ?? 'publish';
  const state = Object.hasOwn(STATES, word) ? (STATES[word] ?? 'unknown') : 'unknown';
  if (state === 'unknown') return { state, stateWord: word };
  const isKept = isObject(post.content) && post.content.protected === true;
  return { state: state === 'published' && isKept ? 'private' : state };
}

function customType(type: string): readonly WireWarning[] {
  if (type === 'post' || type === 'page') return [];
  return [{ code: 'custom-type', say: `It is of a kind of the paper’s own: ${type.slice(0, 60)}.` }];
}

/** An excerpt of the post's own first words was made by the system and says nothing of its own. */
function standfirstOf(post: NinjsObject): string | undefined {
  const words = plainWords(rendered(post.excerpt));
  const opening = plainWords(rendered(post.content)) ?? '';
  const isMade = words === undefined || /\[(?:…|\.\.\.)\]$/.test(words) || opening.startsWith(words);
  return isMade ? undefined : words;
}

function moment(post: NinjsObject, name: string, options: ReadOptions) {
  return momentOf(text(post[`${name}_gmt`]), { timeZone: 'UTC' }) ?? momentOf(text(post[name]), options);
}

function embedded(post: NinjsObject, name: string): readonly unknown[] {
  const parts = isObject(post._embedded) ? post._embedded[name] : undefined;
  return Array.isArray(parts) ? parts : [];
}

function terms(post: NinjsObject): readonly NinjsObject[] {
  return embedded(post, 'wp:term').flatMap((group) => list(group));
}

/** The writers a plugin lists as terms, else the one the system knows. */
function authorsOf(post: NinjsObject): ExportPost['authors'] & {} {
  const listed = terms(post).filter(({ taxonomy }) => taxonomy === 'author');
  const people = listed.length > 0 ? listed : embedded(post, 'author').filter(isObject);
  const named = people.flatMap(({ name }) => plainWords(text(name)) ?? []);
  return unique(named).map((name) => ({ name }));
}

function filed(post: NinjsObject): Pick<ExportPost, 'sectionPath' | 'subjects' | 'keywords'> {
  const named = (taxonomy: string) =>
    unique(
      terms(post).flatMap((term) => (term.taxonomy === taxonomy ? (plainWords(text(term.name)) ?? []) : [])),
    );
  const categories = named('category').filter((name) => !/^uncategori[sz]ed$/i.test(name));
  return {
    sectionPath: categories.slice(0, 1),
    subjects: categories.map((name) => ({ name })),
    keywords: named('post_tag'),
  };
}

function mainPicture(post: NinjsObject): readonly WireMedia[] {
  const [file] = embedded(post, 'wp:featuredmedia').filter(isObject);
  const size = isObject(file?.media_details) ? file.media_details : {};
  const number = (value: unknown) => (typeof value === 'number' && value > 0 ? value : undefined);
  const picture = mediaAt(text(file?.source_url) ?? text(post.jetpack_featured_media_url), {
    kind: 'picture',
    id: text(file?.id),
    headline: plainWords(rendered(file?.title)),
    caption: plainWords(rendered(file?.caption)),
    alt: plainWords(text(file?.alt_text)),
    mediaType: text(file?.mime_type),
    width: number(size.width),
    height: number(size.height),
  });
  return picture ? [picture] : [];
}

function searchWords(post: NinjsObject): unknown {
  const head = isObject(post.yoast_head_json) ? post.yoast_head_json : {};
  const words = { title: text(head.title), description: text(head.description) };
  return words.title === undefined && words.description === undefined ? undefined : words;
}

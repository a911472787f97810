import type { Instant } from '@courant/base';
import { instant } from '@courant/base';
import { mediaAt } from './export-media.ts';
import type { PostState } from './export-post.ts';
import { itemOfPost, MEMBERS_WARNING } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { unique } from './fields.ts';
import { htmlOfLexical } from './ghost-lexical.ts';
import { htmlOfMobiledoc } from './ghost-mobiledoc.ts';
import type { GhostPost } from './ghost-table.ts';
import { ghostTables } from './ghost-table.ts';
import { momentOf } from './moment.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem, WireMedia, WireWarning } from './wire-item.ts';

/** Reads an export of Ghost, or what its interface answers; undefined where a value is neither. */
export function readGhost(value: unknown, options: ReadOptions): Reading | undefined {
  const tables = ghostTables(value);
  if (!tables) return undefined;
  const { posts, title } = tables;
  if (posts.length === 0)
    return { ok: false, why: 'unsupported', say: 'unsupported: an export of Ghost without a post' };
  return { ok: true, items: posts.map((post) => itemOf(post, title, options)) };
}

function itemOf(post: GhostPost, title: string | undefined, options: ReadOptions): WireItem {
  const { row, meta, authors, tags, url } = post;
  const slug = text(row.slug);
  const home = url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;
  const body = bodyOf(row);
  return itemOfPost(
    {
      format: 'ghost',
      id: idOf(row, slug),
      state: stateOf(row),
      stateWord: text(row.status),
      isPage: row.type === 'page' || row.page === true || row.page === 1,
      supplier: home ?? title,
      headline: text(row.title),
      standfirst: plainWords(text(row.custom_excerpt) ?? text(meta.custom_excerpt)),
      slug,
      html: body.html,
      authors: unique(authors).map((name) => ({ name })),
      published: momentIn(row.published_at, options),
      updated: momentIn(row.updated_at, options),
      language: text(row.locale),
      sectionPath: tags.slice(0, 1),
      keywords: unique(tags),
      media: mainPicture(row, meta),
      ...addressesOf(post, slug, home),
      warnings: [...members(row), ...body.warnings],
      unmapped: { search: searchWords(row, meta), featured: Boolean(row.featured) || undefined },
    },
    options,
  );
}

/** Its address by its words unless another is said, its own canonical address, and the one of its preview. */
function addressesOf({ row, meta, url }: GhostPost, slug: string | undefined, host: string | undefined) {
  const canonical = text(row.canonical_url) ?? text(meta.canonical_url);
  const uuid = text(row.uuid);
  const home = host === undefined ? '' : `https://${host}`;
  const bySlug = slug === undefined ? undefined : `${home}/${slug}/`;
  const preview = uuid === undefined ? undefined : `${home}/p/${uuid}/`;
  const isOwn = canonical !== undefined && isOwnAddress(canonical, host);
  // An export does not name its site: what it calls canonical may be its own old address, or another paper's.
  const mayBeOwn = isOwn || host === undefined;
  return {
    links: canonical === undefined || isOwn ? [] : [{ href: canonical, rel: 'canonical' }],
    address: url ?? bySlug,
    formerAddresses: [mayBeOwn ? canonical : undefined, bySlug, preview],
  };
}

function isOwnAddress(canonical: string, host: string | undefined): boolean {
  if (!URL.canParse(canonical)) return canonical.startsWith('/');
  return host !== undefined && new URL(canonical).host === host;
}

function idOf(row: NinjsObject, slug: string | undefined): string {
  return `ghost:${text(row.uuid) ?? text(row.comment_id) ?? text(row.id) ?? slug ?? text(row.title) ?? ''}`;
}

const STATES: Readonly<Record<string, PostState>> = {
  // What was only sent by mail was never public on the site.
  ...{ published: 'published', sent: 'private', draft: 'draft', scheduled: 'scheduled' },
};

function stateOf(row: NinjsObject): PostState {
  const word = text(row.status);
  // The interface for readers says no status: it answers with what is published.
  if (word === undefined) return text(row.published_at) === undefined ? 'draft' : 'published';
  return Object.hasOwn(STATES, word) ? (STATES[word] ?? 'unknown') : 'unknown';
}

function members({ visibility }: NinjsObject): readonly WireWarning[] {
  const word = text(visibility);
  return word === undefined || word === 'public' ? [] : [MEMBERS_WARNING];
}

/** Milliseconds in exports of the first versions, ISO 8601 since. */
function momentIn(value: unknown, options: ReadOptions): Instant | undefined {
  if (typeof value === 'number') return Math.abs(value) < 8.64e15 && value > 0 ? instant(value) : undefined;
  return momentOf(text(value), { timeZone: options.timeZone ?? 'UTC' });
}

/** What the system made of a post, where it is there; else what its editors wrote in. */
function bodyOf(row: NinjsObject): { readonly html: string; readonly warnings: readonly WireWarning[] } {
  const made = text(row.html);
  // Where the files of the site lie stands as a word for its address.
  const at = (html: string) => html.replaceAll('__GHOST_URL__', '');
  if (made !== undefined) return { html: at(made), warnings: [] };
  const read = htmlOfLexical(text(row.lexical)) ?? htmlOfMobiledoc(text(row.mobiledoc));
  const unknown = read?.unknown ?? [];
  const say = `Cards we do not know were left out: ${unknown.slice(0, 20).join(', ')}.`;
  return {
    html: at(read?.html ?? paragraphs(text(row.plaintext))),
    warnings: unknown.length === 0 ? [] : [{ code: 'card', say }],
  };
}

function paragraphs(plain = ''): string {
  const escaped = plain.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped
    .split(/\n{2,}/)
    .map((part) => `<p>${part}</p>`)
    .join('');
}

function mainPicture(row: NinjsObject, meta: NinjsObject): readonly WireMedia[] {
  const picture = mediaAt(text(row.feature_image)?.replaceAll('__GHOST_URL__', ''), {
    kind: 'picture',
    caption: plainWords(text(row.feature_image_caption) ?? text(meta.feature_image_caption)),
    alt: plainWords(text(row.feature_image_alt) ?? text(meta.feature_image_alt)),
  });
  return picture ? [picture] : [];
}

function searchWords(row: NinjsObject, meta: NinjsObject): unknown {
  const title = text(row.meta_title) ?? text(meta.meta_title);
  const description = text(row.meta_description) ?? text(meta.meta_description);
  return title === undefined && description === undefined ? undefined : { title, description };
}

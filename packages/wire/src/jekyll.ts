import { mediaAt } from './export-media.ts';
import { itemOfPost } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { unique } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';
import { frontMatter } from './front-matter.ts';
import { htmlOfMarkdown } from './markdown.ts';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireWarning } from './wire-item.ts';

/** How a text of a site generator begins: a head with one of the keys that those know and our own story files do not. */
export const JEKYLL = /^---[ \t]*\r?\n(?:[^\n]{0,2000}\n){0,40}?(?:title|layout|permalink)\s*:/;

const LIQUID: WireWarning = {
  code: 'shortcode',
  say: 'Instructions to the site generator were left out: look whether something is missing.',
};

/**
 * Reads a text of Jekyll, or of a generator of its kind: a head, then Markdown or HTML. What its name says of day and
 * words counts where the head says nothing (`2021-08-23-words-of-it.md`).
 */
export function readJekyll(text: string, options: ReadOptions): Reading {
  const matter = frontMatter(text);
  const headline = plainWords(matter && one(matter, 'title'));
  if (!matter || headline === undefined)
    return { ok: false, why: 'unsupported', say: 'unsupported: a file of a site generator without a title' };
  const named = nameOf(options.name);
  const published = momentOf(one(matter, 'date') ?? named.day, options);
  const dated = named.day === undefined ? undefined : named.slug;
  const slug = one(matter, 'slug') ?? dated ?? lastOf(permalinkOf(matter)) ?? named.slug;
  const { html, isCut } = bodyOf(matter.rest);
  const categories = listed(matter, 'category', 'categories');
  const address = addressOf(matter, { categories, day: published?.slice(0, 10) ?? named.day, slug });
  const image = mediaAt(all(matter, 'image', 'cover', 'thumbnail')[0], { kind: 'picture' });
  const item = itemOfPost(
    {
      format: 'jekyll',
      id: `jekyll:${address ?? options.name ?? headline}`,
      state: isDraft(matter) || published === undefined ? 'draft' : 'published',
      isPage: one(matter, 'layout') === 'page',
      headline,
      standfirst: plainWords(one(matter, 'description') ?? one(matter, 'excerpt') ?? one(matter, 'subtitle')),
      slug,
      html,
      authors: unique(all(matter, 'author', 'authors')).map((name) => ({ name })),
      published,
      updated: momentOf(one(matter, 'last_modified_at') ?? one(matter, 'lastmod'), options) ?? published,
      language: one(matter, 'lang') ?? one(matter, 'language'),
      sectionPath: categories.slice(0, 1),
      subjects: categories.map((name) => ({ name })),
      keywords: listed(matter, 'tag', 'tags'),
      media: image ? [image] : [],
      address,
      formerAddresses: all(matter, 'redirect_from', 'aliases'),
      warnings: isCut ? [LIQUID] : [],
    },
    options,
  );
  return { ok: true, items: [item] };
}

function all({ fields }: FrontMatter, ...keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => fields.get(key) ?? []);
}

function one({ fields }: FrontMatter, key: string): string | undefined {
  return fields.get(key)?.[0];
}

/** Several words on one line are several; so says the generator, but for the one key that is in the singular. */
function listed(matter: FrontMatter, single: string, several: string): readonly string[] {
  const many = all(matter, several);
  const [line = ''] = many;
  const parted = many.length === 1 ? line.split(line.includes(',') ? /\s*,\s*/ : /\s+/) : many;
  return unique([...all(matter, single), ...parted].flatMap((word) => plainWords(word) ?? []));
}

function isDraft(matter: FrontMatter): boolean {
  return one(matter, 'published') === 'false' || one(matter, 'draft') === 'true';
}

interface Named {
  readonly day?: string;
  readonly slug?: string;
}

function nameOf(name = ''): Named {
  const file = name.split(/[\\/]/).at(-1) ?? '';
  const [, year, month, day, dated] = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+?)\.\w{2,10}$/.exec(file) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined && dated !== undefined)
    return { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, slug: dated };
  const slug = /^(.+?)\.(?:md|markdown|html?)$/i.exec(file)?.[1];
  return slug === undefined ? {} : { slug };
}

/** An address of its own; one with words to be replaced (`:year`) is a pattern. */
function permalinkOf(matter: FrontMatter): string | undefined {
  const permalink = one(matter, 'permalink') ?? one(matter, 'url');
  return permalink?.startsWith('/') && !permalink.includes(':') ? permalink : undefined;
}

function lastOf(path: string | undefined): string | undefined {
  return /([^/]+?)(?:\.html?)?\/?$/.exec(path ?? '')?.[1];
}

/** Where it stood: as its head says, else where the generator puts what says nothing. */
function addressOf(
  matter: FrontMatter,
  {
    categories,
    day,
    slug,
  }: { categories: readonly string[]; day: string | undefined; slug: string | undefined },
): string | undefined {
  const permalink = permalinkOf(matter);
  if (permalink !== undefined) return permalink;
  if (day === undefined || slug === undefined) return undefined;
  const folders = categories.map((name) => encodeURIComponent(name.toLowerCase().replace(/\s+/g, '-')));
  return `/${[...folders, ...day.split('-'), slug].join('/')}.html`;
}

/** Liquid: what it would have put in is not here, and its marks are no words. */
const TAGS = /\{%-?[^%]{0,500}%\}|\{\{-?[^}]{0,500}\}\}/g;
const BASE = /\{\{\s*site\.(?:base)?url\s*\}\}/g;

function bodyOf(text: string): { readonly html: string; readonly isCut: boolean } {
  const based = text.replace(BASE, '');
  const plain = based.replace(TAGS, '');
  return { html: htmlOfMarkdown(plain), isCut: plain !== based };
}

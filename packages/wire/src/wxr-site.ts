import { plainWords } from './export-words.ts';
import { unique } from './fields.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf, textOf } from './xml.ts';

/** A category of a site, by its number and by its name in addresses. */
export interface SiteCategory {
  readonly name: string;
  readonly parent?: string;
}

/** What an export says of the site it comes from. */
export interface WxrSite {
  readonly title: string | undefined;
  /** Address of the front page, without a slash at its end. */
  readonly home: string | undefined;
  readonly language: string | undefined;
  /** Names of writers by their login. */
  readonly authors: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, SiteCategory>;
}

/** Reads the head of an export. E-mail addresses of writers are not taken over. */
export function siteOf(channel: XmlElement | undefined): WxrSite {
  const home = [at(channel, 'base_blog_url'), at(channel, 'link'), at(channel, 'base_site_url')]
    .map((element) => textOf(element))
    .find((address) => address !== undefined && /^https?:\/\//i.test(address));
  return {
    title: plainWords(textOf(at(channel, 'title'))),
    home: home?.replace(/\/+$/, ''),
    language: languageOf(textOf(at(channel, 'language'))),
    authors: new Map(elementsOf(channel, 'author').flatMap(writer)),
    categories: new Map(elementsOf(channel, 'category').flatMap(category)),
  };
}

function languageOf(said: string | undefined): string | undefined {
  const tag = said?.replaceAll('_', '-');
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : undefined;
}

function writer(author: XmlElement): readonly (readonly [string, string])[] {
  const login = textOf(at(author, 'author_login'));
  const names = [textOf(at(author, 'author_first_name')), textOf(at(author, 'author_last_name'))];
  const name = plainWords(textOf(at(author, 'author_display_name'))) ?? names.filter(Boolean).join(' ');
  return login === undefined || name === '' ? [] : [[login, name]];
}

function category(element: XmlElement): readonly (readonly [string, SiteCategory])[] {
  const name = plainWords(textOf(at(element, 'cat_name')));
  if (name === undefined) return [];
  const parent = textOf(at(element, 'category_parent'));
  const one = { name, ...(parent === undefined ? {} : { parent }) };
  const [word, number] = [textOf(at(element, 'category_nicename')), textOf(at(element, 'term_id'))];
  return [
    ...(word === undefined ? [] : [[word, one] as const]),
    ...(number === undefined ? [] : [[numbered(number), one] as const]),
  ];
}

/** A number names a category only where plugins say which is the main one; no name in an address has this form. */
function numbered(id: string): string {
  return `#${id}`;
}

/** Deepest path of sections read; a loop of parents is no path. */
const DEEPEST = 8;

/** The path of a category from the top, by its name in addresses or `#` and its number. */
export function pathOf(site: WxrSite, word: string, name?: string): readonly string[] {
  const path: string[] = [];
  for (let at: string | undefined = word; at !== undefined && path.length < DEEPEST; ) {
    const one: SiteCategory | undefined = site.categories.get(at);
    if (!one) break;
    path.unshift(one.name);
    at = one.parent;
  }
  return path.length === 0 && name !== undefined ? [name] : unique(path);
}

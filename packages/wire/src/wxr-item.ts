import type { Instant } from '@courant/base';
import { parseInstant } from '@courant/base';
import { mediaAt } from './export-media.ts';
import type { ExportPost, PostState } from './export-post.ts';
import { itemOfPost } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { said, unique } from './fields.ts';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';
import type { Author, WireItem, WireMedia, WireWarning } from './wire-item.ts';
import { wordPressHtml } from './wordpress-html.ts';
import { addressesOf } from './wxr-address.ts';
import type { WxrEntry } from './wxr-entry.ts';
import type { WxrLibrary } from './wxr-library.ts';
import { fileIn } from './wxr-library.ts';
import type { WxrSite } from './wxr-site.ts';
import { pathOf } from './wxr-site.ts';
import { FURNITURE, OWN_FIELDS, SEARCH_FIELDS } from './wxr-types.data.ts';

/** What an entry is read with. */
export interface WxrContext {
  readonly format: 'wxr' | 'squarespace';
  readonly site: WxrSite;
  readonly library: WxrLibrary;
  readonly options: ReadOptions;
  /** Ids given so far. */
  readonly ids: Set<string>;
}

/** Whether an entry is no story and no page: furniture of the site. */
export function isFurniture(type: string): boolean {
  return FURNITURE.has(type);
}

/** The item of a post, a page or an entry of a kind of the paper's own. */
export function itemOfEntry(entry: WxrEntry, context: WxrContext): WireItem {
  const { site, library, options, format } = context;
  const { address, former } = addressesOf(entry, site);
  const number = entry.number ?? '';
  const { html, warnings } = wordPressHtml(entry.encoded('content') ?? '', library);
  const main = entry.meta('_thumbnail_id').flatMap((id) => pictureOf(library.file(id)));
  const attached = [fileIn(entry) ?? [], library.filesOf(number), enclosures(entry)].flat();
  const item = itemOfPost(
    {
      format,
      id: idOf(entry, context),
      ...standing(entry),
      isPage: entry.type === 'page',
      supplier: site.home === undefined ? site.title : new URL(site.home).host,
      headline: plainWords(entry.field('title')),
      kicker: plainWords(OWN_FIELDS.kicker.flatMap((key) => entry.meta(key))[0]),
      standfirst: standfirstOf(entry),
      slug: slugOf(entry.field('post_name')),
      html,
      authors: authorsOf(entry, site),
      ...timesOf(entry, options),
      language: site.language,
      ...filed(entry, site),
      media: main,
      attached,
      known: (href) => library.fileAt(href),
      address,
      formerAddresses: former,
      warnings: [...kindWarnings(entry), ...warnings],
      unmapped: unmappedOf(entry),
    },
    options,
  );
  return asPicture(item, attached);
}

/** A post without words to which a picture was put is the picture. */
function asPicture(item: WireItem, attached: readonly WireMedia[]): WireItem {
  const isPicture = item.body === undefined && attached.some(({ kind }) => kind === 'picture');
  return isPicture ? { ...item, kind: 'picture' } : item;
}

/** The guid, which stays when an address changes; else the address of the site with the number. */
function idOf(entry: WxrEntry, { site, ids }: WxrContext): string {
  const slug = entry.field('post_name') ?? entry.field('title') ?? '';
  const id = said(entry.field('guid')) ?? `${site.home ?? 'wxr'}/?p=${entry.number ?? slug}`;
  // Other systems that write this format give one number to several posts.
  const own = ids.has(id) ? `${id}#${slug}` : id;
  ids.add(own);
  return own;
}

/** The main picture; its address need not say that it is one. */
function pictureOf(file: WireMedia | undefined): readonly WireMedia[] {
  if (!file) return [];
  return [file.kind === 'other' ? { ...file, kind: 'picture' } : file];
}

const STATES: Readonly<Record<string, PostState>> = {
  publish: 'published',
  ...{ draft: 'draft', pending: 'draft', 'auto-draft': 'draft' },
  private: 'private',
  future: 'scheduled',
  trash: 'trash',
};

function standing(entry: WxrEntry): Pick<ExportPost, 'state' | 'stateWord'> {
  const word = entry.field('status') ?? '';
  const state = Object.hasOwn(STATES, word) ? (STATES[word] ?? 'unknown') : 'unknown';
  if (state === 'unknown') return { state, stateWord: word };
  if (state !== 'published') return { state };
  return { state: entry.field('post_password') === undefined ? state : 'private' };
}

function kindWarnings({ type }: WxrEntry): readonly WireWarning[] {
  if (type === 'post' || type === 'page') return [];
  return [{ code: 'custom-type', say: `It is of a kind of the paper’s own: ${type.slice(0, 60)}.` }];
}

function standfirstOf(entry: WxrEntry): string | undefined {
  const own = OWN_FIELDS.standfirst.flatMap((key) => entry.meta(key))[0];
  return plainWords(entry.encoded('excerpt')) ?? plainWords(own);
}

/** All its writers where a plugin lists several, each once; else the one the system knows. */
function authorsOf(entry: WxrEntry, site: WxrSite): readonly Author[] {
  const listed = entry.terms.filter(({ domain }) => domain === 'author').map(({ name }) => plainWords(name));
  const login = entry.field('creator');
  const one = login === undefined ? undefined : (site.authors.get(login) ?? withoutMail(login));
  const names = listed.length > 0 ? listed : [one];
  return unique(names.filter((name) => name !== undefined)).map((name) => ({ name }));
}

/** A login that is an e-mail address names nobody to readers. */
function withoutMail(login: string): string | undefined {
  return login.includes('@') ? undefined : login;
}

function timesOf(entry: WxrEntry, options: ReadOptions): Pick<ExportPost, 'published' | 'updated'> {
  const published = moment(entry, 'post_date', options) ?? pubDate(entry.field('pubDate'));
  return { published, updated: moment(entry, 'post_modified', options) ?? published };
}

/** GMT where it is set; drafts have zeros there, and only the local time of the site. */
function moment(entry: WxrEntry, name: string, options: ReadOptions): Instant | undefined {
  const gmt = entry.field(`${name}_gmt`);
  return momentOf(gmt, { timeZone: 'UTC' }) ?? momentOf(entry.field(name), options);
}

/** RFC 822, as feeds have it; a draft has the year -0001. */
function pubDate(text: string | undefined): Instant | undefined {
  const [, day, month, year, time] =
    /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) \+0000/.exec(text ?? '') ?? [];
  const number = MONTHS.indexOf(month ?? '') + 1;
  if (day === undefined || number === 0 || Number(year) < 1970) return undefined;
  return parseInstant(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${time}Z`);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const NO_CATEGORY = /^uncategori[sz]ed$/i;

/** Where it was filed: the path of its main category, all categories as subjects, tags as keywords. */
function filed(entry: WxrEntry, site: WxrSite): Pick<ExportPost, 'sectionPath' | 'subjects' | 'keywords'> {
  const named = (domain: string) =>
    entry.terms.flatMap((term) => {
      const name = term.domain === domain ? plainWords(term.name) : undefined;
      return name === undefined || NO_CATEGORY.test(name) ? [] : [{ ...term, name }];
    });
  const categories = named('category');
  const [main] = entry.meta('_yoast_wpseo_primary_category');
  const path = main === undefined ? [] : pathOf(site, `#${main}`);
  const [first] = categories;
  return {
    sectionPath: path.length > 0 || !first ? path : pathOf(site, first.word, first.name),
    subjects: unique(categories.map(({ name }) => name)).map((name) => ({ name })),
    keywords: unique(named('post_tag').map(({ name }) => name)),
  };
}

/** Sounds of a podcast: address, bytes and media type on three lines. */
function enclosures(entry: WxrEntry): readonly WireMedia[] {
  return entry.meta('enclosure').flatMap((meta) => {
    const [href = '', , mediaType = ''] = meta.split(/\r?\n/).map((line) => line.trim());
    return mediaAt(href, { mediaType: /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : undefined }) ?? [];
  });
}

/** The words of an address: of a path the last, without the end of a file; letters beyond ASCII are kept encoded. */
function slugOf(name: string | undefined): string | undefined {
  const last = name
    ?.replace(/\/+$/, '')
    .replace(/^.*\//s, '')
    .replace(/\.html?$/i, '');
  try {
    return last && decodeURIComponent(last);
  } catch {
    // A percent sign that encodes nothing: the slug is as it is written.
    return last;
  }
}

const MAPPED_FIELDS: ReadonlySet<string> = new Set(Object.values(OWN_FIELDS).flat());

/** Longest value of a field of the paper's own that is kept. */
const LONGEST = 2_000;

function unmappedOf(entry: WxrEntry): Record<string, unknown> {
  const keys = entry.metaKeys
    .filter((key) => SEARCH_FIELDS.includes(key) || !(key.startsWith('_') || MAPPED_FIELDS.has(key)))
    .slice(0, 100);
  const metas = keys.flatMap((key) => {
    const [value = ''] = entry.meta(key);
    return value === '' || value.length > LONGEST || key === 'enclosure' ? [] : [[key, value]];
  });
  return {
    comments: entry.comments === 0 ? undefined : entry.comments,
    sticky: entry.field('is_sticky') === '1' ? true : undefined,
    fields: metas.length === 0 ? undefined : Object.fromEntries(metas),
  };
}

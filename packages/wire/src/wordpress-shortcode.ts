import { attributesOf } from './export-body.ts';
import { escaped } from './html-escape.ts';
import type { WireMedia } from './wire-item.ts';
import { ADDRESSES, BARE, EMBEDS, PLAYERS } from './wordpress-shortcode.data.ts';

/** Finds a picture of the site by its number. */
export type PictureById = (id: string) => WireMedia | undefined;

/** A text whose shortcodes were read. */
export interface Unwrapped {
  readonly html: string;
  /** Names of those we do not know, each once; their words and addresses are kept. */
  readonly unknown: readonly string[];
}

/**
 * `[name a="b"]`, `[/name]`, `[name/]`, and `[[name]]`, which is a shortcode written about. Words in brackets look like
 * one too: what has no attribute, no end and no known name stays as it is. Lengths are bounded, so that no text of
 * brackets and quotes can be slow.
 */
const CODE =
  /\[(\[?)(\/?)([a-z][\w-]{0,60})((?:\s(?:[^[\]"'<>]|"[^"]{0,1500}"|'[^']{0,1500}'|<[^<>[\]]{0,500}>){0,1500})?)\](\]?)/gi;

interface Code {
  readonly whole: string;
  readonly at: number;
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: string;
}

/** Reads the shortcodes of a post: captions, galleries, embeds and players as HTML; of others the words they hold. */
export function withoutShortcodes(content: string, pictureById: PictureById): Unwrapped {
  if (!content.includes('[')) return { html: content, unknown: [] };
  const codes = codesIn(content);
  const html: string[] = [];
  const unknown = new Set<string>();
  let at = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (!code || code.at < at) continue;
    html.push(content.slice(at, code.at));
    at = code.at + code.whole.length;
    const end = endOf(codes, i);
    const inside = end && content.slice(at, end.at);
    const read = readCode(code, { inside, pictureById });
    html.push(read.html);
    if (read.isUnknown) unknown.add(code.name);
    if (end && read.isWhole) at = end.at + end.whole.length;
  }
  html.push(content.slice(at));
  return { html: html.join('').replace(/\[(\[[a-z][^[\]<>]{0,300}\])\]/gi, '$1'), unknown: [...unknown] };
}

/** The codes of a text that are none of its words. */
function codesIn(content: string): readonly Code[] {
  const found = [...content.matchAll(CODE)].flatMap((match): readonly Code[] => {
    const [whole, open, slash, name = '', attributes = '', close] = match;
    if (open !== '' && close !== '') return [];
    // One bracket more on one side alone is a bracket of the text.
    const before = open === '' ? 0 : 1;
    const bare = whole.slice(before, close === '' ? undefined : -1);
    return [
      { whole: bare, at: match.index + before, name: name.toLowerCase(), isEnd: slash !== '', attributes },
    ];
  });
  const ended = new Set(found.filter(({ isEnd }) => isEnd).map(({ name }) => name));
  const begun = new Set(found.filter(({ isEnd }) => !isEnd).map(({ name }) => name));
  return found.filter(({ name, isEnd, attributes }) => {
    if (isEnd) return begun.has(name);
    const isKnown = BARE.has(name) || EMBEDS.has(name) || PLAYERS.has(name);
    return (
      ended.has(name) ||
      /=\s*["'\w]/.test(attributes) ||
      (isKnown && (attributes !== '' || BARE.has(name))) ||
      name.includes('_')
    );
  });
}

/** The end of a code, before another of its name begins. */
function endOf(codes: readonly Code[], of: number): Code | undefined {
  const code = codes[of];
  if (!code || code.isEnd || !ENCLOSING.has(code.name)) return undefined;
  const next = codes.slice(of + 1, of + 50).find(({ name }) => name === code.name);
  return next?.isEnd ? next : undefined;
}

/** Codes whose inside we read ourselves; of others it stays where it is. */
const ENCLOSING: ReadonlySet<string> = new Set(['caption', 'wp_caption', ...EMBEDS.keys()]);

interface Around {
  readonly inside: string | undefined;
  readonly pictureById: PictureById;
}

interface ReadCode {
  readonly html: string;
  /** Its inside was read too. */
  readonly isWhole: boolean;
  readonly isUnknown: boolean;
}

function readCode(code: Code, { inside, pictureById }: Around): ReadCode {
  const { name, attributes } = code;
  const known = (html: string) => ({ html, isWhole: inside !== undefined, isUnknown: false });
  if (code.isEnd) return known('');
  const said = attributesOf(`<x ${attributes.trim().replace(/\/$/, '')}>`);
  if (name === 'caption' || name === 'wp_caption') return known(captioned(said, inside ?? ''));
  if (name === 'gallery' || (name === 'playlist' && said.has('ids'))) {
    const ids = (said.get('ids') ?? said.get('include') ?? '').split(/[\s,]+/).filter(Boolean);
    return known(ids.map((id) => figureOf(pictureById(id))).join(''));
  }
  const address = addressOf(code, said, inside);
  if (address !== undefined) {
    const isUnknown = !EMBEDS.has(name) && !PLAYERS.has(name);
    return { ...known(`<p>${linkTo(address)}</p>`), isUnknown };
  }
  return { html: '', isWhole: false, isUnknown: !BARE.has(name) };
}

/** The address a code leads to: what it encloses, an attribute, or what stands in it without a name. */
function addressOf(
  { name, attributes }: Code,
  said: ReadonlyMap<string, string>,
  inside: string | undefined,
): string | undefined {
  const found = ADDRESSES.map((key) => said.get(key)).find((value) => value !== undefined);
  const [bare] =
    /(?:https?:)?\/\/[^\s"'<>\]]+/.exec(inside ?? '') ?? /https?:\/\/[^\s"'<>\]]+/.exec(attributes) ?? [];
  const address = (found ?? bare)?.replaceAll('&amp;', '&');
  if (address !== undefined && /^(?:https?:)?\/\//.test(address)) return address.replace(/^\/\//, 'https://');
  const base = EMBEDS.get(name);
  if (!base) return undefined;
  const id = said.get('id') ?? /^\s*=?["']?([\w-]{3,40})\b/.exec(attributes)?.[1] ?? inside?.trim();
  return id !== undefined && /^[\w-]{3,40}$/.test(id) ? base + id : undefined;
}

function linkTo(address: string): string {
  return `<a href="${escaped(address)}">${escaped(address)}</a>`;
}

/** `[caption width="…"]<a><img></a> Words[/caption]`, or, as before 2012, the words as an attribute. */
function captioned(said: ReadonlyMap<string, string>, inside: string): string {
  const picture = /(?:<a\b[^>]{0,2000}>\s*)?<img\b[^>]{0,4000}>(?:\s*<\/a>)?/i.exec(inside);
  if (!picture) return inside;
  const words = inside.slice(0, picture.index) + inside.slice(picture.index + picture[0].length);
  const caption = words.trim() || (said.get('caption') ?? '');
  return `<figure>${picture[0]}<figcaption>${caption}</figcaption></figure>`;
}

function figureOf(picture: WireMedia | undefined): string {
  if (picture?.href === undefined) return '';
  const caption = escaped(picture.caption ?? '');
  return `<figure><img src="${escaped(picture.href)}" alt="${escaped(picture.alt ?? '')}"><figcaption>${caption}</figcaption></figure>`;
}

import type { FeedFile } from './feed-entry.ts';
import { present } from './fields.ts';
import type { XmlElement } from './xml.ts';
import { elementsOf, textOf } from './xml.ts';

/** Prefixes by which senders know a vocabulary; the declaration may name it otherwise, or be missing. */
const PREFIXES = {
  own: ['', 'rss', 'rss1', 'rss09', 'rss10', 'a', 'atom10'],
  dc: ['dc', 'dcterms', 'dc11'],
  content: ['content'],
  media: ['media'],
  itunes: ['itunes'],
  atom: ['atom', 'atom10', 'a10', 'a'],
  sy: ['sy', 'syn', 'syndication'],
} as const;

/** A vocabulary of feeds. */
export type Vocabulary = keyof typeof PREFIXES;

/** The child elements of a name in a vocabulary. */
export function named(
  parent: XmlElement | undefined,
  vocabulary: Vocabulary,
  ...names: readonly string[]
): readonly XmlElement[] {
  const prefixes: readonly string[] = PREFIXES[vocabulary];
  return elementsOf(parent, ...names).filter(({ prefix }) => prefixes.includes(prefix.toLowerCase()));
}

/** The text of the first of them that has one. */
export function textNamed(
  parent: XmlElement | undefined,
  vocabulary: Vocabulary,
  ...names: readonly string[]
): string | undefined {
  return named(parent, vocabulary, ...names).flatMap((element) => textOf(element) ?? [])[0];
}

/** An address made whole by that of the feed; as it stands where it cannot be. */
export function absolute(href: string | undefined, base: string | undefined): string | undefined {
  const plain = href?.trim();
  if (plain === undefined || plain === '') return undefined;
  return base === undefined ? plain : (URL.parse(plain, base)?.href ?? plain);
}

/** Files that Media RSS names in an element: pictures before films, the largest of several sizes. */
export function mediaIn(parent: XmlElement): readonly FeedFile[] {
  const groups = [parent, ...named(parent, 'media', 'group')];
  return groups.flatMap((group) => {
    const found = named(group, 'media', 'content').flatMap((content) => fileIn(content, group));
    if (found.length > 0) return found;
    return named(group, 'media', 'thumbnail').flatMap((thumbnail) => fileIn(thumbnail, group));
  });
}

function fileIn(element: XmlElement, group: XmlElement): readonly FeedFile[] {
  const { url: href, type, medium, width, height } = element.attrs;
  if (!href) return [];
  const say = (name: string) => textNamed(element, 'media', name) ?? textNamed(group, 'media', name);
  const mediaType = type ?? (medium === 'image' || element.name === 'thumbnail' ? 'image/*' : undefined);
  const described = {
    title: say('title'),
    caption: say('description') ?? say('text'),
    credit: say('credit'),
  };
  const sized = { width: sizeOf(width), height: sizeOf(height) };
  return [{ href, ...present({ mediaType, ...described, ...sized }) }];
}

function sizeOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

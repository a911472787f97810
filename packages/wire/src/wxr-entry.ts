import type { XmlElement } from './xml.ts';
import { elementsOf, rawText } from './xml.ts';

/** An entry of an export by what it says of itself: its fields and those that plugins and papers added. */
export interface WxrEntry {
  /** `post`, `page`, `attachment` …; `post` where it is not said, as some tools leave it. */
  readonly type: string;
  /** The number it has in its site. */
  readonly number: string | undefined;
  /** The text of a field of the system's own (`wp:`), or of the feed; undefined where it is blank. */
  field(name: string): string | undefined;
  /** The text of `content:encoded` or `excerpt:encoded`. */
  encoded(prefix: 'content' | 'excerpt'): string | undefined;
  /** The values of a field of a plugin or the paper. */
  meta(key: string): readonly string[];
  readonly metaKeys: readonly string[];
  /** Categories, tags and writers: domain, the name in addresses, the name. */
  readonly terms: readonly WxrTerm[];
  readonly comments: number;
}

/** A category, tag, writer or other term of an entry. */
export interface WxrTerm {
  readonly domain: string;
  readonly word: string;
  readonly name: string;
}

/** Reads an `<item>` element. */
export function entryOf(item: XmlElement): WxrEntry {
  const elements = elementsOf(item);
  const text = (found: (element: XmlElement) => boolean) => {
    const element = elements.find(found);
    return element && (rawText(element).trim() || undefined);
  };
  const metas = elementsOf(item, 'postmeta').map(
    (meta) => [own(meta, 'meta_key'), own(meta, 'meta_value')] as const,
  );
  const field = (name: string) => text((element) => element.name === name && element.prefix !== 'content');
  return {
    type: field('post_type') ?? 'post',
    number: field('post_id'),
    field,
    encoded: (prefix) => text((element) => element.name === 'encoded' && element.prefix === prefix),
    meta: (key) => metas.flatMap(([name, value]) => (name === key && value !== '' ? [value] : [])),
    metaKeys: metas.map(([name]) => name),
    terms: elementsOf(item, 'category').map((term) => ({
      domain: term.attrs.domain ?? 'category',
      word: term.attrs.nicename ?? '',
      name: rawText(term).trim(),
    })),
    comments: elementsOf(item, 'comment').length,
  };
}

function own(parent: XmlElement, name: string): string {
  const [element] = elementsOf(parent, name);
  return element ? rawText(element).trim() : '';
}

import { parseFragment } from 'parse5';
import { mediaAt } from './export-media.ts';
import type { HtmlBody } from './html-body.ts';
import { bodyFromHtml } from './html-body.ts';
import type { HtmlBodyOptions } from './html-body-options.ts';
import { escaped } from './html-escape.ts';
import type { HtmlNode } from './html-node.ts';
import type { WireLink, WireMedia } from './wire-item.ts';

/** What the HTML of another system's post holds for a story. */
export interface ExportBody extends HtmlBody {
  /** What it showed in frames, which no story of ours has. */
  readonly links: readonly WireLink[];
}

/** Tags that point at something a story keeps as a link or a file; a tag longer than this is none. */
const POINTING = /<(iframe|img|video|audio|source|embed|object)\b[^<>]{0,8000}>/gi;

/**
 * Reads the HTML of a post. Frames (films, posts of social networks, maps) become links, pictures that a script was
 * to load are taken where they lie, films and sounds become media: no address a post pointed at is lost.
 */
export function exportBody(html: string, options: HtmlBodyOptions = {}): ExportBody {
  const links: WireLink[] = [];
  const sounds: WireMedia[] = [];
  const plain = html.replace(POINTING, (tag, name: string) => {
    const kind = name.toLowerCase();
    if (kind === 'img') return withSource(tag);
    const attributes = attributesOf(tag);
    const href = attributes.get('src') ?? attributes.get('data');
    if (href === undefined) return tag;
    if (kind === 'video' || kind === 'audio' || kind === 'source') {
      const mediaType = attributes.get('type');
      const file = mediaAt(href, { mediaType });
      if (file) sounds.push(file.kind === 'other' && kind !== 'source' ? { ...file, kind } : file);
      return tag;
    }
    const address = href.replace(/^\/\//, 'https://');
    if (!/^https?:\/\//i.test(address)) return tag;
    links.push({ href: address, rel: 'embed' });
    return `<p><a href="${escaped(address)}">${escaped(address)}</a></p>${tag}`;
  });
  const read = bodyFromHtml(plain, options);
  return { ...read, media: [...read.media, ...sounds], links };
}

/** Where pages hide the address of a picture until a script asks for it. */
const LAZY = ['data-src', 'data-image', 'data-lazy-src', 'data-original', 'data-orig-file'] as const;

function withSource(tag: string): string {
  if (!/\sdata-/i.test(tag)) return tag;
  const attributes = attributesOf(tag);
  const src = attributes.get('src') ?? '';
  const lazy = LAZY.map((name) => attributes.get(name)).find((href) => href !== undefined);
  if (lazy === undefined || (src !== '' && !src.startsWith('data:'))) return tag;
  const alt = attributes.get('alt') ?? '';
  return `<img src="${escaped(lazy)}" alt="${escaped(alt)}">`;
}

/** The attributes of a tag as it is written, by name, blank ones left out. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  // parse5's nodes have the shape HtmlNode names, and much besides.
  const [node] = parseFragment(tag).childNodes as readonly HtmlNode[];
  const attributes = (node?.attrs ?? []).map(({ name, value }) => [name, value.trim()] as const);
  return new Map(attributes.filter(([, value]) => value !== ''));
}

import { escaped } from './html-escape.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';

/** A body as HTML, and the parts of it we do not know. */
export interface ChorusHtml {
  readonly html: string;
  readonly unknown: readonly string[];
}

type Write = (part: NinjsObject) => string;

/** What is said by `{html}` or as it stands. */
function inner(value: unknown): string {
  if (isObject(value)) return text(value.html) ?? '';
  return typeof value === 'string' ? escaped(value) : '';
}

/** Parts of a body by their kind, without the `EntryBody` before it. */
const PARTS: Readonly<Record<string, Write>> = {
  Paragraph: ({ contents }) => `<p>${inner(contents)}</p>`,
  Heading: ({ contents, level }) => {
    const name = Number(level) > 2 ? 'h3' : 'h2';
    return `<${name}>${inner(contents)}</${name}>`;
  },
  List: ({ items, ordered }) => {
    const name = ordered === true ? 'ol' : 'ul';
    return `<${name}>${list(items)
      .map(({ line }) => `<li>${inner(line)}</li>`)
      .join('')}</${name}>`;
  },
  Blockquote: ({ paragraphs }) =>
    `<blockquote>${list(paragraphs)
      .map(({ contents }) => `<p>${inner(contents)}</p>`)
      .join('')}</blockquote>`,
  Pullquote: ({ quote }) => `<blockquote><p>${inner(quote)}</p></blockquote>`,
  HorizontalRule: () => '<hr>',
  HTML: ({ rawHtml }) => text(rawHtml) ?? '',
  Embed: ({ embed }) => (isObject(embed) ? (text(embed.embedHtml) ?? '') : ''),
  Image: ({ image, caption }) => picture(image, caption),
  Gallery: ({ images }) =>
    list(images)
      .map((one) => picture(isObject(one.image) ? one.image : one, one.caption))
      .join(''),
  RelatedList: ({ items }) => {
    const links = list(items).map(({ title, url }) => link(text(url), text(title)));
    return `<ul>${links.map((one) => `<li>${one}</li>`).join('')}</ul>`;
  },
  Poll: ({ poll }) => {
    if (!isObject(poll)) return '';
    const options = list(poll.options).map(({ label }) => `<li>${escaped(text(label) ?? '')}</li>`);
    return `<h3>${escaped(text(poll.title) ?? '')}</h3><ul>${options.join('')}</ul>`;
  },
  Table: ({ table }) => (isObject(table) ? tableOf(table) : ''),
};

/** Parts of one body at the most. */
const MOST = 20_000;

/** The HTML of the components of a body. */
export function htmlOfChorus(components: unknown): ChorusHtml {
  const unknown = new Set<string>();
  const parts = list(components)
    .slice(0, MOST)
    .map((part) => {
      const kind = (text(part.__typename) ?? '').replace(/^EntryBody/, '');
      const write = Object.hasOwn(PARTS, kind) ? PARTS[kind] : undefined;
      if (!write) unknown.add(kind.slice(0, 40) || 'a part without a name');
      return write?.(part) ?? '';
    });
  return { html: parts.join(''), unknown: [...unknown] };
}

function link(href = '', title = href): string {
  return `<a href="${escaped(href)}">${escaped(title)}</a>`;
}

function picture(image: unknown, caption: unknown): string {
  const one = isObject(image) ? image : {};
  const asset = isObject(one.asset) ? one.asset : one;
  const href = text(asset.url) ?? text(asset.src);
  if (href === undefined) return '';
  const alt = escaped(text(one.alt) ?? text(one.altText) ?? '');
  return `<figure><img src="${escaped(href)}" alt="${alt}"><figcaption>${inner(caption)}</figcaption></figure>`;
}

/** Rows are written as columns where there are as many of them as columns are named. */
function tableOf({ title, caption, columns, rows }: NinjsObject): string {
  const names = textsOf(columns);
  const lists = Array.isArray(rows) ? rows.map(textsOf) : [];
  const isTurned = lists.length === names.length && lists.some(({ length }) => length !== names.length);
  const longest = Math.min(1_000, Math.max(0, ...lists.map(({ length }) => length)));
  const lines = isTurned
    ? Array.from({ length: longest }, (_, i) => lists.map((column) => column[i] ?? ''))
    : lists;
  const row = (cells: readonly string[], name: string) =>
    `<tr>${cells.map((one) => `<${name}>${escaped(one)}</${name}>`).join('')}</tr>`;
  const said = text(caption) ?? text(title);
  const head = said === undefined ? '' : `<caption>${escaped(said)}</caption>`;
  return `<table>${head}${row(names, 'th')}${lines.map((line) => row(line, 'td')).join('')}</table>`;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((one) => (isObject(one) ? inner(one) : (text(one) ?? ''))) : [];
}

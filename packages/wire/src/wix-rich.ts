import { escaped } from './html-escape.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';

/** The text of a post as its editor keeps it, as HTML, and the parts of it we do not know. */
export interface RicosHtml {
  readonly html: string;
  readonly unknown: readonly string[];
}

/** Elements by the type of a node that holds others; a heading says its level. */
const ELEMENTS: Readonly<Record<string, string>> = {
  ...{ PARAGRAPH: 'p', BLOCKQUOTE: 'blockquote', BULLETED_LIST: 'ul', ORDERED_LIST: 'ol', LIST_ITEM: 'li' },
  ...{ CODE_BLOCK: 'pre', TABLE: 'table', TABLE_ROW: 'tr', TABLE_CELL: 'td', CAPTION: 'p' },
};
const MARKS: Readonly<Record<string, string>> = {
  ...{ BOLD: 'strong', ITALIC: 'em', STRIKETHROUGH: 's', SUPERSCRIPT: 'sup', SUBSCRIPT: 'sub' },
};
/** Nodes of one text at the most, and how deep they stand in each other. */
const MOST = { nodes: 50_000, depth: 40 } as const;

/** The HTML of a text of Wix's editor (`{nodes: […]}`); undefined where a value is none. */
export function htmlOfRicos(value: unknown): RicosHtml | undefined {
  if (!isObject(value) || !Array.isArray(value.nodes)) return undefined;
  const writer = new RicosWriter();
  const html = writer.nodes(value.nodes, 0);
  return { html, unknown: [...writer.unknown] };
}

/** Where a file of Wix lies, by the address its editor writes. */
export function wixAddress(said: string | undefined): string | undefined {
  const file = /^wix:(?:image|video|document):\/\/v1\/([^/#?]+)/.exec(said ?? '')?.[1];
  if (file !== undefined) return `https://static.wixstatic.com/media/${file}`;
  if (said !== undefined && /^[\w~.-]+\.(?:jpe?g|png|gif|webp)$/i.test(said))
    return `https://static.wixstatic.com/media/${said}`;
  return said;
}

class RicosWriter {
  readonly unknown = new Set<string>();
  #count = 0;

  nodes(value: unknown, depth: number): string {
    if (depth > MOST.depth) return '';
    return list(value)
      .map((node) => (this.#count++ < MOST.nodes ? this.#node(node, depth + 1) : ''))
      .join('');
  }

  #node(node: NinjsObject, depth: number): string {
    const type = text(node.type) ?? '';
    const element = Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type] : undefined;
    if (element !== undefined) return `<${element}>${this.nodes(node.nodes, depth)}</${element}>`;
    switch (type) {
      case 'TEXT':
        return marked(node.textData);
      case 'HEADING': {
        const level = isObject(node.headingData) && Number(node.headingData.level) > 2 ? 'h3' : 'h2';
        return `<${level}>${this.nodes(node.nodes, depth)}</${level}>`;
      }
      case 'DIVIDER':
        return '<hr>';
      case 'IMAGE':
        return picture(node.imageData) + this.nodes(node.nodes, depth);
      case 'VIDEO':
      case 'LINK_PREVIEW':
      case 'EMBED':
      case 'HTML':
        return framed(node);
      default:
        this.unknown.add(type.slice(0, 40) || 'a part without a name');
        return this.nodes(node.nodes, depth);
    }
  }
}

/** A run of text with what is set upon it. */
function marked(data: unknown): string {
  if (!isObject(data) || typeof data.text !== 'string') return '';
  return list(data.decorations).reduce((html, decoration) => {
    const type = text(decoration.type) ?? '';
    const element = Object.hasOwn(MARKS, type) ? MARKS[type] : undefined;
    if (element !== undefined) return `<${element}>${html}</${element}>`;
    const link = isObject(decoration.linkData) ? decoration.linkData.link : undefined;
    const url = isObject(link) ? text(link.url) : undefined;
    return url === undefined ? html : `<a href="${escaped(url)}">${html}</a>`;
  }, escaped(data.text));
}

function picture(data: unknown): string {
  if (!isObject(data)) return '';
  const source = isObject(data.image) && isObject(data.image.src) ? data.image.src : {};
  const href = wixAddress(text(source.url) ?? text(source.id));
  if (href === undefined) return '';
  return `<img src="${escaped(href)}" alt="${escaped(text(data.altText) ?? '')}">`;
}

/** What is shown of another place: a film, a page, a piece of markup. */
function framed(node: NinjsObject): string {
  const found = [node.videoData, node.linkPreviewData, node.embedData, node.htmlData].find(isObject) ?? {};
  const inner = isObject(found.video) && isObject(found.video.src) ? text(found.video.src.url) : undefined;
  const link = isObject(found.link) ? text(found.link.url) : undefined;
  const href = inner ?? link ?? text(found.src) ?? text(found.url);
  if (href !== undefined) return `<iframe src="${escaped(href)}"></iframe>`;
  return text(found.html) ?? '';
}

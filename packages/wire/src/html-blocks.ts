import type { Instant } from '@courant/base';
import type {
  Block,
  BlockAttrs,
  Inline,
  List,
  ListItem,
  Paragraph,
  PictureAttrs,
  RelatedLink,
  Row,
} from '@courant/story';
import type { HtmlBodyOptions } from './html-body-options.ts';
import { inlinesOf, isLink, PLAIN_LINE, trimmed } from './html-line.ts';
import type { HtmlNode } from './html-node.ts';
import {
  attribute,
  BLOCK_NAMES,
  childrenNamed,
  hasAttribute,
  hasClass,
  holdsBlocks,
  LEFT_OUT,
  textBelow,
} from './html-node.ts';
import { paragraphsOf } from './html-words.ts';
import type { WireMedia, WireWarning } from './wire-item.ts';

const HEADS: ReadonlyMap<string, 2 | 3> = new Map([
  ['h1', 2],
  ['h2', 2],
  ['h3', 3],
  ['h4', 3],
  ['h5', 3],
  ['h6', 3],
]);
const DEEPEST = 24;
const MOST_CELLS = 20_000;

/** Whether a node stands apart from the line; a link around blocks stays a link, and its blocks become lines. */
function isBlock(node: HtmlNode, depth: number): boolean {
  if (depth >= DEEPEST) return false;
  if (LEFT_OUT.has(node.nodeName)) return node.nodeName === 'form';
  return BLOCK_NAMES.has(node.nodeName) || (node.nodeName !== 'a' && holdsBlocks(node));
}

/** Makes blocks of a parsed HTML tree, and gathers the pictures it shows. */
export class BlockMaker {
  readonly media: WireMedia[] = [];
  readonly warnings: WireWarning[] = [];
  readonly #options: HtmlBodyOptions;
  #ids = 0;
  #blocks = 0;

  constructor(options: HtmlBodyOptions) {
    this.#options = options;
  }

  /** The blocks of some nodes; what is inline between blocks becomes paragraphs. */
  blocks(nodes: readonly HtmlNode[], depth = 0): readonly Block[] {
    const blocks: Block[] = [];
    let line: Inline[] = [];
    const flush = () => {
      for (const paragraph of this.#paragraphs(line)) blocks.push(paragraph);
      line = [];
    };
    for (const node of nodes) {
      if (isBlock(node, depth)) {
        flush();
        for (const block of this.#blockOf(node, depth)) blocks.push(block);
      } else {
        this.#see(node);
        for (const inline of inlinesOf(node, PLAIN_LINE)) line.push(inline);
      }
    }
    flush();
    return blocks;
  }

  #blockOf(node: HtmlNode, depth: number): readonly Block[] {
    const name = node.nodeName;
    if (LEFT_OUT.has(name)) return [];
    const house = this.#options.isHouse ? this.#houseBlock(node, depth) : undefined;
    if (house) return house;
    const level = HEADS.get(name);
    if (level !== undefined) return this.#subhead(node, level);
    if (name === 'blockquote') return this.#quote(node, depth);
    if (name === 'ul' || name === 'ol') return this.#listBlocks(node, depth);
    if (name === 'table') return this.#table(node, depth);
    if (name === 'pre') return this.#preformatted(node);
    if (name === 'hr') return [{ type: 'divider', attrs: this.#attrs() }];
    if (name === 'figure' && this.#sawPicture(node)) return [];
    return this.blocks(node.childNodes ?? [], depth + 1);
  }

  /** What our own story files may say beyond plain HTML. */
  #houseBlock(node: HtmlNode, depth: number): readonly Block[] | undefined {
    if (node.nodeName === 'figure') {
      const picture = pictureOf(node);
      return picture && [{ type: 'picture', attrs: { ...this.#attrs(), ...picture } }];
    }
    if (node.nodeName === 'div' && hasClass(node, 'gallery')) {
      const pictures = childrenNamed(node, 'figure').flatMap((figure) => pictureOf(figure) ?? []);
      return [{ type: 'gallery', attrs: { ...this.#attrs(), pictures } }];
    }
    if (node.nodeName === 'article' && hasClass(node, 'entry')) return this.#entry(node, depth);
    if (node.nodeName === 'aside' && hasClass(node, 'facts')) return this.#factBox(node, depth);
    if (node.nodeName === 'nav' && hasClass(node, 'related')) {
      const links = anchorsBelow(node).flatMap((anchor): readonly RelatedLink[] => {
        const href = attribute(anchor, 'href');
        return href === undefined ? [] : [{ href, title: textOf(anchor) }];
      });
      return [{ type: 'related', attrs: { ...this.#attrs(), links } }];
    }
    return undefined;
  }

  /** An entry of a live blog: its head, then what stands in it. The moment is read where the story is filed. */
  #entry(node: HtmlNode, depth: number): readonly Block[] {
    const at = attribute(node, 'data-at');
    if (at === undefined) return this.blocks(node.childNodes ?? [], depth + 1);
    const [title] = childrenNamed(node, 'h2', 'h3');
    const said = { pinned: hasAttribute(node, 'data-pinned'), key: hasAttribute(node, 'data-key') };
    const attrs = { ...this.#attrs(), at: at as Instant, ...said };
    const content = title ? trimmed(inlinesOf(title, PLAIN_LINE)) : [];
    const rest = (node.childNodes ?? []).filter((child) => child !== title);
    return [{ type: 'entry', attrs, content }, ...this.blocks(rest, depth + 1)];
  }

  #factBox(node: HtmlNode, depth: number): readonly Block[] {
    const attrs = this.#attrs();
    const [title] = childrenNamed(node, 'h2', 'h3', 'h4');
    const rest = (node.childNodes ?? []).filter((child) => child !== title);
    const content = this.#inside(rest, depth);
    if (content.length === 0) return title ? this.#subhead(title, 3) : [];
    return [{ type: 'factbox', attrs: { ...attrs, title: title ? textOf(title) : '' }, content }];
  }

  #subhead(node: HtmlNode, level: 2 | 3): readonly Block[] {
    this.#see(node);
    const content = trimmed(inlinesOf(node, PLAIN_LINE));
    return content.length === 0 ? [] : [{ type: 'subhead', attrs: { ...this.#attrs(), level }, content }];
  }

  #quote(node: HtmlNode, depth: number): readonly Block[] {
    const attrs = this.#attrs();
    const [cite] = childrenNamed(node, 'cite', 'footer');
    const rest = (node.childNodes ?? []).filter((child) => child !== cite);
    const content = this.#inside(rest, depth).flatMap(paragraphsOf);
    if (content.length === 0) return cite ? this.#paragraphs(inlinesOf(cite, PLAIN_LINE)) : [];
    const attribution = cite ? { attribution: textOf(cite).replace(/^[—–-]\s*/, '') } : {};
    return [{ type: 'quote', attrs: { ...attrs, ...attribution }, content }];
  }

  #listBlocks(node: HtmlNode, depth: number): readonly List[] {
    const attrs = { ...this.#attrs(), ordered: node.nodeName === 'ol' };
    // What stands in a list outside its entries, as lists in lists often do, is an entry of its own.
    const content = (node.childNodes ?? []).flatMap((child): readonly ListItem[] => {
      const id = { id: this.#id() };
      const inner = this.#inside(child.nodeName === 'li' ? (child.childNodes ?? []) : [child], depth);
      return inner.length === 0 ? [] : [{ type: 'item', attrs: id, content: inner }];
    });
    return content.length === 0 ? [] : [{ type: 'list', attrs, content }];
  }

  /** Blocks that may stand inside others: paragraphs and lists; of anything else, its words. */
  #inside(nodes: readonly HtmlNode[], depth: number): readonly (Paragraph | List)[] {
    const top = this.#blocks;
    const blocks = this.blocks(nodes, depth + 1);
    this.#blocks = top;
    return blocks.flatMap((block): readonly (Paragraph | List)[] => {
      return block.type === 'list' ? [block] : paragraphsOf(block);
    });
  }

  #table(node: HtmlNode, depth: number): readonly Block[] {
    const box = boxOf(node);
    if (box) return this.blocks(box.childNodes ?? [], depth + 1);
    this.#see(node);
    const attrs = this.#attrs();
    const [caption] = childrenNamed(node, 'caption');
    let cells = 0;
    const content = rowsOf(node).flatMap((tr): readonly Row[] => {
      const row = childrenNamed(tr, 'td', 'th').map((cell) => cellOf(cell));
      cells += row.length;
      return row.length === 0 || cells > MOST_CELLS ? [] : [{ type: 'row', content: row }];
    });
    if (cells > MOST_CELLS)
      this.warnings.push({ code: 'table-cut', say: `A table of more than ${MOST_CELLS} cells was cut.` });
    const named = caption ? { caption: textOf(caption) } : {};
    return content.length === 0 ? [] : [{ type: 'table', attrs: { ...attrs, ...named }, content }];
  }

  #preformatted(node: HtmlNode): readonly Block[] {
    const lines = (node.childNodes ?? []).flatMap((child) =>
      inlinesOf(child, { ...PLAIN_LINE, isPreformatted: true }),
    );
    const isBlank = lines.every((inline) => inline.type === 'break' || inline.text.trim() === '');
    return isBlank ? [] : [{ type: 'preformatted', attrs: this.#attrs(), content: lines }];
  }

  /** A line as paragraphs: two breaks together part them, as old systems write. */
  #paragraphs(line: readonly Inline[]): readonly Paragraph[] {
    const parts: Inline[][] = [[]];
    let breaks = 0;
    for (const inline of line) {
      const isBlank = inline.type === 'text' && inline.text.trim() === '';
      if (inline.type === 'break') breaks++;
      else if (!isBlank) {
        if (breaks >= 2) parts.push([]);
        breaks = 0;
      }
      parts.at(-1)?.push(inline);
    }
    return parts.flatMap((part): readonly Paragraph[] => {
      const content = trimmed(part);
      return content.length === 0 ? [] : [{ type: 'paragraph', attrs: this.#attrs(), content }];
    });
  }

  /** Notes a picture with the caption below it; false where a figure shows something else. */
  #sawPicture(figure: HtmlNode): boolean {
    const [caption] = childrenNamed(figure, 'figcaption');
    const rest = (figure.childNodes ?? []).filter((child) => child !== caption);
    if (rest.some((child) => textOf(child) !== '')) return false;
    const before = this.media.length;
    this.#see(figure, caption && textOf(caption));
    return this.media.length > before;
  }

  /** Notes the pictures below a node; without a caption, under what they say of themselves. */
  #see(node: HtmlNode, words?: string): void {
    const waiting: HtmlNode[] = [node];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const href = next.nodeName === 'img' ? attribute(next, 'src') : undefined;
      if (href !== undefined && isLink(href)) {
        const caption = words || attribute(next, 'alt');
        this.media.push({ kind: 'picture', href, ...(caption === undefined ? {} : { caption }) });
      }
      for (const child of next.childNodes ?? []) waiting.push(child);
    }
  }

  #attrs(): BlockAttrs {
    const { from } = this.#options;
    const id = this.#id();
    return from ? { id, from: { ...from, block: this.#blocks++ } } : { id };
  }

  #id(): string {
    return `b${++this.#ids}`;
  }
}

function rowsOf(table: HtmlNode): readonly HtmlNode[] {
  const parts = childrenNamed(table, 'thead', 'tbody', 'tfoot');
  return [...parts.flatMap((part) => childrenNamed(part, 'tr')), ...childrenNamed(table, 'tr')];
}

/** The one cell of a table that only draws a box around blocks. */
function boxOf(table: HtmlNode): HtmlNode | undefined {
  const [cell, ...others] = rowsOf(table).flatMap((row) => childrenNamed(row, 'td', 'th'));
  return others.length === 0 && cell && holdsBlocks(cell) ? cell : undefined;
}

function cellOf(cell: HtmlNode) {
  const span = Number(attribute(cell, 'colspan') ?? '1');
  const attrs = {
    head: cell.nodeName === 'th',
    span: Number.isInteger(span) && span > 0 && span <= 100 ? span : 1,
  };
  return { type: 'cell', attrs, content: trimmed(inlinesOf(cell, PLAIN_LINE)) } as const;
}

function pictureOf(figure: HtmlNode): PictureAttrs | undefined {
  const picture = attribute(figure, 'data-picture');
  if (picture === undefined) return undefined;
  const [caption] = childrenNamed(figure, 'figcaption');
  const alt = attribute(figure, 'data-alt');
  return { picture, ...(caption ? { caption: textOf(caption) } : {}), ...(alt === undefined ? {} : { alt }) };
}

function anchorsBelow(node: HtmlNode): readonly HtmlNode[] {
  return (node.childNodes ?? []).flatMap((child) => (child.nodeName === 'a' ? [child] : anchorsBelow(child)));
}

function textOf(node: HtmlNode): string {
  return textBelow(node).replace(/\s+/g, ' ').trim();
}

import { squeeze } from '@courant/base';
import { defaultTreeAdapter, parse } from 'parse5';
import { hasCrowdedTag } from './article-page-tags.ts';
import { escaped } from './html-escape.ts';
import type { HtmlNode } from './html-node.ts';
import { BLOCK_NAMES } from './html-node.ts';
import { widthOf } from './page-text-lines.ts';

/** An element of a page. */
export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | undefined;
  readonly children: readonly (PageElement | string)[];
  /** The nearest elements in it that stand apart from the line. */
  readonly blocks: readonly PageElement[];
  /** Its words are the lines of the page from this place … */
  readonly from: number;
  /** … up to before this one. */
  readonly to: number;
}

/** A run of words with nothing between that stands apart: a paragraph, a headline, an entry of a menu. */
export interface TextLine {
  readonly at: number;
  readonly text: string;
  /** The same with its links and marks. */
  readonly html: string;
  /** Characters, wide ones counted double; and those of them that stand in links. */
  readonly width: number;
  readonly linked: number;
  /** The element that holds it. */
  readonly owner: PageElement;
}

/** A page as a tree, and its words as lines. */
export interface PageTree {
  readonly root: PageElement;
  readonly elements: readonly PageElement[];
  readonly lines: readonly TextLine[];
  /** What stands in its scripts of linked data. */
  readonly linkedData: readonly string[];
}

/** How parsing a page came out. */
export type ParsedPage =
  | ({ readonly ok: true } & PageTree)
  | { readonly ok: false; readonly why: 'too-large' | 'too-deep'; readonly say: string };

/** Limits of a page; the largest of a paper that we met has a tenth of each. */
const MOST = {
  characters: 4_000_000,
  elements: 100_000,
  lines: 20_000,
  depth: 500,
  attributes: 1_000,
} as const;

/** Thrown through the parser where a page is beyond the limits. */
class Beyond extends Error {
  readonly why: 'too-large' | 'too-deep';

  constructor(why: 'too-large' | 'too-deep', say: string) {
    super(say);
    this.why = why;
  }
}

/** Parses a page within limits of time and memory. */
export function parsePage(html: string): ParsedPage {
  if (html.length > MOST.characters) return tooLarge(`a page of more than ${MOST.characters} characters`);
  if (hasCrowdedTag(html, MOST.attributes))
    return tooLarge(`a tag of the page has more than ${MOST.attributes} attributes`);
  try {
    return { ok: true, ...new TreeMaker().treeOf(parsed(html)) };
  } catch (thrown) {
    if (thrown instanceof Beyond) return { ok: false, why: thrown.why, say: thrown.message };
    throw thrown;
  }
}

function tooLarge(say: string): ParsedPage {
  return { ok: false, why: 'too-large', say };
}

function parsed(html: string): HtmlNode {
  let [elements, depth] = [0, 0];
  const document = parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attributes) {
        if (++elements > MOST.elements)
          throw new Beyond('too-large', `a page of more than ${MOST.elements} elements`);
        return defaultTreeAdapter.createElement(name, namespace, attributes);
      },
      onItemPush() {
        if (++depth > MOST.depth)
          throw new Beyond('too-deep', `a page more than ${MOST.depth} elements deep`);
      },
      onItemPop() {
        depth--;
      },
    },
  });
  // parse5's nodes have the shape HtmlNode names, and much besides.
  return document as HtmlNode;
}

/** Elements that hold no words of a page. */
const WORDLESS: ReadonlySet<string> = new Set([
  ...[
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'object',
    'embed',
    'applet',
    'svg',
    'math',
    'canvas',
  ],
  ...['input', 'select', 'textarea', 'head', 'title', 'link', 'meta', 'base', 'audio', 'video', 'datalist'],
]);
/** Elements of a line that a story keeps. */
const KEPT: ReadonlySet<string> = new Set([
  ...['a', 'b', 'strong', 'i', 'em', 'code', 'kbd', 'sup', 'sub', 's', 'strike', 'del', 'cite'],
]);

/** Elements that stand apart though they are no blocks of HTML. */
const CONTROLS: ReadonlySet<string> = new Set(['button', 'dialog', 'menu', 'label', 'form']);

/** Whether an element's words are no part of the line around it. */
export function isApart(name: string): boolean {
  return BLOCK_NAMES.has(name) || CONTROLS.has(name);
}

/** An element while it is made. */
interface Growing extends PageElement {
  readonly children: (PageElement | string)[];
  readonly blocks: PageElement[];
  from: number;
  to: number;
}

/** Where a node stands. */
interface Place {
  readonly parent: Growing | undefined;
  /** The element that holds its line. */
  readonly block: Growing | undefined;
  readonly isLinked: boolean;
  readonly isWordless: boolean;
}

/** Makes the tree of a page and its lines in one walk; the parser has seen to it that no tree is too deep for it. */
class TreeMaker {
  readonly #elements: PageElement[] = [];
  readonly #lines: TextLine[] = [];
  readonly #linkedData: string[] = [];
  /** The kept elements that are open, as they are written. */
  readonly #open: { readonly name: string; readonly tag: string }[] = [];
  #words: string[] = [];
  #html: string[] = [];
  #linked = 0;
  #owner: PageElement | undefined;
  #breaks = 0;

  treeOf(document: HtmlNode): PageTree {
    const place = { parent: undefined, block: undefined, isLinked: false, isWordless: false };
    const root = this.#element(document, place);
    return { root, elements: this.#elements, lines: this.#lines, linkedData: this.#linkedData };
  }

  #element(node: HtmlNode, place: Place): PageElement {
    const attributes = new Map((node.attrs ?? []).map(({ name, value }) => [name, value.trim()]));
    const name = node.nodeName;
    const element: Growing = {
      name,
      attributes,
      parent: place.parent,
      children: [],
      blocks: [],
      from: 0,
      to: 0,
    };
    this.#elements.push(element);
    const isBlock = isApart(name) || place.parent === undefined;
    if (isBlock) {
      this.#endLine();
      place.block?.blocks.push(element);
    }
    element.from = this.#lines.length;
    const isOpened = this.#openKept(element);
    this.#fill(element, node, {
      parent: element,
      block: isBlock ? element : place.block,
      isLinked: place.isLinked || name === 'a',
      isWordless: place.isWordless || WORDLESS.has(name),
    });
    if (isOpened) this.#closeKept();
    if (name === 'br') this.#break();
    if (isBlock) this.#endLine();
    element.to = this.#lines.length + (this.#words.length > 0 ? 1 : 0);
    if (name === 'script' && /ld\+json/i.test(attributes.get('type') ?? '')) {
      this.#linkedData.push(element.children.filter((child) => typeof child === 'string').join(''));
    }
    return element;
  }

  #fill(element: Growing, node: HtmlNode, place: Place): void {
    for (const child of node.childNodes ?? []) {
      if (child.nodeName === '#text') {
        element.children.push(child.value ?? '');
        this.#text(child.value ?? '', place);
      } else if (!child.nodeName.startsWith('#')) element.children.push(this.#element(child, place));
    }
  }

  #openKept(element: PageElement): boolean {
    const tag = KEPT.has(element.name) ? openingTag(element) : undefined;
    if (tag === undefined || this.#open.some(({ name }) => name === element.name)) return false;
    this.#open.push({ name: element.name, tag });
    if (this.#words.length > 0) this.#html.push(tag);
    return true;
  }

  #closeKept(): void {
    const closed = this.#open.pop();
    if (closed && this.#words.length > 0) this.#html.push(`</${closed.name}>`);
  }

  #text(text: string, { block, isLinked, isWordless }: Place): void {
    if (isWordless || block === undefined) return;
    const plain = text.replace(UNSEEN, '');
    if (plain.trim() === '') {
      if (this.#words.length > 0) this.#add(' ', ' ');
      return;
    }
    this.#breaks = 0;
    this.#owner ??= block;
    if (this.#words.length === 0) this.#html.push(...this.#open.map(({ tag }) => tag));
    this.#add(plain, escaped(plain));
    if (isLinked) this.#linked += widthOf(plain.trim());
  }

  #add(words: string, html: string): void {
    this.#words.push(words);
    this.#html.push(html);
  }

  /** One break is the line's own, two end it, as old systems write. */
  #break(): void {
    if (++this.#breaks >= 2) this.#endLine();
    else if (this.#words.length > 0) this.#add('\n', '<br>');
  }

  #endLine(): void {
    const text = squeeze(this.#words.join(''));
    if (text !== '' && this.#owner) {
      if (this.#lines.length >= MOST.lines)
        throw new Beyond('too-large', `a page of more than ${MOST.lines} lines`);
      const width = widthOf(text);
      const linked = Math.min(width, this.#linked);
      const closing = this.#open.toReversed().map(({ name }) => `</${name}>`);
      const html = withoutEnd(this.#html.join('')) + closing.join('');
      this.#lines.push({ at: this.#lines.length, text, html, width, linked, owner: this.#owner });
    }
    this.#words = [];
    this.#html = [];
    this.#linked = 0;
    this.#owner = undefined;
    this.#breaks = 0;
  }
}

/** A line without blanks and breaks at its end. */
function withoutEnd(html: string): string {
  let end = html.trimEnd();
  while (end.endsWith('<br>')) end = end.slice(0, -4).trimEnd();
  return end;
}

/** Signs that are there and not seen. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;
/** Characters of an address at the most. */
const LONGEST_LINK = 2_000;

function openingTag({ name, attributes }: PageElement): string | undefined {
  if (name !== 'a') return `<${name}>`;
  const href = attributes.get('href');
  return href === undefined || href.length > LONGEST_LINK ? undefined : `<a href="${escaped(href)}">`;
}

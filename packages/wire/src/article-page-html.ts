import type { PageElement, TextLine } from './article-page-tree.ts';
import { escaped } from './html-escape.ts';

/** Elements that stand in a story as they stand on the page; of all others only the lines are taken. */
const AS_THEY_ARE: ReadonlySet<string> = new Set([
  ...['ul', 'ol', 'li', 'blockquote', 'pre', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
]);
/** Elements whose own lines stand in them bare. */
const BARE: ReadonlySet<string> = new Set(['li', 'pre', 'caption', 'td', 'th']);

/** Parts of a table. */
const TABLE: ReadonlySet<string> = new Set(['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);

/** The kept lines of an element as HTML, in the blocks that a story can have. */
export function htmlOfStory(root: PageElement, kept: KeptLines): string {
  return new StoryWriter(kept).inner(root, false);
}

/** The lines of a page, which of them are kept, and the address that its links are relative to. */
export interface KeptLines {
  readonly lines: readonly TextLine[];
  readonly isKept: (at: number) => boolean;
  readonly base: string | undefined;
}

class StoryWriter {
  readonly #kept: KeptLines;

  constructor(kept: KeptLines) {
    this.#kept = kept;
  }

  /** What stands in an element; in a table of the page's layout, cells are no cells. */
  inner(element: PageElement, isLayout: boolean): string {
    const parts: string[] = [];
    let at = element.from;
    for (const block of element.blocks) {
      parts.push(this.#own(element, { from: at, to: block.from }, isLayout), this.#outer(block, isLayout));
      at = block.to;
    }
    parts.push(this.#own(element, { from: at, to: element.to }, isLayout));
    return parts.join('');
  }

  #own(
    element: PageElement,
    { from, to }: { readonly from: number; readonly to: number },
    isLayout: boolean,
  ): string {
    const { lines, isKept, base } = this.#kept;
    const kept = lines
      .slice(from, to)
      .filter(({ at }) => isKept(at))
      .map(({ html }) => rebased(html, base));
    const isBare = BARE.has(element.name) && !(isLayout && TABLE.has(element.name));
    if (isBare) return kept.join('<br>');
    const tag = /^h[1-6]$/.test(element.name) ? element.name : 'p';
    // Who said it stands in a quotation by itself.
    const isSaid = (html: string) => element.name === 'blockquote' && /^<cite>[^<]*<\/cite>$/.test(html);
    return kept.map((html) => (isSaid(html) ? html : `<${tag}>${html}</${tag}>`)).join('');
  }

  #outer(element: PageElement, isLayout: boolean): string {
    if (element.from === element.to) return '';
    const { name } = element;
    const isLaidOut = name === 'table' ? holdsBlocks(element) : isLayout && TABLE.has(name);
    const inner = this.inner(element, isLaidOut);
    if (inner === '' || isLaidOut || !AS_THEY_ARE.has(name)) return inner;
    const span = element.attributes.get('colspan');
    const spanned = span !== undefined && /^\d{1,3}$/.test(span) ? ` colspan="${span}"` : '';
    return `<${name}${spanned}>${inner}</${name}>`;
  }
}

/** A line whose links lead where they led on the page; a link that cannot be told is none. */
function rebased(html: string, base: string | undefined): string {
  return html.replace(/<a href="([^"]*)">/g, (_, said: string) => {
    const href = said
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    const whole = href.startsWith('#') ? undefined : URL.parse(href, base)?.href;
    return whole === undefined ? '<a>' : `<a href="${escaped(whole)}">`;
  });
}

/** Whether a cell of a table holds several paragraphs, or a table: such a table lays out a page. */
function holdsBlocks(table: PageElement): boolean {
  return table.blocks.some((part) => {
    if (part.name !== 'td' && part.name !== 'th') return TABLE.has(part.name) && holdsBlocks(part);
    const worded = part.blocks.filter(({ from, to }) => to > from);
    return (
      worded.length > 1 || worded.some(({ name }) => name === 'table' || name === 'div' || name === 'section')
    );
  });
}

import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse, serialize } from 'parse5';
import type { HtmlNode } from './html-node.ts';

/** The whole of a page as a tree. */
export function htmlPage(html: string): HtmlNode {
  // parse5's nodes have the shape HtmlNode names, and much besides.
  return parse(html) as unknown as HtmlNode;
}

/** The elements below a node that are meant, in their order; none within one that is. */
export function elementsWhere(root: HtmlNode, isMeant: (node: HtmlNode) => boolean): readonly HtmlNode[] {
  const found: HtmlNode[] = [];
  const waiting: HtmlNode[] = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next !== root && isMeant(next)) found.push(next);
    else for (const child of (next.childNodes ?? []).toReversed()) waiting.push(child);
  }
  return found;
}

/** What stands in an element, as HTML. */
export function innerHtml(node: HtmlNode): string {
  // It came from parse5, whose own node it is.
  return serialize(node as unknown as DefaultTreeAdapterTypes.ParentNode);
}

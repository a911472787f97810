import { squeeze } from '@courant/base';
import { parseFragment } from 'parse5';
import type { HtmlNode } from './html-node.ts';
import { textBelow } from './html-node.ts';

/** Characters of a title, an excerpt or a caption at the most. */
const MOST = 20_000;

/** The words of a piece of HTML on one line: tags gone, entities read; undefined where there are none. */
export function plainWords(html: string | undefined): string | undefined {
  const cut = html?.slice(0, MOST).trim();
  if (!cut) return undefined;
  if (!/[<&]/.test(cut)) return squeeze(cut) || undefined;
  // parse5's nodes have the shape HtmlNode names, and much besides.
  const childNodes = parseFragment(cut).childNodes as readonly HtmlNode[];
  return squeeze(textBelow({ nodeName: '#document-fragment', childNodes })) || undefined;
}

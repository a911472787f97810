import type { Body } from '@courant/story';
import { parseFragment } from 'parse5';
import { BlockMaker } from './html-blocks.ts';
import type { HtmlBodyOptions } from './html-body-options.ts';
import { escaped } from './html-escape.ts';
import type { HtmlNode } from './html-node.ts';
import { withNotebook } from './notebook.ts';
import type { WireMedia, WireWarning } from './wire-item.ts';

/** What HTML holds for a story. */
export interface HtmlBody {
  readonly body: Body;
  /** Pictures it shows, by address; nothing is fetched. */
  readonly media: readonly WireMedia[];
  readonly warnings: readonly WireWarning[];
}

/** Characters of HTML at the most: no agency's copy comes near. */
const MOST_CHARACTERS = 10_000_000;

/**
 * Reads HTML as a story's body. Only words, their structure and http(s), mail and telephone links are taken over;
 * whatever else stands there (scripts, styles, forms, foreign elements) leaves no trace. Never throws.
 */
export function bodyFromHtml(html: string, options: HtmlBodyOptions = {}): HtmlBody {
  const isCut = html.length > MOST_CHARACTERS;
  const maker = new BlockMaker(options);
  // parse5's nodes have the shape HtmlNode names, and much besides.
  const nodes = parseFragment(isCut ? html.slice(0, MOST_CHARACTERS) : html)
    .childNodes as readonly HtmlNode[];
  const body: Body = { type: 'doc', content: withNotebook(maker.blocks(nodes)) };
  const cut = {
    code: 'body-cut',
    say: `The body was longer than ${MOST_CHARACTERS} characters and was cut there.`,
  };
  return { body, media: maker.media, warnings: [...maker.warnings, ...(isCut ? [cut] : [])] };
}

/** Reads plain text as a body: blank lines part paragraphs; a text without any has one a line. */
export function bodyFromText(text: string, options: HtmlBodyOptions = {}): HtmlBody {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  const parts = /\n[ \t]*\n/.test(plain) ? plain.split(/\n(?:[ \t]*\n)+/) : plain.split('\n');
  return bodyFromHtml(parts.map((part) => `<p>${escaped(part)}</p>`).join(''), options);
}

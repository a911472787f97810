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

/** Characters of HTML and blocks at the most: no agency's copy comes near. */
const MOST = { characters: 2_000_000, blocks: 20_000 } as const;
/** Pictures written out inside the markup: they can be longer than any copy, and no link of ours may hold them. */
const INSIDE = /(=\s*)(?:"\s*data:[^"]*"|'\s*data:[^']*')/gi;
const CUT: WireWarning = { code: 'body-cut', say: 'The body was longer than any story can be and was cut.' };

/**
 * Reads HTML as a story's body. Only words, their structure and http(s), mail and telephone links are taken over;
 * whatever else stands there (scripts, styles, forms, foreign elements) leaves no trace. Never throws.
 */
export function bodyFromHtml(html: string, options: HtmlBodyOptions = {}): HtmlBody {
  const plain = html.length > MOST.characters ? html.replace(INSIDE, '$1""') : html;
  const maker = new BlockMaker(options);
  // parse5's nodes have the shape HtmlNode names, and much besides.
  const nodes = parseFragment(plain.slice(0, MOST.characters)).childNodes as readonly HtmlNode[];
  const blocks = maker.blocks(nodes);
  const body: Body = { type: 'doc', content: withNotebook(blocks.slice(0, MOST.blocks)) };
  const isCut = plain.length > MOST.characters || blocks.length > MOST.blocks;
  return { body, media: maker.media, warnings: [...maker.warnings, ...(isCut ? [CUT] : [])] };
}

/** Reads plain text as a body: blank lines part paragraphs; a text without any has one a line. */
export function bodyFromText(text: string, options: HtmlBodyOptions = {}): HtmlBody {
  // One more than may stay, so that what is cut is told.
  const start = text.trimStart().slice(0, MOST.characters + 1);
  const plain = start.replace(/\r\n?/g, '\n').trim();
  const parts = /\n[ \t]*\n/.test(plain) ? plain.split(/\n(?:[ \t]*\n)+/) : plain.split('\n');
  return bodyFromHtml(parts.map((part) => `<p>${escaped(part)}</p>`).join(''), options);
}

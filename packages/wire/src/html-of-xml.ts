import { escaped } from './html-escape.ts';
import { htmlOfLines, isWrapped } from './wire-lines.ts';
import type { XmlElement, XmlNode } from './xml.ts';

/** NITF's names for what HTML names otherwise (NITF 3.6, block and inline content). */
const HTML_NAMES: ReadonlyMap<string, string> = new Map([
  ['hl2', 'h3'],
  ['bq', 'blockquote'],
  ['credit', 'cite'],
  ['fn', 'p'],
  ['lang', 'span'],
]);
/** Elements that hold paragraphs and have no name in HTML. */
const BLOCKS: ReadonlySet<string> = new Set(['block', 'nitf-table', 'body.content', 'content', 'bdy']);
/** Elements whose words are in the copy and whose markup says nothing to a page. */
const INLINE: ReadonlySet<string> = new Set([
  ...[
    'person',
    'org',
    'location',
    'city',
    'state',
    'region',
    'country',
    'chron',
    'event',
    'function',
    'money',
  ],
  ...[
    'num',
    'object.title',
    'virtloc',
    'copyrite',
    'postaddr',
    'pronounce',
    'alt-code',
    'frac',
    'name.given',
    'name.family',
  ],
]);
/** Elements that are no copy: pictures are read apart. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'media',
  'script',
  'style',
  'table-metadata',
  'nitf-table-metadata',
  'head',
]);

/** Elements as HTML, for the reader of bodies to take what a story can hold. */
export function htmlOf(nodes: readonly XmlNode[]): string {
  return nodes.map(htmlOfNode).join('');
}

function htmlOfNode(node: XmlNode): string {
  if (typeof node === 'string') return escaped(node);
  if (LEFT_OUT.has(node.name)) return '';
  const lines = node.name === 'p' ? paragraphLines(node) : undefined;
  if (lines !== undefined) return lines;
  const inner = htmlOf(node.children);
  if (INLINE.has(node.name)) return inner;
  const name = HTML_NAMES.get(node.name) ?? node.name.toLowerCase();
  if (BLOCKS.has(name)) return `<div>${inner}</div>`;
  if (!/^[a-z][a-z0-9]*$/.test(name)) return inner;
  if (name === 'br' || name === 'hr') return `<${name}>`;
  return `<${name}${attributes(node)}>${inner}</${name}>`;
}

/** A paragraph that holds a whole text, or whose breaks only wrap its lines; undefined for any other. */
function paragraphLines({ children }: XmlElement): string | undefined {
  if (children.every((child) => typeof child === 'string')) return htmlOfLines(children.join(''));
  if (!children.every((child) => typeof child === 'string' || child.name === 'br')) return undefined;
  const lines = children
    .map((child) => (typeof child === 'string' ? child : '\n'))
    .join('')
    .trim()
    .split('\n');
  return isWrapped(lines) ? `<p>${escaped(lines.map((line) => line.trim()).join(' '))}</p>` : undefined;
}

const KEPT = ['href', 'src', 'alt', 'colspan', 'class'];

function attributes({ attrs }: XmlElement): string {
  return KEPT.map((name) => (attrs[name] === undefined ? '' : ` ${name}="${escaped(attrs[name])}"`)).join('');
}

import type { Block, Body, NewBlockId } from './body.ts';
import { storable } from './storable.ts';

type Loose = { readonly [key: string]: unknown };

const INLINE_HOLDERS = new Set(['paragraph', 'subhead', 'preformatted', 'cell']);
const KNOWN_BLOCKS = new Set([
  ...['paragraph', 'subhead', 'quote', 'list', 'table', 'preformatted', 'picture', 'gallery', 'embed'],
  ...['factbox', 'related', 'divider', 'notebook', 'opaque'],
]);
const KNOWN_MARKS = new Set([
  'strong',
  'em',
  'code',
  'sup',
  'sub',
  'strike',
  'link',
  'note',
  'insertion',
  'deletion',
]);
/** Blocks that have an id of their own, inside others too. */
const WITH_ID = new Set([...KNOWN_BLOCKS, 'item']);
const DEEPEST = 16;

/** A document as close to the schema as it can be brought without losing anything. */
export function repaired(json: object, newBlockId: NewBlockId): Body {
  const content = contentOf(json).filter(isLoose);
  const seen = new Set<string>();
  const mend = (node: Loose, depth: number): Loose => mended(node, { depth, seen, newBlockId });
  // What mending made is checked against the schema by the caller before it is trusted.
  return { type: 'doc', content: content.map((node) => mend(node, 1)) as unknown as readonly Block[] };
}

interface Mending {
  readonly depth: number;
  readonly seen: Set<string>;
  readonly newBlockId: NewBlockId;
}

function mended(node: Loose, mending: Mending): Loose {
  const isBlock = mending.depth === 1;
  if (mending.depth > DEEPEST || (isBlock && !KNOWN_BLOCKS.has(String(node.type))))
    return opaque(node, mending);
  const attrs = withId(node, mending);
  if (INLINE_HOLDERS.has(String(node.type))) return { ...node, ...attrs, content: inlines(node) };
  const inner = { ...mending, depth: mending.depth + 1 };
  if (!Array.isArray(node.content)) return { ...node, ...attrs };
  return {
    ...node,
    ...attrs,
    content: contentOf(node)
      .filter(isLoose)
      .map((child) => mended(child, inner)),
  };
}

function opaque(node: Loose, mending: Mending): Loose {
  const attrs = isLoose(node.attrs) ? node.attrs : {};
  return {
    type: 'opaque',
    attrs: { id: freshId(attrs.id, mending), from: null, json: JSON.stringify(node) },
  };
}

function withId(node: Loose, mending: Mending): { readonly attrs?: Loose } {
  if (!WITH_ID.has(String(node.type))) return isLoose(node.attrs) ? { attrs: node.attrs } : {};
  const attrs = isLoose(node.attrs) ? node.attrs : {};
  return { attrs: { ...attrs, id: freshId(attrs.id, mending) } };
}

/** The block's own id, or a new one where it has none or a block before it has the same. */
function freshId(own: unknown, { seen, newBlockId }: Mending): string {
  const id = typeof own === 'string' && own !== '' && !seen.has(own) ? own : newBlockId();
  seen.add(id);
  return id;
}

function inlines(node: Loose): readonly Loose[] {
  return contentOf(node)
    .filter(isLoose)
    .flatMap((inline): readonly Loose[] => {
      if (inline.type === 'break') return [{ type: 'break' }];
      const text = storable(typeof inline.text === 'string' ? inline.text : '');
      if (text === '') return [];
      const marks = Array.isArray(inline.marks) ? inline.marks.filter(isKnownMark) : [];
      return [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }];
    });
}

function isKnownMark(mark: unknown): boolean {
  return isLoose(mark) && KNOWN_MARKS.has(String(mark.type));
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function contentOf(node: object): readonly unknown[] {
  return 'content' in node && Array.isArray(node.content) ? node.content : [];
}

import { canonicalJson, messageOf } from '@courant/base';
import type { Mark as SchemaMark } from 'prosemirror-model';
import { Mark as Marks } from 'prosemirror-model';
import type { Block, Inline, Mark, NewBlockId } from './body.ts';
import { bodySchema } from './body-schema.ts';
import { joinedLine } from './line.ts';
import { storable, wellFormed } from './storable.ts';

type Loose = { readonly [key: string]: unknown };

/** A block brought into the schema; where it would not go, why, and the opaque block that keeps it. */
export interface RepairedBlock {
  readonly block: Block;
  readonly broken?: string;
}

/** What every id in one body must differ from, and where new ones come from. */
interface Ids {
  readonly seen: Set<string>;
  /** Where the ids that one block takes are noted, so that they can be given back. */
  readonly taken?: string[];
  readonly newBlockId: NewBlockId;
}

/** Ids that may stand in an address and in an element's `id` as they are. */
const BLOCK_ID = /^[\w-]{1,64}$/;

/** Marks that one text may have: more than people set, and few enough to compare each with every other. */
const MOST_MARKS = 100;

/**
 * The blocks of a document, each in the one form the schema gives it. A block that holds a node of a kind we do not
 * know becomes `opaque` whole; so does one that breaks the schema, which then says why.
 */
export function repaired(json: object, newBlockId: NewBlockId): readonly RepairedBlock[] {
  const ids: Ids = { seen: new Set(), newBlockId };
  return contentOf(json).map((node) => repairedBlock(node, ids));
}

function repairedBlock(node: unknown, ids: Ids): RepairedBlock {
  if (!isLoose(node) || !isKnown(node)) return { block: opaque(node, ids) };
  const isLine = node.type === 'text' || node.type === 'break';
  const taken: string[] = [];
  try {
    const mended = withIds(isLine ? { type: 'paragraph', content: [node] } : node, { ...ids, taken });
    const block = bodySchema.nodeFromJSON(mended);
    if (!block.type.isInGroup('block')) throw new RangeError(`${block.type.name} stands outside its block`);
    block.check();
    // What the schema has checked has the shape of a Block: the two say one thing in two ways.
    return { block: JSON.parse(JSON.stringify(block)) as Block };
  } catch (thrown) {
    // The ids its parts took are free again: only the opaque block has one.
    for (const id of taken) ids.seen.delete(id);
    return { block: opaque(node, ids), broken: messageOf(thrown) };
  }
}

/** Whether the schema has this node and all that stands in it. */
function isKnown(node: Loose): boolean {
  if (typeof node.type !== 'string' || node.type === 'doc' || !(node.type in bodySchema.nodes)) return false;
  return contentOf(node).every((inner) => isLoose(inner) && isKnown(inner));
}

function opaque(node: unknown, ids: Ids): Extract<Block, { type: 'opaque' }> {
  const own = isLoose(node) && isLoose(node.attrs) ? node.attrs.id : undefined;
  const json = storable(JSON.stringify(node) ?? 'null');
  return { type: 'opaque', attrs: { id: idOf(own, ids), from: null, json } };
}

function withIds(node: Loose, ids: Ids): Loose {
  const spec = bodySchema.nodes[String(node.type)];
  const own = isLoose(node.attrs) ? node.attrs : {};
  const attrs = spec?.spec.attrs?.id ? { ...own, id: idOf(own.id, ids) } : own;
  const mended = { type: node.type, attrs: wellFormed(attrs) };
  if (spec?.isLeaf) return mended;
  if (spec?.inlineContent) return { ...mended, content: line(node) };
  return {
    ...mended,
    content: contentOf(node)
      .filter(isLoose)
      .map((inner) => withIds(inner, ids)),
  };
}

/** The block's own id, or a new one where it has none or a block before it has the same. */
function idOf(own: unknown, { seen, taken, newBlockId }: Ids): string {
  let id = typeof own === 'string' && BLOCK_ID.test(own) ? own : newBlockId();
  while (seen.has(id)) id = newBlockId();
  seen.add(id);
  taken?.push(id);
  return id;
}

function line(node: Loose): readonly (Inline | Loose)[] {
  const inlines = contentOf(node)
    .filter(isLoose)
    .flatMap((inline): readonly Inline[] => {
      if (inline.type === 'break') return [{ type: 'break' }];
      // A line holds words and breaks; whoever asked hears of the rest.
      if (inline.type !== 'text') throw new RangeError(`${String(inline.type)} stands inside a line`);
      const text = storable(typeof inline.text === 'string' ? inline.text : '');
      const marks = marksOf(inline);
      return text === '' ? [] : [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }];
    });
  return joinedLine(inlines);
}

/** The marks we know, each once and in the schema's order; notes on one text in an order of their own. */
function marksOf(inline: Loose): readonly Mark[] {
  const marks = Array.isArray(inline.marks) ? inline.marks : [];
  if (marks.length > MOST_MARKS) throw new RangeError(`a text has more than ${MOST_MARKS} marks`);
  const known = marks.flatMap((mark): readonly SchemaMark[] => {
    if (!isLoose(mark) || !(String(mark.type) in bodySchema.marks)) return [];
    return [bodySchema.markFromJSON(wellFormed(mark))];
  });
  const told = known.map((mark) => ({ mark, key: canonicalJson(JSON.parse(JSON.stringify(mark))) }));
  const sorted = told.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ mark }) => mark);
  const set = sorted.reduce((marked, mark) => mark.addToSet(marked), Marks.none);
  // `check` follows: what it lets through has the shape of a Mark.
  return JSON.parse(JSON.stringify(set)) as readonly Mark[];
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The nodes inside a node; text that stands on the outermost level comes in lists of its own from Yjs. */
function contentOf(node: object): readonly unknown[] {
  return 'content' in node && Array.isArray(node.content) ? node.content.flat() : [];
}

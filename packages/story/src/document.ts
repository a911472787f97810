import type { Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { NodeSpec } from 'prosemirror-model';
import { Schema } from 'prosemirror-model';
import type { Body, NewBlockId } from './body.ts';
import { repaired } from './repair.ts';

const INLINE = 'inline*';
const BLOCK_ATTRS = { id: { default: '' }, from: { default: null } } as const;

function block(spec: NodeSpec): NodeSpec {
  return { group: 'block', ...spec, attrs: { ...BLOCK_ATTRS, ...spec.attrs } };
}

/**
 * The document schema of a story's body (number `BODY_SCHEMA`), for ProseMirror. It says what may stand where;
 * how it looks is for each surface to say.
 */
export const bodySchema = new Schema({
  nodes: {
    doc: { content: 'block*' },
    text: { group: 'inline' },
    break: { group: 'inline', inline: true },
    paragraph: block({ content: INLINE }),
    subhead: block({ content: INLINE, attrs: { level: { default: 2 } } }),
    quote: block({ content: 'paragraph+', attrs: { attribution: { default: null } } }),
    list: block({ content: 'item+', attrs: { ordered: { default: false } } }),
    item: { content: '(paragraph | list)+', attrs: BLOCK_ATTRS },
    table: block({ content: 'row+', attrs: { caption: { default: null } } }),
    row: { content: 'cell*' },
    cell: { content: INLINE, attrs: { head: { default: false }, span: { default: 1 } } },
    preformatted: block({ content: INLINE, code: true }),
    picture: block({
      atom: true,
      attrs: { picture: {}, caption: { default: null }, alt: { default: null } },
    }),
    gallery: block({ atom: true, attrs: { pictures: { default: [] } } }),
    embed: block({ atom: true, attrs: { url: {}, title: { default: null } } }),
    factbox: block({ content: '(paragraph | list)+', attrs: { title: { default: '' } } }),
    related: block({ atom: true, attrs: { links: { default: [] } } }),
    divider: block({ atom: true }),
    notebook: block({ content: 'paragraph+' }),
    opaque: block({ atom: true, attrs: { json: {} } }),
  },
  marks: {
    strong: {},
    em: {},
    code: {},
    sup: {},
    sub: {},
    strike: {},
    link: { attrs: { href: {} }, inclusive: false },
    note: { attrs: { thread: {} }, inclusive: false, excludes: '' },
    insertion: { attrs: { by: {} }, excludes: '' },
    deletion: { attrs: { by: {} }, excludes: '' },
  },
});

/** Bytes of JSON a body may have, and how deep it may go: enough for a book, too little to hurt. */
const MOST_CHARACTERS = 8_000_000;

/**
 * Reads a body from JSON that came from outside. Blocks of kinds we do not know become `opaque`, unknown marks leave
 * their text, and every block gets an id that no other has (the first keeps its own). Refuses what is no document.
 */
export function parseBody(json: unknown, newBlockId: NewBlockId): Result<Body, 'bad-body'> {
  if (typeof json !== 'object' || json === null || !('type' in json) || json.type !== 'doc') {
    return refused('bad-body', 'The body is no document: it begins {"type":"doc","content":[…]}.');
  }
  if (JSON.stringify(json).length > MOST_CHARACTERS)
    return refused('bad-body', 'The body is larger than 8 MB.');
  const body = repaired(json, newBlockId);
  try {
    bodySchema.nodeFromJSON(body).check();
    return done(body);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return refused('bad-body', `The body breaks the document schema: ${why}`);
  }
}

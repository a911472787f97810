import { parseInstant } from '@courant/base';
import type { AttributeSpec, NodeSpec } from 'prosemirror-model';
import { Schema } from 'prosemirror-model';

const INLINE = 'inline*';
const WORDS: AttributeSpec = { default: null, validate: 'string|null' };

const BLOCK_ATTRS = {
  id: { default: '', validate: 'string' },
  from: { default: null, validate: named('from', isOrigin) },
} as const;

function block(spec: NodeSpec): NodeSpec {
  return { group: 'block', ...spec, attrs: { ...BLOCK_ATTRS, ...spec.attrs } };
}

/** A check in the form ProseMirror asks for: it throws, and `parseBody` makes a refusal of it. */
function named(name: string, isRight: (value: unknown) => boolean) {
  return (value: unknown): void => {
    if (!isRight(value)) throw new RangeError(`${name} is not what it should be: ${JSON.stringify(value)}`);
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWords(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function isOrigin(value: unknown): boolean {
  if (value === null) return true;
  if (!isRecord(value) || typeof value.item !== 'string' || typeof value.version !== 'string') return false;
  return Number.isSafeInteger(value.block);
}

function isPicture(value: unknown): boolean {
  return isRecord(value) && typeof value.picture === 'string' && isWords(value.caption) && isWords(value.alt);
}

function isLink(value: unknown): boolean {
  return isRecord(value) && typeof value.href === 'string' && typeof value.title === 'string';
}

function isMoment(value: unknown): boolean {
  return typeof value === 'string' && parseInstant(value) === value;
}

function isSpan(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1000;
}

const listOf = (isRight: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(isRight);

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
    subhead: block({
      content: INLINE,
      attrs: { level: { default: 2, validate: named('level', (level) => level === 2 || level === 3) } },
    }),
    quote: block({ content: 'paragraph+', attrs: { attribution: WORDS } }),
    list: block({ content: 'item+', attrs: { ordered: { default: false, validate: 'boolean' } } }),
    item: { content: '(paragraph | list)+', attrs: BLOCK_ATTRS },
    table: block({ content: 'row+', attrs: { caption: WORDS } }),
    row: { content: 'cell*' },
    cell: {
      content: INLINE,
      attrs: {
        head: { default: false, validate: 'boolean' },
        span: { default: 1, validate: named('span', isSpan) },
      },
    },
    preformatted: block({ content: INLINE, code: true }),
    picture: block({ atom: true, attrs: { picture: { validate: 'string' }, caption: WORDS, alt: WORDS } }),
    gallery: block({
      atom: true,
      attrs: { pictures: { default: [], validate: named('pictures', listOf(isPicture)) } },
    }),
    embed: block({ atom: true, attrs: { url: { validate: 'string' }, title: WORDS } }),
    factbox: block({
      content: '(paragraph | list)+',
      attrs: { title: { default: '', validate: 'string' } },
    }),
    related: block({
      atom: true,
      attrs: { links: { default: [], validate: named('links', listOf(isLink)) } },
    }),
    divider: block({ atom: true }),
    entry: block({
      content: INLINE,
      attrs: {
        at: { validate: named('at', isMoment) },
        pinned: { default: false, validate: 'boolean' },
        key: { default: false, validate: 'boolean' },
      },
    }),
    notebook: block({ content: 'paragraph+' }),
    opaque: block({ atom: true, attrs: { json: { validate: 'string' } } }),
  },
  marks: {
    strong: {},
    em: {},
    code: {},
    sup: {},
    sub: {},
    strike: {},
    link: { attrs: { href: { validate: 'string' } }, inclusive: false },
    note: { attrs: { thread: { validate: 'string' } }, inclusive: false, excludes: '' },
    insertion: { attrs: { by: { validate: 'string' } }, excludes: '' },
    deletion: { attrs: { by: { validate: 'string' } }, excludes: '' },
  },
});

import { cardHtml } from './ghost-card.ts';
import { escaped } from './html-escape.ts';
import { readJson } from './loose-json.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';

/** HTML made of an editor's own format, and the names of what in it we do not know. */
export interface EditorHtml {
  readonly html: string;
  readonly unknown: readonly string[];
}

/** Reads a body as Ghost's editor has it since 2023; undefined where it is no such body. */
export function htmlOfLexical(lexical: string | undefined): EditorHtml | undefined {
  const json = lexical === undefined ? undefined : readJson(lexical);
  const root = json?.ok && isObject(json.value) ? json.value.root : undefined;
  if (!isObject(root)) return undefined;
  const unknown = new Set<string>();
  return { html: inner(root, unknown), unknown: [...unknown] };
}

function inner(node: NinjsObject, unknown: Set<string>): string {
  return list(node.children)
    .map((child) => htmlOf(child, unknown))
    .join('');
}

/** Elements by the type of a node; heads and lists name theirs. */
const ELEMENTS: Readonly<Record<string, string>> = {
  ...{ paragraph: 'p', quote: 'blockquote', 'extended-quote': 'blockquote', aside: 'blockquote' },
  listitem: 'li',
};

function htmlOf(node: NinjsObject, unknown: Set<string>): string {
  const type = text(node.type) ?? '';
  if (type === 'text' || type === 'extended-text')
    return marked(String(node.text ?? ''), Number(node.format ?? 0));
  if (type === 'linebreak') return '<br>';
  const element = ELEMENTS[type];
  if (element !== undefined) return `<${element}>${inner(node, unknown)}</${element}>`;
  if (type === 'heading' || type === 'extended-heading')
    return within(/^h[1-6]$/, node, { unknown, other: 'h2' });
  if (type === 'list')
    return within(/^[uo]l$/, node, { unknown, other: node.listType === 'number' ? 'ol' : 'ul' });
  if (type === 'link' || type === 'autolink' || type === 'at-link')
    return `<a href="${escaped(text(node.url) ?? '')}">${inner(node, unknown)}</a>`;
  const card = cardHtml(type, node);
  if (card === undefined && type !== '') unknown.add(type);
  return card ?? inner(node, unknown);
}

function within(
  allowed: RegExp,
  node: NinjsObject,
  { unknown, other }: { readonly unknown: Set<string>; readonly other: string },
): string {
  const tag = text(node.tag) ?? '';
  const name = allowed.test(tag) ? tag : other;
  return `<${name}>${inner(node, unknown)}</${name}>`;
}

/** Bits of a text's format, by the element that says the same. */
const MARKS = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
] as const;

function marked(words: string, format: number): string {
  return MARKS.reduce(
    (html, [bit, name]) => ((format & bit) === 0 ? html : `<${name}>${html}</${name}>`),
    escaped(words),
  );
}

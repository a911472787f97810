import type { Inline, Mark } from '@courant/story';
import type { HtmlNode } from './html-node.ts';
import { attribute, BLOCK_NAMES, LEFT_OUT, textBelow } from './html-node.ts';

/** A map, because an element may be named after a member that every object has. */
const MARKS: ReadonlyMap<string, Mark> = new Map([
  ['strong', { type: 'strong' }],
  ['b', { type: 'strong' }],
  ['em', { type: 'em' }],
  ['i', { type: 'em' }],
  ['code', { type: 'code' }],
  ['kbd', { type: 'code' }],
  ['sup', { type: 'sup' }],
  ['sub', { type: 'sub' }],
  ['s', { type: 'strike' }],
  ['strike', { type: 'strike' }],
  ['del', { type: 'strike' }],
]);
const BREAK: Inline = { type: 'break' };

/** Beyond this depth markup says nothing: only its words are taken. */
const DEEPEST = 40;

/** How a line is read. */
export interface LineReading {
  readonly marks: readonly Mark[];
  readonly depth: number;
  readonly isPreformatted: boolean;
}

/** The start of every line. */
export const PLAIN_LINE: LineReading = { marks: [], depth: 0, isPreformatted: false };

/** The inlines of a node: text with its marks, and line breaks; a block in a line begins and ends with one. */
export function inlinesOf(node: HtmlNode, reading: LineReading): readonly Inline[] {
  if (node.nodeName === '#text') return textInline(node.value ?? '', reading);
  if (node.nodeName === 'br') return [BREAK];
  if (LEFT_OUT.has(node.nodeName)) return [];
  if (reading.depth >= DEEPEST) return textInline(textBelow(node), reading);
  const inner = { ...reading, depth: reading.depth + 1, marks: withMark(reading.marks, markOf(node)) };
  const inlines = (node.childNodes ?? []).flatMap((child) => inlinesOf(child, inner));
  return BLOCK_NAMES.has(node.nodeName) && inlines.length > 0 ? [BREAK, ...inlines, BREAK] : inlines;
}

function textInline(value: string, { marks, isPreformatted }: LineReading): readonly Inline[] {
  const storable = value.replaceAll('\0', '').toWellFormed();
  const text = isPreformatted ? storable : storable.replace(/[\t\n\f\r ]+/g, ' ');
  return text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }];
}

function withMark(marks: readonly Mark[], mark: Mark | undefined): readonly Mark[] {
  if (!mark || marks.some((other) => other.type === mark.type)) return marks;
  return [...marks, mark];
}

function markOf(node: HtmlNode): Mark | undefined {
  if (node.nodeName !== 'a') return MARKS.get(node.nodeName);
  const address = attribute(node, 'href');
  return address !== undefined && isLink(address) ? { type: 'link', attrs: { href: address } } : undefined;
}

/** Whether an address may stand in a link: control characters and blanks hide no scheme. */
export function isLink(address: string): boolean {
  const seen = address.replace(/[\p{C}\p{Z}]+/gu, '');
  return /^(https?:|mailto:|tel:|\/(?!\/)|#)/i.test(seen) && !/[\p{Cc}]/u.test(address);
}

/** A line without blanks at its ends or doubled where marks meet, and without breaks at its ends or doubled. */
export function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const line: Inline[] = [];
  for (const inline of inlines) {
    if (inline.type === 'break') {
      trimEnd(line);
      if (line.length > 0 && line.at(-1)?.type !== 'break') line.push(inline);
      continue;
    }
    const before = line.at(-1);
    const follows = before?.type === 'text' && !before.text.endsWith(' ');
    const text = follows ? inline.text : inline.text.replace(/^ +/, '');
    if (text !== '') line.push({ ...inline, text });
  }
  while (line.at(-1)?.type === 'break') line.pop();
  trimEnd(line);
  return line;
}

function trimEnd(line: Inline[]): void {
  const last = line.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith(' ')) return;
  const text = last.text.trimEnd();
  line.pop();
  if (text !== '') line.push({ ...last, text });
}

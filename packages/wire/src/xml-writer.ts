import { squeeze } from '@courant/base';
import { writable } from './written.ts';

/** An element to be written. */
export interface XmlMade {
  readonly name: string;
  readonly attrs: XmlAttrs;
  readonly children: readonly XmlPart[];
}

/** Values by name; one that is undefined is not written. */
export type XmlAttrs = Readonly<Record<string, string | number | undefined>>;

/** What stands in an element: elements, text, lists of both; undefined is nothing. */
export type XmlPart = XmlMade | string | undefined | readonly XmlPart[];

/** An element of a name, with its attributes and what stands in it. */
export function element(name: string, attrs: XmlAttrs = {}, ...children: readonly XmlPart[]): XmlMade {
  return { name, attrs, children };
}

/** An element that holds a line of text, its white space folded; nothing where there is no word. */
export function textElement(
  name: string,
  text: string | undefined,
  attrs: XmlAttrs = {},
): XmlMade | undefined {
  const line = xmlLine(text ?? '');
  return line === '' ? undefined : element(name, attrs, line);
}

/** Text as one line that XML can hold. */
export function xmlLine(text: string): string {
  return squeeze(xmlText(text));
}

/** A document with its declaration. Whatever texts are in it, it is well-formed XML 1.0. */
export function xmlDocument(root: XmlMade): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markupOf(root)}\n`;
}

/** Elements that HTML closes by itself; all others have an end, because HTML knows no other empty ones. */
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/** A part as markup that is XML, and HTML where its names are HTML's. */
export function markupOf(part: XmlPart): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapedText(part);
  if ('name' in part) {
    const start = `${part.name}${attributesOf(part.attrs)}`;
    const isEmpty = EMPTY.has(part.name) && part.children.length === 0;
    return isEmpty ? `<${start}/>` : `<${start}>${markupOf(part.children)}</${part.name}>`;
  }
  return part.map(markupOf).join('');
}

function attributesOf(attrs: XmlAttrs): string {
  return Object.entries(attrs)
    .map(([name, value]) => {
      // An empty value says something only of a picture: that it has no words.
      const isNothing = value === undefined || (value === '' && name !== 'alt');
      return isNothing ? '' : ` ${name}="${escapedValue(String(value))}"`;
    })
    .join('');
}

/** Signs XML 1.0 has no place for, not even as a reference (§2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the expression is about
const NOT_XML = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Text as XML can hold it. */
export function xmlText(text: string): string {
  return writable(text).replace(NOT_XML, '');
}

function escapedText(text: string): string {
  return xmlText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Line ends and tabs as references: a reader of XML would make blanks of them (§3.3.3). */
function escapedValue(text: string): string {
  return escapedText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

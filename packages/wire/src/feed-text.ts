import { escaped } from './html-escape.ts';
import type { XmlElement, XmlNode } from './xml.ts';
import { rawText } from './xml.ts';

/** Elements of HTML that hold nothing and are written without an end. */
const VOID: ReadonlySet<string> = new Set([
  'br',
  'hr',
  'img',
  'input',
  'source',
  'wbr',
  'area',
  'col',
  'embed',
]);

/** What stands in an element of RSS: its text, or, where a sender wrote markup without escaping it, that markup. */
export function markupOf(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  const isMarkup = element.children.some((child) => typeof child !== 'string');
  const text = isMarkup ? innerMarkup(element) : rawText(element);
  return text.trim() || undefined;
}

/** The content of an element written out as HTML. */
export function innerMarkup({ children }: XmlElement): string {
  return children.map(outerMarkup).join('');
}

function outerMarkup(node: XmlNode): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attrs)
    .filter(([name]) => !/^xmlns/.test(name))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  const inner = innerMarkup(node);
  if (VOID.has(node.name) && inner === '') return `<${node.name}${attributes}>`;
  return `<${node.name}${attributes}>${inner}</${node.name}>`;
}

/** What a text construct of Atom says, and whether it is HTML. */
export interface AtomText {
  readonly text: string;
  readonly isHtml: boolean;
}

/**
 * A text or content construct of Atom 1.0 (RFC 4287 §3.1, §4.1.3) or 0.3 (`mode`). XHTML is what stands in its div;
 * a media type that is no text is base64; text by itself is not HTML. Addresses in it are made whole by the base.
 */
export function atomText(element: XmlElement | undefined, base?: string): AtomText | undefined {
  if (!element) return undefined;
  const { type = 'text', mode } = element.attrs;
  const { text, isHtml } = constructed(element, type.toLowerCase().trim(), mode?.toLowerCase());
  const own = baseOf(element, base);
  const whole = isHtml && own !== undefined ? rebased(text, own) : text;
  return whole.trim() === '' ? undefined : { text: whole.trim(), isHtml };
}

/** The address that addresses in an element are relative to: its own `xml:base`, by that of what it stands in. */
export function baseOf(element: XmlElement, outer: string | undefined): string | undefined {
  const own = element.attrs['xml:base']?.trim();
  if (own === undefined || own === '') return outer;
  return URL.parse(own, outer)?.href ?? outer;
}

const ADDRESS = /(<[a-z][^<>]{0,4000}?\s(?:href|src|cite|poster|data)\s*=\s*)(["'])([^"'<>]{0,4000})\2/gi;

/** HTML in which every address is whole. */
function rebased(html: string, base: string): string {
  return html.replace(ADDRESS, (...found) => {
    const [tag, before, quote, href] = found as readonly string[];
    const whole = URL.parse((href ?? '').replaceAll('&amp;', '&'), base)?.href;
    return whole === undefined ? String(tag) : `${before}${quote}${escaped(whole)}${quote}`;
  });
}

function constructed(element: XmlElement, type: string, mode: string | undefined): AtomText {
  const isHtml = /html/.test(type);
  if (mode === 'base64') return { text: unpacked(rawText(element)), isHtml };
  if (mode === 'xml' || type === 'xhtml' || /\bxml$|\/xhtml/.test(type)) return inline(element);
  if (type === 'text' || type === 'html' || mode === 'escaped' || type.startsWith('text/'))
    return { text: markupOf(element) ?? '', isHtml: isHtml || hasElements(element) };
  // Anything else that is written in line is base64, as the standard has it.
  return { text: unpacked(rawText(element)), isHtml: true };
}

function hasElements({ children }: XmlElement): boolean {
  return children.some((child) => typeof child !== 'string');
}

function inline(element: XmlElement): AtomText {
  const inner = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  const [only, ...others] = inner;
  const isWrapped = others.length === 0 && typeof only === 'object' && only.name === 'div';
  const text = isWrapped ? innerMarkup(only) : hasElements(element) ? innerMarkup(element) : rawText(element);
  return { text, isHtml: true };
}

/** Base64 as text; what is none stays as it stands. */
function unpacked(text: string): string {
  const plain = text.replace(/\s+/g, '');
  if (plain === '' || plain.length % 4 !== 0 || !/^[\w+/]+={0,2}$/.test(plain)) return text;
  const bytes = Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

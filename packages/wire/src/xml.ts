import { messageOf } from '@courant/base';
import { SaxesParser } from 'saxes';
import type { ReadFailure } from './wire-item.ts';

/** An element of a document we read; names are local, prefixes are kept apart. */
export interface XmlElement {
  readonly name: string;
  readonly prefix: string;
  /** By local name, values as they stand; `xml:lang` as `xml:lang`. */
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** An element, or a run of text. */
export type XmlNode = XmlElement | string;

/** How reading a document came out. */
export type XmlReading =
  | { readonly ok: true; readonly root: XmlElement; readonly isMended: boolean }
  | { readonly ok: false; readonly why: ReadFailure; readonly say: string };

/** Elements deep, attributes an element, elements in all, characters mended or in a document type: beyond what any agency sends. */
const MOST = {
  depth: 256,
  attributes: 1_000,
  elements: 500_000,
  mended: 2_000_000,
  doctype: 100_000,
} as const;

class Refusal extends Error {
  readonly why: ReadFailure;
  constructor(why: ReadFailure, say: string) {
    super(say);
    this.why = why;
  }
}

/**
 * Reads XML leniently and safely: no document type is fetched, no entity of its own is ever replaced, HTML's
 * entities are. A document broken by bare ampersands or by something before its declaration is mended first.
 */
export function readXml(text: string): XmlReading {
  const start = text.indexOf('<');
  const plain = start < 0 ? text : text.slice(start);
  if (hasLongDoctype(plain)) {
    return { ok: false, why: 'hostile', say: 'XML not read: its document type has no end' };
  }
  const first = attempt(plain);
  if (first.ok || first.why !== 'broken' || plain.length > MOST.mended) return first;
  const mended = attempt(plain.replace(AMPERSAND, repaired).replace(CONTROLS, ''));
  return mended.ok ? { ...mended, isMended: true } : first;
}

/** Whether a document type does not end where any real one has: the parser would gather all that follows. */
function hasLongDoctype(text: string): boolean {
  const from = text.slice(0, MOST.doctype).search(/<!doctype/i);
  if (from < 0) return false;
  const doctype = text.slice(from, from + MOST.doctype);
  return !/^[^[>]*>|\]\s*>/.test(doctype);
}

/** A character data section, where an ampersand is text as it stands, or an ampersand elsewhere. */
const AMPERSAND = /<!\[CDATA\[.*?(?:\]\]>|$)|&(#\d{1,7};|#x[0-9a-f]{1,6};|[a-z][a-z0-9]{1,31};)?/gis;

/** A reference as it stands where it names something; any other ampersand is text. */
function repaired(found: string, reference: string | undefined): string {
  if (!found.startsWith('&')) return found;
  const name = reference?.slice(0, -1) ?? '';
  const isKnown = name.startsWith('#') || Object.hasOwn(HTML_ENTITIES, name) || XML_ENTITIES.has(name);
  return reference !== undefined && isKnown ? found : found.replace('&', '&amp;');
}

const XML_ENTITIES: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** Characters XML 1.0 has no place for (§2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the expression is about
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

function attempt(text: string): XmlReading {
  try {
    return { ok: true, root: tree(text), isMended: false };
  } catch (thrown) {
    if (thrown instanceof Refusal)
      return { ok: false, why: thrown.why, say: `XML not read: ${thrown.message}` };
    // The parser begins with line and column.
    const say = messageOf(thrown)
      .replace(/\s+/g, ' ')
      .replace(/^(\d+):(\d+): /, 'line $1: ');
    return { ok: false, why: 'broken', say: `broken XML: ${say.slice(0, 200)}` };
  }
}

interface Open extends XmlElement {
  readonly children: XmlNode[];
}

/**
 * An entity of a document's own. Old NewsML names the DTD of NITF by a parameter entity, which is of use inside a
 * document type alone: that is passed over like the rest of it.
 */
const ENTITY = /<!ENTITY(?!\s+%\s+[\w.-]+\s+SYSTEM\s+["'][\w./-]*\.dtd["']\s*>)/i;

function tree(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  // Not a Map of JavaScript: the parser looks entities up in an object.
  Object.assign(parser.ENTITIES, HTML_ENTITIES);
  parser.on('doctype', (doctype) => {
    if (ENTITY.test(doctype))
      throw new Refusal('hostile', 'it declares entities of its own, which are not read');
  });
  parser.on('error', (thrown) => {
    throw thrown;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > MOST.elements) throw new Refusal('too-large', `more than ${MOST.elements} elements`);
    if (open.length >= MOST.depth) throw new Refusal('too-deep', `more than ${MOST.depth} elements deep`);
    const element = opened(name, attributes);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const say = (part: string) => void open.at(-1)?.children.push(part);
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (open.length === 0) root = closed;
  });
  parser.write(text).close();
  if (!root) throw new Refusal('broken', 'there is no element in it');
  return root;
}

function opened(name: string, attributes: Readonly<Record<string, unknown>>): Open {
  const names = Object.keys(attributes);
  if (names.length > MOST.attributes) {
    throw new Refusal('too-large', `an element with more than ${MOST.attributes} attributes`);
  }
  const attrs: Record<string, string> = Object.create(null);
  for (const key of names) attrs[key.startsWith('xml:') ? key : local(key)] = String(attributes[key]);
  return { name: local(name), prefix: name.slice(0, Math.max(0, name.indexOf(':'))), attrs, children: [] };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The entities of HTML that agencies use in XML without declaring them. */
const HTML_ENTITIES: Readonly<Record<string, string>> = {
  ...{ nbsp: '\u00a0', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…' },
  ...{
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    copy: '©',
    reg: '®',
    trade: '™',
    euro: '€',
    pound: '£',
  },
  ...{
    yen: '¥',
    cent: '¢',
    sect: '§',
    deg: '°',
    plusmn: '±',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
    times: '×',
  },
  ...{ aacute: 'á', agrave: 'à', acirc: 'â', auml: 'ä', atilde: 'ã', aring: 'å', aelig: 'æ', ccedil: 'ç' },
  ...{ eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', iacute: 'í', igrave: 'ì', icirc: 'î', iuml: 'ï' },
  ...{ ntilde: 'ñ', oacute: 'ó', ograve: 'ò', ocirc: 'ô', ouml: 'ö', otilde: 'õ', oslash: 'ø', szlig: 'ß' },
  ...{ uacute: 'ú', ugrave: 'ù', ucirc: 'û', uuml: 'ü', yacute: 'ý', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü' },
  ...{ Eacute: 'É', Agrave: 'À', Aring: 'Å', AElig: 'Æ', Oslash: 'Ø', Ccedil: 'Ç', iexcl: '¡', iquest: '¿' },
};

/** The element children of an element, or those of some names. */
export function elementsOf(
  parent: XmlElement | undefined,
  ...names: readonly string[]
): readonly XmlElement[] {
  const elements = parent?.children.filter((child) => typeof child !== 'string') ?? [];
  return names.length === 0 ? elements : elements.filter((child) => names.includes(child.name));
}

/** The first element along a path of names. */
export function at(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((here, name) => elementsOf(here, name)[0], parent);
}

/** Every element below with one of these names, in order of the document; the depth is limited where it is read. */
export function below(parent: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] {
  return elementsOf(parent).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...below(child, ...names),
  ]);
}

/** The text of an element and all below, spaces folded; undefined where there is none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  return element && (rawText(element).replace(/\s+/g, ' ').trim() || undefined);
}

/** The text of an element and all below, as it stands. */
export function rawText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');
}

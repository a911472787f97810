import type { XmpElement } from './xmp-xml.ts';
import { xmpTree } from './xmp-xml.ts';

/** A value of XMP: a text, a list or a structure (ISO 16684-1, 6.3). */
export interface XmpValue {
  readonly text?: string;
  /** BCP 47, `x-default` for the one that holds where none is asked for. */
  readonly language?: string;
  readonly items?: readonly XmpValue[];
  /** Whether the items are the same thing in several forms, of which one is taken. */
  readonly isAlternative?: boolean;
  readonly fields?: XmpFields;
}

/** Properties by the address of their vocabulary and their name, in small letters: one agency writes `dc:Rights`. */
export type XmpFields = ReadonlyMap<string, XmpValue>;

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** The properties of a packet; of two of a name the first counts. */
export function xmpFields(text: string): { readonly fields: XmpFields; readonly isWhole: boolean } {
  const { roots, isWhole } = xmpTree(text);
  const fields = new Map<string, XmpValue>();
  for (const rdf of roots.flatMap(rdfIn)) {
    for (const node of childrenOf(rdf))
      if (isRdf(node, 'Description') || node.uri !== RDF) addFields(node, fields);
  }
  return { fields, isWhole };
}

/** `rdf:RDF` stands alone, in `x:xmpmeta`, or deeper where XMP is set in a page or a drawing. */
function rdfIn(element: XmpElement): readonly XmpElement[] {
  return isRdf(element, 'RDF') ? [element] : childrenOf(element).flatMap(rdfIn);
}

function isRdf({ uri, local }: { readonly uri: string; readonly local: string }, name: string): boolean {
  return uri === RDF && local === name;
}

function childrenOf(element: XmpElement): readonly XmpElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** Properties are attributes or elements of a node: both mean the same. */
function addFields(node: XmpElement, fields: Map<string, XmpValue>): void {
  for (const { uri, local, value } of node.attributes) {
    if (uri !== '' && isProperty(uri)) add(fields, uri + local, { text: value });
  }
  for (const child of childrenOf(node))
    if (isProperty(child.uri)) add(fields, child.uri + child.local, readValue(child));
}

function isProperty(uri: string): boolean {
  return uri !== RDF && uri !== XML && uri !== 'http://www.w3.org/2000/xmlns/';
}

function add(fields: Map<string, XmpValue>, name: string, value: XmpValue): void {
  const key = name.toLowerCase();
  if (!fields.has(key)) fields.set(key, value);
}

/** The value of a property by the address of its vocabulary and its name. */
export function property(fields: XmpFields, name: string): XmpValue | undefined {
  return fields.get(name.toLowerCase());
}

const LISTS = new Set(['Alt', 'Bag', 'Seq']);

/** The value of a property element or of an item of a list. */
function readValue(element: XmpElement): XmpValue {
  const [inner] = childrenOf(element);
  const lang = element.attributes.find(({ uri, local }) => uri === XML && local === 'lang')?.value;
  const language = lang === undefined ? {} : { language: lang };
  if (inner && inner.uri === RDF && LISTS.has(inner.local)) {
    const items = childrenOf(inner)
      .filter((item) => isRdf(item, 'li'))
      .map(readValue);
    return { items, ...(inner.local === 'Alt' ? { isAlternative: true } : {}) };
  }
  const fields = structureOf(element);
  // `rdf:value` beside qualifiers is the value itself.
  const value = property(fields, `${RDF}value`);
  if (value) return { ...value, ...language };
  if (fields.size > 0) return { fields };
  const address = element.attributes.find((one) => isRdf(one, 'resource'))?.value;
  return { text: address ?? textOf(element), ...language };
}

/** A structure is set as a node within, as elements under `parseType="Resource"`, or as attributes of the property. */
function structureOf(element: XmpElement): XmpFields {
  const fields = new Map<string, XmpValue>();
  const isResource = element.attributes.some((one) => isRdf(one, 'parseType') && one.value === 'Resource');
  const inner = isResource
    ? []
    : childrenOf(element).filter(({ uri, local }) => uri !== RDF || local === 'Description');
  for (const node of [element, ...inner]) {
    if (node !== element || isResource) addValue(node, fields);
    if (node !== element || isResource) addFields(node, fields);
    else addFields({ ...node, children: [] }, fields);
  }
  return fields;
}

function addValue(node: XmpElement, fields: Map<string, XmpValue>): void {
  const attribute = node.attributes.find((one) => isRdf(one, 'value'));
  if (attribute) add(fields, `${RDF}value`, { text: attribute.value });
  const value = childrenOf(node).find((child) => isRdf(child, 'value'));
  if (value) add(fields, `${RDF}value`, readValue(value));
}

function textOf(element: XmpElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** One line of a value: its text, of alternatives the one for all or the first, of a list the first. */
export function lineOf(value: XmpValue | undefined): string | undefined {
  if (value?.items === undefined) return value?.text;
  const chosen = value.items.find(({ language }) => language === 'x-default') ?? value.items[0];
  return lineOf(chosen);
}

/** The lines of a list; a text alone is a list of one, alternatives are one line. */
export function linesOf(value: XmpValue | undefined): readonly string[] {
  if (value?.items === undefined || value.isAlternative === true)
    return [lineOf(value)].flatMap((line) => line ?? []);
  return value.items.flatMap((item) => lineOf(item) ?? []);
}

/** The structures of a list, or the one that stands alone. */
export function structuresOf(value: XmpValue | undefined): readonly XmpFields[] {
  if (value === undefined) return [];
  return (value.items ?? [value]).flatMap(({ fields }) => fields ?? []);
}

import { said } from './fields.ts';
import { IPTC_SCHEMES } from './newsml-g2-schemes.data.ts';
import type { XmlElement, XmlNode } from './xml.ts';
import { elementsOf } from './xml.ts';

/** Attributes that hold a code, each with its sibling that may hold it as a URI (NewsML-G2 from 2.11 on). */
const CODED = [
  ['qcode', 'uri'],
  ['type', 'typeuri'],
  ['role', 'roleuri'],
  ['rel', 'reluri'],
] as const;

/** What stands in these is no code of the item, whatever its attributes are called. */
const CONTENT: ReadonlySet<string> = new Set(['inlineXML', 'inlineData', 'catalog']);

/** Vocabularies by alias, as a document itself declares them. */
export type Aliases = ReadonlyMap<string, string>;

const ALIAS_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(IPTC_SCHEMES).map(([alias, uri]) => [uri, alias]),
);

/** The aliases that elements declare: a `catalog` in an item or in the header of its message. */
export function aliasesIn(...parents: readonly (XmlElement | undefined)[]): Aliases {
  const schemes = parents
    .flatMap((parent) => elementsOf(parent, 'catalog'))
    .flatMap((catalog) => elementsOf(catalog, 'scheme'));
  return new Map(
    schemes.flatMap(({ attrs }) => {
      const [alias, uri] = [said(attrs.alias), said(attrs.uri)];
      return alias === undefined || uri === undefined ? [] : [[alias, uri] as const];
    }),
  );
}

/**
 * An item whose codes of the IPTC's vocabularies stand under the IPTC's own aliases, however the document named them:
 * by a URI, or by an alias of its own. Everything else stays as it is; so does a code whose alias nobody declared.
 */
export function withIptcCodes(element: XmlElement, aliases: Aliases): XmlElement {
  if (CONTENT.has(element.name)) return element;
  const changed = CODED.flatMap(([name, uriName]) => {
    const { [name]: code, [uriName]: uri } = element.attrs;
    const known = said(code) === undefined ? codeOfUri(uri) : codeUnder(code ?? '', aliases);
    return known === undefined || known === code ? [] : [[name, known] as const];
  });
  const children = element.children.map((child) => codedNode(child, aliases));
  const isSame = changed.length === 0 && children.every((child, i) => child === element.children[i]);
  return isSame
    ? element
    : { ...element, attrs: { ...element.attrs, ...Object.fromEntries(changed) }, children };
}

function codedNode(node: XmlNode, aliases: Aliases): XmlNode {
  return typeof node === 'string' ? node : withIptcCodes(node, aliases);
}

/** A code under the alias of the IPTC's for its vocabulary; a URI where a document uses such an alias for another. */
function codeUnder(code: string, aliases: Aliases): string {
  const [, alias = '', value = ''] = /^([^:]*):(.+)$/s.exec(code) ?? [];
  const declared = aliases.get(alias);
  if (declared === undefined) return code;
  const known = codeOfUri(declared + value);
  if (known !== undefined) return known;
  return Object.hasOwn(IPTC_SCHEMES, alias) ? declared + value : code;
}

/** `medtop:20000304` of `http://cv.iptc.org/newscodes/mediatopic/20000304`; undefined for what is no code of the IPTC's. */
export function codeOfUri(uri: string | undefined): string | undefined {
  const [, base = '', value] = /^(https?:\/\/cvx?\.iptc\.org\/.*\/)([^/]+)$/s.exec(uri?.trim() ?? '') ?? [];
  const alias = ALIAS_OF.get(base.replace(/^https:/, 'http:'));
  return alias === undefined || value === undefined ? undefined : `${alias}:${value}`;
}

/** Whether a code stands under an alias of the IPTC's catalogue. */
export function isIptcCode(code: string): boolean {
  const [, alias] = /^([^\s:]+):[^\s:]\S*$/.exec(code) ?? [];
  return alias !== undefined && Object.hasOwn(IPTC_SCHEMES, alias);
}

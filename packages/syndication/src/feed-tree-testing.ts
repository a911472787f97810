import { SaxesParser } from 'saxes';

/** An element as the rules look at it. */
export interface FeedNode {
  /** `item`, `atom:link`: elements of the feed's own namespace have no prefix, others the customary one. */
  readonly name: string;
  /** Namespace declarations are not among them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly FeedNode[];
  /** All text within that is not in a child. */
  readonly text: string;
  readonly parent: FeedNode | undefined;
  /** Whether a line it stands on has a hexadecimal reference: then what looks like HTML is meant as text. */
  readonly hasHexReference: boolean;
}

/** A feed read, or why it can't be. */
export type FeedTree =
  | {
      readonly ok: true;
      readonly root: FeedNode;
      readonly rootNamespace: string;
      readonly namespaces: readonly string[];
    }
  | { readonly ok: false; readonly say: string };

/** The customary prefix of each namespace that feeds of papers use. */
export const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/syndication/history/1.0': 'fh',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

interface Growing {
  name: string;
  attributes: Map<string, string>;
  children: Growing[];
  text: string;
  parent: Growing | undefined;
  hasHexReference: boolean;
  start: number;
}

/** The elements of an XML text. */
export function feedTree(text: string): FeedTree {
  const parser = new SaxesParser({ xmlns: true });
  const lines = text.split('\n').map((line) => line.includes('&#x'));
  const namespaces = new Set<string>();
  let root: Growing | undefined;
  let at: Growing | undefined;
  let own = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (!root) own = uri;
    const node: Growing = {
      name: uri === own ? local : `${PREFIXES[uri] ?? uri}:${local}`,
      attributes: new Map(),
      children: [],
      text: '',
      parent: at,
      hasHexReference: false,
      start: parser.line,
    };
    for (const one of Object.values(attributes)) {
      if (one.prefix === 'xmlns' || one.name === 'xmlns') namespaces.add(one.value);
      else
        node.attributes.set(one.uri ? `${PREFIXES[one.uri] ?? one.uri}:${one.local}` : one.local, one.value);
    }
    at?.children.push(node);
    root ??= node;
    at = node;
  });
  const addText = (more: string) => {
    if (at) at.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (!at) return;
    at.hasHexReference = lines.slice(at.start - 1, parser.line).some(Boolean);
    at = at.parent;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    return { ok: false, say: error instanceof Error ? error.message : String(error) };
  }
  if (!root) return { ok: false, say: 'no element' };
  return { ok: true, root, rootNamespace: own, namespaces: [...namespaces] };
}

/** The first child of a name. */
export function child(node: FeedNode, name: string): FeedNode | undefined {
  return node.children.find((one) => one.name === name);
}

/** Everything below a node, itself first. */
export function* descendants(node: FeedNode): Generator<FeedNode> {
  yield node;
  for (const one of node.children) yield* descendants(one);
}

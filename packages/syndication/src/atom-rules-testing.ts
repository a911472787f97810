import type { FeedNode } from './feed-tree-testing.ts';
import { child } from './feed-tree-testing.ts';
import { ATOM_LINK, alternateFaults, feedLinkFaults, MODULES, selfFaults } from './module-rules-testing.ts';
import type { Known, NodeRule } from './node-rules-testing.ts';
import {
  attributeIs,
  attributePlain,
  knownFaults,
  mustHave,
  noSpaceAround,
  notBlank,
  plain,
  safeHtml,
  textIs,
} from './node-rules-testing.ts';
import type { ValueRule } from './value-rules-testing.ts';
import { canonicalUri, internetDate, iri, mediaType, sound } from './value-rules-testing.ts';

const filled: ValueRule = (value) => (value ? undefined : 'NotBlank');
const noMail: ValueRule = (value) =>
  /<[\w.+!#$%&'*/=?^`{|}~-]+@(?:[a-z0-9-]+\.)+[a-z0-9-]+>/i.test(value) ? 'ContainsEmail' : undefined;
const mail: ValueRule = (value) =>
  /^[^\s()<>@,;:"[\]]+@(?:[a-z0-9-]+\.)+[a-z0-9][a-z0-9-]*$/i.test(value) ? undefined : 'InvalidContact';

/** A text construct (RFC 4287 §3.1): text, HTML or XHTML. */
const construct: NodeRule = (node) => {
  const type = node.attributes.get('type') ?? 'text';
  if (!type) return [`AttrNotBlank: ${node.name} type`];
  if (type.includes('/')) return [`InvalidTextType: ${node.name} ${type}`, ...typedFaults(node, type)];
  return typedFaults(node, type);
};

/** The content of an entry (§4.1.3): like a text construct, or of any media type, or elsewhere. */
const content: NodeRule = (node) => {
  const src = node.attributes.get('src');
  const type = node.attributes.get('type') ?? (src === undefined ? 'text' : '');
  if (src !== undefined) {
    const fault = iri(src);
    return [
      ...(fault ? [`InvalidURIAttribute: content src ${src}`] : []),
      ...(type ? [] : ['MissingTypeAttr: content']),
      ...(node.text.trim() || node.children.length > 0 ? ['UnexpectedText: content'] : []),
      ...(type && mediaType(type) ? [`InvalidMIMEType: content ${type}`] : []),
    ];
  }
  if (!type) return ['AttrNotBlank: content type'];
  if (type === 'multipart/alternative') return [`InvalidMIMEType: content ${type}`];
  return typedFaults(node, type);
};

function typedFaults(node: FeedNode, type: string): readonly string[] {
  const blank = !node.text.trim() && node.children.length === 0 ? [`NotBlank: ${node.name}`] : [];
  if (type !== 'xhtml' && !/[+/]xml$/.test(type) && node.children.length > 0) {
    return [`UndefinedElement: ${node.children[0]?.name} in ${node.name}`];
  }
  if (type === 'html' || type.endsWith('/html')) return [...safeHtml(node), ...blank];
  if (type === 'text' || type.startsWith('text/'))
    return [...plain('ContainsUndeclaredHTML')(node), ...blank];
  if (type === 'xhtml') return child(node, 'xhtml:div') ? [] : [`MissingXhtmlDiv: ${node.name}`];
  return mediaType(type) ? [`InvalidMIMEType: ${node.name} ${type}`] : blank;
}

const TEXT: Known = { attributes: ['type'], rules: [construct, textIs(sound)] };
const CONTENT: Known = { attributes: ['type', 'src'], rules: [content, textIs(sound)] };
const DATE: Known = { rules: [textIs(internetDate), noSpaceAround] };
const ID: Known = { rules: [textIs(canonicalUri), noSpaceAround] };
const ADDRESS: Known = { rules: [notBlank, noSpaceAround, textIs(iri)] };
const PERSON: Known = { holds: true, often: true };
const CATEGORY: Known = {
  often: true,
  attributes: ['term', 'scheme', 'label'],
  rules: [
    mustHave('term'),
    attributeIs('term', filled),
    attributeIs('scheme', (value) => (/^[a-z][a-z0-9+.-]*:/i.test(value) ? iri(value) : 'InvalidFullLink')),
    attributePlain('label'),
  ],
};

const FEED: Readonly<Record<string, Known>> = {
  title: TEXT,
  subtitle: TEXT,
  rights: TEXT,
  id: ID,
  updated: DATE,
  icon: ADDRESS,
  logo: ADDRESS,
  author: PERSON,
  contributor: PERSON,
  category: CATEGORY,
  generator: {
    attributes: ['uri', 'version'],
    rules: [notBlank, plain('ContainsHTML'), attributeIs('uri', iri)],
  },
  link: ATOM_LINK,
  entry: { holds: true, often: true },
};

const ENTRY: Readonly<Record<string, Known>> = {
  title: TEXT,
  summary: TEXT,
  rights: TEXT,
  content: CONTENT,
  id: ID,
  updated: DATE,
  published: DATE,
  author: PERSON,
  contributor: PERSON,
  category: CATEGORY,
  link: ATOM_LINK,
  source: { holds: true },
};

const NAMED: Readonly<Record<string, Known>> = {
  name: { rules: [plain('ContainsHTML'), textIs(noMail), notBlank] },
  email: { rules: [textIs(mail)] },
  uri: ADDRESS,
};

const PARENTS: Readonly<Record<string, Readonly<Record<string, Known>>>> = {
  feed: FEED,
  entry: ENTRY,
  source: FEED,
  author: NAMED,
  contributor: NAMED,
  'media:content': {},
};

/** What is wrong with Atom 1.0, each by the validator's word for it. */
export function atomFaults(root: FeedNode, location?: string): readonly string[] {
  const links = root.children.filter(({ name }) => name === 'link');
  const entries = root.children.filter(({ name }) => name === 'entry');
  return [
    ...knownFaults(root, { holds: true }, kindOf),
    ...missing(root, ['title', 'id', 'updated']),
    ...misplaced(root),
    ...selfFaults(links, location),
    ...feedLinkFaults(root, links),
    ...alternateFaults(links),
    ...people(root).flatMap((person) => missing(person, ['name'])),
    ...entries.flatMap((entry) => entryFaults(entry, root)),
    ...repeated(entries, 'id', 'DuplicateEntries'),
    ...repeated(entries, 'updated', 'DuplicateUpdated'),
  ];
}

function kindOf(parent: FeedNode, name: string): Known | undefined {
  // What XHTML content holds is HTML, not Atom.
  if (parent.attributes.get('type') === 'xhtml' || /[+/]xml$/.test(parent.attributes.get('type') ?? ''))
    return {};
  if (parent.name.startsWith('xhtml:')) return {};
  return PARENTS[parent.name]?.[name] ?? MODULES[name];
}

function missing(node: FeedNode, names: readonly string[]): readonly string[] {
  return names.filter((name) => !child(node, name)).map((name) => `MissingElement: ${node.name} ${name}`);
}

function misplaced(root: FeedNode): readonly string[] {
  const names = root.children.map(({ name }) => name);
  const first = names.indexOf('entry');
  const late = first < 0 ? [] : names.slice(first).filter((name) => name in FEED && name !== 'entry');
  return late.map((name) => `MisplacedMetadata: ${name}`);
}

function people(node: FeedNode): readonly FeedNode[] {
  const here = node.children.filter(({ name }) => name === 'author' || name === 'contributor');
  return [...here, ...node.children.filter(({ name }) => name === 'entry').flatMap(people)];
}

function entryFaults(entry: FeedNode, feed: FeedNode): readonly string[] {
  const names = entry.children.map(({ name }) => name);
  const links = entry.children.filter(({ name }) => name === 'link');
  const isSigned = names.includes('author') || child(feed, 'author') || childOfSource(entry);
  const faults = [...missing(entry, ['title', 'id', 'updated']), ...alternateFaults(links)];
  if (!isSigned) faults.push('MissingElement: entry author');
  const body = child(entry, 'content');
  const isTold = names.includes('summary');
  if (!body) {
    if (!isTold) faults.push('MissingTextualContent: entry');
    const hasPage = links.some((one) => (one.attributes.get('rel') ?? 'alternate') === 'alternate');
    if (!hasPage) faults.push('MissingContentOrAlternate: entry');
    return faults;
  }
  const type = body.attributes.get('type') ?? '';
  const isBytes = type.includes('/') && !/(?:[+/]xml$|^text\/)/.test(type);
  if (!isTold && (body.attributes.has('src') || isBytes)) faults.push('MissingSummary: entry');
  return faults;
}

function childOfSource(entry: FeedNode): boolean {
  const source = child(entry, 'source');
  return source !== undefined && child(source, 'author') !== undefined;
}

function repeated(entries: readonly FeedNode[], name: string, word: string): readonly string[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const value = child(entry, name)?.text.trim();
    if (!value) return [];
    if (seen.has(value)) return [`${word}: ${value}`];
    seen.add(value);
    return [];
  });
}

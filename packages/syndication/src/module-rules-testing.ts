import type { FeedNode } from './feed-tree-testing.ts';
import type { Known, NodeRule } from './node-rules-testing.ts';
import {
  attributeIs,
  attributePlain,
  mustHave,
  notBlank,
  plain,
  safeHtml,
  textIs,
} from './node-rules-testing.ts';
import type { ValueRule } from './value-rules-testing.ts';
import { fullUri, iri, language, mediaType, positive } from './value-rules-testing.ts';

/** Relations that IANA or a standard for feeds knows. */
const RELATIONS = new Set(
  (
    'alternate current describedby edit edit-media enclosure first hub last license next next-archive payment ' +
    'prev-archive previous related replies search self service up via'
  ).split(' '),
);
const HISTORY = new Set('current first last next next-archive prev-archive previous'.split(' '));
const FEED_TYPES = new Set(['application/atom+xml', 'application/rss+xml', 'application/rdf+xml']);

const relation: ValueRule = (rel) => {
  if (!rel) return 'AttrNotBlank';
  const short = rel.replace('http://www.iana.org/assignments/relation/', '');
  return RELATIONS.has(short) || fullUri(short) === undefined ? undefined : 'UnregisteredAtomLinkRel';
};

const filled: ValueRule = (value) => (value ? undefined : 'AttrNotBlank');
const counted: ValueRule = (value) => (/^\d+$/.test(value) ? undefined : 'InvalidNonNegativeInteger');

/** The relation of a link, without the address by which IANA lists it. */
function relOf(link: FeedNode): string {
  return (link.attributes.get('rel') ?? 'alternate').replace('http://www.iana.org/assignments/relation/', '');
}

const linkFaults: NodeRule = (node) => {
  const rel = relOf(node);
  const type = node.attributes.get('type');
  const href = node.attributes.get('href') ?? '';
  const isFeed = node.parent?.name === 'feed' || node.parent?.name === 'channel';
  const faults: string[] = [];
  if (rel === 'self' && type !== undefined && !FEED_TYPES.has(type.split(';', 1)[0] ?? '')) {
    faults.push(`SelfNotAtom: ${type}`);
  }
  if (rel === 'self' && isFeed && !/^\w+:\/\//.test(href)) faults.push(`RelativeSelf: ${href}`);
  if (HISTORY.has(rel) && node.parent?.name === 'entry') faults.push(`FeedHistoryRelInEntry: ${rel}`);
  if (node.text.trim() || node.children.length > 0) faults.push(`AtomLinkNotEmpty: ${rel}`);
  return faults;
};

/** A link of Atom, in Atom or in RSS. */
export const ATOM_LINK: Known = {
  often: true,
  attributes: ['rel', 'type', 'href', 'hreflang', 'title', 'length'],
  rules: [
    mustHave('href'),
    attributeIs('rel', relation),
    attributeIs('type', mediaType),
    attributeIs('href', iri),
    attributeIs('hreflang', language),
    attributeIs('title', filled),
    attributePlain('title'),
    attributeIs('length', counted),
    linkFaults,
  ],
};

const ROLES = new Set('photographer author editor illustrator producer artist reporter composer'.split(' '));

const creditRole: NodeRule = (node) => {
  const role = node.attributes.get('role');
  const isEbu = (node.attributes.get('scheme') ?? 'urn:ebu') === 'urn:ebu';
  const isFit = role === undefined || (isEbu ? ROLES.has(role) : role === role.toLowerCase());
  return isFit ? [] : [`InvalidCreditRole: ${role}`];
};

const mediaText: NodeRule = (node) => {
  const type = node.attributes.get('type');
  if (type !== undefined && type !== 'plain' && type !== 'html') return [`InvalidMediaTextType: ${type}`];
  return type === 'html' ? safeHtml(node) : plain('ContainsUndeclaredHTML')(node);
};

const medium: ValueRule = (value) =>
  /^(?:image|audio|video|document|executable)$/.test(value) ? undefined : 'InvalidMediaMedium';

/** What Media RSS, Dublin Core and Feed History write into feeds of either kind. */
export const MODULES: Readonly<Record<string, Known>> = {
  'media:content': {
    often: true,
    holds: true,
    attributes:
      'bitrate channels duration expression fileSize framerate height isDefault lang medium samplingrate type url width'.split(
        ' ',
      ),
    rules: [
      attributeIs('url', fullUri),
      attributeIs('type', mediaType),
      attributeIs('medium', medium),
      attributeIs('width', positive),
      attributeIs('height', positive),
      attributeIs('fileSize', positive),
      attributeIs('lang', language),
    ],
  },
  'media:group': { holds: true, often: true },
  'media:description': { attributes: ['type'], rules: [mediaText] },
  'media:title': { attributes: ['type'], rules: [mediaText] },
  'media:credit': { often: true, attributes: ['role', 'scheme'], rules: [creditRole] },
  'dc:creator': { often: true },
  'dc:source': {},
  'dc:date': {},
  'dc:rights': {},
  'dc:language': { rules: [textIs(language)] },
  'dcterms:replaces': { often: true },
  'fh:archive': { holds: true },
  'fh:complete': { holds: true },
};

/** Faults between the links of a feed: itself, its formats, its archive (RFC 5005 §4). */
export function feedLinkFaults(feed: FeedNode, links: readonly FeedNode[]): readonly string[] {
  const rels = links.map(relOf);
  const names = feed.children.map(({ name }) => name);
  const isWhole = names.includes('fh:complete');
  const faults: string[] = [];
  if (names.includes('fh:archive') && !isWhole) {
    if (!rels.includes('prev-archive') && !rels.includes('next-archive')) faults.push('ArchiveIncomplete');
    if (!rels.includes('current')) faults.push('MissingCurrentInArchive');
  }
  if (isWhole) {
    for (const rel of rels)
      if (HISTORY.has(rel) && rel !== 'current') faults.push(`FeedRelInCompleteFeed: ${rel}`);
  }
  return faults;
}

/** More than one alternate of the same type and language. */
export function alternateFaults(links: readonly FeedNode[]): readonly string[] {
  const seen = new Set<string>();
  return links.flatMap((one) => {
    if (relOf(one) !== 'alternate') return [];
    const kind = `${one.attributes.get('type') ?? ''} ${one.attributes.get('hreflang') ?? ''}`;
    if (seen.has(kind)) return [`DuplicateAtomLink: ${kind.trim()}`];
    seen.add(kind);
    return [];
  });
}

/** Whether a feed names itself, and truly. */
export function selfFaults(links: readonly FeedNode[], location: string | undefined): readonly string[] {
  const self = links.find((one) => relOf(one) === 'self');
  if (!self) return ['MissingSelf'];
  const href = self.attributes.get('href') ?? '';
  return location === undefined || href === location ? [] : [`SelfDoesntMatchLocation: ${href}`];
}

/** An address that pictures of RSS may have: the ending of a kind that every reader shows, or none. */
export const pictureAddress: NodeRule = (node) => {
  const ending = node.text.trim().split('.').at(-1)?.toLowerCase() ?? '';
  return /^\w+$/.test(ending) && !/^(?:jpe?g|gif|png)$/.test(ending) ? [`ImageUrlFormat: ${ending}`] : [];
};

/** Text that is there, and is a whole address. */
export const address: readonly NodeRule[] = [notBlank, textIs(fullUri)];

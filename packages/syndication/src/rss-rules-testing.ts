import type { FeedNode } from './feed-tree-testing.ts';
import { child } from './feed-tree-testing.ts';
import {
  ATOM_LINK,
  address,
  feedLinkFaults,
  MODULES,
  pictureAddress,
  selfFaults,
} from './module-rules-testing.ts';
import type { Known } from './node-rules-testing.ts';
import {
  attributeIs,
  knownFaults,
  notBlank,
  plain,
  profiled,
  safeHtml,
  textIs,
} from './node-rules-testing.ts';
import type { ValueRule } from './value-rules-testing.ts';
import {
  fullUri,
  internetDate,
  language,
  mailDate,
  mailWithName,
  mediaType,
  sound,
} from './value-rules-testing.ts';

const TEXT = [plain('ContainsHTML'), profiled, textIs(sound)];

const wholeNumber: ValueRule = (value) => (/^[1-9]\d*$/.test(value) ? undefined : 'InvalidPositiveInteger');
const length: ValueRule = (value) => {
  if (value === '-1') return 'UseZeroForUnknown';
  return /^-?\d+$/.test(value) ? undefined : 'InvalidIntegerAttribute';
};
const enclosureType: ValueRule = (value) => (mediaType(value) ? 'InvalidMIMEAttribute' : undefined);
const webAddress: ValueRule = (value) =>
  /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z0-9][-a-z0-9]*(?::\d+)?(?:\/|$)/i.test(value) && !fullUri(value)
    ? undefined
    : 'InvalidURLAttribute';

const CHANNEL: Readonly<Record<string, Known>> = {
  title: { rules: [notBlank, ...TEXT] },
  link: { rules: [textIs(fullUri)] },
  description: { rules: TEXT },
  language: { rules: [textIs(language)] },
  copyright: { rules: TEXT },
  managingEditor: { rules: [textIs(mailWithName), plain('ContainsHTML')] },
  webMaster: { rules: [textIs(mailWithName), plain('ContainsHTML')] },
  pubDate: { rules: [textIs(mailDate)] },
  lastBuildDate: { rules: [textIs(mailDate)] },
  category: { often: true, attributes: ['domain'], rules: TEXT },
  generator: {},
  docs: { rules: [textIs(fullUri)] },
  ttl: { rules: [textIs(wholeNumber)] },
  rating: {},
  image: { holds: true },
  item: { holds: true, often: true },
  'atom:link': ATOM_LINK,
};

const ITEM: Readonly<Record<string, Known>> = {
  title: { rules: [notBlank, ...TEXT] },
  link: { rules: [textIs(fullUri)] },
  description: { rules: [safeHtml, textIs(sound)] },
  author: { rules: [textIs(mailWithName), plain('ContainsHTML')] },
  category: { often: true, attributes: ['domain'], rules: [notBlank, ...TEXT] },
  comments: { rules: [textIs(fullUri)] },
  pubDate: { rules: [textIs(mailDate)] },
  guid: { attributes: ['isPermaLink'], rules: [guidFaults] },
  source: { attributes: ['url'], rules: TEXT },
  enclosure: {
    attributes: ['url', 'length', 'type'],
    rules: [
      attributeIs('length', length),
      attributeIs('type', enclosureType),
      attributeIs('url', webAddress),
      whole,
    ],
  },
  'content:encoded': { rules: [safeHtml, textIs(sound)] },
  'atom:link': ATOM_LINK,
  'atom:updated': { rules: [textIs(internetDate)] },
};

const IMAGE: Readonly<Record<string, Known>> = {
  url: { rules: [...address, pictureAddress] },
  title: { rules: [notBlank, ...TEXT] },
  link: { rules: address },
  description: { rules: TEXT },
  width: { rules: [textIs(upTo(144, 'InvalidWidth'))] },
  height: { rules: [textIs(upTo(400, 'InvalidHeight'))] },
};

const PARENTS: Readonly<Record<string, Readonly<Record<string, Known>>>> = {
  rss: { channel: { holds: true } },
  channel: CHANNEL,
  item: ITEM,
  image: IMAGE,
  'media:content': {},
};

/** What is wrong with RSS 2.0, each by the validator's word for it. */
export function rssFaults(root: FeedNode, location?: string): readonly string[] {
  const version = root.attributes.get('version');
  const faults: string[] = [];
  if (version === undefined) faults.push('MissingAttribute: rss version');
  else if (!['0.91', '0.92', '2.0'].includes(version)) faults.push(`InvalidRSSVersion: ${version}`);
  const channel = child(root, 'channel');
  if (!channel) return [...faults, 'MissingElement: channel'];
  faults.push(...knownFaults(root, { holds: true, attributes: ['version'] }, kindOf));
  faults.push(...channelFaults(channel));
  if (version === '2.0') {
    const links = channel.children.filter(({ name }) => name === 'atom:link');
    faults.push(...selfFaults(links, location), ...feedLinkFaults(channel, links));
  }
  return faults;
}

function kindOf(parent: FeedNode, name: string): Known | undefined {
  return PARENTS[parent.name]?.[name] ?? MODULES[name];
}

function channelFaults(channel: FeedNode): readonly string[] {
  const names = channel.children.map(({ name }) => name);
  const faults: string[] = [];
  for (const [name, word] of [
    ['title', 'MissingTitle'],
    ['link', 'MissingLink'],
    ['description', 'MissingDescription'],
  ] as const) {
    if (!names.includes(name)) faults.push(`${word}: channel`);
  }
  if (names.includes('managingEditor') && names.includes('dc:creator'))
    faults.push('DuplicateSemantics: managingEditor');
  if (names.includes('language') && names.includes('dc:language'))
    faults.push('DuplicateSemantics: language');
  const first = names.indexOf('item');
  const own = (name: string) => name in CHANNEL && name !== 'item';
  if (first >= 0 && names.slice(first).some(own)) faults.push('MisplacedItem: channel');
  const image = child(channel, 'image');
  if (image) faults.push(...imageFaults(image, channel));
  const items = channel.children.filter(({ name }) => name === 'item');
  return [...faults, ...items.flatMap(itemFaults), ...repeated(items)];
}

function imageFaults(image: FeedNode, channel: FeedNode): readonly string[] {
  const faults: string[] = [];
  for (const [name, word] of [
    ['title', 'MissingTitle'],
    ['url', 'MissingElement'],
    ['link', 'MissingLink'],
  ] as const) {
    if (!child(image, name)) faults.push(`${word}: image`);
  }
  const differs = (name: string) => {
    const [here, there] = [child(image, name)?.text.trim(), child(channel, name)?.text.trim()];
    return here && there && here !== there;
  };
  if (differs('title')) faults.push('ImageTitleDoesntMatch');
  if (differs('link')) faults.push('ImageLinkDoesntMatch');
  return faults;
}

function itemFaults(item: FeedNode): readonly string[] {
  const names = item.children.map(({ name }) => name);
  const faults: string[] = [];
  if (!names.includes('title') && !names.includes('description'))
    faults.push('ItemMustContainTitleOrDescription');
  if (!names.includes('guid') && item.parent?.parent?.attributes.get('version')?.startsWith('2.')) {
    faults.push('MissingGuid');
  }
  const content = names.indexOf('content:encoded');
  const description = names.indexOf('description');
  if (content >= 0 && (description < 0 || description > content)) faults.push('NeedDescriptionBeforeContent');
  for (const [core, other] of [
    ['author', 'dc:creator'],
    ['category', 'dc:subject'],
    ['pubDate', 'dc:date'],
    ['guid', 'atom:id'],
    ['source', 'dc:source'],
    ['pubDate', 'atom:published'],
  ] as const) {
    if (names.includes(core) && names.includes(other))
      faults.push(`DuplicateItemSemantics: ${core} ${other}`);
  }
  return faults;
}

function repeated(items: readonly FeedNode[]): readonly string[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const guid = child(item, 'guid')?.text.trim();
    if (guid === undefined) return [];
    if (!guid) return ['NotBlank: guid'];
    if (seen.has(guid)) return [`DuplicateValue: guid ${guid}`];
    seen.add(guid);
    return [];
  });
}

function guidFaults(node: FeedNode): readonly string[] {
  const value = node.text.trim();
  const said = node.attributes.get('isPermaLink');
  if (said !== undefined && said !== 'true' && said !== 'false') return [`InvalidBooleanAttribute: ${said}`];
  if (said === 'false') return /^\d{1,8}$/.test(value) ? [`NotSufficientlyUnique: ${value}`] : [];
  if (fullUri(value)) return [`InvalidHttpGUID: ${value}`];
  return /^(?:tag|urn:uuid):/i.test(value) ? [`InvalidPermalink: ${value}`] : [];
}

function whole(node: FeedNode): readonly string[] {
  return ['url', 'length', 'type']
    .filter((name) => !node.attributes.has(name))
    .map((name) => `MissingAttribute: enclosure ${name}`);
}

function upTo(most: number, word: string): ValueRule {
  return (value) => (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= most ? undefined : word);
}

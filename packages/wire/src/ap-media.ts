import { readingOf, readTold } from './agency-object.ts';
import { present } from './fields.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { first, isObject, list, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem, WireLink } from './wire-item.ts';

/** Reads an answer of AP's Media API: one item, a feed or a search. Undefined where it is none. */
export function readApMedia(value: unknown, options: ReadOptions): Reading | undefined {
  if (!isObject(value) || !isObject(value.data) || text(value.api_version) === undefined) return undefined;
  const { data } = value;
  const items = [data, ...list(data.items)].flatMap(({ item }) => (isObject(item) ? [item] : []));
  return items.length === 0 ? undefined : readingOf(items, (item) => readObject(item, options));
}

const USED = [
  ...[
    'title',
    'bylines',
    'photographer',
    'description_caption',
    'description_summary',
    'description_creditline',
  ],
  ...['datelinelocation', 'signals', 'editorialtypes', 'provider', 'located'],
];

function readObject(item: NinjsObject, options: ReadOptions): WireItem {
  const { altids, renditions, usageterms, title, photographer } = item;
  const media = entriesOf(renditions).filter(([, { type }]) => text(type) !== 'text');
  const ninjs = {
    ...sharedOf(item),
    uri: (isObject(altids) ? text(altids.itemid) : undefined) ?? item.uri,
    slugline: text(item.slugline) ?? title,
    byline: first(item.bylines, 'by', 'name') ?? (isObject(photographer) ? photographer.name : undefined),
    description_text: text(item.description_caption) ?? item.description_summary,
    credit_line: item.description_creditline,
    usageterms: Array.isArray(usageterms)
      ? usageterms.flatMap((one) => text(one) ?? []).join(' ')
      : usageterms,
    located: lineOf(item.datelinelocation),
    updateType: [...words(item.editorialtypes), ...words(item.signals)].join(' '),
    infosources: [{ name: text(item.provider) ?? 'AP' }],
    renditions: Object.fromEntries(media),
    subject: list(item.subject).map(coded),
    ...{ person: list(item.person).map(coded), organisation: list(item.organisation).map(coded) },
    place: list(item.place).map(coded),
  };
  const read = readTold(item, { format: 'ap-media', used: USED, ninjs }, options);
  return { ...read, ...present({ links: [...(read.links ?? []), ...textLinks(renditions)] }) };
}

const SHARED = [
  ...['type', 'version', 'urgency', 'language', 'versioncreated', 'firstcreated', 'pubstatus', 'embargoed'],
  ...[
    'ednote',
    'headline',
    'copyrightnotice',
    'copyrightholder',
    'keywords',
    'associations',
    'genre',
    'expires',
  ],
];

function sharedOf(item: NinjsObject): NinjsObject {
  return Object.fromEntries(SHARED.flatMap((name) => (name in item ? [[name, item[name]]] : [])));
}

function entriesOf(renditions: unknown): readonly (readonly [string, NinjsObject])[] {
  if (!isObject(renditions)) return [];
  return Object.entries(renditions).flatMap(([name, one]) => (isObject(one) ? [[name, one] as const] : []));
}

/** The words of a text do not come with it, but stand at an address (NITF), which is told. */
function textLinks(renditions: unknown): readonly WireLink[] {
  return entriesOf(renditions).flatMap(([name, { type, href, title }]): readonly WireLink[] => {
    const address = text(href);
    if (text(type) !== 'text' || address === undefined) return [];
    return [{ href: address, rel: name, ...present({ title: text(title) }) }];
  });
}

function words(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((one) => text(one) ?? []) : [];
}

/** A code under its vocabulary; the letters of a category under what they are. */
function coded(one: NinjsObject): NinjsObject {
  const { code, scheme, rels, rel: _, ...rest } = one;
  const [kind] = words(rels);
  const value = text(code);
  if (value === undefined) return rest;
  return {
    ...rest,
    uri: text(scheme) === undefined ? `${kind ?? 'ap'}:${value}` : `${text(scheme)}${value}`,
  };
}

/** A town, and the state or country as AP writes it. */
function lineOf(location: unknown): string | undefined {
  if (!isObject(location)) return undefined;
  return text(location.city) ?? text(location.countryname);
}

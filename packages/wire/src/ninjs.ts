import { blockText, EMPTY_BODY } from '@courant/story';
import { advised } from './advisory.ts';
import { datelineOf } from './dateline.ts';
import { present, said, urgencyOf } from './fields.ts';
import { momentOf } from './moment.ts';
import { aboutOf, isKeyword } from './ninjs-about.ts';
import { bodyOf } from './ninjs-body.ts';
import { eventIn, planKind, unreadTimes } from './ninjs-event.ts';
import { kindOf, linksOf, mediaOf, membersOf } from './ninjs-media.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { first, idText, isObject, list, roleText, text, versionOfSchema } from './ninjs-object.ts';
import { unmappedOf } from './ninjs-unmapped.ts';
import { NEVER } from './ninjs-written.ts';
import { textMark } from './page-text-mark.ts';
import type { ReadOptions } from './read-options.ts';
import type { PubStatus, Reading, WireItem, WireSignal, WireWarning } from './wire-item.ts';

/** Items of one file at the most; the largest collection we met has 5. */
const MOST_ITEMS = 1_000;

/** Reads ninjs 1, 2 and 3 from parsed JSON: an item, a list of them, or an envelope that holds such a list. */
export function readNinjs(value: unknown, options: ReadOptions): Reading {
  const objects = itemsIn(value);
  if (objects.length > MOST_ITEMS) {
    return { ok: false, why: 'too-large', say: `it holds more than ${MOST_ITEMS} items` };
  }
  const items = objects.filter(isNews).map((item) => readItem(item, options));
  if (items.length > 0) return { ok: true, items };
  return { ok: false, why: 'unknown', say: 'JSON, but no ninjs: it has neither uri nor headline nor body' };
}

function itemsIn(value: unknown): readonly NinjsObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  const inside = ['item', 'items', '_items', 'newsItems'].map((name) => value[name]).find(Array.isArray);
  return inside !== undefined && !isNews(value) ? inside.filter(isObject) : [value];
}

const NEWS_NAMES = [
  ...['headline', 'headlines', 'body_html', 'body_text', 'body_xhtml', 'bodies', 'bodytext', 'renditions'],
];

/** The one thing the schemas ask for is a uri; agencies leave even that out, and send copy all the same. */
function isNews(item: NinjsObject): boolean {
  return (
    text(item.uri) !== undefined ||
    planKind(item) !== undefined ||
    NEWS_NAMES.some((name) => item[name] !== undefined)
  );
}

/** Reads one item; names of all versions are tried, the later first, because senders mix them. */
export function readItem(item: NinjsObject, options: ReadOptions): WireItem {
  const named = idText(item.uri) ?? text(item.guid) ?? text(item._id) ?? text(item.id);
  const version = text(item.version);
  const headline = headlineOf(item);
  const id = named ?? `ninjs:${textMark(headline ?? JSON.stringify(item))}`;
  const body = bodyOf(item, { item: id, version: version ?? '' }, headline);
  const read: WireItem = {
    format: `ninjs-${versionOfSchema(item)}`,
    id,
    ...present({
      kind: planKind(item) ?? kindOf(item),
      version,
      headline,
      ...management(item, options),
      ...words(item),
      dateline: datelineIn(item, body),
      rights: rightsOf(item),
      keywords: keywordsOf(item),
      ...aboutOf(item),
      links: linksOf(item),
      members: membersOf(item),
      media: [...mediaOf(item), ...body.media],
      event: eventIn(item, options),
    }),
    ...(body.hasText ? { body: body.body } : {}),
    warnings: [...(named === undefined ? [NO_ID] : []), ...unread(item, options), ...body.warnings],
    unmapped: unmappedOf(item),
  };
  const { warnings, ...advice } = advised(read, options);
  return { ...read, ...advice, warnings: [...read.warnings, ...warnings] };
}

const NO_ID: WireWarning = { code: 'no-id', say: 'The item has no uri: one was made from its headline.' };

const DATE_NAMES = ['versionCreated', 'versioncreated', 'firstCreated', 'firstcreated', 'expires'];

/** What management said in words we cannot place: told, because it may be meant to hold or withdraw the item. */
function unread(item: NinjsObject, options: ReadOptions): readonly WireWarning[] {
  const status = text(item.pubStatus) ?? text(item.pubstatus);
  const isUnknown = status !== undefined && statusOf(item) === undefined;
  const say = `Its status is none we know: ${status?.slice(0, 60)}`;
  const dates = [...unreadDates(item, options), ...unreadTimes(item, options)];
  return [...(isUnknown ? [{ code: 'unknown-status', say }] : []), ...dates];
}

function unreadDates(item: NinjsObject, options: ReadOptions): readonly WireWarning[] {
  return DATE_NAMES.flatMap((name) => {
    const date = text(item[name]);
    if (date === undefined || momentOf(date, options) !== undefined) return [];
    return [{ code: 'bad-date', say: `“${name}” is no date we can read: ${date.slice(0, 60)}` }];
  });
}

function headlineOf(item: NinjsObject): string | undefined {
  return (
    text(item.headline) ?? roleText(item.headlines, 'main', 'headline') ?? text(item.title) ?? text(item.name)
  );
}

/** Times, sender, status, signals and notes. */
function management(item: NinjsObject, options: ReadOptions) {
  const status = statusOf(item);
  return {
    versionCreated: momentOf(text(item.versionCreated) ?? text(item.versioncreated), options),
    firstCreated: momentOf(text(item.firstCreated) ?? text(item.firstcreated), options),
    supplier: supplierOf(item) ?? options.supplier,
    urgency: urgencyOf(typeof item.urgency === 'number' ? item.urgency : text(item.urgency)),
    status,
    signal: status === 'canceled' ? ('kill' as const) : signalOf(item),
    embargo: embargoOf(item, options),
    expires: momentOf(text(item.expires), options),
    edNote: text(item.edNote) ?? text(item.ednote),
  };
}

/** The lines around the body. */
function words(item: NinjsObject) {
  const sources = [item.source, item.original_source, item.credit_line, item.creditline, item.creditLine];
  return {
    language: text(item.language)?.replace('_', '-'),
    slug: text(item.slugline) ?? text(item.slug),
    kicker: roleText(item.headlines, 'kicker', 'overline') ?? text(item.headline_kicker),
    standfirst: standfirstOf(item),
    // `byline` of 1.x is `by` from 2.0 on.
    byline:
      (text(item.byline) ?? text(item.by))?.replace(/^by\s+/i, '') ??
      first(item.bylines, 'byline', 'by', 'name'),
    source: sources.map(text).find(Boolean) ?? text(sourceIn(item, /credit/i)?.name),
  };
}

/** The first of the sources of an item in a role; `rel` in 1.x. */
function sourceIn(item: NinjsObject, roles: RegExp): NinjsObject | undefined {
  const sources = list(item.infoSources ?? item.infosources ?? item.infosource);
  return sources.find((one) => roles.test(text(one.role) ?? text(one.rel) ?? ''));
}

function supplierOf(item: NinjsObject): string | undefined {
  const provider = sourceIn(item, /^$|provider|source/i);
  return (
    text(provider?.name) ??
    text(item.source) ??
    text(item.original_source) ??
    text(item.copyrightholder) ??
    text(item.copyrightHolder)
  );
}

function standfirstOf(item: NinjsObject): string | undefined {
  const plain = text(item.description_text) ?? text(item.description_usage) ?? text(item.abstract);
  return (
    plain ??
    roleText(item.descriptions, 'summary', 'abstract', 'text') ??
    stripped(text(item.description_html))
  );
}

function stripped(html: string | undefined): string | undefined {
  return said(html?.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
}

function datelineIn(item: NinjsObject, body: ReturnType<typeof bodyOf>) {
  const opening = (body.hasText ? body.body : EMPTY_BODY).content.find((block) => block.type === 'paragraph');
  const inText = datelineOf(opening ? blockText(opening) : '')?.dateline;
  const place =
    text(item.located) ?? (isObject(item.dateline) ? text(item.dateline.text) : text(item.dateline));
  return (
    inText ??
    (place === undefined
      ? undefined
      : (datelineOf(`${place.replace(/[\s–—-]+$/, '')} - `)?.dateline ?? { place }))
  );
}

function statusOf(item: NinjsObject): PubStatus | undefined {
  const status = (text(item.pubStatus) ?? text(item.pubstatus))?.toLowerCase();
  if (status === 'canceled' || status === 'cancelled' || status === 'killed') return 'canceled';
  return status === 'usable' || status === 'withheld' ? status : undefined;
}

function signalOf(item: NinjsObject): WireSignal | undefined {
  const words = [
    text(item.signal),
    text(item.updateType),
    ...list(item.signal).map((one) => text(one.qcode) ?? text(one.name)),
  ];
  const signals = ['kill', 'correction', 'update', 'advisory'] as const;
  const named = signals.find((signal) => words.some((word) => word?.toLowerCase().includes(signal)));
  // TT says which items this one takes the place of.
  return named ?? (Array.isArray(item.replacing) && item.replacing.length > 0 ? 'update' : undefined);
}

function embargoOf(item: NinjsObject, options: ReadOptions) {
  const written = text(item.embargoedUntil) ?? text(item.embargoed) ?? text(item.embargo);
  if (written === undefined) return item.embargoed === true ? ('indefinite' as const) : undefined;
  const until = momentOf(written, options);
  if (until === undefined || until.startsWith(NEVER.slice(0, -1))) return 'indefinite' as const;
  return until > options.received ? until : undefined;
}

function rightsOf(item: NinjsObject): string | undefined {
  const info = isObject(item.rightsInfo) ? item.rightsInfo : isObject(item.rightsinfo) ? item.rightsinfo : {};
  return (
    text(item.usageTerms) ??
    text(item.usageterms) ??
    text(info.usageTerms) ??
    text(item.copyrightNotice) ??
    text(item.copyrightnotice) ??
    text(info.langid)
  );
}

/** A list, or one string with commas or plus signs between. */
function keywordsOf(item: NinjsObject): readonly string[] {
  const { keywords } = item;
  if (typeof keywords === 'string') return keywords.split(/[,+;]/).flatMap((word) => said(word) ?? []);
  const listed = Array.isArray(keywords) ? keywords : list(item.subjects ?? item.subject).filter(isKeyword);
  return listed.flatMap((word) => text(word) ?? text(isObject(word) ? word.name : undefined) ?? []);
}

import { readTold } from './agency-object.ts';
import { dayOrMoment, spanOf } from './event-time.ts';
import { present } from './fields.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem, WireLink } from './wire-item.ts';

/** Whether an object is an event, a plan or an assignment as Superdesk's planning has them. */
export function isSuperdeskPlan(object: NinjsObject): boolean {
  const type = text(object.type);
  if (type === 'event') return isObject(object.dates);
  if (type === 'planning') return 'planning_date' in object || Array.isArray(object.coverages);
  return type === 'assignment' && isObject(object.planning);
}

/** Reads one of them: an event as an event, plans and assignments as what is planned. */
export function readSuperdeskPlan(object: NinjsObject, options: ReadOptions): WireItem {
  const isEvent = text(object.type) === 'event';
  const item = isEvent ? readEvent(object, options) : readPlan(object, options);
  const links = [...(item.links ?? []), ...linksOf(object)];
  const notes = [text(object.ednote), text(object.internal_note)].filter((note) => note !== undefined);
  return { ...item, ...present({ links, edNote: [...new Set(notes)].join('\n') }) };
}

const SHARED = [
  'slugline',
  'language',
  'firstcreated',
  'versioncreated',
  'version',
  'urgency',
  'subject',
  'source',
];

const USED = [
  ...['_id', 'guid', 'type', 'name', 'headline', 'dates', 'definition_short', 'definition_long', 'ednote'],
  ...['internal_note', 'links', 'state', 'pubstatus', 'occur_status', 'location', 'expiry', 'place'],
  ...[
    'description_text',
    'planning_date',
    'event_item',
    'planning',
    'anpa_category',
    '_etag',
    '_created',
    '_updated',
  ],
  ...['lock_action', 'lock_session', 'lock_time', 'lock_user', '_planning_schedule', 'original_creator'],
];

function shared(object: NinjsObject): NinjsObject {
  const entries = SHARED.flatMap((name) => (name in object ? [[name, object[name]] as const] : []));
  return {
    ...Object.fromEntries(entries),
    uri: text(object.guid) ?? object._id,
    pubstatus: WITHDRAWN.test(text(object.state) ?? '') ? 'canceled' : object.pubstatus,
    place: object.place,
  };
}

/** An event that is called off is still an event, and tells so; one that was spiked never was. */
const WITHDRAWN = /^(spiked|killed)$/;
const STATES: Readonly<Record<string, string>> = {
  cancelled: 'canceled',
  postponed: 'postponed',
  rescheduled: 'rescheduled',
};

function readEvent(object: NinjsObject, options: ReadOptions): WireItem {
  const dates = isObject(object.dates) ? object.dates : {};
  const status = STATES[text(object.state) ?? ''] ?? codeOf(object.occur_status);
  const ninjs = {
    ...shared(object),
    type: 'event',
    title: text(object.name) ?? object.headline,
    description_html: object.definition_short,
    body_text: object.definition_long,
    eventDetails: { dates: { startDate: dates.start, endDate: dates.end }, eventStatus: status },
    places: list(object.location).map(placeOf),
  };
  return readTold(object, { format: 'superdesk', used: USED, ninjs }, options);
}

function codeOf(status: unknown): string | undefined {
  return isObject(status) ? text(status.qcode) : undefined;
}

function placeOf(location: NinjsObject): NinjsObject {
  const { name, qcode, address } = location;
  return { name, code: qcode, contactInfo: [{ address }] };
}

function readPlan(object: NinjsObject, options: ReadOptions): WireItem {
  const own: readonly NinjsObject[] = isObject(object.planning) ? [{ planning: object.planning }] : [];
  const coverages = [...list(object.coverages), ...own];
  const plans = coverages.flatMap(({ planning }) => (isObject(planning) ? [planning] : []));
  const scheduled = plans.map((plan) => dayOrMoment(text(plan.scheduled), options));
  const times = scheduled.some(Boolean) ? scheduled : [dayOrMoment(text(object.planning_date), options)];
  const statuses = coverages.flatMap((one) => codeOf(one.news_coverage_status) ?? []);
  const [status] = statuses.toSorted((a, b) => rank(a) - rank(b));
  const ninjs = {
    ...shared(object),
    slugline: text(object.slugline) ?? plans[0]?.slugline,
    type: 'planning',
    title: text(object.headline) ?? text(object.name) ?? text(object.description_text) ?? plans[0]?.slugline,
    description_text: object.description_text,
  };
  const item = readTold(object, { format: 'superdesk', used: USED, ninjs }, options);
  const isOff = /^cancelled$/.test(text(object.state) ?? '');
  const event = present({ ...spanOf(times), status: isOff ? 'notint' : status?.replace(/^.*:/, '') });
  const unmapped = own.length === 0 ? item.unmapped : { ...item.unmapped, planning: object.planning };
  return { ...item, unmapped, ...(Object.keys(event).length > 0 ? { event } : {}) };
}

/** A plan is intended while any of its coverages is. */
function rank(status: string): number {
  return /:int$/.test(status) ? 0 : 1;
}

function linksOf(object: NinjsObject): readonly WireLink[] {
  const addresses = Array.isArray(object.links) ? object.links.flatMap((link) => text(link) ?? []) : [];
  const event = text(object.event_item) ?? text(object.planning_item);
  return [
    ...addresses.map((href) => ({ href })),
    ...(event === undefined ? [] : [{ href: event, rel: 'plan' }]),
  ];
}

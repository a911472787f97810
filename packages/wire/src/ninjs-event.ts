import { dayOrMoment, spanOf } from './event-time.ts';
import { present } from './fields.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireEvent, WireWarning } from './wire-item.ts';

/** Whether an item is no news but an event, or a plan of what is to come (ninjs from 3.0 on). */
export function planKind(item: NinjsObject): 'event' | 'planning' | undefined {
  const type = text(item.type);
  if (type === 'event' || type === 'planning') return type;
  if (isObject(item.eventDetails)) return 'event';
  return item.plannedCoverage === undefined ? undefined : 'planning';
}

/** When and where it is, and whether; undefined for news, and where nothing of it is told. */
export function eventIn(item: NinjsObject, options: ReadOptions): WireEvent | undefined {
  const kind = planKind(item);
  if (kind === undefined) return undefined;
  const details = isObject(item.eventDetails) ? item.eventDetails : {};
  const own = isObject(details.dates) ? timesIn(details.dates, options) : {};
  const planned = list(item.plannedCoverage).flatMap(({ dates }) =>
    isObject(dates) ? Object.values(timesIn(dates, options)) : [],
  );
  const statuses = [details.eventStatus, details.plannedCoverageStatus];
  const [first, second] = kind === 'event' ? statuses : statuses.toReversed();
  const event = present({
    ...(own.starts === undefined ? spanOf(planned) : own),
    place: placeIn(item),
    status: codeIn(first) ?? codeIn(second),
  });
  return Object.keys(event).length === 0 ? undefined : event;
}

/** Times of it that make no sense: told, because nobody would go there. */
export function unreadTimes(item: NinjsObject, options: ReadOptions): readonly WireWarning[] {
  const details = isObject(item.eventDetails) ? item.eventDetails : {};
  const dates = isObject(details.dates) ? details.dates : {};
  return ['startDate', 'endDate', 'expectedStartDate', 'expectedEndDate'].flatMap((name) => {
    const date = text(dates[name]);
    if (date === undefined || dayOrMoment(date, options) !== undefined) return [];
    return [{ code: 'bad-date', say: `“${name}” is no date we can read: ${date.slice(0, 60)}` }];
  });
}

/** Exact times first, then those that are expected, then (in older files) those that were estimated. */
function timesIn(dates: NinjsObject, options: ReadOptions) {
  const time = (edge: 'Start' | 'End') => {
    const names = [`${edge.toLowerCase()}Date`, `expected${edge}Date`, `estimated${edge}Date`];
    return names.map((name) => dayOrMoment(text(dates[name]), options)).find(Boolean);
  };
  return present({ starts: time('Start'), ends: time('End') });
}

function codeIn(status: unknown): string | undefined {
  const code = text(status)?.replace(/^.*[:/]/, '');
  return code === '' ? undefined : code;
}

/** Whether a place is where the event is, and not what it is about. */
export function isEventPlace({ rel }: NinjsObject): boolean {
  return text(rel) === 'event';
}

/** The place that is named as the event's own, else the first, with its town where its name does not say that. */
function placeIn(item: NinjsObject): string | undefined {
  const places = list(item.places);
  const place = places.find(isEventPlace) ?? places[0];
  const name = text(place?.name);
  const towns = list(place?.contactInfo).flatMap(({ address }) =>
    isObject(address) ? (text(address.locality) ?? []) : [],
  );
  const [town] = towns;
  const isTold = town === undefined || name === undefined || name.toLowerCase().includes(town.toLowerCase());
  return isTold ? (name ?? town) : `${name}, ${town}`;
}

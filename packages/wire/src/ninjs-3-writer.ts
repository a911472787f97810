import type { Subject } from '@courant/story';
import { present } from './fields.ts';
import {
  heldUntil,
  htmlBodyOf,
  iptcCode,
  isOwn,
  namedMedia,
  pixels,
  pubStatusOf,
  typeOf,
  uriCode,
} from './ninjs-written.ts';
import { uriOf } from './uri.ts';
import type { Author, Entity, WireEvent, WireItem, WireMedia } from './wire-item.ts';

const STANDARD = {
  name: 'ninjs',
  version: '3.3',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.3.json',
} as const;

/** An item as an object of ninjs 3.3. */
export function ninjs3(item: WireItem): object {
  const own = item.media?.find((media) => isOwn(media, item));
  return {
    standard: STANDARD,
    uri: uriOf(item.id),
    ...present({
      type: typeOf(item),
      ...management(item),
      ...words(item),
      ...about(item),
      renditions: own && [renditionOf(own)],
      associations: [
        ...namedMedia((item.media ?? []).filter((media) => media !== own)).map(([name, media]) =>
          mediaOf(name, media, item),
        ),
        ...members(item),
        ...links(item),
      ],
      ...eventOf(item),
    }),
  };
}

function management(item: WireItem) {
  const { version, versionCreated, firstCreated, expires, urgency, language, edNote, rights } = item;
  return {
    ...{ version, versionCreated, firstCreated, expires, urgency, language, edNote },
    embargoedUntil: heldUntil(item),
    pubStatus: pubStatusOf(item),
    usageTerms: rights,
    infoSources: [
      ...(item.supplier === undefined ? [] : [{ name: item.supplier, role: 'provider' }]),
      ...(item.source === undefined ? [] : [{ name: item.source, role: 'credit' }]),
    ],
  };
}

function words(item: WireItem) {
  const body = htmlBodyOf(item);
  return {
    headlines: [...roled('main', item.headline), ...roled('kicker', item.kicker)],
    slugline: item.slug,
    by: item.byline,
    located: item.dateline?.place,
    descriptions: roled('summary', item.standfirst),
    bodies: body && [{ role: 'main', contentType: 'text/html', wordCount: body.words, value: body.html }],
  };
}

function roled(role: string, value: string | undefined) {
  return value === undefined ? [] : [{ role, value }];
}

function about({ authors = [], genres = [], subjects = [], keywords = [], ...item }: WireItem) {
  return {
    people: [...authors.map(authorOf), ...(item.people ?? []).map(entityOf)],
    organisations: item.organisations?.map(entityOf),
    places: [
      ...(item.places ?? []).map(entityOf),
      ...(item.event?.place === undefined ? [] : [{ name: item.event.place, rel: 'event' }]),
    ],
    subjects: [...subjects.map(subjectOf), ...keywords.map((name) => ({ name, rel: 'keyword' }))],
    genres: genres.map((name) => ({ name })),
  };
}

function authorOf({ name, uri }: Author) {
  return { ...entityOf(uri === undefined ? { name } : { name, code: uri }), rel: 'author' };
}

function entityOf({ name, code }: Entity) {
  const uri = uriCode(code);
  return { name, ...present(uri === undefined ? { literal: code } : { uri }) };
}

function subjectOf({ name, code }: Subject) {
  const iptc = iptcCode(code);
  const uri = iptc ? iptc.scheme + iptc.code : uriCode(code);
  return present(uri === undefined ? { name, literal: code } : { name, uri });
}

function renditionOf({ href, mediaType, width, height }: WireMedia) {
  const fields = {
    href: href === undefined ? undefined : uriOf(href),
    contentType: mediaType,
    width: pixels(width),
    height: pixels(height),
  };
  return { name: 'original', ...present(fields) };
}

function mediaOf(name: string, media: WireMedia, item: WireItem) {
  return {
    name,
    uri: uriOf(media.id ?? media.href ?? `${uriOf(item.id)}#${name}`),
    ...present({
      type: media.kind === 'other' ? undefined : media.kind,
      headlines: roled('main', media.headline),
      descriptions: roled('caption', media.caption),
      by: media.credit,
      renditions: media.href || media.mediaType || media.width || media.height ? [renditionOf(media)] : [],
    }),
  };
}

function members({ kind, members = [] }: WireItem) {
  if (kind !== 'package') return [];
  return members.map(({ id, version, role, headline }, i) => ({
    name: `member${i + 1}`,
    uri: uriOf(id),
    ...present({ rel: role, version, headlines: roled('main', headline) }),
  }));
}

function links({ links = [] }: WireItem) {
  return links.map(({ href, rel, title }, i) => ({
    name: `link${i + 1}`,
    uri: uriOf(href),
    ...present({ rel, headlines: roled('main', title) }),
  }));
}

const STATUSES = {
  event: 'http://cv.iptc.org/newscodes/eventstatus/',
  planning: 'http://cv.iptc.org/newscodes/newscoveragestatus/',
} as const;

function eventOf({ kind, event }: WireItem) {
  if (event === undefined || (kind !== 'event' && kind !== 'planning')) return {};
  const status = event.status === undefined ? undefined : uriOf(STATUSES[kind] + event.status);
  const eventDetails = present({
    dates: datesOf(event),
    ...(kind === 'event' ? { eventStatus: status } : { plannedCoverageStatus: status }),
  });
  return { eventDetails };
}

/** Days and moments both are what ninjs calls expected dates; a text that is neither has no place there. */
function datesOf({ starts, ends }: WireEvent) {
  const isDate = (text: string | undefined) =>
    text !== undefined && /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text);
  if (!isDate(starts)) return undefined;
  return { expectedStartDate: starts, ...(isDate(ends) ? { expectedEndDate: ends } : {}) };
}

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
} from './ninjs-written.ts';
import { uriOf } from './uri.ts';
import type { Author, Entity, WireItem, WireMedia } from './wire-item.ts';

const STANDARD = {
  name: 'ninjs',
  version: '1.8',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_1.8.json',
} as const;

/** Types that ninjs has only from 2.2 on. */
const LATER: ReadonlySet<string | undefined> = new Set(['event', 'planning']);

/** An item as an object of ninjs 1.8, the line that most systems read. */
export function ninjs1(item: WireItem): object {
  const own = item.media?.find((media) => isOwn(media, item));
  const type = typeOf(item);
  const others = (item.media ?? []).filter((media) => media !== own);
  const associations = Object.fromEntries([
    ...namedMedia(others).map(([name, media]) => [name, mediaOf(name, media, item)] as const),
    ...members(item),
    ...links(item),
  ]);
  return {
    $standard: STANDARD,
    uri: uriOf(item.id),
    ...present({
      type: LATER.has(type) ? undefined : type,
      ...management(item),
      ...words(item),
      ...about(item),
      renditions: own && renditionsOf(own),
      associations: Object.keys(associations).length === 0 ? undefined : associations,
    }),
  };
}

function management(item: WireItem) {
  const { version, versionCreated, firstCreated, expires, urgency, language, edNote, rights } = item;
  return {
    ...{ version, expires, urgency, language },
    versioncreated: versionCreated,
    firstcreated: firstCreated,
    embargoed: heldUntil(item),
    pubstatus: pubStatusOf(item),
    ednote: edNote,
    usageterms: rights,
    infosource: [
      ...(item.supplier === undefined ? [] : [{ name: item.supplier, rel: 'provider' }]),
      ...(item.source === undefined ? [] : [{ name: item.source, rel: 'credit' }]),
    ],
  };
}

function words(item: WireItem) {
  const body = htmlBodyOf(item);
  return {
    headline: item.headline,
    headline_kicker: item.kicker,
    slugline: item.slug,
    byline: item.byline,
    located: item.dateline?.place,
    description_text: item.standfirst,
    body_html: body?.html,
    wordcount: body?.words,
  };
}

function about({ authors = [], genres = [], subjects = [], keywords = [], ...item }: WireItem) {
  return {
    person: [...authors.map(authorOf), ...(item.people ?? []).map(entityOf)],
    organisation: item.organisations?.map(entityOf),
    place: item.places?.map(entityOf),
    subject: [...subjects.map(subjectOf), ...keywords.map((name) => ({ name, rel: 'keyword' }))],
    genre: genres.map((name) => ({ name })),
  };
}

function authorOf({ name, uri }: Author) {
  return { name, rel: 'author', ...present({ code: uri }) };
}

function entityOf({ name, code }: Entity) {
  return { name, ...present({ code }) };
}

function subjectOf({ name, code }: Subject) {
  return present({ name, ...(iptcCode(code) ?? { code }) });
}

function renditionsOf({ href, mediaType, width, height }: WireMedia) {
  const fields = {
    href: href === undefined ? undefined : uriOf(href),
    mimetype: mediaType,
    width: pixels(width),
    height: pixels(height),
  };
  return { original: present(fields) };
}

function mediaOf(name: string, media: WireMedia, item: WireItem) {
  return {
    uri: uriOf(media.id ?? media.href ?? `${uriOf(item.id)}#${name}`),
    ...present({
      type: media.kind === 'other' ? undefined : media.kind,
      headline: media.headline,
      description_text: media.caption,
      byline: media.credit,
      renditions:
        media.href || media.mediaType || media.width || media.height ? renditionsOf(media) : undefined,
    }),
  };
}

/** 1.x has no word for what an associated item is to this one. */
function members({ kind, members = [] }: WireItem) {
  if (kind !== 'package') return [];
  return members.map(
    ({ id, version, headline }, i) =>
      [`member${i + 1}`, { uri: uriOf(id), ...present({ version, headline }) }] as const,
  );
}

function links({ links = [] }: WireItem) {
  return links.map(
    ({ href, title }, i) => [`link${i + 1}`, { uri: uriOf(href), ...present({ headline: title }) }] as const,
  );
}

import type { PhotoMetadata } from '@courant/picture';
import { readPhoto } from '@courant/picture';
import type { Dateline, Subject } from '@courant/story';
import { advised } from './advisory.ts';
import { present, unique } from './fields.ts';
import { momentOf } from './moment.ts';
import { WITHDRAWN } from './photo-words.data.ts';
import { captionHeadline, keywordsApart, photoWarnings } from './photo-words.ts';
import type { ReadOptions } from './read-options.ts';
import type { Author, Entity, Reading, WireItem, WireMedia, WireSignal } from './wire-item.ts';

type Words = PhotoMetadata['words'];

/** Reads the file of a photograph as an item of its own; undefined where the bytes are those of no picture. */
export function readPhotograph(bytes: Uint8Array, options: ReadOptions): Reading | undefined {
  const reading = readPhoto(bytes);
  if (reading.ok) return { ok: true, items: [itemOf(reading.value, options)] };
  const { why, say } = reading;
  return why === 'no-picture' ? undefined : { ok: false, why, say };
}

function itemOf(photo: PhotoMetadata, options: ReadOptions): WireItem {
  const { words } = photo;
  const headline = words.headline ?? captionHeadline(words.caption);
  const item: WireItem = {
    format: 'photo',
    kind: 'picture',
    id: idOf(photo),
    ...present({
      ...momentsOf(words, options),
      ...aboutOf(words),
      supplier: options.supplier ?? words.imageSupplier ?? words.credit ?? words.source,
      language: languageOf(words),
      headline,
      slug: words.title,
      // No body: a caption is no story, and no rule may publish it as one.
      standfirst: words.caption,
      byline: words.creators?.join(', '),
      authors: words.creators?.map((name): Author => ({ name, ...present({ role: words.creatorTitle }) })),
      dateline: datelineOf(words),
      source: words.credit ?? words.source,
      urgency: words.urgency,
      signal: signalOf(words),
      edNote: words.instructions,
      rights: [words.copyright, words.usageTerms, words.otherConstraints].filter(Boolean).join('\n'),
      media: [mediumOf(photo)],
    }),
    warnings: [...photo.warnings, ...photoWarnings(words)],
    unmapped: present({
      ...unmappedOf(words),
      orientation: photo.orientation === 1 ? undefined : photo.orientation,
    }),
  };
  const advice = advised(item, options);
  return { ...item, ...advice, warnings: [...item.warnings, ...advice.warnings] };
}

/** IIM 2:42. */
const SIGNALS: Readonly<Record<string, WireSignal>> = { '01': 'kill', '02': 'update' };

function signalOf({ actionAdvised = '', instructions = '' }: Words): WireSignal | undefined {
  return SIGNALS[actionAdvised] ?? (WITHDRAWN.test(instructions) ? 'kill' : undefined);
}

/** A name that some agencies give a picture where the standard has one for things that come back. */
const OWN_NAME = /^(?=\D*\d)[\w.-]{8,}$/;

/**
 * The picture's own name; else the job with the second of the exposure, since many pictures share a job; else the mark
 * of its pixels, which stays when its words change.
 */
function idOf({ words, pixelMark }: PhotoMetadata): string {
  const { imageGuid, supplierImageId, fixtureId = '', jobId, dateCreated = '' } = words;
  const named = imageGuid ?? supplierImageId ?? (OWN_NAME.test(fixtureId) ? fixtureId : undefined);
  if (named !== undefined) return named;
  // Midnight is what programs write where they know the day alone.
  const isTimed = /T(?!00:00:00)/.test(dateCreated);
  return jobId !== undefined && isTimed ? `photo:${jobId}:${dateCreated}` : `photo:${pixelMark}`;
}

function momentsOf({ sent, modified, dateCreated, released, expires }: Words, options: ReadOptions) {
  const moment = (date: string | undefined) => momentOf(date, options);
  const created = moment(dateCreated);
  const release = moment(released);
  return {
    versionCreated: moment(sent) ?? moment(modified) ?? created,
    firstCreated: created,
    // A day of release that is past binds nobody.
    embargo: release !== undefined && release > options.received ? release : undefined,
    expires: moment(expires),
  };
}

function aboutOf(words: Words) {
  const { city, region, country, countryCode, placesShown = [], personsShown, organisationsShown } = words;
  const entity = (name: string): Entity => ({ name });
  const shown = placesShown.flatMap((place) => {
    const name = place.sublocation ?? place.city ?? place.region ?? place.country;
    return name === undefined ? [] : [entity(name)];
  });
  const named = [city, region].flatMap((name) => (name === undefined ? [] : [entity(name)]));
  const nation = country === undefined ? [] : [{ name: country, ...present({ code: countryCode }) }];
  return {
    keywords: unique(keywordsApart(words.keywords)),
    genres: words.genres,
    subjects: subjectsOf(words),
    places: unique<Entity>([...named, ...nation, ...shown], ({ name }) => name.toLowerCase()),
    people: personsShown?.map(entity),
    organisations: organisationsShown?.map(entity),
  };
}

function subjectsOf({ subjectCodes = [], aboutTerms = [] }: Words): readonly Subject[] {
  const coded = subjectCodes.map((code) =>
    /^\d{8}$/.test(code) ? { code: `subj:${code}` } : { name: code },
  );
  const terms = aboutTerms.map(({ code, name }) => present({ code: code && topicCode(code), name }));
  return unique<Subject>([...coded, ...terms], ({ code, name }) => code ?? name ?? '');
}

/** A term of IPTC's by its short name, any other by its address. */
function topicCode(address: string): string {
  const [, kind, digits] = /cv\.iptc\.org\/newscodes\/(mediatopic|subjectcode)\/(\d{8})/.exec(address) ?? [];
  return digits === undefined ? address : `${kind === 'mediatopic' ? 'medtop' : 'subj'}:${digits}`;
}

function languageOf({ language }: Words): string | undefined {
  return language !== undefined && /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,3}$/.test(language)
    ? language
    : undefined;
}

function datelineOf({ city, sublocation, region, country }: Words): Dateline | undefined {
  const place = city ?? sublocation ?? region ?? country;
  return place === undefined ? undefined : { place };
}

/** The photograph as the one medium of its item, in the size in which it stands upright. */
function mediumOf({ mediaType, width, height, orientation = 1, words }: PhotoMetadata): WireMedia {
  const isTurned = orientation >= 5;
  return {
    kind: 'picture',
    ...present({
      id: words.imageGuid ?? words.supplierImageId,
      caption: words.caption,
      alt: words.alt,
      credit: creditOf(words),
      mediaType,
      width: isTurned ? height : width,
      height: isTurned ? width : height,
    }),
  };
}

/** Byline and credit as they are printed, "Ada Quill/Quay Pictures"; a credit that names the photographer stands alone. */
function creditOf({ creators = [], credit, source }: Words): string | undefined {
  const line = credit ?? source;
  const byline = creators.join(', ');
  if (line === undefined || byline === '') return line ?? (byline || undefined);
  const isNamed = creators.some((name) => line.toLowerCase().includes(name.toLowerCase()));
  return isNamed ? line : `${byline}/${line}`;
}

/** What the item has a place for, or what says the same again. */
const MAPPED: ReadonlySet<string> = new Set<keyof Words>([
  ...(['headline', 'title', 'caption', 'alt', 'creators', 'creatorTitle', 'credit', 'copyright'] as const),
  ...([
    'usageTerms',
    'otherConstraints',
    'instructions',
    'city',
    'region',
    'country',
    'countryCode',
  ] as const),
  ...(['keywords', 'subjectCodes', 'aboutTerms', 'genres', 'personsShown', 'organisationsShown'] as const),
  ...(['urgency', 'language', 'dateCreated', 'sent', 'imageGuid', 'expires'] as const),
]);

function unmappedOf(words: Words): Readonly<Record<string, unknown>> {
  const language = languageOf(words) === undefined ? words.language : undefined;
  const others = Object.entries(words).filter(([name]) => !MAPPED.has(name));
  return { ...Object.fromEntries(others), ...present({ language }) };
}

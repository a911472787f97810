import type { Instant } from '@courant/base';
import { wordsIn } from '@courant/story';
import { bodyParts, HTML_NAMES } from './body-writer.ts';
import { isUri } from './uri.ts';
import type { PubStatus, WireItem, WireKind, WireMedia } from './wire-item.ts';
import { markupOf } from './xml-writer.ts';

const TYPES: Readonly<Record<Exclude<WireKind, 'concept'>, string>> = {
  picture: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
  package: 'composite',
  event: 'event',
  planning: 'planning',
};

/** The type of an item as ninjs 3 names it; a concept is none. */
export function typeOf({ kind }: Pick<WireItem, 'kind'>): string | undefined {
  if (kind === 'concept') return undefined;
  return kind === undefined ? 'text' : TYPES[kind];
}

/** A kill is a version that is cancelled: ninjs has no signals. */
export function pubStatusOf({ status, signal }: WireItem): PubStatus | undefined {
  return signal === 'kill' ? 'canceled' : status;
}

/** The last moment there is. It stands for an embargo that only a person lifts, for which ninjs has no word. */
export const NEVER = '9999-12-31T23:59:59Z';

/** Until when an item is held. */
export function heldUntil({ embargo }: WireItem): Instant | typeof NEVER | undefined {
  return embargo === 'indefinite' ? NEVER : embargo;
}

/** The body as HTML with its count of words; undefined where there is none. */
export function htmlBodyOf({
  body,
}: WireItem): { readonly html: string; readonly words: number } | undefined {
  const html = markupOf(bodyParts(body, HTML_NAMES));
  return body === undefined || html === '' ? undefined : { html, words: wordsIn(body) };
}

const VOCABULARIES: Readonly<Record<string, string>> = {
  medtop: 'http://cv.iptc.org/newscodes/mediatopic/',
  subj: 'http://cv.iptc.org/newscodes/subjectcode/',
};

/** A code of the IPTC's as its vocabulary and what it is there; undefined for any other. */
export function iptcCode(code: string | undefined) {
  const [, prefix = '', digits] = /^(medtop|subj):(\d{8})$/.exec(code ?? '') ?? [];
  const scheme = VOCABULARIES[prefix];
  return scheme === undefined || digits === undefined ? undefined : { scheme, code: digits };
}

/** A code where it is a URI. */
export function uriCode(code: string | undefined): string | undefined {
  return code !== undefined && isUri(code) ? code : undefined;
}

/** Whether a medium says nothing but what its item says: then it is the item's own content. */
export function isOwn(media: WireMedia, item: WireItem): boolean {
  return (
    media.kind === item.kind &&
    media.id === item.id &&
    media.headline === item.headline &&
    media.caption === item.standfirst &&
    media.credit === item.byline
  );
}

/** Media by the names they have beside the item; the first picture's is the one that other systems look for. */
export function namedMedia(media: readonly WireMedia[]): readonly (readonly [string, WireMedia])[] {
  const first = media.findIndex(({ kind }) => kind === 'picture');
  return media.map((one, i) => [i === first ? 'featuremedia' : `media${i + 1}`, one] as const);
}

/** A whole number of pixels that a picture can have. */
export function pixels(size: number | undefined): number | undefined {
  return size !== undefined && Number.isFinite(size) && size >= 0.5 ? Math.round(size) : undefined;
}

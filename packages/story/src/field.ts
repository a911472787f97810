import { parseInstant } from '@courant/base';
import type { Copy, StoryKind, WireVersion } from './copy.ts';

/** Fields that several people may type in at once: each is a shared text of its own. */
export const TEXTS = [
  ...(['slug', 'kicker', 'headline', 'standfirst', 'byline', 'source'] as const),
  ...(['pictureCaption', 'urlSlug', 'edNote'] as const),
] as const;

/** The name of a field that people type in. */
export type TextField = (typeof TEXTS)[number];

/** The name of a field that is chosen rather than typed: the last choice stands. */
export type ChoiceField = Exclude<keyof Copy, TextField | 'body' | 'conflicts'>;

type Reader<T> = (value: unknown) => T | undefined;

/** What a field holds when it is read, or undefined where that is none of its values: choices come from many hands. */
export const CHOICE: { readonly [F in ChoiceField]: Reader<Copy[F]> } = {
  kind: (value) => KINDS.find((kind) => kind === value),
  language: words,
  dateline: (value) => {
    const place = isRecord(value) ? words(value.place) : undefined;
    if (!isRecord(value) || place === undefined) return undefined;
    const [date, agencies] = [words(value.date), list(words)(value.agencies)];
    return {
      place,
      ...(date === undefined ? {} : { date }),
      ...(agencies === undefined ? {} : { agencies }),
    };
  },
  urgency: (value) => {
    const isUrgency = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9;
    return isUrgency ? value : undefined;
  },
  // An embargo nobody can read holds: better late than out.
  embargo: (value) => (value === undefined || value === null ? undefined : (moment(value) ?? 'indefinite')),
  subjects: list((value) => {
    if (!isRecord(value)) return undefined;
    const [code, name] = [words(value.code), words(value.name)];
    return { ...(code === undefined ? {} : { code }), ...(name === undefined ? {} : { name }) };
  }),
  keywords: list(words),
  authors: list(words),
  picture: words,
  translates: words,
  coverageEnds: moment,
  digitalSourceType: words,
  firstPublished: moment,
  lastUpdated: moment,
  wire: wireVersion,
};

/** The names of all fields that are chosen: the keys of `CHOICE`, as its type says. */
export const CHOICES = Object.keys(CHOICE) as readonly ChoiceField[];

const KINDS: readonly StoryKind[] = ['article', 'gallery', 'analysis', 'opinion', 'live'];

/** Reads a version of a wire item; undefined where it is none. */
export function wireVersion(value: unknown): WireVersion | undefined {
  if (!isRecord(value)) return undefined;
  const { item, version } = value;
  return typeof item === 'string' && typeof version === 'string' ? { item, version } : undefined;
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function moment(value: unknown) {
  return typeof value === 'string' ? parseInstant(value) : undefined;
}

function list<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    return value.map(read).filter((one) => one !== undefined);
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

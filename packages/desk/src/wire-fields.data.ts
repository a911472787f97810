import { plainText } from '@courant/story';
import type { WireItem } from '@courant/wire';
import type { NearSeen } from './wire-near-ports.ts';

/** An item as rules and presets look at it. */
export interface Looked {
  readonly item: WireItem;
  readonly supplier: string;
  /** Key of the channel that it came by; absent: imported by hand. */
  readonly channel?: string;
  /** What came before of the same. */
  readonly near?: NearSeen;
  /** Whether a version of it was on file before; rules that are tried out on the past are told. */
}

/** What a field holds: texts (one, or a list), numbers or moments. */
export type Held = readonly string[] | readonly number[];

/** What may be asked of a field. */
export type FieldType = 'text' | 'number' | 'moment';

/** A field by what is asked of it, and what an item holds there; nothing: an empty list. */
export interface WireField {
  readonly type: FieldType;
  readonly of: (looked: Looked) => readonly (string | number)[];
}

type Value = string | number | undefined;

const one = (value: Value) => (value === undefined ? [] : [value]);

function text(of: (item: WireItem) => string | undefined): WireField {
  return { type: 'text', of: ({ item }) => one(of(item)) };
}

function texts(of: (item: WireItem) => readonly (string | undefined)[]): WireField {
  return { type: 'text', of: ({ item }) => of(item).flatMap(one) };
}

function number(of: (item: WireItem) => number | undefined): WireField {
  return { type: 'number', of: ({ item }) => one(of(item)) };
}

function moment(of: (item: WireItem) => string | undefined): WireField {
  return { type: 'moment', of: ({ item }) => one(of(item)) };
}

const bodyOf = ({ body }: WireItem) => (body ? plainText(body) : undefined);

/** Everything that a rule may ask of an item, by the name it is asked by. */
export const WIRE_FIELDS: Readonly<Record<string, WireField>> = {
  supplier: { type: 'text', of: ({ supplier }) => [supplier] },
  channel: { type: 'text', of: ({ channel }) => one(channel) },
  /** Who sent the same before, in the same words or nearly so. */
  near: { type: 'text', of: ({ near }) => near?.suppliers ?? [] },
  /** How the stories stand that were made of the same: `draft`, `live` … */
  nearStory: { type: 'text', of: ({ near }) => near?.stories ?? [] },
  id: text(({ id }) => id),
  version: text(({ version }) => version),
  format: text(({ format }) => format),
  kind: text(({ kind = 'text' }) => kind),
  language: text(({ language }) => language),
  status: text(({ status = 'usable' }) => status),
  signal: text(({ signal }) => signal),
  headline: text(({ headline }) => headline),
  slug: text(({ slug }) => slug),
  kicker: text(({ kicker }) => kicker),
  standfirst: text(({ standfirst }) => standfirst),
  byline: text(({ byline }) => byline),
  author: texts(({ authors = [] }) => authors.map(({ name }) => name)),
  source: text(({ source }) => source),
  /** Address and domain of whoever sent the mail it came by. */
  sender: texts(({ sender }) => (sender ? [sender.address, sender.address.split('@').at(-1)] : [])),
  verified: texts(({ sender }) => sender?.verified ?? []),
  place: text(({ dateline }) => dateline?.place),
  note: text(({ edNote }) => edNote),
  rights: text(({ rights }) => rights),
  keyword: texts(({ keywords = [] }) => keywords),
  genre: texts(({ genres = [] }) => genres),
  subject: texts(({ subjects = [] }) => subjects.flatMap(({ code, name }) => [code, name])),
  section: texts(({ sectionPath = [] }) => sectionPath),
  about: texts(({ people = [], organisations = [], places = [] }) =>
    [...people, ...organisations, ...places].flatMap(({ name, code }) => [name, code]),
  ),
  body: text(bodyOf),
  /** Everything a reader would read; what full-text search is asked of. */
  text: texts((item) => [item.headline, item.slug, item.standfirst, ...(item.keywords ?? []), bodyOf(item)]),
  warning: texts(({ warnings }) => warnings.map(({ code }) => code)),
  medium: texts(({ media = [] }) => media.map(({ kind }) => kind)),
  urgency: number(({ urgency }) => urgency),
  take: number(({ take }) => take),
  media: number(({ media = [] }) => media.length),
  words: number((item) => (bodyOf(item) ?? '').split(/\s+/).filter(Boolean).length),
  made: moment(({ versionCreated }) => versionCreated),
  embargo: moment(({ embargo }) => embargo),
  starts: moment(({ event }) => event?.starts),
};

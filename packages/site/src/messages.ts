import type { Edition } from '@courant/edition';
import { IntlMessageFormat } from 'intl-messageformat';
import { numberFormatter, pluralRules } from './formatter.ts';
import { ARABIC } from './messages-ar.data.ts';
import { GERMAN } from './messages-de.data.ts';
import type { Catalogue, MessageKey } from './messages-en.data.ts';
import { ENGLISH } from './messages-en.data.ts';
import { FRENCH } from './messages-fr.data.ts';
import { CHINESE } from './messages-zh.data.ts';

/** Values for the `{names}` of a message; a number also chooses among plural forms. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Catalogues by BCP 47 tag, in lower case; the narrowest that fits a locale is taken, else English. */
export const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  ar: ARABIC,
  de: GERMAN,
  en: ENGLISH,
  fr: FRENCH,
  zh: CHINESE,
};

/** A message ready to be said: text as it is, or what makes text of values. */
type Ready = string | ((values: MessageValues) => string);

/** The messages of a locale, each made ready when it is first said. */
interface Speech {
  readonly locale: string;
  readonly catalogue: Catalogue;
  readonly ready: Map<MessageKey, Ready>;
}

const speeches = new Map<string, Speech>();
const NONE: MessageValues = {};

/** The words of the page behind a key, in the language of the locale, else in English (ICU MessageFormat). */
export function say(locale: string, key: MessageKey, values?: MessageValues): string {
  return said(speechOf(locale), key, values);
}

function said(speech: Speech, key: MessageKey, values = NONE): string {
  let message = speech.ready.get(key);
  if (message === undefined) {
    message = madeReady(speech.catalogue[key], speech.locale);
    speech.ready.set(key, message);
  }
  return typeof message === 'string' ? message : message(values);
}

function speechOf(locale: string): Speech {
  const known = speeches.get(locale);
  if (known) return known;
  const speech = { locale, catalogue: catalogueOf(locale), ready: new Map() };
  speeches.set(locale, speech);
  return speech;
}

/** The catalogue for a locale: its own, else that of the tag cut from its end (RFC 4647 §3.4), else English. */
function catalogueOf(locale: string): Catalogue {
  const subtags = locale.toLowerCase().split('-');
  for (let length = subtags.length; length > 0; length -= 1) {
    const tag = subtags.slice(0, length).join('-');
    if (Object.hasOwn(CATALOGUES, tag)) return CATALOGUES[tag] ?? ENGLISH;
  }
  return ENGLISH;
}

/** Formatters that every message shares: each message of the library would else make its own. */
const formatters = {
  getNumberFormat: (locale?: string | string[], options?: object) =>
    options ? new Intl.NumberFormat(locale, options) : numberFormatter(String(locale)),
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...given),
  getPluralRules: (...[locale, options]: ConstructorParameters<typeof Intl.PluralRules>) =>
    options?.type === 'ordinal' ? new Intl.PluralRules(locale, options) : pluralRules(String(locale)),
};

// The kinds of node that have no choice in them (@formatjs/icu-messageformat-parser, TYPE).
const LITERAL = 0;
const ARGUMENT = 1;
const NUMBER = 2;

/**
 * Makes a message ready. The library reads every message; those that only set values between words, nearly all, are
 * then put together here, many times faster, and those that choose among forms are left to it.
 */
function madeReady(text: string, locale: string): Ready {
  const pieces: Piece[] = [];
  // The reading is the same in every language, so that a tag Intl does not know harms no message without numbers.
  for (const node of new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst()) {
    if (node.type === LITERAL) pieces.push(node.value);
    else if (node.type === ARGUMENT) pieces.push({ name: node.value });
    else if (node.type === NUMBER && !node.style)
      pieces.push({ name: node.value, number: numberFormatter(locale) });
    else return choice(text, locale);
  }
  return pieces.every((piece) => typeof piece === 'string')
    ? pieces.join('')
    : (values) => together(pieces, values);
}

type Piece = string | { readonly name: string; readonly number?: Intl.NumberFormat };

function choice(text: string, locale: string): Ready {
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true, formatters });
  return (values) => String(format.format(values));
}

function together(pieces: readonly Piece[], values: MessageValues): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else text += spelt(piece, values[piece.name]);
  }
  return text;
}

/** A value as it stands in a message; where it is missing, its place is left to be seen. */
function spelt({ name, number }: Exclude<Piece, string>, value: string | number | undefined): string {
  if (value === undefined) return `{${name}}`;
  return number ? number.format(Number(value)) : String(value);
}

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction a language is written in, by its primary language subtag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-', 1)[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}

/** Says the words of a page, in the language of its edition. */
export type Words = (key: MessageKey, values?: MessageValues) => string;

/** The words of the pages of an edition. */
export function wordsOf(edition: Pick<Edition, 'locale'>): Words {
  const speech = speechOf(edition.locale);
  return (key, values) => said(speech, key, values);
}

import type { Edition } from '@courant/edition';
import { IntlMessageFormat } from 'intl-messageformat';
import { numberFormatter } from './formatter.ts';
import { ARABIC } from './messages-ar.data.ts';
import { GERMAN } from './messages-de.data.ts';
import type { Catalogue, MessageKey } from './messages-en.data.ts';
import { ENGLISH } from './messages-en.data.ts';
import { FRENCH } from './messages-fr.data.ts';
import { CHINESE } from './messages-zh.data.ts';

/** Values for the `{names}` of a message; a number also chooses among plural forms. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Catalogues by primary language; a language that has none is spoken to in English. */
const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  ar: ARABIC,
  de: GERMAN,
  en: ENGLISH,
  fr: FRENCH,
  zh: CHINESE,
};

/** A message ready to be said: text as it is, text between values, or a choice that the library makes. */
type Ready = string | readonly Piece[] | IntlMessageFormat;
type Piece = string | { readonly value: string };

const ready = new Map<string, Map<MessageKey, Ready>>();

/** The words of the page behind a key, in the language of the locale, else in English (ICU MessageFormat). */
export function say(locale: string, key: MessageKey, values: MessageValues = {}): string {
  const message = readied(locale, key);
  if (typeof message === 'string') return message;
  if (message instanceof IntlMessageFormat) return String(message.format(values));
  return message
    .map((piece) =>
      typeof piece === 'string' ? piece : (spelt(values[piece.value], locale) ?? `{${piece.value}}`),
    )
    .join('');
}

function readied(locale: string, key: MessageKey): Ready {
  let known = ready.get(locale);
  if (!known) {
    known = new Map();
    ready.set(locale, known);
  }
  let message = known.get(key);
  if (message === undefined) {
    message = made(locale, key);
    known.set(key, message);
  }
  return message;
}

// The kinds of node that have no choice in them (@formatjs/icu-messageformat-parser, TYPE).
const LITERAL = 0;
const ARGUMENT = 1;

function made(locale: string, key: MessageKey): Ready {
  const language = locale.split('-', 1)[0] ?? '';
  const text = (CATALOGUES[language] ?? ENGLISH)[key];
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  const pieces: Piece[] = [];
  for (const node of format.getAst()) {
    if (node.type === LITERAL) pieces.push(node.value);
    else if (node.type === ARGUMENT) pieces.push({ value: node.value });
    else return format;
  }
  const [only = '', ...others] = pieces;
  return others.length === 0 && typeof only === 'string' ? only : pieces;
}

function spelt(value: string | number | undefined, locale: string): string | undefined {
  return typeof value === 'number' ? numberFormatter(locale).format(value) : value;
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
  return (key, values) => say(edition.locale, key, values);
}

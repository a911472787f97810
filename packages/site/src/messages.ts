import type { Edition } from '@courant/edition';
import { numberFormatter, pluralRules } from './formatter.ts';
import type { Message, MessageKey } from './messages.data.ts';
import { CATALOGUES, ENGLISH } from './messages.data.ts';

/** Values for the `{names}` of a message; `count` also chooses its plural form. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The words of the page behind a key, in the language of the locale, else in English. */
export function say(locale: string, key: MessageKey, values: MessageValues = {}): string {
  const language = locale.split('-', 1)[0] ?? '';
  const message: Message = CATALOGUES[language]?.[key] ?? ENGLISH[key];
  const text = typeof message === 'string' ? message : formOf(message, locale, values.count);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => spelt(values[name], locale) ?? whole);
}

function formOf(
  message: Exclude<Message, string>,
  locale: string,
  count: string | number | undefined,
): string {
  if (typeof count !== 'number') return message.other;
  return message[pluralRules(locale).select(count)] ?? message.other;
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

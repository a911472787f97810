import type { Instant } from '@courant/base';
import { squeeze } from '@courant/base';
import { blockText } from '@courant/story';
import { advised } from './advisory.ts';
import { datelineOf } from './dateline.ts';
import { present } from './fields.ts';
import { bodyFromHtml } from './html-body.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem, WireMedia, WireWarning } from './wire-item.ts';

/** What a message of a text wire holds, whichever of the two formats it is in. */
export interface WireMessage {
  readonly format: 'iptc-7901' | 'anpa-1312';
  /** The line it came on and its number there, as `eca` and `062`: the number begins anew each day. */
  readonly line: string;
  readonly sequence: string;
  /** The line of keywords without the words of its version. */
  readonly keyword: string;
  /** What stands beside the keywords and before the headline: "1st Ld-Writethru", "EXTRA", "take 2". */
  readonly marks: readonly string[];
  readonly sent: Instant | undefined;
  readonly slug?: string | undefined;
  readonly kicker?: string | undefined;
  readonly headline?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly byline?: string | undefined;
  readonly edNote?: string | undefined;
  readonly urgency?: number | undefined;
  readonly category?: string | undefined;
  readonly source?: string | undefined;
  readonly media?: readonly WireMedia[];
  readonly html: string;
  readonly warnings: readonly WireWarning[];
  readonly unmapped: Readonly<Record<string, unknown>>;
}

/** Messages of one file at the most. */
const MOST_MESSAGES = 1_000;

/** Reads messages that stand one behind another in a file, each from its SOH (or the start) on. */
export function readMessages(text: string, read: (message: string) => WireItem | undefined): Reading {
  const [first = '', ...others] = text.split('\u0001');
  const messages = [first, ...others].filter((one) => /[\p{L}\p{N}]/u.test(one));
  if (messages.length > MOST_MESSAGES) {
    return { ok: false, why: 'too-large', say: `it holds more than ${MOST_MESSAGES} messages` };
  }
  const items = messages.flatMap((message) => read(message) ?? []);
  if (items.length > 0) return { ok: true, items };
  return { ok: false, why: 'broken', say: 'broken text wire: there is no text in it' };
}

/** Text wires number their messages anew each day and give a rewrite a new number: this is what versions share. */
export function itemOfMessage(message: WireMessage, options: ReadOptions): WireItem {
  const { format, line, sequence, keyword, marks, sent, html, category } = message;
  const day = (sent ?? options.received).slice(0, 10);
  const id = `${line}:${sequence}:${day}`;
  const bracketed = [...(message.headline ?? '').matchAll(/\(([^()]{1,40})\)/g)].map(([, words]) => words);
  const part = partOf([keyword, ...marks, ...bracketed].join(', '));
  const { body, media, warnings } = bodyFromHtml(html, { from: { item: id, version: '' } });
  const [first] = body.content;
  const opening = datelineOf(first?.type === 'paragraph' ? blockText(first) : '');
  const item: WireItem = {
    format,
    id,
    ...(isOwn(keyword) ? { matchBy: { keyword: matched(keyword, part), day } } : {}),
    ...present({
      versionCreated: sent,
      supplier: options.supplier ?? message.source,
      headline: message.headline ?? alertIn(body.content.length, opening?.rest),
      slug: message.slug ?? keyword,
      kicker: message.kicker,
      standfirst: message.standfirst,
      byline: message.byline,
      dateline: opening?.dateline,
      source: opening?.dateline.agencies?.join('/') ?? message.source,
      urgency: message.urgency,
      signal: /^v$/i.test(category ?? '') ? ('advisory' as const) : undefined,
      edNote: message.edNote,
      subjects: subjectsOf(category),
      media: [...(message.media ?? []), ...media],
    }),
    body,
    warnings: [...message.warnings, ...(part === undefined ? [] : [partWarning(part)]), ...warnings],
    unmapped: { ...message.unmapped, ...present({ category, marks }) },
  };
  const advice = advised({ ...item, slug: [keyword, ...marks].join(', ') }, options);
  return { ...item, ...advice, warnings: [...item.warnings, ...advice.warnings] };
}

/** A text that goes on in another message: it is no rewrite, and takes the place of nothing. */
const PART =
  /\b(take|teil|part|partie|deel|parte|add)[\s-]?(\d{1,2})\b|\b(\d{1,2})\s?(?:st|nd|rd|th|\.)\s?(take|add|teil)\b/i;

function partOf(marks: string): string | undefined {
  const [, word, number, first, second] = PART.exec(marks) ?? [];
  const kind = (word ?? second)?.toLowerCase();
  return kind === undefined ? undefined : `${kind} ${number ?? first}`;
}

function partWarning(part: string): WireWarning {
  return { code: 'part', say: `It is a part of a longer text (${part}): the others are items of their own.` };
}

/** One word alone ("France") and the keywords of alerts stand over many texts of a day, which are no versions. */
function isOwn(keyword: string): boolean {
  return /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(keyword) && !/alert|digest|advisory/i.test(keyword);
}

function matched(keyword: string, part: string | undefined): string {
  const plain = squeeze(keyword.replace(PART, ' '))
    .replace(/[\s/,-]+$/, '')
    .toLowerCase();
  return part === undefined ? plain : `${plain}, ${part}`;
}

/** An alert is one sentence without a headline, which it is itself. */
const LONGEST_ALERT = 250;

function alertIn(blocks: number, text: string | undefined): string | undefined {
  return blocks === 1 && text !== undefined && text.length <= LONGEST_ALERT ? text : undefined;
}

/** The letters that mean the same to all who use them; others are an agency's own. */
const SUBJECTS: Readonly<Record<string, string>> = {
  s: 'subj:15000000',
  f: 'subj:04000000',
  ec: 'subj:04000000',
};

function subjectsOf(category: string | undefined) {
  const letter = category?.toLowerCase() ?? '';
  return Object.hasOwn(SUBJECTS, letter) ? [{ code: SUBJECTS[letter] ?? letter }] : [];
}

/** The signs of a teleprinter as signs of print: ``…'' and ,,…'' are quotes, " _ " is a dash. */
export function typeset(text: string): string {
  return text
    .replace(/``/g, '“')
    .replace(/,,(?=[\p{L}\p{N}])/gu, '„')
    .replace(/''/g, '”')
    .replace(/(^|[^\S\n])_(?=[^\S\n]|$)/gm, '$1—');
}

import { htmlOfAnpa } from './anpa-1312-copy.ts';
import { present, said } from './fields.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireMessage } from './text-wire.ts';
import { itemOfMessage, readMessages, typeset } from './text-wire.ts';
import { anpaSent } from './text-wire-date.ts';
import type { Reading, WireItem, WireMedia, WireWarning } from './wire-item.ts';

/** How a message begins: fill bytes, SOH, a line and its number, US and the name of a selector. */
export const ANPA_1312 = /^[\s\p{Cc}]*[A-Za-z]{1,2}\d{4}\p{Cc}/u;

/** Reads ANPA 1312 (ANPA 84-2), one message or several. */
export function readAnpa1312(text: string, options: ReadOptions): Reading {
  return readMessages(text, (message) => readMessage(message, options));
}

/** `W2607 US asian`: the line and its number there. */
const LINE = /([A-Za-z]{1,2})(\d{4})\p{Cc}/u;
/** `r a`, two signs and a blank, then keywords, the words of the version, month and day, and the count of words. */
const STORY = /^\s*([a-z]) ([a-z])((?:(?!\n)\p{Cc})*) *(.*)$/mu;
/** Urgency by the letter of the version: flash, bulletin, urgent, regular, deferred; the rest are advances. */
const URGENCIES: Readonly<Record<string, number>> = { f: 1, b: 2, u: 3, r: 4, d: 5 };
/** Keywords of a head are cut at so many signs; then the first line of the text has them whole. */
const KEYWORD = 24;

const NO_HEAD: WireWarning = {
  code: 'no-id',
  say: 'The message has no head we can read: compare it with those before and behind.',
};

function readMessage(message: string, options: ReadOptions): WireItem | undefined {
  const plain = message.replace(/\r\n?/g, '\n');
  const at = plain.indexOf('\u0002');
  const [head, rest] = at < 0 ? ['', plain] : [plain.slice(0, at), plain.slice(at + 1)];
  const [text = '', tail = ''] = rest.replaceAll('\u0004', '\u0003').split('\u0003');
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  const [, line, sequence] = LINE.exec(head) ?? [];
  const [, version, category, devices = '', words = ''] = STORY.exec(head) ?? [];
  const [, keyword = '', mark = ''] = /^(\S+)\s*(.*?)\s*(?:\d\d-\d\d\b.*)?$/.exec(words.trim()) ?? [];
  const { lines, copy } = openingOf(text);
  const opening = sorted(lines);
  const whole = keyword === '' || keyword.length >= KEYWORD ? opening.keyword : keyword;
  const wire: WireMessage = {
    format: 'anpa-1312',
    line: line ?? options.supplier ?? 'text',
    sequence: sequence ?? '0',
    keyword: withoutCycle(keyword === '' ? opening.keyword : keyword),
    slug: withoutCycle(whole),
    marks: [said(mark), opening.mark].flatMap((one) => one ?? []),
    sent: anpaSent(tail, words, options),
    urgency: version === undefined ? undefined : (URGENCIES[version] ?? 6),
    category,
    ...opening.fields,
    html: htmlOfAnpa([...opening.more.map((one) => `^${one}`), ...copy], devices.includes(TABLE)),
    warnings: line === undefined ? [NO_HEAD] : [],
    unmapped: present({ words: wordsIn(words), bylineTitle: opening.bylineTitle }),
  };
  return itemOfMessage(wire, options);
}

/** DC2: the text is set in columns, and stays as it is. */
const TABLE = '\u0012';

function wordsIn(head: string): number | undefined {
  const words = /\d\d-\d\d +(\d{2,5})\s*$/.exec(head)?.[1];
  return words === undefined ? undefined : Number(words);
}

/** BC, AM and PM say for which papers of the day a text is, and change from one version to the next. */
function withoutCycle(keyword: string): string {
  return keyword.replace(/^(?:BC|AM|PM|AP)-/, '').trim();
}

/** Head lines begin with "^" and end in "<" or "="; the copy begins with a TAB, a row of a table, or any other line. */
function openingOf(text: string): { readonly lines: readonly string[]; readonly copy: readonly string[] } {
  const lines = text.split('\n');
  const head: string[] = [];
  for (const [i, line] of lines.entries()) {
    const isEnded = head.length === 0 || /[<=]\s*$/.test(head.at(-1) ?? '');
    if (/^[\t\b]/.test(line) || (isEnded && /^[^^\s]/.test(line)))
      return { lines: head, copy: lines.slice(i) };
    if (line.startsWith('^')) head.push(...line.slice(1).split(/(?<=<)\s*\^/));
    else head.push(`${head.pop() ?? ''} ${line}`);
  }
  return { lines: head.filter((line) => line.trim() !== ''), copy: [] };
}

const NOTE = /^(?:Eds?\b|EDS\b|EDITORS?['’]?S?'?\s+NOTE|Editors?['’]?s?\s+note)/;
const PICTURES = /^(?:AP|AFP|EPA|Reuters)?\s*(?:Photos?|Graphics?)\s+(?=[A-Z]{2,})/;
/** Longer lines above a text are what it is about, not its headline. */
const SUMMARY = 120;

/** Sorts the lines above the copy, in whichever order they stand. */
function sorted(lines: readonly string[]) {
  const [first = '', ...others] = lines.filter((line) => !/^\*\d+</.test(line)).map(plain);
  const [, keyword = '', mark] =
    /^(.*?)(?:, ?([^,]*))?(?:, ?\d*)?$/.exec(first.replace(/,\s*\d*$/, '')) ?? [];
  const at = others.findIndex((line) => /^By\s/.test(line));
  const title = at >= 0 && /^[^.]{3,60}$/.test(others[at + 1] ?? '') ? others[at + 1] : undefined;
  const isOther = (line: string, i: number) =>
    i !== at &&
    !NOTE.test(line) &&
    !PICTURES.test(line) &&
    !(title !== undefined && i === at + 1 && isTitle(title));
  const [headline, ...rest] = others.filter(isOther);
  const summary = rest.find((line) => line.length > SUMMARY);
  return {
    keyword,
    mark: said(mark),
    bylineTitle: title !== undefined && isTitle(title) ? title : undefined,
    fields: {
      headline: said(headline),
      standfirst: summary,
      byline: at < 0 ? undefined : others[at]?.replace(/^By\s+/, ''),
      edNote: said(others.filter((line) => NOTE.test(line)).join('\n')),
      media: others.filter((line) => PICTURES.test(line)).flatMap(mediaIn),
    },
    more: rest.filter((line) => line !== summary),
  };
}

/** What stands below a writer's name: "Associated Press", "AP Sports Writer". */
function isTitle(line: string): boolean {
  return /^(?:The )?(?:AP|Associated Press|AFP|Reuters)\b|Writer$|Correspondent$/.test(line);
}

function mediaIn(line: string): readonly WireMedia[] {
  return [...line.matchAll(/\b[A-Z]{2,6}\d{3,5}\b/g)].map(([id]) => ({
    kind: id.startsWith('GFX') ? ('graphic' as const) : ('picture' as const),
    id,
  }));
}

function plain(line: string): string {
  return typeset(line)
    .replace(/[\s<=+]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

import { present, urgencyOf } from './fields.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireMessage } from './text-wire.ts';
import { itemOfMessage, readMessages, typeset } from './text-wire.ts';
import { iptcSent } from './text-wire-date.ts';
import type { Reading, WireItem, WireWarning } from './wire-item.ts';
import { htmlOfCopy } from './wire-lines.ts';

/** `eca062 4 i 211 ccccb   dpa 061`: line and number, priority, category, words, routing, name and number of the day. */
const HEAD = /^\s*([A-Za-z]{2,5})(\d{2,7}) +([1-9])(?: +([A-Za-z]{1,4}))?(?: +(\d{1,5}))?(?: +(.*))?$/;

/** How a message begins, with or without SOH; some senders put fill bytes before it. */
export const IPTC_7901 = /^[\s\p{Cc}]*[A-Za-z]{2,5}\d{2,7} +[1-9] +[A-Za-z]{1,4} +\d{1,5}[^\n]{0,80}\r?\n/u;

/** Reads IPTC 7901, one message or several, also where the signs that part them were lost on the way. */
export function readIptc7901(text: string, options: ReadOptions): Reading {
  return readMessages(text, (message) => readMessage(message, options));
}

const NO_HEAD: WireWarning = {
  code: 'no-id',
  say: 'The message has no head we can read: compare it with those before and behind.',
};

function readMessage(message: string, options: ReadOptions): WireItem | undefined {
  // Fill bytes stand before and behind.
  const { head, text, tail } = partsOf(message.replaceAll('\u007f', '').replace(/\r\n?/g, '\n'));
  const [first = '', ...keywords] = head;
  const [, line, sequence, priority, category, words, rest = ''] = HEAD.exec(first) ?? [];
  const opening = openingOf(text);
  if (opening.lines.length + opening.copy.length === 0) return undefined;
  const keyword = (line === undefined ? head : keywords)
    .map(plain)
    .join(' ')
    .replace(/^\/|\/$/g, '');
  const source = /(?:^| )(\S+) +\d{2,5}\s*$/.exec(rest)?.[1];
  const wire: WireMessage = {
    format: 'iptc-7901',
    line: line ?? options.supplier ?? 'text',
    sequence: sequence ?? '0',
    keyword,
    ...headOf(opening.lines),
    sent: iptcSent(tail, options),
    urgency: urgencyOf(priority),
    category,
    source,
    html: htmlOfCopy(typeset(opening.copy.join('\n'))),
    warnings: line === undefined ? [NO_HEAD] : [],
    unmapped: present({ words: words === undefined ? undefined : Number(words) }),
  };
  return itemOfMessage(wire, options);
}

interface Parts {
  readonly head: readonly string[];
  readonly text: readonly string[];
  readonly tail: string;
}

/** Head, text and tail, by STX and ETX; where those were lost, by the lines themselves. */
function partsOf(message: string): Parts {
  const [start = '', ...rest] = message.split('\u0002');
  const [body = '', tail] = (rest.length > 0 ? rest.join('') : start)
    .replaceAll('\u0004', '\u0003')
    .split('\u0003');
  const lines = body.replace(/^\n+/, '').trimEnd().split('\n');
  const isDated = tail === undefined && IPTC_DATE.test(lines.at(-1) ?? '');
  const text = isDated ? lines.slice(0, -1) : lines;
  const end = isDated ? (lines.at(-1) ?? '') : (tail ?? '');
  if (rest.length > 0) return { head: filled(start.split('\n')), text, tail: end };
  const [first = '', ...others] = text;
  // Without STX, a line of keywords ends in a stroke.
  const at = others.findIndex((line) => line.trim() !== '');
  const isKeywords = at >= 0 && /\/\s*$/.test(others[at] ?? '');
  const copy = others.slice(isKeywords ? at + 1 : Math.max(at, 0));
  return { head: isKeywords ? [first, others[at] ?? ''] : [first], text: copy, tail: end };
}

const IPTC_DATE = /^\d{6}(?: [A-Z]{3,4})? \p{L}{3,10}\.?(?: \d{2,4})?\s*$/u;
/** Lines of a head at the most; a text without a sign of its end has none. */
const MOST_HEAD = 10;

/** The lines up to the one that ends in "=" (or "+", Kyodo), and the copy behind them. */
function openingOf(text: readonly string[]): {
  readonly lines: readonly string[];
  readonly copy: readonly string[];
} {
  const start = text.findIndex((line) => line.trim() !== '');
  if (start < 0) return { lines: [], copy: [] };
  const top = text.slice(start, start + MOST_HEAD);
  const ended = top.findIndex((line) => /[=+]\s*$/.test(line));
  if (ended >= 0) {
    // Headline and byline may both have the sign.
    const end = ended + (/[=+]\s*$/.test(top[ended + 1] ?? '') ? 2 : 1);
    return { lines: filled(top.slice(0, end)), copy: text.slice(start + end) };
  }
  const blank = top.findIndex((line) => line.trim() === '');
  return blank < 0
    ? { lines: [], copy: text.slice(start) }
    : { lines: filled(text.slice(start, start + blank)), copy: text.slice(start + blank) };
}

function filled(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.trim() !== '');
}

/** What a message is, said in a line of its own above the headline (dpa, AFP, TASS). */
const MARK =
  /^\(?(?:EXTRA|URGENT|EIL|BLITZ|VORRANG|FLASH|ALERT|BREAKING|ACHTUNG|ATTENTION|(?:\d{1,2}\.?\s?(?:ST|ND|RD|TH)?\s?)?(?:LEAD|NET|ADD|TAKE|TEIL|ZUSAMMENFASSUNG|KORREKTUR|WDH|REPETITION|CORRECTION|KILL|MANDATORY KILL|UPDATE|ADVISORY|EMBARGO.*|SPERRFRIST.*)(?:[ -]\d{1,2})?)\)?:?$/i;
const BYLINE = /^(?:By|Von|Par|Por|Door|Di|Af|Av)\s+(?=\p{Lu})/u;
/** Lines are broken at 69 signs: one as long as this goes on in the next. */
const WRAPPED = 50;

/** Sorts the lines above the copy: marks, a line over the headline, the headline, the byline. */
function headOf(lines: readonly string[]) {
  const words = lines.map(plain).filter((line) => line !== '');
  const marks = words.filter((line) => MARK.test(line));
  const bylines = words.filter((line) => BYLINE.test(line));
  const others = words.filter((line) => !MARK.test(line) && !BYLINE.test(line));
  const wrapped =
    others.length -
    1 -
    others
      .slice(0, -1)
      .toReversed()
      .findIndex((line) => line.length < WRAPPED);
  const from = others.slice(0, -1).every((line) => line.length >= WRAPPED) ? 0 : wrapped;
  const [kicker, ...more] = others.slice(0, from).map((line) => line.replace(/:$/, ''));
  const embargo = marks.find((mark) => /EMBARGO|SPERRFRIST/i.test(mark));
  return {
    marks,
    headline: others.length === 0 ? undefined : others.slice(from).join(' '),
    kicker: [kicker, ...more].filter(Boolean).join(' · ') || undefined,
    byline: bylines.length === 0 ? undefined : bylines.join(', ').replace(BYLINE, ''),
    edNote: embargo,
  };
}

function plain(line: string): string {
  return typeset(line)
    .replace(/\s*[=+<]\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

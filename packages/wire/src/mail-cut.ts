import type { MailLine } from './mail-line.ts';
import { textOf } from './mail-line.ts';
import {
  DISCLAIMER,
  FORWARD_LINE,
  OLDER_LABELS,
  ORIGINAL_LINE,
  QUOTE_LINE,
  SIGNATURE_LINE,
} from './mail-words.data.ts';
import type { WireWarning } from './wire-item.ts';

/** What of a mail is copy. */
export interface CutMail {
  readonly lines: readonly MailLine[];
  /** Who wrote a mail that was passed on, and what it was called. */
  readonly older?: Older;
  /** What whoever passed it on wrote above it. */
  readonly note?: string;
  readonly warnings: readonly WireWarning[];
}

/** What stands above an older mail. */
interface Older {
  readonly from?: string;
  readonly subject?: string;
}

/** A mail within a mail within a mail: the innermost is the copy. */
const MOST_FORWARDS = 6;

/**
 * Tells the copy of a mail from what programs and houses set around it: of a mail that is passed on the older one, of
 * an answer what is new, and nothing of signatures and of what lawyers have added. What was left out is told; the mail
 * itself is kept as it came.
 */
export function cutMail(lines: readonly MailLine[], isForward: boolean): CutMail {
  let cut: CutMail = { lines, warnings: [] };
  for (let n = 0; n < MOST_FORWARDS; n++) {
    const inner = olderIn(cut.lines, isForward);
    if (!inner) break;
    const note = [cut.note, textOf(withoutEnd(inner.above).lines)].filter(Boolean).join('\n');
    cut = { lines: inner.below, older: { ...cut.older, ...inner.older }, note, warnings: [FORWARDED] };
  }
  const answered = withoutQuote(cut.lines);
  const ended = withoutEnd(answered.lines);
  return { ...cut, lines: ended.lines, warnings: [cut.warnings, answered.warnings, ended.warnings].flat() };
}

const FORWARDED: WireWarning = {
  code: 'forwarded',
  say: 'The mail was passed on: the older one was read, the words above it are the note.',
};
const QUOTE_CUT: WireWarning = { code: 'quote-cut', say: 'The older mail under the answer was left out.' };
const SIGNATURE_CUT: WireWarning = {
  code: 'signature-cut',
  say: 'The signature under the mail was left out.',
};
const DISCLAIMER_CUT: WireWarning = {
  code: 'disclaimer-cut',
  say: 'What the sender’s house sets under every mail was left out.',
};

interface Inner {
  readonly above: readonly MailLine[];
  readonly older: Older;
  readonly below: readonly MailLine[];
}

/** The older mail in a mail that was passed on: behind its line, or behind the lines of its head alone. */
function olderIn(lines: readonly MailLine[], isForward: boolean): Inner | undefined {
  const at = lines.findIndex(
    ({ text }, i) =>
      FORWARD_LINE.test(text) || (isForward && (ORIGINAL_LINE.test(text) || isHead(lines.slice(i, i + 8)))),
  );
  if (at < 0) return undefined;
  const isMark = labelOf(lines[at]?.text ?? '') === undefined;
  const head = headFrom(lines.slice(isMark ? at + 1 : at));
  const below = lines.slice(at + (isMark ? 1 : 0) + head.length);
  // A line that only speaks of a forwarded message has nothing behind it.
  if (head.length === 0 || textOf(below) === '') return undefined;
  return { above: lines.slice(0, at), older: olderOf(head), below };
}

/** Lines of a head without its mark: the sender's and the subject's among the first. */
function isHead(lines: readonly MailLine[]): boolean {
  const labels = headFrom(lines).map(({ text }) => labelOf(text)?.kind);
  return labels[0] === 'from' && labels.includes('subject');
}

/** Blank lines before a head and lines that go on belong to it. */
function headFrom(lines: readonly MailLine[]): readonly MailLine[] {
  let end = 0;
  for (const [i, { text }] of lines.slice(0, 20).entries()) {
    if (text !== '' && labelOf(text) === undefined) break;
    if (text !== '') end = i + 1;
  }
  return lines.slice(0, end);
}

function labelOf(
  text: string,
): { readonly kind: keyof typeof OLDER_LABELS; readonly value: string } | undefined {
  const [, label = '', value = ''] = /^[>*\s]*([\p{L}\p{M} -]{1,16}?)\s*[:：]\**\s*(.*)$/su.exec(text) ?? [];
  const word = label.toLowerCase();
  const kind = (['from', 'subject', 'other'] as const).find((one) =>
    OLDER_LABELS[one].some((known) => known === word),
  );
  return kind && { kind, value: value.trim() };
}

function olderOf(head: readonly MailLine[]): Older {
  const said = head.flatMap(({ text }) => labelOf(text) ?? []);
  const value = (kind: keyof typeof OLDER_LABELS) => said.find((one) => one.kind === kind)?.value;
  const [from, subject] = [value('from'), value('subject')];
  return { ...(from ? { from } : {}), ...(subject ? { subject } : {}) };
}

type Cut = Pick<CutMail, 'lines' | 'warnings'>;

/** An answer without the mail it answers; a mail that is nothing but a quotation is kept whole. */
function withoutQuote(lines: readonly MailLine[]): Cut {
  const at = lines.findIndex(
    ({ text }, i) =>
      QUOTE_LINE.test(text) ||
      ORIGINAL_LINE.test(text) ||
      isHead(lines.slice(i, i + 8)) ||
      isQuoted(lines, i),
  );
  const above = lines.slice(0, Math.max(at, 0));
  return textOf(above) === '' ? { lines, warnings: [] } : { lines: above, warnings: [QUOTE_CUT] };
}

/** From here on every line is one of the older mail. */
function isQuoted(lines: readonly MailLine[], at: number): boolean {
  const isOlder = ({ text }: MailLine) => text === '' || text.startsWith('>');
  return lines[at]?.text.startsWith('>') === true && lines.slice(at).every(isOlder);
}

/** The longest signature, in lines. */
const MOST_SIGNATURE = 20;

function withoutEnd(lines: readonly MailLine[]): Cut {
  const legal = withoutDisclaimer(lines);
  const from = Math.max(1, legal.lines.length - MOST_SIGNATURE);
  const at = legal.lines.findIndex(({ text }, i) => i >= from && SIGNATURE_LINE.test(text));
  if (at < 0 || textOf(legal.lines.slice(0, at)) === '') return legal;
  return { lines: legal.lines.slice(0, at), warnings: [...legal.warnings, SIGNATURE_CUT] };
}

/** What a house sets under a mail stands among its last lines, and everything behind it is of its kind. */
const MOST_DISCLAIMER = 12;

function withoutDisclaimer(lines: readonly MailLine[]): Cut {
  const from = Math.max(1, lines.length - MOST_DISCLAIMER);
  const at = lines.findIndex(({ text }, i) => i >= from && DISCLAIMER.test(text.slice(0, 1_000)));
  if (at < 0 || textOf(lines.slice(0, at)) === '') return { lines, warnings: [] };
  return { lines: lines.slice(0, at), warnings: [DISCLAIMER_CUT] };
}

import type { Instant } from '@courant/base';
import { squeeze } from '@courant/base';
import { blockText } from '@courant/story';
import type { ParsedMail } from 'mailparser';
import { advised } from './advisory.ts';
import { datelineOf } from './dateline.ts';
import { exportBody } from './export-body.ts';
import { feedDate } from './feed-date.ts';
import { present } from './fields.ts';
import type { CutMail } from './mail-cut.ts';
import { cutMail } from './mail-cut.ts';
import { readMailForm } from './mail-form.ts';
import { blocksOf, linesOf } from './mail-line.ts';
import { htmlOfMailText } from './mail-text.ts';
import { FORWARD_SUBJECT, SUBJECT_MARKS } from './mail-words.data.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem, WireMedia, WireWarning } from './wire-item.ts';

/** An attachment as it was read. */
export interface MailPart {
  readonly name: string;
  readonly items: readonly WireItem[];
  readonly media?: WireMedia;
}

/** What the item of a mail is made with beside the mail. */
interface MailItemOptions {
  readonly options: ReadOptions;
  readonly parts: readonly MailPart[];
}

/** The item of a mail itself, without what reads by itself in its attachments. */
export function itemOfMail(mail: ParsedMail, { options, parts }: MailItemOptions): WireItem {
  const id = idOf(mail);
  const sent = sentOf(mail, options);
  const form = readMailForm(mail.text ?? '', { id, sent });
  const body = form ? { ...form.body, links: [], cut: NOT_CUT } : bodyOf(mail, id);
  const from = mail.from?.value[0];
  const left = parts.filter(({ items, media }) => items.length === 0 && media?.kind === 'other');
  const item: WireItem = {
    format: 'mail',
    id,
    ...present({
      versionCreated: sent,
      supplier: options.supplier ?? from?.address?.split('@').at(-1)?.toLowerCase(),
      headline: subjectOf(body.cut.older?.subject) ?? subjectOf(mail.subject),
      source: nameIn(body.cut.older?.from) ?? (from?.name || undefined),
      edNote: body.cut.note,
      signal: isAutomatic(mail) ? ('advisory' as const) : undefined,
      links: body.links,
      media: [...body.media, ...parts.flatMap(({ media }) => media ?? [])],
    }),
    ...form?.fields,
    ...(body.body.content.length > 0 ? { body: body.body } : {}),
    warnings: [
      ...(form?.warnings ?? []),
      ...body.cut.warnings,
      ...body.warnings,
      ...(`${mail.subject ?? ''}${mail.html || (mail.text ?? '')}`.includes('\ufffd') ? [DAMAGED] : []),
      ...left.map(({ name }) => notRead(name)),
    ],
    unmapped: { ...envelopeOf(mail), ...form?.fields.unmapped },
  };
  return withWords(item, options);
}

/** What the words of a mail say: its dateline, embargoes, kills. */
function withWords(item: WireItem, options: ReadOptions): WireItem {
  const [first] = item.body?.content ?? [];
  const opening = first?.type === 'paragraph' ? datelineOf(blockText(first)) : undefined;
  const { warnings, ...advice } = advised({ ...item, edNote: notesOf(item) }, options);
  return {
    ...item,
    ...present({ dateline: item.dateline ?? opening?.dateline }),
    ...advice,
    warnings: [...item.warnings, ...warnings],
  };
}

/** Press offices set an embargo in the subject or in a line of its own above the text. */
function notesOf({ edNote, headline, body }: WireItem): string {
  const opening = (body?.content ?? []).slice(0, 3).map(blockText);
  const said = [headline ?? '', ...opening].filter(
    (line) => line.length < 200 && /embargo|sperrfrist/i.test(line),
  );
  return [edNote ?? '', ...said].join('\n').trim();
}

function notRead(name: string): WireWarning {
  return {
    code: 'attachment',
    say: `The attachment “${name.slice(0, 100)}” is no copy that is read; it is kept.`,
  };
}

/** What the library takes for the time where none can be read is the time of reading: the line itself is asked. */
function sentOf({ headerLines }: ParsedMail, options: ReadOptions): Instant | undefined {
  const line = headerLines.find(({ key }) => key === 'date')?.line ?? '';
  const said = line.replace(/^[^:]*:/, '').replace(/\([^()]*\)/g, ' ');
  return feedDate(said, options);
}

function idOf({ messageId, headerLines, subject }: ParsedMail): string {
  const id = messageId?.trim().replace(/^<|>$/g, '');
  const date = headerLines.find(({ key }) => key === 'date')?.line ?? '';
  return id ? id : `mail:${squeeze(`${date.slice(5, 60)} ${subject ?? ''}`)}`;
}

function subjectOf(subject: string | undefined): string | undefined {
  const plain = squeeze(subject ?? '');
  return plain.replace(SUBJECT_MARKS, '') || plain || undefined;
}

/** `Ada Quill <ada@…>`, `Ada Quill [mailto:ada@…]`, `"Quill, Ada"`: the name. */
function nameIn(from: string | undefined): string | undefined {
  const name = from?.replace(/[<[(].*$/s, '').replace(/^[\s"'*]+|[\s"'*]+$/g, '');
  return name || undefined;
}

/** Written by no person: RFC 3834, and what programs said before it. */
function isAutomatic({ headers }: ParsedMail): boolean {
  const said = headers.get('auto-submitted');
  return (typeof said === 'string' && /^auto-(?:replied|notified)/i.test(said)) || headers.has('x-autoreply');
}

function envelopeOf(mail: ParsedMail): Record<string, unknown> {
  return present({
    from: mail.from?.text,
    to: [mail.to ?? []]
      .flat()
      .map(({ text }) => text)
      .join(', ')
      .slice(0, 2_000),
  });
}

const DAMAGED: WireWarning = {
  code: 'charset',
  say: 'Some characters were damaged on the way: where � stands, compare with the original.',
};

const NOT_CUT: CutMail = { lines: [], warnings: [] };

function bodyOf({ html, text, subject }: ParsedMail, id: string) {
  const from = { item: id, version: '' };
  const written = html ? exportBody(html, { from }) : undefined;
  const read = written?.body.content.length ? written : exportBody(htmlOfMailText(text ?? ''), { from });
  const cut = cutMail(linesOf(read.body.content), FORWARD_SUBJECT.test(squeeze(subject ?? '')));
  return { ...read, body: { type: 'doc' as const, content: blocksOf(cut.lines) }, cut };
}

import { squeeze } from '@courant/base';
import { plainText } from '@courant/story';
import type { Attachment, ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { exportBody } from './export-body.ts';
import { mediaKind } from './export-media.ts';
import { present } from './fields.ts';
import type { HtmlBody } from './html-body.ts';
import { bodyFromText } from './html-body.ts';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem, WireMedia, WireWarning } from './wire-item.ts';

/** How a mail begins (RFC 5322): fields, among them one that mails alone have. */
export const MAIL =
  /^\s*(?:[\w-]{2,40}: ?.{0,990}\r?\n(?:[ \t].{0,990}\r?\n){0,40}){0,60}?(?:mime-version|message-id|received|delivered-to|return-path): /i;

/** Attachments of a mail at the most; more is no copy. */
const MOST_ATTACHMENTS = 100;

/** What reads an attachment, as if it had come by itself. */
export type ReadPart = (bytes: Uint8Array, options: ReadOptions) => Reading;

/**
 * Reads a mail. Copy in an attachment gives its own items, as if it had come alone; the mail is an item beside them
 * where it has something to say itself. Pictures stay with the mail's item.
 */
export async function readMail(bytes: Uint8Array, options: ReadOptions, read: ReadPart): Promise<Reading> {
  const mail = await simpleParser(Buffer.from(bytes), { skipImageLinks: true, skipTextToHtml: true });
  if (mail.attachments.length > MOST_ATTACHMENTS)
    return { ok: false, why: 'too-large', say: `a mail with more than ${MOST_ATTACHMENTS} attachments` };
  const parts = mail.attachments.map((attachment) => partOf(attachment, options, read));
  const attached = parts.flatMap(({ items }) => items);
  const own = itemOf(mail, { options, parts });
  const items = isWorded(own, attached.length > 0) ? [own, ...attached] : attached;
  if (items.length > 0) return { ok: true, items };
  return {
    ok: false,
    why: 'unsupported',
    say: `a mail without a word: ${own.headline ?? 'it has no subject'}`,
  };
}

interface MailPart {
  readonly name: string;
  readonly items: readonly WireItem[];
  readonly media?: WireMedia;
}

/** Formats that any text is read as: an attachment in one of them says nothing of being copy. */
const ANY_TEXT: ReadonlySet<string> = new Set(['page-text', 'article-page', 'mail']);

function partOf(attachment: Attachment, options: ReadOptions, read: ReadPart): MailPart {
  const { content, contentType, filename, cid } = attachment;
  const name = filename ?? cid ?? contentType;
  const kind = mediaKind(filename ?? '', contentType);
  const media: WireMedia = { kind, ...present({ id: name, mediaType: contentType }) };
  if (kind === 'picture' || kind === 'audio' || kind === 'video') return { name, items: [], media };
  const reading = read(content, options);
  const items = reading.ok ? reading.items.filter(({ format }) => !ANY_TEXT.has(format)) : [];
  return items.length > 0 ? { name, items } : { name, items: [], media };
}

/** A cover note of a line is none where the copy comes beside it. */
function isWorded({ body }: WireItem, hasOthers: boolean): boolean {
  if (!body) return false;
  const words = plainText(body).split(/\s+/).filter(Boolean).length;
  return words > (hasOthers ? 60 : 0);
}

function itemOf(
  mail: ParsedMail,
  { options, parts }: { readonly options: ReadOptions; readonly parts: readonly MailPart[] },
): WireItem {
  const id = idOf(mail);
  const { body, warnings } = bodyOf(mail, id);
  const from = mail.from?.value[0];
  const domain = from?.address?.split('@')[1];
  const sent =
    mail.date && !Number.isNaN(mail.date.getTime()) ? momentOf(mail.date.toISOString(), options) : undefined;
  const left = parts.filter(({ items, media }) => items.length === 0 && media?.kind === 'other');
  return {
    format: 'mail',
    id,
    ...present({
      versionCreated: sent,
      supplier: options.supplier ?? domain?.toLowerCase(),
      headline: subjectOf(mail.subject),
      source: from?.name || undefined,
      links: body?.links,
      media: [...(body?.media ?? []), ...parts.flatMap(({ media }) => media ?? [])],
    }),
    ...(body && body.body.content.length > 0 ? { body: body.body } : {}),
    warnings: [...warnings, ...left.map(({ name }) => notRead(name))],
    unmapped: present({
      from: mail.from?.text,
      to: [mail.to ?? []]
        .flat()
        .map(({ text }) => text)
        .join(', '),
    }),
  };
}

function notRead(name: string): WireWarning {
  return {
    code: 'attachment',
    say: `The attachment “${name.slice(0, 100)}” is no copy that is read; it is kept.`,
  };
}

function idOf({ messageId, date, subject }: ParsedMail): string {
  const id = messageId?.trim().replace(/^<|>$/g, '');
  return id ? id : `mail:${date?.toISOString() ?? ''} ${squeeze(subject ?? '')}`;
}

/** What mail programs and lists put before a subject. */
const MARKS = /^(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw)(?:\[\d+\])?\s*:\s*|\[[^\]]{1,40}\]\s*)+/i;

function subjectOf(subject: string | undefined): string | undefined {
  const plain = squeeze(subject ?? '');
  return plain.replace(MARKS, '') || plain || undefined;
}

/** What stands under a text: the line of two dashes that mail programs know, or the words of a phone. */
const SIGNATURE = /\n-- \n[\s\S]{0,2000}$|\n(?:Sent from my|Get Outlook for) [^\n]{1,60}\s*$/i;
const CUT: WireWarning = { code: 'signature-cut', say: 'The signature under the mail was left out.' };

interface MailBody {
  readonly body: (HtmlBody & { readonly links?: WireItem['links'] }) | undefined;
  readonly warnings: readonly WireWarning[];
}

function bodyOf({ html, text }: ParsedMail, id: string): MailBody {
  const from = { item: id, version: '' };
  if (html) {
    const body = exportBody(html, { from });
    return { body, warnings: body.warnings };
  }
  if (!text) return { body: undefined, warnings: [] };
  const plain = text.replace(/\r\n/g, '\n');
  const signed = SIGNATURE.exec(plain);
  const body = bodyFromText(unwrapped(signed ? plain.slice(0, signed.index) : plain), { from });
  return { body, warnings: [...body.warnings, ...(signed ? [CUT] : [])] };
}

/** Where a mail is broken into lines by its width, and its paragraphs by blank lines, lines are put together again. */
function unwrapped(text: string): string {
  if (!/\n[ \t]*\n/.test(text)) return text;
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/([^\s-])[ \t]*\n(?=\S)/g, '$1 '))
    .join('\n\n');
}

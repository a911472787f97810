import { messageOf } from '@courant/base';
import { plainText } from '@courant/story';
import type { Attachment, ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { mediaKind } from './export-media.ts';
import { present } from './fields.ts';
import { isMail } from './mail-head.ts';
import type { MailPart } from './mail-item.ts';
import { itemOfMail } from './mail-item.ts';
import { proofsOf } from './mail-proof.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem, WireMedia, WireSender } from './wire-item.ts';

/** Attachments of a mail at the most, and mails within mails. */
const MOST = { attachments: 100, depth: 5 } as const;

/** What reads an attachment that is no mail, as if it had come by itself. */
export type ReadPart = (bytes: Uint8Array, options: ReadOptions) => Reading;

/** What a mail is read with. */
export interface MailTools {
  readonly read: ReadPart;
  /** Characters at the beginning of a payload, a byte each. */
  readonly head: (bytes: Uint8Array) => string;
}

/**
 * Reads a mail. Copy in an attachment gives its own items, as if it had come alone, a mail within the mail among them;
 * the mail is an item beside them where it has something to say itself. Pictures stay with the mail's item. Every item
 * says who sent the mail, and what of that our own mail server has proven.
 */
export async function readMail(bytes: Uint8Array, options: ReadOptions, tools: MailTools): Promise<Reading> {
  return readWithin(bytes, options, { ...tools, depth: 0 });
}

interface Within extends MailTools {
  readonly depth: number;
}

async function readWithin(bytes: Uint8Array, options: ReadOptions, within: Within): Promise<Reading> {
  const mail = await parsed(bytes);
  if (typeof mail === 'string') return { ok: false, why: 'broken', say: `the mail cannot be read: ${mail}` };
  if (mail.attachments.length > MOST.attachments)
    return { ok: false, why: 'too-large', say: `a mail with more than ${MOST.attachments} attachments` };
  if (isReport(mail)) return { ok: false, why: 'unsupported', say: 'unsupported: a report of a mail server' };
  const parts: MailPart[] = [];
  for (const attachment of mail.attachments) parts.push(await partOf(attachment, options, within));
  const attached = parts.flatMap(({ items }) => items);
  const own = itemOfMail(mail, { options, parts });
  const items = isWorded(own, attached.length > 0) ? [own, ...attached] : attached;
  if (items.length === 0) {
    const say = `a mail without a word: ${own.headline ?? 'it has no subject'}`;
    return { ok: false, why: 'unsupported', say };
  }
  const sender = within.depth === 0 ? senderOf(mail, options) : undefined;
  return { ok: true, items: sender ? items.map((item) => ({ ...item, sender })) : items };
}

/** The mail, or what is wrong with it in a line. */
async function parsed(bytes: Uint8Array): Promise<ParsedMail | string> {
  try {
    return await simpleParser(Buffer.from(bytes), {
      ...{ skipImageLinks: true, skipTextToHtml: true, skipHtmlToText: true, skipTextLinks: true },
      keepDeliveryStatus: true,
    });
  } catch (thrown) {
    // What the library refuses (heads and parts without end) is refused: the raw mail is kept.
    return messageOf(thrown).replace(/\s+/g, ' ').slice(0, 150);
  }
}

/** Of what could not be delivered, or was read: RFC 3464, RFC 8098. */
function isReport({ headers, attachments }: ParsedMail): boolean {
  const type = headers.get('content-type');
  const isSaid = typeof type === 'object' && 'value' in type && type.value === 'multipart/report';
  return (
    isSaid && attachments.some(({ contentType }) => /^message\/(?:delivery|disposition)/.test(contentType))
  );
}

function senderOf({ from }: ParsedMail, { authentication }: ReadOptions): WireSender | undefined {
  const people = from?.value ?? [];
  const address = people[0]?.address?.toLowerCase();
  if (!address || people.length > 1) return undefined;
  return { address, ...present({ verified: proofsOf(authentication, address) }) };
}

/** Formats that any text is read as: an attachment in one of them says nothing of being copy. */
const ANY_TEXT: ReadonlySet<string> = new Set(['page-text', 'article-page']);

async function partOf(attachment: Attachment, options: ReadOptions, within: Within): Promise<MailPart> {
  const { content, contentType, filename, cid } = attachment;
  const name = filename ?? cid ?? contentType;
  const kind = mediaKind(filename ?? '', contentType);
  const media: WireMedia = { kind, ...present({ id: name, mediaType: contentType }) };
  if (kind === 'picture' || kind === 'audio' || kind === 'video') return { name, items: [], media };
  const named = { ...options, name };
  const reading = isMail(within.head(content))
    ? await readInner(content, named, within)
    : within.read(content, named);
  const items = reading.ok ? reading.items.filter(({ format }) => !ANY_TEXT.has(format)) : [];
  return items.length > 0 ? { name, items } : { name, items: [], media };
}

async function readInner(bytes: Uint8Array, options: ReadOptions, within: Within): Promise<Reading> {
  if (within.depth >= MOST.depth)
    return { ok: false, why: 'too-deep', say: `mails stand in each other more than ${MOST.depth} deep` };
  return readWithin(bytes, options, { ...within, depth: within.depth + 1 });
}

/** A cover note of a line is none where the copy comes beside it. */
function isWorded({ body }: WireItem, hasOthers: boolean): boolean {
  if (!body) return false;
  const words = plainText(body).split(/\s+/).filter(Boolean).length;
  return words > (hasOthers ? 60 : 0);
}

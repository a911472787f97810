import type { Json } from '@courant/base';
import { Fault, isFault, messageOf } from '@courant/base';
import type { ImapChannel } from '@courant/wire';
import type { FetchMessageObject } from 'imapflow';
import { ImapFlow } from 'imapflow';
import { LOGIN_REFUSED, NOT_THERE, PROTOCOL_BROKEN } from './faults.ts';
import type { ServerTools } from './ftp.ts';
import { handOver } from './hand-over.ts';
import type { Carrier, Memory, RefusedParcel, Visit, VisitOrder } from './ports.ts';
import { secretOf } from './secret.ts';
import { withinTime } from './time-limit.ts';
import { transportFault } from './transport-fault.ts';

const SILENCE = 30_000;
const LONGEST = 5 * 60_000;
/** Mails brought by one visit at the most; more are fetched at once by another. */
const MOST_MAILS = 200;

/** A carrier that looks into a mailbox. A mail is marked or moved once it is kept, and never deleted. */
export function imap(settings: ImapChannel, tools: ServerTools): Carrier {
  return {
    visit: async (order) => {
      const { host, port, tls } = settings;
      const checked = await tools.guard.check({ scheme: tls === 'implicit' ? 'imaps' : 'imap', host, port });
      const pass = await secretOf(tools.secrets, settings.secret);
      const client = clientFor(settings, { address: checked.addresses[0] ?? host, pass });
      // What comes after the end is of no use to anybody, and must not end the process.
      client.on('error', () => client.close());
      const limit = { milliseconds: LONGEST, signal: order.signal, place: host };
      try {
        return await withinTime(limit, async () => {
          await client.connect();
          return await look(client, settings, order);
        });
      } catch (thrown) {
        throw imapFault(thrown, settings);
      } finally {
        client.close();
      }
    },
  };
}

function clientFor(
  { host, port, tls, user, certificate }: ImapChannel,
  { address, pass }: { readonly address: string; readonly pass: string },
): ImapFlow {
  return new ImapFlow({
    ...{ host: address, port, secure: tls === 'implicit', auth: { user, pass } },
    // Without `none` a server that offers no encryption is not told the password.
    ...(tls === 'starttls' ? { doSTARTTLS: true } : {}),
    ...(tls === 'none' ? { doSTARTTLS: false } : {}),
    ...(/[a-z]/i.test(host) ? { servername: host } : {}),
    tls: certificate === undefined ? {} : { ca: certificate },
    ...{ logger: false, disableAutoIdle: true, connectionTimeout: SILENCE, socketTimeout: SILENCE },
  });
}

/** Memory: `validity` and `last`, the mailbox's own number of the last mail that was kept (RFC 9051 §2.3.1.1). */
async function look(client: ImapFlow, settings: ImapChannel, order: VisitOrder): Promise<Visit> {
  const lock = await client.getMailboxLock(settings.mailbox);
  try {
    const { mailbox } = client;
    if (!mailbox) throw new Fault(NOT_THERE, `There is no mailbox “${settings.mailbox}”.`, MAILBOX_HINT);
    const validity = String(mailbox.uidValidity);
    // A mailbox that was made anew numbers its mails anew.
    const last = order.memory.validity === validity ? numberIn(order.memory.last) : 0;
    const uids = await newIn(client, settings, last);
    const refused: RefusedParcel[] = [];
    let brought = 0;
    let memory: Memory = { validity, last };
    for (const uid of uids.slice(0, MOST_MAILS)) {
      order.signal.throwIfAborted();
      const isKept = await bring(client, uid, { settings, order, refused });
      if (isKept) brought++;
      await putAway(client, uid, settings);
      memory = { validity, last: Math.max(last, uid) };
      await order.remember?.(memory);
    }
    const more = uids.length > MOST_MAILS ? { more: true } : {};
    return { brought, memory, ...more, ...(refused.length > 0 ? { refused } : {}) };
  } finally {
    lock.release();
  }
}

const MAILBOX_HINT = { hint: 'Look at its name, as a mail program shows it.' };

function numberIn(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0;
}

/** Numbers of the mails that were not kept: unseen ones, all, or those after the last, as the rule leaves them. */
async function newIn(client: ImapFlow, { after }: ImapChannel, last: number): Promise<readonly number[]> {
  const query =
    after === 'seen' ? { seen: false } : after === 'move' ? { all: true } : { uid: `${last + 1}:*` };
  const found = (await client.search(query, { uid: true })) || [];
  // The star stands for the last mail, even where its number is lower.
  const wanted = after === 'leave' ? found.filter((uid) => uid > last) : found;
  return wanted.toSorted((a, b) => a - b);
}

interface Bringing {
  readonly settings: ImapChannel;
  readonly order: VisitOrder;
  readonly refused: RefusedParcel[];
}

async function bring(
  client: ImapFlow,
  uid: number,
  { settings, order, refused }: Bringing,
): Promise<boolean> {
  const head = await client.fetchOne(String(uid), { size: true, envelope: true }, { uid: true });
  // Another program has taken it away meanwhile.
  if (!head) return false;
  const name = nameOf(head, uid);
  const { mostBytes } = settings;
  const refuse = (bytes: number): false => {
    const say = `“${name}” has ${bytes} bytes, more than ${mostBytes}. ${LEFT[settings.after]}, and not kept here.`;
    refused.push({ name, say });
    return false;
  };
  if ((head.size ?? 0) > mostBytes) return refuse(head.size ?? 0);
  // A server that says less than there is is not believed.
  const asked = { source: { maxLength: mostBytes + 1 }, internalDate: true };
  const whole = await client.fetchOne(String(uid), asked, { uid: true });
  if (!whole) return false;
  const { source, internalDate } = whole;
  if (!source) return false;
  if (source.byteLength > mostBytes) return refuse(source.byteLength);
  const received = internalDate === undefined ? {} : { date: new Date(internalDate).toUTCString() };
  const results = resultsIn(source, settings.authserv);
  await handOver(
    {
      bytes: source,
      mediaType: 'message/rfc822',
      name,
      headers: { ...received, ...(results === undefined ? {} : { 'authentication-results': results }) },
    },
    order.receive,
  );
  return true;
}

/** Where a mail is that is too large. */
const LEFT: Readonly<Record<ImapChannel['after'], string>> = {
  seen: 'It was marked as seen',
  move: 'It was moved with the others',
  leave: 'It was left in the mailbox',
};

function nameOf({ envelope }: FetchMessageObject, uid: number): string {
  return envelope?.messageId ?? envelope?.subject ?? `mail ${uid}`;
}

async function putAway(client: ImapFlow, uid: number, { after, done = 'Done' }: ImapChannel): Promise<void> {
  if (after === 'seen') await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  if (after !== 'move') return;
  const moved = await client.messageMove(String(uid), done, { uid: true });
  if (moved) return;
  // It is there already, or cannot be made: the next line says which.
  await client.mailboxCreate(done).catch(() => undefined);
  if (!(await client.messageMove(String(uid), done, { uid: true })))
    throw new Fault(NOT_THERE, `A mail cannot be moved to “${done}”.`, MAILBOX_HINT);
}

/** The uppermost result that our own mail server wrote (RFC 8601 §5): any other may be the sender's own words. */
function resultsIn(source: Buffer, authserv: string | undefined): string | undefined {
  if (authserv === undefined) return undefined;
  const head = source.toString('latin1', 0, 64 * 1024).split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const results = lines.flatMap((line) => /^authentication-results:\s*(.*)$/i.exec(line)?.[1] ?? []);
  const own = results.find((result) => result.split(/[;\s]/, 1)[0]?.toLowerCase() === authserv.toLowerCase());
  return own?.slice(0, 2_000);
}

function imapFault(thrown: unknown, { host, mailbox }: ImapChannel): Fault {
  if (isFault(thrown)) return thrown;
  const said = thrown as {
    readonly authenticationFailed?: boolean;
    readonly mailboxMissing?: boolean;
    readonly responseText?: string;
  };
  if (said.authenticationFailed) {
    const hint = 'Look whether user and secret are right; some servers want a password made for programs.';
    return new Fault(LOGIN_REFUSED, `${host} does not let us in.`, { hint });
  }
  if (said.mailboxMissing) return new Fault(NOT_THERE, `There is no mailbox “${mailbox}”.`, MAILBOX_HINT);
  if (/STARTTLS/i.test(messageOf(thrown))) {
    return new Fault(PROTOCOL_BROKEN, `${host} does not encrypt (${messageOf(thrown)}).`, {
      hint: 'Ask for the port that does; or set “tls” to “none” where nobody can listen.',
    });
  }
  return transportFault(thrown, host);
}

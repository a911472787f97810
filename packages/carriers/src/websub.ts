import { Fault } from '@courant/base';
import type { WebSubChannel } from '@courant/wire';
import { NOT_THERE, REFUSED } from './faults.ts';
import { callHttp } from './http-call.ts';
import type { PollTools } from './http-poll.ts';
import { poll, statusFault } from './http-poll.ts';
import type { HubLinks } from './link-header.ts';
import { hubLinks } from './link-header.ts';
import type { Carrier, Memory, Parcel, SubscriptionBook, VisitOrder } from './ports.ts';
import { secretOf } from './secret.ts';
import { asking, isSubscribingDue } from './subscription.ts';

/** What a WebSub channel needs from outside. */
export interface WebSubTools extends PollTools {
  readonly book: SubscriptionBook;
  /** Finds hub and self in the feed itself, where headers name none. */
  readonly linksOf?: (parcel: Parcel) => HubLinks;
}

/** What a subscriber asks a hub for. */
export interface HubRequest {
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly hub: string;
  readonly topic: string;
  readonly signal: AbortSignal;
}

/** Secrets have fewer bytes than this (WebSub §5.1). */
const MOST_SECRET = 200;

/**
 * A carrier that asks the topic now and then, as a poll does, and sees to it that the subscription runs: what the hub
 * does not send, or sends while we are away, comes all the same. A topic without a hub is polled alone.
 */
export function webSub(settings: WebSubChannel, tools: WebSubTools): Carrier {
  return {
    visit: async (order) => {
      const { links, receive } = watching(order, tools);
      const asked = { address: settings.topic, mostBytes: settings.mostBytes, ...loginIn(settings) };
      const { headers, ...visit } = await poll(asked, tools, { ...order, receive });
      const told = hubLinks(headers.link, settings.topic);
      const { hub, topic } = endpoints(settings, [told, ...links], order.memory);
      const memory = { ...visit.memory, topic, ...(hub === undefined ? {} : { hub }) };
      if (hub !== undefined) await keepSubscribed(settings, tools, { hub, topic, signal: order.signal });
      return { ...visit, memory };
    },
  };
}

function loginIn({ login }: WebSubChannel): Pick<WebSubChannel, 'login'> {
  return login === undefined ? {} : { login };
}

/** The receiver of a visit, and the links of what it was handed. */
function watching(order: VisitOrder, { linksOf }: WebSubTools) {
  const links: HubLinks[] = [];
  const receive = async (parcel: Parcel): Promise<void> => {
    await order.receive(parcel);
    if (linksOf !== undefined) links.push(linksOf(parcel));
  };
  return { links, receive };
}

/** Settings rule, then headers, then the feed, then what was known before: an answer of 304 names nothing. */
function endpoints(settings: WebSubChannel, links: readonly HubLinks[], memory: Memory) {
  const told = (name: 'hub' | 'topic'): string | undefined => {
    const value = memory[name];
    return typeof value === 'string' ? value : undefined;
  };
  const hub = settings.hub ?? links.flatMap(({ hubs }) => hubs)[0] ?? told('hub');
  const self = links.flatMap((one) => one.self ?? [])[0];
  return { hub, topic: self ?? told('topic') ?? settings.topic };
}

async function keepSubscribed(
  settings: WebSubChannel,
  tools: WebSubTools,
  { hub, topic, signal }: Omit<HubRequest, 'mode'>,
): Promise<void> {
  const at = tools.clock.now();
  const was = await tools.book.read();
  const isOther = 'topic' in was && was.topic !== topic && was.state !== 'leaving';
  if (!isOther && !isSubscribingDue(was, at)) return;
  // Stored first: a hub may call back before it answers.
  await tools.book.write(asking(was, { hub, topic, at }));
  await askHub({ mode: 'subscribe', hub, topic, signal }, settings, tools);
}

/**
 * Asks a hub to send us a topic, or to stop (WebSub §5.1). It answers by calling back. Throws Fault `refused` and
 * those of `callHttp`.
 */
export async function askHub(
  request: HubRequest,
  settings: WebSubChannel,
  tools: WebSubTools,
): Promise<void> {
  const secret = await secretOf(tools.secrets, settings.secret);
  if (Buffer.byteLength(secret) >= MOST_SECRET) {
    throw new Fault(REFUSED, `The secret “${settings.secret}” is too long for a hub.`, {
      hint: `Take one of fewer than ${MOST_SECRET} bytes.`,
    });
  }
  const form = new URLSearchParams({
    'hub.mode': request.mode,
    'hub.topic': request.topic,
    'hub.callback': tools.book.callback,
    ...(request.mode === 'subscribe'
      ? { 'hub.lease_seconds': String(settings.lease), 'hub.secret': secret }
      : {}),
  });
  const answer = await callHttp(
    {
      address: request.hub,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      mostBytes: 64 * 1024,
      signal: request.signal,
    },
    tools.http,
  );
  if (answer.status >= 200 && answer.status <= 299) return;
  const { code, message, hint } = statusFault(answer.status, request.hub);
  // A hub that is gone closes no channel: the topic may have another.
  throw new Fault(
    code === 'gone' ? NOT_THERE : code,
    `The hub ${message}`,
    hint === undefined ? {} : { hint },
  );
}

/** Ends a subscription, as when its channel is taken away; where none runs, nothing is asked. */
export async function leaveHub(
  settings: WebSubChannel,
  tools: WebSubTools,
  signal: AbortSignal,
): Promise<void> {
  const was = await tools.book.read();
  if (was.state === 'none' || was.state === 'leaving') return;
  const { hub, topic } = was;
  await tools.book.write({ state: 'leaving', hub, topic });
  await askHub({ mode: 'unsubscribe', hub, topic, signal }, settings, tools);
}

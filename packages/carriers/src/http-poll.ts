import { createHash } from 'node:crypto';
import type { Clock } from '@courant/base';
import { Fault, millis } from '@courant/base';
import type { HttpChannel } from '@courant/wire';
import { shownAddress } from '@courant/wire';
import { GONE, LOGIN_REFUSED, NOT_THERE, REFUSED, SERVER_FAILED } from './faults.ts';
import { handOver } from './hand-over.ts';
import type { HttpAnswer } from './http-call.ts';
import { callHttp } from './http-call.ts';
import type { HttpTools } from './http-exchange.ts';
import { keptHeaders, retryAfter } from './http-headers.ts';
import type { Carrier, Memory, Parcel, Visit, VisitOrder } from './ports.ts';
import type { Secrets } from './secret.ts';
import { loginOf } from './secret.ts';

/** What a poll needs from outside. */
export interface PollTools {
  readonly http: HttpTools;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

/** What is asked for, and how. */
export type PollOrder = Pick<HttpChannel, 'address' | 'login' | 'mostBytes'>;

/** What a poll came to, with the headers for whoever looks for a hub in them. */
export interface Poll extends Visit {
  readonly headers: Readonly<Record<string, string>>;
}

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.8';

/** A carrier that asks an address whether it has changed. */
export function httpPoll(settings: PollOrder, tools: PollTools): Carrier {
  return {
    visit: async (order) => {
      const { headers: _, ...visit } = await poll(settings, tools, order);
      return visit;
    },
  };
}

/**
 * Asks an address once, by what it told us of its state the last time. Brings the body where it is another one.
 * Memory: `etag`, `lastModified`, `digest` of the last body kept, `movedTo`. Throws Fault `gone` (410),
 * `login-refused`, `not-there`, `refused`, `server-failed`, and those of `callHttp`.
 */
export async function poll(settings: PollOrder, tools: PollTools, order: VisitOrder): Promise<Poll> {
  const answer = await callHttp(
    {
      address: settings.address,
      headers: { accept: ACCEPT, ...validators(order.memory) },
      mostBytes: settings.mostBytes,
      signal: order.signal,
      ...(await loginOf(settings.login, tools.secrets)),
    },
    tools.http,
  );
  const moved = answer.movedTo === undefined ? {} : { movedTo: answer.movedTo };
  if (answer.status === 304) {
    return { brought: 0, memory: { ...order.memory, ...moved }, headers: answer.headers, ...moved };
  }
  const rest = restOf(answer, millis(tools.clock.now()));
  if (rest !== undefined) return { brought: 0, memory: order.memory, headers: answer.headers, rest };
  if (answer.status < 200 || answer.status > 299) throw statusFault(answer.status, settings.address);
  const visit = await bring(answer, settings, order);
  return { ...visit, memory: { ...visit.memory, ...moved }, headers: answer.headers, ...moved };
}

/** If-None-Match rules over If-Modified-Since (RFC 9110 §13.1.3); servers that know only one of them get both. */
function validators(memory: Memory): Readonly<Record<string, string>> {
  const { etag, lastModified } = memory;
  return {
    ...(typeof etag === 'string' ? { 'if-none-match': etag } : {}),
    ...(typeof lastModified === 'string' ? { 'if-modified-since': lastModified } : {}),
  };
}

function restOf({ status, headers }: HttpAnswer, now: number): number | undefined {
  return status === 429 || status === 503 ? retryAfter(headers['retry-after'], now) : undefined;
}

async function bring(answer: HttpAnswer, settings: PollOrder, order: VisitOrder): Promise<Visit> {
  const digest = createHash('sha256').update(answer.body).digest('base64url');
  const { etag, 'last-modified': lastModified } = answer.headers;
  const memory = {
    digest,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
  // Many servers know no validators, and many that do change them with every answer. Nothing is in an empty body.
  const isOld = digest === order.memory.digest || answer.body.byteLength === 0;
  if (!isOld) await handOver(parcelOf(answer, settings.address), order.receive);
  return { brought: isOld ? 0 : 1, memory };
}

function parcelOf({ headers, body }: HttpAnswer, address: string): Parcel {
  const mediaType = headers['content-type'];
  return {
    bytes: body,
    name: shownAddress(address),
    headers: keptHeaders(headers),
    ...(mediaType === undefined ? {} : { mediaType }),
  };
}

/** The fault of an answer that is no copy. */
export function statusFault(status: number, address: string): Fault {
  const shown = shownAddress(address);
  const told = `${shown} answers ${status}`;
  if (status === 410) {
    return new Fault(GONE, `${told}: it is gone for good.`, {
      hint: 'Ask the supplier for its new address.',
    });
  }
  if (status === 401 || status === 403 || status === 407) {
    const hint = 'Look whether the secret is right and still good.';
    return new Fault(LOGIN_REFUSED, `${told}: it does not let us in.`, { hint });
  }
  if (status === 404)
    return new Fault(NOT_THERE, `${told}: nothing is there.`, { hint: 'Look at the address.' });
  if (status >= 500) {
    const hint = 'It is tried again; if it stays so, ask the supplier.';
    return new Fault(SERVER_FAILED, `${told}: its server has a fault.`, { hint });
  }
  return new Fault(REFUSED, `${told}.`, { hint: 'Open it in a browser, or ask the supplier what it wants.' });
}

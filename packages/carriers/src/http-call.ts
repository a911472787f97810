import { Fault } from '@courant/base';
import { shownAddress } from '@courant/wire';
import { ADDRESS_REFUSED, TOO_MANY_REDIRECTS } from './faults.ts';
import type { HttpRequest, HttpResponse, HttpTools } from './http-exchange.ts';
import { exchange } from './http-exchange.ts';
import type { Headers } from './http-headers.ts';
import { withinTime } from './time-limit.ts';

/** A request, wherever redirects lead it. */
export interface HttpCall {
  readonly address: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Headers;
  /** Headers that let us in: sent to the address's own origin, never to another that it redirects to. */
  readonly secretHeaders?: Headers;
  /** Parts of the query that let us in: added to the address, in no message. */
  readonly secretQuery?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bytes of the body at the most, packed and unpacked. */
  readonly mostBytes: number;
  /** For all of it, redirects included; a minute where absent. */
  readonly milliseconds?: number;
  readonly signal: AbortSignal;
}

/** What a call came to. */
export interface HttpAnswer extends HttpResponse {
  /** Where the answer came from in the end, as it may be printed. */
  readonly address: string;
  /** The new address, where every redirect was permanent (301, 308). */
  readonly movedTo?: string;
}

const MOST_REDIRECTS = 5;
const MOST_MILLISECONDS = 60_000;

/**
 * Calls an address through the guard, which sees every redirect too. Answers whatever the status. Throws faults of
 * addresses, connections, bodies, time and redirects.
 */
export async function callHttp(call: HttpCall, tools: HttpTools): Promise<HttpAnswer> {
  const milliseconds = call.milliseconds ?? MOST_MILLISECONDS;
  const limit = { milliseconds, signal: call.signal, place: shownAddress(call.address) };
  return withinTime(limit, (signal) => follow({ ...call, signal }, tools));
}

async function follow(call: HttpCall, tools: HttpTools): Promise<HttpAnswer> {
  const origin = addressOf(call.address, call.address);
  let request = firstRequest(call, origin);
  let isPermanent = true;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await exchange(request, tools);
    const next = redirectOf(response, request.url);
    if (next === undefined) {
      const isMoved = redirects > 0 && isPermanent && response.status < 400;
      const address = shownAddress(request.url.href);
      return { ...response, address, ...(isMoved ? { movedTo: request.url.href } : {}) };
    }
    // A step down from https is followed without what lets us in, and never proposed as an address.
    const isStepDown = request.url.protocol === 'https:' && next.protocol === 'http:';
    isPermanent &&= !isStepDown && (response.status === 301 || response.status === 308);
    request = nextRequest(request, {
      call,
      next,
      status: response.status,
      isHome: next.origin === origin.origin,
    });
  }
  const say = `${shownAddress(call.address)} redirects more than ${MOST_REDIRECTS} times.`;
  throw new Fault(TOO_MANY_REDIRECTS, say, { hint: 'Open it in a browser and use the address it ends at.' });
}

function addressOf(text: string, base: string): URL {
  const url = URL.parse(text, base);
  if (url !== null && url.username === '' && url.password === '') return url;
  const say = `${shownAddress(base)} leads to an address that cannot be used.`;
  throw new Fault(ADDRESS_REFUSED, say, { hint: 'It is broken, or holds a login.' });
}

function firstRequest(call: HttpCall, origin: URL): HttpRequest {
  const url = new URL(origin);
  for (const [name, value] of Object.entries(call.secretQuery ?? {})) url.searchParams.set(name, value);
  return {
    method: call.method ?? 'GET',
    url,
    headers: { ...call.headers, ...call.secretHeaders },
    mostBytes: call.mostBytes,
    signal: call.signal,
    ...(call.body === undefined ? {} : { body: call.body }),
  };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function redirectOf({ status, headers }: HttpResponse, from: URL): URL | undefined {
  const { location } = headers;
  return REDIRECTS.has(status) && location !== undefined ? addressOf(location, from.href) : undefined;
}

interface Redirect {
  readonly call: HttpCall;
  readonly next: URL;
  readonly status: number;
  /** Whether it leads to the origin that was called. */
  readonly isHome: boolean;
}

function nextRequest(request: HttpRequest, { call, next, status, isHome }: Redirect): HttpRequest {
  // A redirect of the page that a form was sent to asks for a page (RFC 9110 §15.4).
  const isSentAgain = request.method === 'POST' && (status === 307 || status === 308);
  const { body: _, ...rest } = request;
  return {
    ...rest,
    url: next,
    method: isSentAgain ? 'POST' : 'GET',
    headers: { ...call.headers, ...(isHome ? call.secretHeaders : {}) },
    ...(isSentAgain && call.body !== undefined ? { body: call.body } : {}),
  };
}

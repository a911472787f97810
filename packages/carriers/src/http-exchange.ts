import type { IncomingMessage } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { getCACertificates } from 'node:tls';
import { Fault } from '@courant/base';
import { shownAddress } from '@courant/wire';
import type { AddressGuard, CheckedPlace } from './address-guard.ts';
import { lookupOf } from './address-guard.ts';
import { ADDRESS_REFUSED } from './faults.ts';
import { collect, largeFault, READ_ENCODINGS, unpack } from './http-body.ts';
import type { Headers } from './http-headers.ts';
import { headersOf } from './http-headers.ts';
import { transportFault } from './transport-fault.ts';

/** What HTTP needs from outside. */
export interface HttpTools {
  readonly guard: AddressGuard;
  /** PEM certificates trusted beside those that Node knows. */
  readonly authorities?: readonly string[];
}

/** One request to one address, without redirects. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Headers;
  readonly body?: string;
  readonly mostBytes: number;
  readonly signal: AbortSignal;
}

/** What came back; the body is unpacked, and empty unless the status is 2xx. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** Bytes of headers at the most; Node cuts the connection beyond. */
const MOST_HEADER_BYTES = 32 * 1024;

/**
 * Sends one request to an address that passed the guard, and reads the answer within limits. Keeps no connection.
 * Throws faults of addresses, connections and bodies.
 */
export async function exchange(request: HttpRequest, tools: HttpTools): Promise<HttpResponse> {
  const place = await tools.guard.check(placeOf(request.url));
  const shown = shownAddress(request.url.href);
  const answer = await send(request, { place, authorities: tools.authorities ?? [] }).catch(
    (thrown: unknown) => {
      throw request.signal.aborted ? request.signal.reason : transportFault(thrown, place.host);
    },
  );
  try {
    const headers = headersOf(answer.headers);
    const status = answer.statusCode ?? 0;
    if (status < 200 || status > 299) return { status, headers, body: new Uint8Array() };
    const limit = { mostBytes: request.mostBytes, place: shown };
    if (Number(headers['content-length'] ?? 0) > request.mostBytes) throw largeFault(limit);
    const packed = await collect(answer, limit);
    return { status, headers, body: await unpack(packed, headers['content-encoding'], limit) };
  } catch (thrown) {
    throw request.signal.aborted ? request.signal.reason : transportFault(thrown, shown);
  } finally {
    answer.destroy();
  }
}

function placeOf(url: URL): {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
} {
  const isSecure = url.protocol === 'https:';
  if (!isSecure && url.protocol !== 'http:') {
    const say = `${shownAddress(url.href)} is neither http nor https.`;
    throw new Fault(ADDRESS_REFUSED, say, { hint: 'Look where the address comes from.' });
  }
  const port = url.port === '' ? (isSecure ? 443 : 80) : Number(url.port);
  return { scheme: isSecure ? 'https' : 'http', host: url.hostname.replace(/^\[|\]$/g, ''), port };
}

interface Route {
  readonly place: CheckedPlace;
  readonly authorities: readonly string[];
}

function send(request: HttpRequest, { place, authorities }: Route): Promise<IncomingMessage> {
  const open = place.scheme === 'https' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const outgoing = open({
      method: request.method,
      host: place.host,
      port: place.port,
      path: `${request.url.pathname}${request.url.search}`,
      headers: { 'accept-encoding': READ_ENCODINGS, 'user-agent': 'Courant', ...request.headers },
      lookup: lookupOf(place),
      agent: false,
      signal: request.signal,
      maxHeaderSize: MOST_HEADER_BYTES,
      ...trust(authorities),
    });
    outgoing.once('response', resolve).on('error', reject);
    // Otherwise an answer of 101 would leave its socket to nobody.
    outgoing.once('upgrade', (answer, socket) => {
      socket.destroy();
      resolve(answer);
    });
    outgoing.end(request.body);
  });
}

function trust(authorities: readonly string[]): { readonly ca?: string[] } {
  return authorities.length === 0 ? {} : { ca: [...getCACertificates('default'), ...authorities] };
}

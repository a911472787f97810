import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isFault } from '@courant/base';
import type { Follower, Page, PageCache } from '@courant/press';

/** What stands between the page cache and readers. */
export interface ReadersDoor {
  readonly cache: PageCache;
  readonly follower: Follower;
  /** The page said where there is none to be had for the moment. */
  readonly unavailable: Uint8Array;
}

/** Headers every page carries. Scripts and styles come from here alone; nothing of another host is loaded. */
export const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; img-src 'self' data:; style-src 'self'; style-src-attr 'unsafe-inline'; script-src 'self'; worker-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
} as const;

/** Answers a reader: from the cache where it may be trusted, else from a page made for the purpose. */
export async function serveReader(
  door: ReadersDoor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = addressOf(request.url ?? '/');
  if (address === undefined) return sendUnavailable(door, response, 400);
  if (address.length > 1 && address.endsWith('/'))
    return redirect(response, address.replace(/\/+$/, '') || '/');
  if (door.follower.standing() === 'doubtful') await door.follower.catchUp();
  if (door.follower.standing() === 'too-stale') return sendUnavailable(door, response, 503);
  const held = door.cache.held(address);
  if (held) return sendPage(held, request, response);
  try {
    return await sendPage(await door.cache.page(address), request, response);
  } catch (thrown) {
    if (!isFault(thrown, 'database-away')) throw thrown;
    return sendUnavailable(door, response, 503);
  }
}

const ASKING = /\/search(?:\/feed\.(?:rss|atom|json))?$/;
/** How another system names a story at its front page: a paper that takes its place is asked so. */
const NUMBERED = /^\?(?:p|page_id)=\d{1,15}$/;

/** The address of a request; its query is part of it only where a reader asks something. Undefined where it is no text. */
function addressOf(url: string): string | undefined {
  const [coded = '/'] = url.split('?', 1);
  try {
    const path = decodeURIComponent(coded).normalize('NFC');
    const query = url.slice(coded.length);
    // No page has an address with control characters, and no database takes all of them.
    if (/\p{Cc}/u.test(path)) return undefined;
    const isAsked = ASKING.test(path) ? query.length > 1 : path === '/' && NUMBERED.test(query);
    return isAsked ? path + query : path;
  } catch {
    // A percent sign that encodes nothing: no page has such an address.
    return undefined;
  }
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: encodeURI(to), 'Content-Length': 0 }).end();
}

function sendUnavailable(door: ReadersDoor, response: ServerResponse, status: 400 | 503): void {
  const retry = status === 503 ? { 'Retry-After': '5' } : {};
  const headers = {
    ...PAGE_HEADERS,
    ...retry,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  };
  response.writeHead(status, headers).end(door.unavailable);
}

/** How bytes are encoded on the wire (RFC 9110 §8.4.1). */
export type Encoding = 'br' | 'gzip' | 'identity';

/** What a page's bytes are on the wire, made when somebody first asks for them so. */
interface Wire {
  readonly etag: string;
  readonly bodies: Map<Encoding, Uint8Array>;
}

// Encoded bytes live and die with the page they belong to.
const wires = new WeakMap<Page, Wire>();

function wireOf(page: Page): Wire {
  const known = wires.get(page);
  if (known) return known;
  const etag = createHash('sha256').update(page.body).digest('base64url').slice(0, 22);
  const wire: Wire = { etag, bodies: new Map([['identity', page.body]]) };
  wires.set(page, wire);
  return wire;
}

/** The validator of a page's bytes, without its quotes and encoding. */
export function etagOf(page: Page): string {
  return wireOf(page).etag;
}

async function sendPage(page: Page, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (page.location !== undefined) {
    const headers = {
      Location: encodeURI(page.location),
      'Cache-Control': 'public, no-cache',
      'Content-Length': 0,
    };
    response.writeHead(page.status, headers).end();
    return;
  }
  const wire = wireOf(page);
  const encoding = page.body.byteLength < 1_000 ? 'identity' : preferred(request.headers['accept-encoding']);
  const etag = `"${wire.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  const headers = {
    ...PAGE_HEADERS,
    ETag: etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': 'public, no-cache',
    ...(page.link === undefined ? {} : { Link: page.link }),
    ...(page.modified === undefined ? {} : { 'Last-Modified': new Date(page.modified).toUTCString() }),
  };
  if (page.status === 200 && isHeld(page, wire, request)) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = await encoded(wire, encoding, page.body);
  const coding = encoding === 'identity' ? {} : { 'Content-Encoding': encoding };
  response.writeHead(page.status, {
    ...headers,
    ...coding,
    'Content-Type': page.mediaType,
    'Content-Length': body.byteLength,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether a reader has the page as it is (RFC 9110 §13.2.2): by its validator, else by the time it has it of. */
function isHeld(page: Page, wire: Wire, { headers }: IncomingMessage): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return isKnown(tags, wire.etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return page.modified !== undefined && Math.floor(new Date(page.modified).getTime() / 1000) * 1000 <= since;
}

/** Whether a reader holds these bytes, in whichever encoding (RFC 9110 §13.1.2, weak comparison). */
function isKnown(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some(
    (tag) =>
      tag
        .trim()
        .replace(/^W\//, '')
        .slice(1, etag.length + 1) === etag,
  );
}

/** The encoding a reader is sent, by what their browser says it takes (RFC 9110 §12.5.3). */
export function preferred(acceptEncoding: string | string[] | undefined): Encoding {
  const accepted = String(acceptEncoding ?? '')
    .split(',')
    .flatMap((word) => {
      const [name = '', ...rest] = word.split(';').map((part) => part.trim().toLowerCase());
      return rest.some((part) => /^q=0(\.0*)?$/.test(part)) ? [] : [name];
    });
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** Half a millisecond for a front; the highest quality takes seventy times that for a tenth less. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

async function encoded(wire: Wire, encoding: Encoding, body: Uint8Array): Promise<Uint8Array> {
  const known = wire.bodies.get(encoding);
  if (known) return known;
  const made = encoding === 'br' ? await compressBrotli(body, BROTLI) : await compressGzip(body);
  wire.bodies.set(encoding, made);
  return made;
}

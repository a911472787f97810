import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFault } from '@courant/base';
import type { Page, Tag } from '@courant/press';
import { etagOf } from './readers.ts';

/** What a teller of changes works with. */
export interface LiveUpdatesOptions {
  /** The page of an address as it is now, from the cache where it is held. */
  readonly page: (address: string) => Promise<Page>;
  /** Readers told at once, at the most. */
  readonly limit?: number;
  /** How long changes are gathered before anybody is told, in ms. */
  readonly gather?: number;
  /** How often a line is sent for the sake of those who cut what is silent, in ms. */
  readonly heartbeat?: number;
}

/** A page that somebody has open. */
interface Watched {
  readonly address: string;
  readonly streams: Set<ServerResponse>;
  tags: ReadonlySet<Tag>;
  etag: string;
}

/** Bytes that wait for one reader: whoever is so far behind does not listen any more. */
const MOST_WAITING = 16_384;

/**
 * Tells readers, by server-sent events, that the page they have open is another now: nothing of what is in it, which
 * they fetch as they fetched the page. An entry that touches a page's tags without changing its bytes is not told.
 */
export class LiveUpdates {
  readonly #options: Required<LiveUpdatesOptions>;
  readonly #watched = new Map<string, Watched>();
  readonly #touched = new Set<Watched>();
  readonly #beats: NodeJS.Timeout;
  #count = 0;
  #gathering: NodeJS.Timeout | undefined;

  constructor(options: LiveUpdatesOptions) {
    this.#options = { limit: 1_000, gather: 300, heartbeat: 15_000, ...options };
    this.#beats = setInterval(() => this.#beat(), this.#options.heartbeat);
    this.#beats.unref();
  }

  /** How many readers are being told. */
  get count(): number {
    return this.#count;
  }

  /** Takes in what an entry of the log touched. */
  touched(tags: ReadonlySet<Tag> | 'all'): void {
    for (const watched of this.#watched.values()) {
      if (tags === 'all' || !watched.tags.isDisjointFrom(tags)) this.#touched.add(watched);
    }
    if (this.#touched.size === 0 || this.#gathering !== undefined) return;
    this.#gathering = setTimeout(() => {
      this.#gathering = undefined;
      void this.#tellAll();
    }, this.#options.gather);
  }

  /** Answers `/events?page=…`: a stream of events for a page that is there, else why not. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = pageAsked(request.url ?? '');
    if (address === undefined) return refuse(response, 400, 'Say which page: /events?page=/path.\n');
    if (this.#count >= this.#options.limit) return refuse(response, 503, TOO_MANY);
    const watched = await this.#watch(address);
    if (watched === 'away') return refuse(response, 503, 'For the moment this cannot be had.\n');
    if (!watched) return refuse(response, 404, 'There is no such page.\n');
    this.#open(watched, request, response);
  }

  /** Ends every stream; readers' pages ask again by themselves. */
  close(): void {
    clearInterval(this.#beats);
    clearTimeout(this.#gathering);
    for (const { streams } of this.#watched.values()) for (const stream of streams) stream.end();
    this.#watched.clear();
  }

  async #watch(address: string): Promise<Watched | 'away' | undefined> {
    const known = this.#watched.get(address);
    if (known) return known;
    const page = await this.#page(address);
    if (page === undefined) return 'away';
    if (page.status !== 200 || !page.keep) return undefined;
    return { address, streams: new Set<ServerResponse>(), tags: new Set(page.tags), etag: etagOf(page) };
  }

  /** The page of an address; undefined with the database away. */
  async #page(address: string): Promise<Page | undefined> {
    try {
      return await this.#options.page(address);
    } catch (thrown) {
      if (!isFault(thrown, 'database-away')) throw thrown;
      return undefined;
    }
  }

  #open(made: Watched, request: IncomingMessage, response: ServerResponse): void {
    if (response.destroyed) return;
    // Somebody else may have come for the same page meanwhile.
    const watched = this.#watched.get(made.address) ?? made;
    this.#watched.set(watched.address, watched);
    watched.streams.add(response);
    this.#count++;
    response.on('close', () => {
      watched.streams.delete(response);
      this.#count--;
      if (watched.streams.size === 0 && this.#watched.get(watched.address) === watched)
        this.#watched.delete(watched.address);
    });
    response.writeHead(200, STREAM_HEADERS);
    response.write(`retry: 5000\nid: ${watched.etag}\n\n`);
    // Who was cut off names the page they know: what came meanwhile is told at once.
    const known = request.headers['last-event-id'];
    if (known !== undefined && known !== watched.etag) send(response, watched);
  }

  async #tellAll(): Promise<void> {
    const all = [...this.#touched];
    this.#touched.clear();
    for (const watched of all) await this.#tell(watched);
  }

  async #tell(watched: Watched): Promise<void> {
    const page = await this.#page(watched.address).catch(() => undefined);
    // Made again for the first who asks; with the database away readers are served the old one anyway.
    if (!page) return;
    const etag = etagOf(page);
    watched.tags = new Set(page.tags);
    if (etag === watched.etag) return;
    watched.etag = etag;
    for (const stream of watched.streams) send(stream, watched);
  }

  #beat(): void {
    for (const { streams } of this.#watched.values()) {
      for (const stream of streams) {
        if (stream.writableLength > MOST_WAITING) stream.destroy();
        else stream.write(': here\n\n');
      }
    }
  }
}

const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  // Proxies of the nginx kind would gather events until there are enough of them.
  'X-Accel-Buffering': 'no',
} as const;

const TOO_MANY =
  'As many readers as can be are being told of news already. The page asks by itself now and then.\n';

function send(stream: ServerResponse, { address, etag }: Watched): void {
  stream.write(`event: changed\nid: ${etag}\ndata: ${encodeURI(address)}\n\n`);
}

function refuse(response: ServerResponse, status: 400 | 404 | 503, why: string): void {
  const retry = status === 503 ? { 'Retry-After': '60' } : {};
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...retry };
  response.writeHead(status, headers).end(why);
}

/** The address of the page that is asked for, as the page cache knows it. */
function pageAsked(url: string): string | undefined {
  const path = new URL(url, 'http://localhost').searchParams.get('page');
  return path?.startsWith('/') ? path.normalize('NFC') : undefined;
}

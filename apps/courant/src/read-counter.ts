import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@courant/base';
import { isFault } from '@courant/base';
import type { Database } from '@courant/store';
import { countReads } from '@courant/store';
import type { Logger } from 'pino';

/** What a counter of readers works with. */
export interface ReadCounterOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How long counts stay in memory, in ms: so much is lost if the process is killed. */
const FLUSH = 10_000;
/** Addresses counted between two flushes: made-up ones must not fill the memory. */
const MOST_ADDRESSES = 20_000;

/**
 * Counts how often stories are opened. Of readers it knows nothing: no address, no cookie, no time finer than the
 * hour. Counts that cannot be written are kept for the next time.
 */
export class ReadCounter {
  readonly #options: ReadCounterOptions;
  #counts = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();

  constructor(options: ReadCounterOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => void this.flush(), FLUSH);
    this.#timer.unref();
  }

  /** Counts one opening of the story at a path. */
  add(path: string): void {
    const count = this.#counts.get(path);
    if (count === undefined && this.#counts.size >= MOST_ADDRESSES) return;
    this.#counts.set(path, (count ?? 0) + 1);
  }

  /** Writes what was counted since the last time. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#write());
    return this.#flushing;
  }

  /** Writes the rest and counts no more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  async #write(): Promise<void> {
    const counts = this.#counts;
    if (counts.size === 0) return;
    this.#counts = new Map();
    const reads = [...counts].map(([path, count]) => ({ path, count }));
    const { database, clock, logger } = this.#options;
    try {
      await database.transaction((tx) => countReads(tx, clock.now(), reads));
    } catch (thrown) {
      for (const [path, count] of counts) this.#counts.set(path, (this.#counts.get(path) ?? 0) + count);
      if (!isFault(thrown, 'database-away')) logger.warn({ err: thrown }, 'readers could not be counted');
    }
  }
}

/** The longest address that is counted, in bytes. */
const LONGEST = 1_000;

/** Takes a page's word that it was opened: its canonical path as text, from our own pages alone. Answers 204 always. */
export async function countRead(
  counter: ReadCounter,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const site = request.headers['sec-fetch-site'];
  let text = '';
  for await (const part of request) {
    text += String(part);
    if (text.length > LONGEST) break;
  }
  const isOurs = site === undefined || site === 'same-origin';
  if (isOurs && text.length <= LONGEST && text.startsWith('/')) counter.add(decoded(text));
  response.writeHead(204, { 'Cache-Control': 'no-store' }).end();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    // No story has such an address: it is counted under itself and falls away.
    return path;
  }
}

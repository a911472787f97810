import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFault } from '@courant/base';
import { may } from '@courant/desk';
import type { Database, WireListRow } from '@courant/store';
import { Bell, lastFiling, tokenOf, wireSince } from '@courant/store';
import { WALL_CLOCK } from './house.ts';
import { rowMessage } from './wire-handlers.ts';

/** What a teller of arrivals works with. */
export interface WireEventsOptions {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly onFault: (thrown: unknown) => void;
  /** Listeners at the most. */
  readonly limit?: number;
}

interface Listener {
  readonly stream: ServerResponse;
  /** Key of a preset: only its items are told. */
  readonly preset: string | undefined;
  /** The filing it has been told of last. */
  told: number;
  /** It is being told what it missed. */
  isBehind: boolean;
  /** It took nothing since the last heartbeat. */
  isStuck: boolean;
}

/** Rows told at once: no more than these wait for a listener that takes them slowly. */
const MOST = 500;
const HEARTBEAT = 15_000;

/**
 * Tells newsrooms, by server-sent events, every row of the live list that was filed or changed. An event's id is the
 * number of its filing: who comes back with it (`Last-Event-ID`) is told what was missed. Who takes events slowly is told
 * the next when it has taken these, from the database: nothing is heaped up for anybody.
 */
export class WireEvents {
  readonly #options: WireEventsOptions;
  readonly #listeners = new Set<Listener>();
  readonly #bell: Bell;
  readonly #beats: NodeJS.Timeout;
  #told = 0;
  #isTelling = false;
  #isRung = false;

  constructor(options: WireEventsOptions) {
    this.#options = options;
    this.#bell = new Bell({ url: options.databaseUrl, channel: 'wire', wake: () => this.#ring() });
    this.#beats = setInterval(() => this.#beat(), HEARTBEAT);
    this.#beats.unref();
  }

  async start(): Promise<void> {
    this.#told = await this.#options.database.transaction(lastFiling);
    await this.#bell.start();
  }

  /** Answers `/api/v1/wire/events`, with `preset=` if only one preset is followed. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = await this.#refusal(request);
    if (refusal) return refuse(response, ...refusal);
    if (this.#listeners.size >= (this.#options.limit ?? 1_000))
      return refuse(response, 503, 'too many listeners');
    response.writeHead(200, STREAM_HEADERS);
    response.write('retry: 2000\n\n');
    const known = Number(request.headers['last-event-id']);
    const preset = new URL(request.url ?? '', 'http://localhost').searchParams.get('preset') ?? undefined;
    const isBack = Number.isSafeInteger(known) && known > 0 && known < this.#told;
    const listener: Listener = {
      ...{ stream: response, preset, told: isBack ? known : this.#told },
      ...{ isBehind: false, isStuck: false },
    };
    response.on('close', () => this.#listeners.delete(listener));
    response.on('drain', () => {
      listener.isStuck = false;
      void this.#catchUp(listener);
    });
    this.#listeners.add(listener);
    if (isBack) await this.#catchUp(listener);
  }

  /** Ends every stream; listeners come back by themselves. */
  async close(): Promise<void> {
    clearInterval(this.#beats);
    await this.#bell.stop();
    for (const { stream } of this.#listeners) stream.end();
    this.#listeners.clear();
  }

  async #refusal(request: IncomingMessage): Promise<[401 | 403, string] | undefined> {
    const secret = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (secret === undefined) return [401, 'send a token: “Authorization: Bearer …”'];
    const token = await this.#options.database.transaction((tx) => tokenOf(tx, secret, WALL_CLOCK.now()));
    if (!token) return [401, 'this token is not known or was revoked'];
    return may(token.scopes, 'view') ? undefined : [403, 'it takes the scope “view”'];
  }

  /** Tells one who is behind what was filed since, as fast as it takes it. */
  async #catchUp(listener: Listener): Promise<void> {
    if (listener.isBehind) return;
    listener.isBehind = true;
    const { stream } = listener;
    try {
      while (listener.told < this.#told && !stream.destroyed && !stream.writableNeedDrain) {
        const known = this.#told;
        const rows = await this.#since(listener.told);
        tell(listener, rows);
        // What was told to others before we asked is among them, or is not there any more.
        if (rows.length < MOST) listener.told = Math.max(listener.told, known);
      }
    } catch (thrown) {
      this.#fault(thrown);
    } finally {
      listener.isBehind = false;
    }
  }

  #since(filed: number): Promise<readonly WireListRow[]> {
    return this.#options.database.transaction((tx) => wireSince(tx, filed, MOST));
  }

  #ring(): void {
    this.#isRung = true;
    if (!this.#isTelling) void this.#tellAll();
  }

  async #tellAll(): Promise<void> {
    this.#isTelling = true;
    try {
      while (this.#isRung) {
        this.#isRung = false;
        const before = this.#told;
        if (this.#listeners.size === 0) {
          // Nobody to be told: who comes is told what comes from then on.
          this.#told = await this.#options.database.transaction(lastFiling);
          continue;
        }
        const rows = await this.#since(before);
        this.#told = rows.at(-1)?.filed ?? before;
        for (const listener of this.#listeners) this.#tell(listener, before, rows);
        if (rows.length >= MOST) this.#isRung = true;
      }
    } catch (thrown) {
      this.#fault(thrown);
    } finally {
      this.#isTelling = false;
    }
  }

  /** Who is behind or has not taken the last ones is told these later, by its own catching up. */
  #tell(listener: Listener, before: number, rows: readonly WireListRow[]): void {
    if (listener.isBehind || listener.stream.writableNeedDrain) return;
    if (listener.told < before) void this.#catchUp(listener);
    else tell(listener, rows);
  }

  #fault(thrown: unknown): void {
    // The bell rings again once the database is back, and what was missed is told then.
    if (!isFault(thrown, 'database-away')) this.#options.onFault(thrown);
  }

  #beat(): void {
    for (const listener of this.#listeners) {
      const { stream } = listener;
      // Whoever takes nothing for so long comes back with the number it had.
      if (listener.isStuck) stream.destroy();
      else if (stream.writableNeedDrain) listener.isStuck = true;
      else stream.write(': here\n\n');
    }
  }
}

function tell(listener: Listener, rows: readonly WireListRow[]): void {
  for (const row of rows) {
    if (row.filed <= listener.told) continue;
    if (listener.preset !== undefined && !row.presets.includes(listener.preset)) continue;
    listener.stream.write(`event: filed\nid: ${row.filed}\ndata: ${JSON.stringify(rowMessage(row))}\n\n`);
  }
  listener.told = Math.max(listener.told, rows.at(-1)?.filed ?? 0);
}

const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  // Proxies of the nginx kind would gather events until there are enough of them.
  'X-Accel-Buffering': 'no',
} as const;

function refuse(response: ServerResponse, status: 401 | 403 | 503, why: string): void {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  const challenge = status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
  const retry = status === 503 ? { 'Retry-After': '10' } : {};
  response.writeHead(status, { ...headers, ...challenge, ...retry }).end(`No events: ${why}.\n`);
}

import { isFault } from '@courant/base';
import type { PageCache } from './page-cache.ts';
import type { LogReader } from './ports.ts';

/** How a follower keeps time. */
export interface FollowerOptions {
  readonly cache: PageCache;
  readonly log: LogReader;
  /** Milliseconds that only go forward, whatever the wall clock does. */
  readonly ticks: () => number;
  /** How long cached pages are served with the database gone, in ms. */
  readonly staleLimit: number;
  /** Told of every lost and every regained contact. */
  readonly onContact: (contact: 'lost' | 'regained', thrown?: unknown) => void;
}

/** Acts stop waiting for a cache 2 s after its last sign of life; it must doubt itself before that. */
const DOUBT_AFTER = 1_500;
const BATCH = 500;

/** Whether cached pages may be sent as they are, and if not, why. */
export type Standing = 'true' | 'doubtful' | 'stale' | 'too-stale';

/** Keeps a page cache true: takes in the log, says how far it has come, and knows when it may be wrong. */
export class Follower {
  readonly #options: FollowerOptions;
  #contact: number;
  #isAway = false;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#contact = options.ticks();
  }

  /** How far cached pages can be trusted now. */
  standing(): Standing {
    const silence = this.#options.ticks() - this.#contact;
    if (this.#isAway) return silence < this.#options.staleLimit ? 'stale' : 'too-stale';
    return silence < DOUBT_AFTER ? 'true' : 'doubtful';
  }

  /** Takes in all there is and reports; calls that come meanwhile share the run that begins after them. */
  async catchUp(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      await this.#once();
    } while (this.#again);
  }

  async #once(): Promise<void> {
    const { cache, log, ticks } = this.#options;
    const began = ticks();
    try {
      for (let more = true; more; ) {
        const entries = await log.after(cache.position, BATCH);
        for (const entry of entries) cache.takeIn(entry);
        more = entries.length === BATCH;
      }
      if (!(await log.report(cache.position))) await this.#beginAnew();
    } catch (thrown) {
      this.#lost(thrown);
      return;
    }
    // The moment before the questions went out: the answers may be older than now, not older than that.
    this.#contact = began;
    if (this.#isAway) this.#options.onContact('regained');
    this.#isAway = false;
  }

  /** The log is another than the one the cache followed, so nothing held can be trusted. */
  async #beginAnew(): Promise<void> {
    const { cache, log } = this.#options;
    const head = await log.head();
    cache.clear(head);
    await log.enrol(head);
  }

  #lost(thrown: unknown): void {
    if (!isFault(thrown, 'database-away')) throw thrown;
    if (!this.#isAway) this.#options.onContact('lost', thrown);
    this.#isAway = true;
  }
}

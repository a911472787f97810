import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PreparedReading } from '@courant/desk';
import type { ReadingTask } from './reading-worker.ts';

/** Milliseconds and megabytes that reading one payload may take. */
export interface ReadingLimits {
  readonly time: number;
  readonly memory: number;
}

const LIMITS: ReadingLimits = { time: 20_000, memory: 256 };
const WORKER = new URL('./reading-worker.ts', import.meta.url);

/**
 * Where payloads are read: a worker beside the process, so that neither a hang nor a payload beyond all memory is felt
 * elsewhere. A worker that took too long or died is replaced, and its payload answered with the reason.
 */
export class ReadingRoom {
  readonly #limits: ReadingLimits;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: ReadingLimits = LIMITS) {
    this.#limits = limits;
  }

  /** Reads one payload after the other; never throws. */
  read(task: ReadingTask): Promise<PreparedReading> {
    const reading = this.#last.then(() => this.#readNow(task));
    this.#last = reading;
    return reading;
  }

  /** Ends the worker, after what it is at. */
  async close(): Promise<void> {
    await this.#last;
    await this.#end();
  }

  async #readNow(task: ReadingTask): Promise<PreparedReading> {
    this.#worker ??= new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory } });
    const worker = this.#worker;
    const ended = new AbortController();
    const late = setTimeout(() => ended.abort(), this.#limits.time);
    try {
      worker.postMessage(task);
      const [reading] = await Promise.race([
        once(worker, 'message', { signal: ended.signal }),
        once(worker, 'exit', { signal: ended.signal }).then(() => {
          throw new Error('the reader ended');
        }),
      ]);
      // What the worker sends is a PreparedReading: it is typed so where it is sent.
      return reading as PreparedReading;
    } catch (thrown) {
      await this.#end();
      return refusalOf(thrown, this.#limits);
    } finally {
      clearTimeout(late);
      ended.abort();
    }
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

function refusalOf(thrown: unknown, { time, memory }: ReadingLimits): PreparedReading {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ABORT_ERR')
    return { ok: false, why: 'too-slow', say: `reading it took longer than ${time / 1000} s` };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { ok: false, why: 'too-large', say: `reading it took more than ${memory} MB of memory` };
  const say = thrown instanceof Error ? thrown.message : String(thrown);
  return { ok: false, why: 'broken', say: `the reader failed on it: ${say.slice(0, 200)}` };
}

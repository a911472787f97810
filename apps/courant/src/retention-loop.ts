import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@courant/base';
import type { Desk, RetentionStep } from '@courant/desk';
import { RetentionPass } from '@courant/desk';

/** How much a pass deleted. */
type Deleted = Omit<RetentionStep, 'isMore'>;

/** Who is told what the loop does. */
export interface RetentionReport {
  /** Told at the end of a pass that deleted anything. */
  readonly onPass: (deleted: Deleted) => void;
  readonly onFault: (thrown: unknown) => void;
}

/** Between two passes, in ms: days need no haste. */
const REST = 10 * 60_000;
/** Between two steps, in ms: filing and readers go first. */
const BREATH = 50;

/** Deletes copy whose time is over, pass after pass, until told to stop. Any number of processes may run it. */
export class RetentionLoop {
  readonly #desk: Desk;
  readonly #report: RetentionReport;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(desk: Desk, report: RetentionReport) {
    this.#desk = desk;
    this.#report = report;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends after the step that is under way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#pass().catch((thrown: unknown) => {
        // The page cache already says when the database is away; the next pass finds what this one left.
        if (!isFault(thrown, 'database-away')) this.#report.onFault(thrown);
      });
      await this.#wait(REST);
    }
  }

  async #pass(): Promise<void> {
    const { chains, receipts, forgotten } = await clearedAway(this.#desk, this.#stop.signal);
    if (chains + receipts + forgotten > 0) this.#report.onPass({ chains, receipts, forgotten });
  }

  async #wait(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stop.signal }).catch(() => {
      // Told to stop while waiting: the loop's condition ends it.
    });
  }
}

/** Deletes everything whose time is over, with a breath between two steps; gives how much it was. */
export async function clearedAway(desk: Desk, stop?: AbortSignal): Promise<Deleted> {
  const pass = new RetentionPass(desk);
  const sum = { chains: 0, receipts: 0, forgotten: 0 };
  for (let isMore = true; isMore && !stop?.aborted; await sleep(BREATH)) {
    const step = await pass.step();
    sum.chains += step.chains;
    sum.receipts += step.receipts;
    sum.forgotten += step.forgotten;
    isMore = step.isMore;
  }
  return sum;
}

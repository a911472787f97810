import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@courant/base';
import type { Desk, Settled } from '@courant/desk';
import { closeDuePackage, dueSchedules, publishDue, rankMostRead } from '@courant/desk';

/** Who is told what the loop does. */
export interface ScheduleReport {
  readonly onSettled: (settled: Settled) => void;
  readonly onFault: (thrown: unknown) => void;
}

/** A schedule is at most this late, in ms, and then what its publication takes. */
const BEAT = 400;
/** What is read most is ranked anew every five minutes. */
const RANKING_BEATS = 750;

/** Publishes and closes what is due and ranks what is read, over and over, until told to stop. Any number of processes may run it. */
export class ScheduleLoop {
  readonly #desk: Desk;
  readonly #report: ScheduleReport;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(desk: Desk, report: ScheduleReport) {
    this.#desk = desk;
    this.#report = report;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let beat = 0; !this.#stop.signal.aborted; beat++) {
      await this.#publishAllDue();
      await this.#closeAllDue();
      if (beat % RANKING_BEATS === 0)
        await rankMostRead(this.#desk).catch((thrown: unknown) => this.#fault(thrown));
      await sleep(BEAT, undefined, { signal: this.#stop.signal }).catch(() => {
        // Told to stop while waiting: the loop's condition ends it.
      });
    }
  }

  async #publishAllDue(): Promise<void> {
    const due = await dueSchedules(this.#desk).catch((thrown: unknown) => this.#fault(thrown));
    for (const id of due ?? []) {
      const settled = await publishDue(this.#desk, id).catch((thrown: unknown) => this.#fault(thrown));
      if (settled) this.#report.onSettled(settled);
    }
  }

  async #closeAllDue(): Promise<void> {
    const next = () => closeDuePackage(this.#desk).catch((thrown: unknown) => this.#fault(thrown));
    for (let closed = await next(); closed !== undefined; closed = await next()) {
      // Each is closed in a transaction of its own, until none is due.
    }
  }

  #fault(thrown: unknown): undefined {
    // The page cache already says when the database is away; the loop just tries again.
    if (!isFault(thrown, 'database-away')) this.#report.onFault(thrown);
    return undefined;
  }
}

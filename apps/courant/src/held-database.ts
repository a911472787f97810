import { setTimeout as sleep } from 'node:timers/promises';
import type { Hold, HoldOptions } from './hold.ts';
import { letGo, PAPER_DATABASE, takeHold, tryHold } from './hold.ts';
import { isPostmaster } from './server-process.ts';

/** The paper's database, as long as one command needs it. */
export interface OpenDatabase {
  /** For `pg`; the same after a restart. */
  readonly url: string;
  /** Lets a second owner be told where the paper is read, as `http://127.0.0.1:4000`; at most 40 bytes are kept. */
  announce(address: string): Promise<void>;
  /** Calls back each time our own PostgreSQL has died under us; never for an outside one. */
  onDeath(tell: () => void): void;
  /** Starts PostgreSQL again after its death, or joins it where another command was quicker. Faults as at opening. */
  restart(): Promise<void>;
  /** Lets go; the last to do so stops PostgreSQL. To be called after the pools are closed. */
  close(): Promise<void>;
}

/** A hold on our own PostgreSQL that is taken again when only its connection broke, and told of when all did. */
export class HeldDatabase implements OpenDatabase {
  readonly url: string;
  readonly #options: HoldOptions;
  readonly #listeners: (() => void)[] = [];
  #hold: Hold | undefined;
  /** What is under way with the hold; one at a time. */
  #work: Promise<void> = Promise.resolve();
  #isClosed = false;
  #address: string | undefined;

  constructor(options: HoldOptions, hold: Hold) {
    this.url = hold.postgres.url(PAPER_DATABASE);
    this.#options = options;
    this.#keep(hold);
  }

  async announce(address: string): Promise<void> {
    this.#address = address;
    const name = `${this.#options.role} ${process.pid} ${address}`;
    await this.#hold?.client.query(`select set_config('application_name', $1, false)`, [name]);
  }

  onDeath(tell: () => void): void {
    this.#listeners.push(tell);
  }

  async restart(): Promise<void> {
    await this.#next(async () => {
      if (this.#hold || this.#isClosed) return;
      this.#keep(await takeHold(this.#options));
      await this.#announceAgain();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#next(async () => {
      const hold = this.#hold;
      this.#hold = undefined;
      if (!hold) return;
      await letGo(hold).catch((thrown: unknown) => {
        // It died just now: there is nothing left to let go of.
        if (isPostmaster(hold.postgres.pid, hold.postgres.home.name)) throw thrown;
      });
    });
  }

  /** Does one thing after the other, whatever became of the one before: its own caller was told. */
  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  #keep(hold: Hold): void {
    this.#hold = hold;
    hold.client.once('end', () => void this.#next(() => this.#mend(hold)));
  }

  /** The connection ended: if PostgreSQL lives on, only it was cut (by a crash of one backend, or by hand). */
  async #mend(broken: Hold): Promise<void> {
    if (this.#hold !== broken) return;
    this.#hold = undefined;
    const { pid, home } = broken.postgres;
    for (let mayTry = true; mayTry && isPostmaster(pid, home.name); await sleep(50)) {
      const again = await tryHold(broken.postgres, this.#options.role).catch(() => {
        // The refusal is told to whoever restarts.
        mayTry = false;
      });
      if (again) {
        this.#keep(again);
        return this.#announceAgain();
      }
    }
    if (!this.#isClosed) for (const tell of this.#listeners) tell();
  }

  async #announceAgain(): Promise<void> {
    // If the connection broke once more, it will be announced after the next mending.
    if (this.#address !== undefined) await this.announce(this.#address).catch(() => undefined);
  }
}

import { isFault } from '@courant/base';
import type { Desk, InboxWork, Round } from '@courant/desk';
import { InboxRounds } from '@courant/desk';
import { Bell, Turn } from '@courant/store';
import { ReadingRoom } from './reading-room.ts';

/** What the loop works with, and who is told what it does. */
export interface InboxOptions {
  readonly desk: Desk;
  readonly databaseUrl: string;
  readonly judge?: InboxWork['judge'];
  readonly onRound?: (round: Round) => void;
  readonly onFault: (thrown: unknown) => void;
}

/** Of all processes one reads the inbox: the number it is held by. */
const READING = 5_521_013;
/** Receipts and bytes taken in hand at once. */
const MOST = { receipts: 64, bytes: 8 * 1024 * 1024 };
/** How often the inbox is looked into when nobody rings, in ms. */
const BEAT = 1_000;

/** Reads and files what arrives, one process at a time, until told to stop. */
export class InboxLoop {
  readonly #options: InboxOptions;
  readonly #room = new ReadingRoom();
  readonly #bell: Bell;
  readonly #turn: Turn;
  readonly #rounds: InboxRounds;
  #running: Promise<void> | undefined;
  #isStopped = false;
  #wake: (() => void) | undefined;
  #isRung = false;

  constructor(options: InboxOptions) {
    this.#options = options;
    this.#bell = new Bell({ url: options.databaseUrl, channel: 'wire_inbox', wake: () => this.#ring() });
    this.#turn = new Turn(options.databaseUrl, READING);
    this.#rounds = new InboxRounds(options.desk, {
      read: (unread) => this.#room.read(unread),
      ...(options.judge ? { judge: options.judge } : {}),
      most: MOST,
    });
  }

  async start(): Promise<void> {
    await this.#bell.start();
    this.#running = this.#run();
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#ring();
    await this.#running;
    await this.#bell.stop();
    await this.#turn.end();
    await this.#room.close();
  }

  #ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      this.#isRung = false;
      const isMore = await this.#round().catch((thrown: unknown) => this.#fault(thrown));
      if (!isMore && !this.#isRung) await this.#rest();
    }
  }

  /** Gives whether there may be more. */
  async #round(): Promise<boolean> {
    if (!(await this.#turn.isMine())) return false;
    const round = await this.#rounds.round();
    if (round.receipts > 0) this.#options.onRound?.(round);
    return round.receipts > 0;
  }

  async #rest(): Promise<void> {
    await new Promise<void>((resolve) => {
      const beat = setTimeout(resolve, BEAT);
      this.#wake = () => {
        clearTimeout(beat);
        resolve();
      };
    });
    this.#wake = undefined;
  }

  #fault(thrown: unknown): false {
    // The page cache already says when the database is away; the loop just tries again.
    if (!isFault(thrown, 'database-away')) this.#options.onFault(thrown);
    return false;
  }
}

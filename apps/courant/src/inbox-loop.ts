import { isFault } from '@courant/base';
import type { Desk, DoneTodo, LoadedOrders, Round } from '@courant/desk';
import { doNextTodo, forgetPrints, InboxRounds, judge, PresetSettling, standingOrders } from '@courant/desk';
import { Bell, Turn } from '@courant/store';
import { ReadingRoom } from './reading-room.ts';

/** What the loop works with, and who is told what it does. */
export interface InboxOptions {
  readonly desk: Desk;
  readonly databaseUrl: string;
  /** BCP 47, of stories that rules make of items which do not say theirs. */
  readonly language: () => Promise<string>;
  readonly onRound?: (round: Round) => void;
  readonly onTodo?: (done: DoneTodo) => void;
  /** Told of rules and presets that cannot be read. */
  readonly onFaults?: (faults: readonly string[]) => void;
  readonly onFault: (thrown: unknown) => void;
}

/** Of all processes one reads the inbox: the number it is held by. */
const READING = 5_521_013;
/** Receipts and bytes taken in hand at once. */
const MOST = { receipts: 128, bytes: 8 * 1024 * 1024 };
/** What rules asked for is done so often between two rounds: a flood of copy must not keep it waiting. */
const MOST_TODOS = 20;
/** Prints are dropped when nothing is to be done, and after so many rounds of a flood. */
const FORGETTING = 500;
/** How often the inbox is looked into when nobody rings, in ms. */
const BEAT = 1_000;

const NO_ORDERS: LoadedOrders = { version: -1, rules: [], presets: [], stale: [], faults: [] };

/**
 * Reads and files what arrives, does what rules asked for, and settles anew who belongs to a preset that was changed;
 * one process at a time, until told to stop.
 */
export class InboxLoop {
  readonly #options: InboxOptions;
  readonly #room = new ReadingRoom();
  readonly #bell: Bell;
  readonly #turn: Turn;
  readonly #rounds: InboxRounds;
  readonly #settling: PresetSettling;
  #orders = NO_ORDERS;
  #running: Promise<void> | undefined;
  #isStopped = false;
  #wake: (() => void) | undefined;
  #isRung = false;
  #busy = 0;

  constructor(options: InboxOptions) {
    this.#options = options;
    this.#bell = new Bell({ url: options.databaseUrl, channel: 'wire_inbox', wake: () => this.#ring() });
    this.#turn = new Turn(options.databaseUrl, READING);
    this.#rounds = new InboxRounds(options.desk, {
      read: (unread) => this.#room.read(unread),
      judge: (item, { at, ...of }) => judge(this.#orders, { ...of, item }, at),
      most: MOST,
    });
    this.#settling = new PresetSettling(options.desk);
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
    await this.#refresh();
    const round = await this.#rounds.round();
    if (round.receipts > 0) this.#options.onRound?.(round);
    const isDoing = await this.#doTodos();
    const isBusy = round.receipts > 0 || isDoing || (await this.#settling.step(this.#orders));
    this.#busy = isBusy ? this.#busy + 1 : 0;
    if (isBusy && this.#busy % FORGETTING !== 0) return true;
    return (await forgetPrints(this.#options.desk)) || isBusy;
  }

  /** Orders that were changed hold for what is filed from now on. */
  async #refresh(): Promise<void> {
    const { desk, onFaults } = this.#options;
    const version = await desk.archive.within(({ orders }) => orders.version());
    if (version === this.#orders.version) return;
    this.#orders = await standingOrders(desk);
    if (this.#orders.faults.length > 0) onFaults?.(this.#orders.faults);
  }

  /** Gives whether there may be more to do. */
  async #doTodos(): Promise<boolean> {
    const { desk, onTodo, language } = this.#options;
    for (let n = 0; n < MOST_TODOS; n++) {
      const done = await doNextTodo(desk, language);
      if (!done) return false;
      onTodo?.(done);
    }
    return true;
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

import { setTimeout as sleep } from 'node:timers/promises';
import { isFault, later, messageOf, millis } from '@courant/base';
import type { Carrier, Visit, VisitOrder } from '@courant/carriers';
import type { Channel, Desk, VisitEnd } from '@courant/desk';
import { EDITOR_IN_CHIEF, receiveParcel, settleVisit } from '@courant/desk';
import type { VisitOutcome } from '@courant/wire';
import { isSilent } from '@courant/wire';

/** What the loop works with, and who is told what it does. */
export interface ChannelLoopOptions {
  readonly desk: Desk;
  readonly carrierOf: (channel: Channel) => Promise<Carrier>;
  readonly onVisit: (channel: Channel, end: VisitEnd) => void;
  /** Told when nothing came by a channel for longer than its settings allow, and when something does again. */
  readonly onSilence: (key: string, isSilent: boolean) => void;
  readonly onFault: (thrown: unknown) => void;
}

/** How often is looked what is due, in ms. */
const BEAT = 500;
/** How often is looked whether a channel is silent, in ms. */
const LISTENED = 60_000;
/** Visits at one time. */
const MOST_VISITS = 8;
/** A visit is held for so long at a time, and ended after so long, in ms. */
const HELD = 30_000;
const LONGEST = 10 * 60_000;

/** Goes where copy is and brings it, over and over, until told to stop. Any number of processes may run it. */
export class ChannelLoop {
  readonly #options: ChannelLoopOptions;
  readonly #stop = new AbortController();
  readonly #visits = new Set<Promise<void>>();
  readonly #silent = new Set<string>();
  #listened = 0;
  #running: Promise<void> | undefined;

  constructor(options: ChannelLoopOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends visits that are under way; what they brought is kept. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await Promise.all(this.#visits);
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const isTaken = await this.#takeOne().catch((thrown: unknown) => this.#fault(thrown));
      if (isTaken) continue;
      await this.#listen().catch((thrown: unknown) => this.#fault(thrown));
      await sleep(BEAT, undefined, { signal: this.#stop.signal }).catch(() => {
        // Told to stop while waiting: the loop's condition ends it.
      });
    }
  }

  async #takeOne(): Promise<boolean> {
    if (this.#visits.size >= MOST_VISITS) return false;
    const { desk } = this.#options;
    const now = desk.clock.now();
    const channel = await desk.archive.within((books) => books.channels.takeDue(now, later(now, HELD)));
    if (!channel) return false;
    const visit = visitChannel(this.#options, channel, this.#stop.signal)
      .catch((thrown: unknown) => void this.#fault(thrown))
      .finally(() => this.#visits.delete(visit));
    this.#visits.add(visit);
    return true;
  }

  async #listen(): Promise<void> {
    const { desk, onSilence } = this.#options;
    const now = desk.clock.now();
    if (millis(now) - this.#listened < LISTENED) return;
    this.#listened = millis(now);
    const channels = await desk.archive.within((books) => books.channels.all());
    for (const { key, settings, health } of channels) {
      const isNow = settings.silence !== undefined && isSilent(health, settings.silence, now);
      if (isNow === this.#silent.has(key)) continue;
      if (isNow) this.#silent.add(key);
      else this.#silent.delete(key);
      onSilence(key, isNow);
    }
  }

  #fault(thrown: unknown): false {
    // The page cache already says when the database is away; the loop just tries again.
    if (!isFault(thrown, 'database-away')) this.#options.onFault(thrown);
    return false;
  }
}

/** Visits one channel and settles how it does; throws only what the database says. */
export async function visitChannel(
  { desk, carrierOf, onVisit }: Omit<ChannelLoopOptions, 'onFault' | 'onSilence'>,
  channel: Channel,
  stop: AbortSignal,
): Promise<void> {
  const { key } = channel;
  const holding = setInterval(() => {
    const until = later(desk.clock.now(), HELD);
    // What cannot be held for a moment is held again at the next beat; at worst it is visited twice.
    void desk.archive.within((books) => books.channels.hold(key, until)).catch(() => undefined);
  }, HELD / 3);
  try {
    const carrier = await carrierOf(channel);
    const visit = await carrier.visit(orderFor(desk, channel, stop));
    await desk.archive.within((books) => books.channels.remember(key, visit.memory));
    await ended({ desk, onVisit }, channel, { ok: true, value: outcomeOf(visit) });
  } catch (thrown) {
    if (isFault(thrown, 'database-away')) throw thrown;
    if (stop.aborted)
      return void (await desk.archive.within((books) =>
        books.channels.settle(key, channel.health, desk.clock.now()),
      ));
    await ended({ desk, onVisit }, channel, { ok: false, reason: reasonOf(thrown) });
  } finally {
    clearInterval(holding);
  }
}

/** What a carrier is told, and where it hands over what it brings. */
function orderFor(desk: Desk, { key, supplier, memory }: Channel, stop: AbortSignal): VisitOrder {
  const actor = { name: `channel:${key}`, may: EDITOR_IN_CHIEF };
  const from = supplier === undefined ? {} : { supplier };
  return {
    memory,
    remember: (known) => desk.archive.within((books) => books.channels.remember(key, known)),
    receive: async (parcel) => {
      await receiveParcel(desk, { ...parcel, ...from, actor, channel: key });
    },
    signal: AbortSignal.any([stop, AbortSignal.timeout(LONGEST)]),
  };
}

function outcomeOf({ brought, refused, rest, more }: Visit): VisitOutcome {
  return {
    brought,
    ...(refused ? { refused } : {}),
    ...(rest === undefined ? {} : { rest }),
    ...(more === undefined ? {} : { more }),
  };
}

async function ended(
  { desk, onVisit }: Pick<ChannelLoopOptions, 'desk' | 'onVisit'>,
  channel: Channel,
  end: VisitEnd,
): Promise<void> {
  const health = await settleVisit(desk, channel.key, end);
  onVisit(health ? { ...channel, health } : channel, end);
}

function reasonOf(thrown: unknown) {
  if (!isFault(thrown)) return { code: 'broken', say: messageOf(thrown) };
  const { code, message, hint } = thrown;
  return { code, say: message, ...(hint === undefined ? {} : { hint }) };
}

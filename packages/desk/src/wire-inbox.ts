import type { Id, Instant, Result } from '@courant/base';
import { done } from '@courant/base';
import type { WireItem } from '@courant/wire';
import type { Actor } from './actor.ts';
import { allowed } from './order.ts';
import type { Books, Desk } from './ports.ts';
import { fileArrivals } from './wire.ts';
import type { Arrival, Judgement } from './wire-arrival.ts';
import { contentOf, NO_JUDGEMENT } from './wire-arrival.ts';
import type { Outcome } from './wire-filing.ts';
import { sparingGone } from './wire-gone.ts';
import { lookedUp, nearSeen } from './wire-near.ts';
import type { NearSeen } from './wire-near-ports.ts';
import type { NearPrint } from './wire-near-print.ts';
import { printOf } from './wire-near-print.ts';
import type { ReceiptOutcome, Unread, WeighedWords } from './wire-ports.ts';
import { wireWords } from './wire-words.ts';

/** A payload that came by a channel. */
export interface ParcelOrder {
  readonly actor: Actor;
  readonly channel: string;
  readonly supplier?: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
  readonly name?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Keeps a payload for good; it is read and filed by whoever reads the inbox. */
export async function receiveParcel(
  desk: Desk,
  order: ParcelOrder,
): Promise<Result<'kept' | 'known', 'not-allowed'>> {
  const right = allowed(order.actor, 'wire');
  if (!right.ok) return right;
  const { actor: _, bytes, ...parcel } = order;
  const receipt = { ...parcel, id: desk.newId(), payload: desk.sha256(bytes), received: desk.clock.now() };
  return desk.archive.within(async (books) => done(await books.inbox.receive(receipt, bytes)));
}

/** An item with what can be said of it by itself: made where it is read, so that filing has little left to do. */
export interface PreparedItem {
  readonly item: WireItem;
  readonly contentHash: string;
  readonly words: WeighedWords;
  readonly print?: NearPrint;
}

/** Prepares an item for filing. */
export function prepared(item: WireItem, sha256: Desk['sha256']): PreparedItem {
  const kept = storable(item);
  const print = printOf(kept);
  const said = { item: kept, contentHash: sha256(contentOf(kept)), words: wireWords(kept) };
  return print ? { ...said, print } : said;
}

/** Half characters and the character of no meaning, which a database has no place for, as JSON writes them. */
const UNSTORABLE = /(?<=(?:^|[^\\])(?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi;

function storable(item: WireItem): WireItem {
  const text = JSON.stringify(item);
  if (!text.includes('\\u')) return item;
  const clean = text.replace(UNSTORABLE, '\\ufffd');
  return clean === text ? item : (JSON.parse(clean) as WireItem);
}

/** How a payload was read. */
export type PreparedReading =
  | { readonly ok: true; readonly items: readonly PreparedItem[] }
  | { readonly ok: false; readonly why: string; readonly say: string };

/** What filing from the inbox works with. */
export interface InboxWork {
  /** Reads a payload; never throws. */
  readonly read: (unread: Unread) => Promise<PreparedReading>;
  /** What rules and presets say of an item. */
  readonly judge?: (
    item: WireItem,
    of: { supplier: string; channel: string; at: Instant; near?: NearSeen },
  ) => Judgement;
  readonly most: { readonly receipts: number; readonly bytes: number };
}

interface ReadReceipt {
  readonly one: Unread;
  readonly reading: PreparedReading;
}

/** What one round did. */
export interface Round {
  /** Receipts taken in hand; none: the inbox is empty. */
  readonly receipts: number;
  readonly quarantined: number;
  readonly outcomes: readonly Outcome[];
}

/** Times a receipt is begun: one that ended the program every time is then set apart. */
const MOST_ATTEMPTS = 10;
const POISON = {
  ok: false,
  why: 'ends-the-reader',
  say: `the program ended ${MOST_ATTEMPTS} times while it was read: it was set apart and not read again`,
} as const;

/**
 * Reads and files the inbox, a round at a time. Every receipt is settled in the transaction that files its items, so
 * that one is filed whole or waits; what cannot be read or filed is set apart with the reason. While one round is
 * filed the next is read.
 */
export class InboxRounds {
  readonly #desk: Desk;
  readonly #work: InboxWork;
  #ahead: Promise<readonly ReadReceipt[]> | undefined;

  constructor(desk: Desk, work: InboxWork) {
    this.#desk = desk;
    this.#work = work;
  }

  /** Files what came first of what was not filed. Throws what the database says; nothing is lost by it. */
  async round(): Promise<Round> {
    const ahead = this.#ahead ?? this.#read([]);
    // One that failed is not waited for again.
    this.#ahead = undefined;
    const readings = await ahead;
    if (readings.length === 0) return { receipts: 0, quarantined: 0, outcomes: [] };
    const inHand = readings.map(({ one }) => one.id);
    if (readings.length > 1) this.#ahead = this.#read(inHand);
    // Whoever asks for the next round is told; until then nobody listens.
    this.#ahead?.catch(() => undefined);
    return await this.#file(readings);
  }

  async #read(except: readonly Id[]): Promise<readonly ReadReceipt[]> {
    const most = { ...this.#work.most, except };
    const unread = await this.#desk.archive.within((books) => books.inbox.take(most));
    return Promise.all(
      unread.map(async (one) => {
        const reading = one.attempts > MOST_ATTEMPTS ? POISON : await this.#work.read(one);
        return { one, reading };
      }),
    );
  }

  async #file(readings: readonly ReadReceipt[]): Promise<Round> {
    const outcomes = await fileReadings(this.#desk, this.#work, readings).catch((thrown: unknown) => {
      if (isAway(thrown)) throw thrown;
      return undefined;
    });
    if (!outcomes) return oneByOne(this.#desk, this.#work, readings);
    const quarantined = readings.filter(({ reading }) => !reading.ok).length;
    return { receipts: readings.length, quarantined, outcomes };
  }
}

/** Reads and files everything that waits; gives what became of each item. */
export async function fileInbox(desk: Desk, work: InboxWork): Promise<Round> {
  const rounds = new InboxRounds(desk, work);
  let sum: Round = { receipts: 0, quarantined: 0, outcomes: [] };
  for (let round = await rounds.round(); round.receipts > 0; round = await rounds.round()) {
    sum = {
      receipts: sum.receipts + round.receipts,
      quarantined: sum.quarantined + round.quarantined,
      outcomes: [...sum.outcomes, ...round.outcomes],
    };
  }
  return sum;
}

/** Something of a batch could not be filed: the rest must not wait for it. */
async function oneByOne(desk: Desk, work: InboxWork, readings: readonly ReadReceipt[]): Promise<Round> {
  let quarantined = 0;
  const outcomes: Outcome[] = [];
  for (const { one, reading } of readings) {
    const filed = await fileReadings(desk, work, [{ one, reading }]).catch((thrown: unknown) => {
      if (isAway(thrown)) throw thrown;
      return { say: thrown instanceof Error ? thrown.message.slice(0, 300) : 'no reason was given' };
    });
    if (!('say' in filed)) {
      outcomes.push(...filed);
      if (!reading.ok) quarantined++;
      continue;
    }
    quarantined++;
    const outcome = {
      state: 'quarantined',
      why: 'not-filed',
      say: `it could not be filed: ${filed.say}`,
    } as const;
    await desk.archive.within((books) => books.inbox.settle([{ id: one.id, outcome }], desk.clock.now()));
  }
  return { receipts: readings.length, quarantined, outcomes };
}

function isAway(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'database-away';
}

async function fileReadings(
  desk: Desk,
  work: InboxWork,
  readings: readonly ReadReceipt[],
): Promise<readonly Outcome[]> {
  return desk.archive.within(async (books) => {
    const arrived = readings.flatMap((read) => arrivedOf(desk, read));
    const file = (staying: readonly Unjudged[]) => judgedAndFiled({ desk, books, work }, staying);
    const outcomes = arrived.length === 0 ? [] : await sparingGone({ desk, books }, arrived, file);
    await settleAll(desk, books, readings);
    return outcomes;
  });
}

async function settleAll(desk: Desk, books: Books, readings: readonly ReadReceipt[]): Promise<void> {
  const settled = readings.map(({ one, reading }) => {
    const outcome: ReceiptOutcome = reading.ok
      ? { state: 'read', items: reading.items.length }
      : { state: 'quarantined', why: reading.why, say: reading.say };
    return { id: one.id, outcome };
  });
  await books.inbox.settle(settled, desk.clock.now());
}

/** An arrival that rules have not seen. */
type Unjudged = Omit<Arrival, 'judged'> & { readonly channel: string };

function arrivedOf(desk: Desk, { one, reading }: ReadReceipt): readonly Unjudged[] {
  if (!reading.ok) return [];
  const { payload, received, channel } = one;
  return reading.items.map((item, part) => {
    const supplier = one.supplier ?? item.item.supplier ?? channel;
    return { ...item, id: desk.newId() satisfies Id, supplier, payload, part, received, channel };
  });
}

async function judgedAndFiled(
  { desk, books, work }: { readonly desk: Desk; readonly books: Books; readonly work: InboxWork },
  arrived: readonly Unjudged[],
): Promise<readonly Outcome[]> {
  const onFile = await lookedUp(books, arrived);
  const seen = work.judge ? await nearSeen(books, arrived, onFile) : [];
  const arrivals = arrived.map((one, at) => {
    const { item, supplier, channel, received } = one;
    const near = seen[at] ? { near: seen[at] } : {};
    const judged = work.judge?.(item, { supplier, channel, at: received, ...near }) ?? NO_JUDGEMENT;
    return { ...one, judged };
  });
  return fileArrivals(desk, books, { arrivals, onFile });
}

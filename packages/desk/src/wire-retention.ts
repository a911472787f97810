import type { Instant } from '@courant/base';
import { later } from '@courant/base';
import type { Books, Desk } from './ports.ts';
import type { Cleared, OldPlace, Supplier } from './supplier-ports.ts';

/** Chains or receipts looked at in one step: filing waits for no longer. */
const STEP = 200;
const DAY = 24 * 60 * 60 * 1000;
/** What was deleted is known by its marks until it was not sent again for so long; no sender repeats older copy. */
const KNOWN = 2 * 365 * DAY;

/** What a step did. */
export interface RetentionStep {
  /** Whether the pass goes on. */
  readonly isMore: boolean;
  readonly chains: number;
  readonly receipts: number;
  readonly forgotten: number;
}

const NOTHING = { chains: 0, receipts: 0, forgotten: 0 } as const;

interface Walk {
  readonly of: 'chains' | 'receipts';
  readonly supplier: string;
  readonly before: Instant;
  readonly after?: OldPlace;
}

/**
 * One pass through what is older than its supplier's copy is kept, the oldest first, a step at a time, so that filing goes
 * on meanwhile. Any number of processes may do so at once, and one may end in the middle: the next pass finds the rest.
 */
export class RetentionPass {
  readonly #desk: Desk;
  #walks: Walk[] | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Does the next step; one that failed is done again. */
  async step(): Promise<RetentionStep> {
    const { archive, clock } = this.#desk;
    const now = clock.now();
    this.#walks ??= (await archive.within(({ suppliers }) => suppliers.all())).flatMap((supplier) =>
      walksOf(supplier, now),
    );
    const [walk, ...rest] = this.#walks;
    if (!walk) {
      const forgotten = await archive.within(({ retention }) => retention.forget(later(now, -KNOWN), STEP));
      return { ...NOTHING, forgotten, isMore: forgotten === STEP };
    }
    const { at, deleted } = await archive.within((books) => clear(books, walk, now));
    this.#walks = at ? [{ ...walk, after: at }, ...rest] : rest;
    return { ...NOTHING, [walk.of]: deleted, isMore: true };
  }
}

function walksOf({ key, keepDays }: Supplier, now: Instant): readonly Walk[] {
  if (keepDays === undefined) return [];
  const before = later(now, -keepDays * DAY);
  return [
    { of: 'chains', supplier: key, before },
    { of: 'receipts', supplier: key, before },
  ];
}

async function clear(books: Books, { of, ...walk }: Walk, now: Instant): Promise<Cleared> {
  await books.wire.holdFiling();
  const part = { ...walk, most: STEP };
  return of === 'chains' ? books.retention.clearChains(part, now) : books.retention.clearReceipts(part);
}

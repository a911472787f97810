import type { LogReader } from './ports.ts';

/** Whether an entry is live everywhere, and if not, where not yet. */
export interface Delivery {
  readonly seq: number;
  /** Names of the page caches that had not come past the entry when the wait ended. */
  readonly behind: readonly string[];
}

/** How long an act waits for the page caches, in ms. */
const PATIENCE = 2_000;
const FIRST_STEP = 2;
const LONGEST_STEP = 25;

/** Waits until every live page cache is past an entry, 2 s at the most. */
export async function delivered(
  log: Pick<LogReader, 'behind'>,
  seq: number,
  pause: (ms: number) => Promise<void>,
): Promise<Delivery> {
  let step = FIRST_STEP;
  for (let waited = 0; ; waited += step, step = Math.min(step * 2, LONGEST_STEP)) {
    const behind = await log.behind(seq);
    if (behind.length === 0 || waited >= PATIENCE) return { seq, behind };
    await pause(step);
  }
}

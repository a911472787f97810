import type { Design } from './design.ts';
import type { StoryEntry } from './page-entry.ts';
import type { PageRoom, SectionTask } from './section-task.ts';

/** Which page of its section each entry stands on, and what that is worth by its areas alone. */
export interface Share {
  readonly share: readonly number[];
  readonly cost: number;
}

/** Beginnings from which shares are bettered step by step, and steps from each. */
const STARTS = 20;
const STEPS = 400;
/** Points: a page back for each point of priority; a part of a page over or under; items over and under. */
const BACK = 0.009;
const OFF = 40;
const OVERFULL = 60;
const EXTRA_ITEM = 25;
const TOO_FEW = 10;
const MOST = 7;
const FEWEST = 3;
const TURN_AWAY = 8;
const OTHER_SECTION = 6;

/** Shares worth trying, best first. The same task gives the same shares. */
export function sharesOf(task: SectionTask, { sheet }: Design): readonly Share[] {
  const { rooms, entries, homes } = task;
  const fixedTo = entries.map(({ key }) => homes.get(key));
  const free = fixedTo.flatMap((home, i) => (home === undefined ? [i] : []));
  const cells = rooms.map(
    ({ rows, fixed }) => sheet.columns * (rows + sheet.gap) - fixed.reduce((sum, { area }) => sum + area, 0),
  );
  const price = (share: readonly number[]) => shareCost(share, { entries, rooms, cells });
  const start = fixedTo.map((home) => home ?? 0);
  if (rooms.length === 1 || free.length === 0) return [{ share: start, cost: price(start) }];
  const next = numbersFrom(entries.length * 7 + rooms.length);
  const found = new Map<string, Share>();
  for (let i = 0; i < STARTS; i++) {
    const first = start.map((home, k) => (fixedTo[k] === undefined ? next(rooms.length) : home));
    for (const one of bettered(first, { free, pages: rooms.length, price, next }))
      found.set(one.share.join(), one);
  }
  return [...found.values()].toSorted(
    (a, b) => a.cost - b.cost || (a.share.join() < b.share.join() ? -1 : 1),
  );
}

interface Bettering {
  readonly free: readonly number[];
  readonly pages: number;
  readonly price: (share: readonly number[]) => number;
  readonly next: (below: number) => number;
}

/** Moves and exchanges entries as long as it helps; the last few steps are shares as well. */
function bettered(first: readonly number[], { free, pages, price, next }: Bettering): readonly Share[] {
  const steps: Share[] = [{ share: first, cost: price(first) }];
  for (let step = 0; step < STEPS; step++) {
    const now = steps.at(-1);
    const [one, other] = [free[next(free.length)] ?? 0, free[next(free.length)] ?? 0];
    if (!now) break;
    const share =
      next(2) === 0
        ? now.share.with(one, next(pages))
        : now.share.with(one, now.share[other] ?? 0).with(other, now.share[one] ?? 0);
    const cost = price(share);
    if (cost < now.cost) steps.push({ share, cost });
  }
  return steps.slice(-3);
}

interface Pricing {
  readonly entries: readonly StoryEntry[];
  readonly rooms: readonly PageRoom[];
  readonly cells: readonly number[];
}

function shareCost(share: readonly number[], { entries, rooms, cells }: Pricing): number {
  const pages = cells.map((room, i) => ({
    room,
    best: 0,
    least: 0,
    most: 0,
    items: rooms[i]?.fixed.length ?? 0,
  }));
  let cost = 0;
  for (const [i, entry] of entries.entries()) {
    const at = share[i] ?? 0;
    const page = pages[at];
    if (!page) continue;
    page.best += entry.area.best;
    page.least += entry.area.least;
    page.most += entry.area.most;
    page.items++;
    const isElsewhere = entry.kind === 'story' && entry.fit.story.section !== rooms[at]?.section;
    cost += at * entry.priority * BACK + (entry.kind === 'turn' ? at * TURN_AWAY : 0);
    if (isElsewhere) cost += OTHER_SECTION;
  }
  for (const { room, best, least, most, items } of pages) {
    cost += (Math.abs(best - room) / room) * OFF;
    cost += (Math.max(0, least - room) + Math.max(0, room - most)) * (OVERFULL / room);
    cost += Math.max(0, items - MOST) * EXTRA_ITEM + Math.max(0, FEWEST - items) * TOO_FEW;
  }
  return cost;
}

/** Numbers that look drawn and are the same every time (a linear congruence). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

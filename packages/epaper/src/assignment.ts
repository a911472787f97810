import { NEVER } from './copyfit.ts';
import type { Design } from './design.ts';
import type { StoryEntry } from './page-entry.ts';
import { houseEntry } from './page-entry.ts';
import type { FilledPage, PageFilling } from './page-filling.ts';
import { sharesOf } from './page-share.ts';
import type { PageRoom, SectionTask } from './section-task.ts';

/** A section's pages filled, and what had no place. */
export interface AssignedSection {
  readonly pages: readonly FilledPage[];
  readonly held: readonly StoryEntry[];
}

/** What a section is filled with. */
export interface Assigning {
  readonly design: Design;
  readonly filling: PageFilling;
  readonly isLate: () => boolean;
}

/** Shares tried on the exact solver, and points of a page at which no better one is looked for. */
const TRIED = 8;
const GOOD = 17;
/** Points of a page from which on a block of the house's own may be better. */
const POOR = 40;

/**
 * Shares a section's stories among its pages. Where no share fills every page: a block of the house's own fills, then
 * advertisements go, then the least important story is held over, and again.
 */
export function assignSection(task: SectionTask, assigning: Assigning): AssignedSection {
  let entries = task.entries;
  let { rooms } = task;
  const held: StoryEntry[] = [];
  for (;;) {
    const pages = bestPages({ ...task, rooms, entries }, assigning);
    if (pages) return { pages, held };
    const ads = rooms.flatMap(({ fixed }) => fixed);
    const last = lastOf(entries);
    if (ads.length > 0 && entries.length <= rooms.length * 3) {
      rooms = rooms.map((room) => ({ ...room, fixed: [] }));
    } else if (last) {
      held.push(last);
      entries = entries.filter((entry) => entry !== last);
    } else {
      return { pages: [], held: [...held, ...entries] };
    }
  }
}

/** The least important story that may be held over. */
export function lastOf(entries: readonly StoryEntry[]): StoryEntry | undefined {
  return entries
    .filter(({ kind }) => kind === 'story')
    .toSorted((a, b) => a.priority - b.priority || (a.key < b.key ? -1 : 1))[0];
}

function bestPages(task: SectionTask, assigning: Assigning): readonly FilledPage[] | undefined {
  let best: PricedPages | undefined;
  for (const { share, cost: proxy } of sharesOf(task, assigning.design).slice(0, TRIED)) {
    if (best && assigning.isLate()) break;
    const found = pagesOf(task, share, { ...assigning, from: proxy * 0.5, most: best?.cost ?? NEVER });
    if (!found) continue;
    best = found;
    if (found.pages.every((page) => costOf(page) < GOOD)) break;
  }
  return best?.pages;
}

interface PricedPages {
  readonly pages: readonly FilledPage[];
  readonly cost: number;
}

/** The pages of a share, from the points that it costs as such; nothing where one cannot be filled, or all cost too much. */
function pagesOf(
  { rooms, entries }: SectionTask,
  share: readonly number[],
  { from, most, ...assigning }: Assigning & { readonly from: number; readonly most: number },
): PricedPages | undefined {
  const pages: FilledPage[] = [];
  let cost = from;
  for (const [i, room] of rooms.entries()) {
    const stories = entries.filter((_, k) => share[k] === i);
    const page = cost < most ? pageOf(room, stories, assigning) : undefined;
    if (!page) return undefined;
    pages.push(page);
    cost += costOf(page);
  }
  return cost < most ? { pages, cost } : undefined;
}

function costOf({ ways }: FilledPage): number {
  return ways[0]?.cost ?? 0;
}

function pageOf(
  { rows, fixed }: PageRoom,
  stories: readonly StoryEntry[],
  { filling, design }: Assigning,
): FilledPage | undefined {
  const plain = filling.fill({ stories, fixed, rows });
  if (plain && (plain.ways[0]?.cost ?? 0) <= POOR) return plain;
  const filled = filling.fill({ stories, fixed: [...fixed, houseEntry(design)], rows });
  if (!plain || !filled) return plain ?? filled;
  return (filled.ways[0]?.cost ?? 0) < (plain.ways[0]?.cost ?? 0) ? filled : plain;
}

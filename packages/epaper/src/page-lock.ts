import { Fault } from '@courant/base';
import { LOCK_UNFIT } from './faults.ts';
import type { IssuePlan } from './issue-input.ts';

/** Pages that stay as they are, and what stands on them. */
export interface Locks {
  readonly pages: ReadonlySet<number>;
  readonly stories: ReadonlySet<string>;
  /** Whether no inside page is open, so that nothing can go on there. */
  readonly isInsideLocked: boolean;
}

/** What a plan locks. Throws `lock-unfit` where a story is locked on one of its pages alone. */
export function locksOf({ locked = [], pages: asked }: IssuePlan = {}): Locks {
  const pages = new Set(locked.map(({ number }) => number));
  const regions = locked.flatMap((page) => page.regions.map((region) => ({ region, number: page.number })));
  for (const { region, number } of regions) {
    const other = region.turnsTo ?? region.turnsFrom;
    if (other !== undefined && !pages.has(other))
      throw new Fault(LOCK_UNFIT, `A story runs over pages ${number} and ${other}: lock both or neither.`);
  }
  const stories = regions.flatMap(({ region: { story, blocks } }) => [
    ...(story === undefined ? [] : [story]),
    ...blocks.flatMap((block) =>
      block.kind === 'text' ? block.lines.flatMap(({ source }) => source?.block.split('/', 1)[0] ?? []) : [],
    ),
  ]);
  const last = asked ?? Math.max(0, ...pages);
  const inside = [...pages].filter((number) => number > 1).length;
  return { pages, stories: new Set(stories), isInsideLocked: inside > 0 && inside >= last - 1 };
}

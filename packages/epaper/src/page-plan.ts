import type { IssuePlan, IssueSection } from './issue-input.ts';

/** A section with the cells that its stories ask for. */
export interface SectionDemand extends IssueSection {
  readonly cells: number;
  /** Whether it is opinion alone: news never stands on its pages, nor it among the news. */
  readonly isOpinion?: boolean;
}

/** Pages that sections share, and by which section each is headed. */
export interface SectionPages {
  readonly sections: readonly IssueSection[];
  readonly first: number;
  /** For every page in its order the section that leads it and whose name it bears. */
  readonly heads: readonly IssueSection[];
}

/** Pages an issue has at the least and most. */
const FEWEST_PAGES = 2;
const MOST_PAGES = 24;
/** What a page costs whose stories ask for more or less room than it has, by the square of the part over or under. */
const OVER = 4;
const UNDER = 1;
/** What it costs that two sections share pages: the reader finds the end of one beside the other. */
const JOINED = 0.08;

/**
 * Shares an issue's inside pages among its sections so that each has, as nearly as whole pages allow, the room its
 * stories ask for. Sections that follow each other may share pages. The number of all pages is even, as sheets are
 * printed, unless a person asked for another.
 */
export function planPages(
  demands: readonly SectionDemand[],
  pageCells: number,
  plan: IssuePlan = {},
): readonly SectionPages[] {
  const all = sum(demands.map(({ cells }) => cells));
  const even = Math.round((all / pageCells + 1) / 2) * 2;
  const pages =
    plan.pages ??
    Math.min(MOST_PAGES, Math.max(FEWEST_PAGES, even, ...(plan.locked ?? []).map(({ number }) => number)));
  if (pages < 2) return [];
  const asking = demands.filter(({ cells }) => cells > 0);
  const told = asking.length > 0 ? asking : demands.slice(0, 1).map((one) => ({ ...one, cells: 1 }));
  let first = 2;
  return shared(told, { pages: pages - 1, asked: plan.sections }).map((group) => {
    const own = { sections: group.demands.map(named), first, heads: headsOf(group).map(named) };
    first += group.pages;
    return own;
  });
}

/** Sections that share so many pages. */
interface Group {
  readonly demands: readonly SectionDemand[];
  readonly pages: number;
}

interface Way {
  readonly cost: number;
  readonly groups: readonly Group[];
}

interface Sharing {
  readonly pages: number;
  readonly asked: IssuePlan['sections'];
}

/** The cheapest way to part sections into groups and to give each its pages, by dynamic programming over both. */
function shared(demands: readonly SectionDemand[], { pages, asked }: Sharing): readonly Group[] {
  // The number of pages may be a person's: more or less copy than fills them is shared by all.
  const page = sum(demands.map(({ cells }) => cells)) / pages;
  // By how many sections are placed, then by the pages they have.
  const ways: (Way | undefined)[][] = [[{ cost: 0, groups: [] }]];
  for (let end = 1; end <= demands.length; end++)
    ways.push(waysTo(demands.slice(0, end), ways, { page, pages, asked }));
  const last = ways[demands.length] ?? [];
  // More pages may be asked for by section than there are.
  return (last[pages] ?? last.findLast((way) => way !== undefined))?.groups ?? [{ demands, pages }];
}

/** The ways to place the first sections, from those to place fewer. */
function waysTo(
  demands: readonly SectionDemand[],
  ways: readonly (readonly (Way | undefined)[])[],
  { page, pages, asked }: Sharing & { readonly page: number },
): (Way | undefined)[] {
  const row: (Way | undefined)[] = [];
  for (const [start, before] of ways.entries()) {
    const own = demands.slice(start);
    const fixed = own.map(({ key }) => asked?.get(key)).filter((one) => one !== undefined);
    // What a person gave pages of its own shares them with none.
    const isApart = fixed.length > 0 || own.some(({ isOpinion }) => isOpinion);
    if (isApart && own.length > 1) continue;
    for (const [used, way] of before.entries())
      if (way) extend(row, way, { own, page, used, counts: fixed[0] ?? [1, pages - used] });
  }
  return row;
}

interface Extension {
  readonly own: readonly SectionDemand[];
  /** Cells of a page. */
  readonly page: number;
  readonly used: number;
  /** The number of pages, or the least and the most. */
  readonly counts: number | readonly [number, number];
}

function extend(row: (Way | undefined)[], way: Way, { own, page, used, counts }: Extension): void {
  const [least, most] = typeof counts === 'number' ? [counts, counts] : counts;
  const wanted = sum(own.map(({ cells }) => cells)) / page;
  for (let count = least; count <= most; count++) {
    const cost = way.cost + misfit(wanted, count) + (own.length - 1) * JOINED;
    const known = row[used + count];
    if (!known || cost < known.cost)
      row[used + count] = { cost, groups: [...way.groups, { demands: own, pages: count }] };
  }
}

function misfit(wanted: number, pages: number): number {
  const over = wanted / pages - 1;
  return pages * over * over * (over > 0 ? OVER : UNDER);
}

/** The section of each page of a group: as many as it asks for, by largest remainder, in the order of the sections. */
function headsOf({ demands, pages }: Group): readonly SectionDemand[] {
  const all = Math.max(sum(demands.map(({ cells }) => cells)), 1e-9);
  const parts = demands.map(({ cells }) => (cells / all) * pages);
  const counts = parts.map(Math.floor);
  const byRest = parts
    .map((part, i) => ({ i, rest: part - Math.floor(part) }))
    .toSorted((a, b) => b.rest - a.rest);
  for (const { i } of byRest.slice(0, pages - sum(counts))) counts[i] = (counts[i] ?? 0) + 1;
  return demands.flatMap((demand, i) => Array.from({ length: counts[i] ?? 0 }, () => demand));
}

function named({ key, name }: SectionDemand): IssueSection {
  return { key, name };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

import type { IssuePlan, IssueSection } from './issue-input.ts';

/** A section with the cells that its stories ask for. */
export interface SectionDemand extends IssueSection {
  readonly cells: number;
}

/** A section's pages. */
export interface SectionPages {
  /** The sections that share them; the first gives its name. */
  readonly sections: readonly IssueSection[];
  readonly first: number;
  readonly pages: number;
}

/** Pages an issue has at the least and most. */
const FEWEST_PAGES = 2;
const MOST_PAGES = 24;
/** A section that fills less of a page than this shares one with the section before it. */
const OWN_PAGE = 0.5;

/**
 * Shares an issue's inside pages among its sections by what each asks for (largest remainder). The number of all pages
 * is even, as sheets are printed, unless a person asked for another.
 */
export function planPages(
  demands: readonly SectionDemand[],
  pageCells: number,
  plan: IssuePlan = {},
): readonly SectionPages[] {
  const all = demands.reduce((sum, { cells }) => sum + cells, 0);
  const even = Math.round((all / pageCells + 1) / 2) * 2;
  const pages =
    plan.pages ??
    Math.min(MOST_PAGES, Math.max(FEWEST_PAGES, even, ...(plan.locked ?? []).map(({ number }) => number)));
  if (pages < 2) return [];
  const groups = joined(demands, pageCells, pages - 1);
  const counts = shared(groups, pages - 1, plan.sections);
  let first = 2;
  return groups.map(({ sections }, i) => {
    const own = { sections, first, pages: counts[i] ?? 1 };
    first += own.pages;
    return own;
  });
}

interface Group {
  readonly sections: readonly IssueSection[];
  readonly cells: number;
}

/** Small sections stand on the pages of those before them, and none is without a page. */
function joined(demands: readonly SectionDemand[], pageCells: number, pages: number): readonly Group[] {
  const groups: Group[] = [];
  for (const { cells, ...section } of demands) {
    const before = groups.at(-1);
    if (cells === 0) continue;
    if (before && (cells < pageCells * OWN_PAGE || before.cells < pageCells * OWN_PAGE))
      groups[groups.length - 1] = { sections: [...before.sections, section], cells: before.cells + cells };
    else groups.push({ sections: [section], cells });
  }
  const [first] = demands;
  if (groups.length === 0 && first) groups.push({ sections: [first], cells: 1 });
  while (groups.length > Math.max(1, pages)) {
    const [last, before] = [groups.pop(), groups.pop()];
    if (last && before)
      groups.push({ sections: [...before.sections, ...last.sections], cells: before.cells + last.cells });
  }
  return groups;
}

function shared(
  groups: readonly Group[],
  pages: number,
  asked: ReadonlyMap<string, number> = new Map(),
): readonly number[] {
  const fixed = groups.map(({ sections }) => asked.get(sections[0]?.key ?? ''));
  const open = groups.reduce((sum, { cells }, i) => (fixed[i] === undefined ? sum + cells : sum), 0);
  const left = pages - fixed.reduce((sum: number, one) => sum + (one ?? 0), 0);
  const parts = groups.map(({ cells }, i) => fixed[i] ?? (cells / Math.max(open, 1)) * left);
  const counts = parts.map((part) => Math.max(1, Math.floor(part)));
  const rest = (i: number) => (fixed[i] === undefined ? (parts[i] ?? 0) - (counts[i] ?? 0) : -1000);
  for (let over = pages - sum(counts); over !== 0; over += over > 0 ? -1 : 1) {
    const order = counts.map((_, i) => i).toSorted((a, b) => rest(b) - rest(a) || a - b);
    const at = over > 0 ? order[0] : order.findLast((i) => (counts[i] ?? 0) > 1);
    if (at === undefined) break;
    counts[at] = (counts[at] ?? 0) + Math.sign(over);
  }
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

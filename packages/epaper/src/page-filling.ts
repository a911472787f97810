import type { Arrangement } from './arrangement.ts';
import { arrange, dress } from './arrangement.ts';
import type { Design } from './design.ts';
import { Kept } from './kept.ts';
import type { FixedEntry, StoryEntry } from './page-entry.ts';
import type { Layout, Placed } from './page-solver.ts';
import { MOST_ITEMS, solvePage } from './page-solver.ts';

/** What stands on a page, in the order of the items its layouts number. */
export interface PageContent {
  readonly stories: readonly StoryEntry[];
  readonly fixed: readonly FixedEntry[];
  /** Rows that stories fill. */
  readonly rows: number;
}

/** A page's layout, settled. */
export interface PageWay {
  readonly cost: number;
  readonly placed: readonly Placed[];
  readonly arrangement: Arrangement;
}

/** The ways to fill a page, best first. */
export interface FilledPage extends PageContent {
  readonly ways: readonly PageWay[];
}

/** Fillings that are kept at the most; an issue tries a hundred. */
const PAGES = 1000;
/** Layouts of a page that are judged for how they look, and kept. */
const JUDGED = 200;
const KEPT = 8;

/** Finds how pages are best filled, and remembers what it has found by what stands on them. */
export class PageFilling {
  readonly #design: Design;
  readonly #known = new Kept<string, { readonly page: FilledPage | undefined }>(PAGES);
  readonly #numbers = new WeakMap<StoryEntry, number>();
  #entries = 0;

  constructor(design: Design) {
    this.#design = design;
  }

  /** The ways to fill a page with all that is to stand on it; nothing where there is none. */
  fill(content: PageContent): FilledPage | undefined {
    const { stories, fixed } = content;
    if (stories.length + fixed.length > MOST_ITEMS) return undefined;
    const blocks = fixed.map(({ key, kind, area, advertisement }) => ({ key, kind, area, advertisement }));
    const own = stories.map((entry) => this.#numberOf(entry));
    const key = JSON.stringify([content.rows, own, blocks]);
    return this.#known.of(key, () => ({ page: this.#fillNow(content) })).page;
  }

  /** Begins another making: pages that it does not ask for are let go with the next. */
  age(): void {
    this.#known.age();
  }

  #numberOf(entry: StoryEntry): number {
    const number = this.#numbers.get(entry) ?? this.#entries++;
    this.#numbers.set(entry, number);
    return number;
  }

  #fillNow({ stories, fixed, rows }: PageContent): FilledPage | undefined {
    const { sheet } = this.#design;
    const sorted = stories.toSorted((a, b) => b.priority - a.priority || (a.key < b.key ? -1 : 1));
    const items = [...sorted, ...fixed.map(({ table }, i) => ({ table, priority: -1 - i, isFixed: true }))];
    const area = { columns: sheet.columns, rows: rows + sheet.gap };
    const ways = looked(solvePage(items, area, JUDGED), sorted)
      .map((way) => this.#dressed(way, sorted))
      .toSorted((a, b) => a.cost - b.cost);
    return ways.length > 0 ? { stories: sorted, fixed, rows, ways } : undefined;
  }

  #dressed({ cost, placed, arrangement: before }: PageWay, stories: readonly StoryEntry[]): PageWay {
    const choices = ({ item, columns, rows }: Placed) => stories[item]?.table.choices(columns, rows) ?? [];
    const { arrangement, dearer, ...settled } = dress(placed, stories, choices);
    return { ...settled, arrangement, cost: cost - before.cost + arrangement.cost + dearer };
  }
}

/** The best of some layouts by what they cost and how they look, of layouts that come cheapest first. */
function looked(layouts: readonly Layout[], stories: readonly StoryEntry[]): readonly PageWay[] {
  let best: readonly PageWay[] = [];
  for (const { cost, placed } of layouts) {
    // Looks only add to what a layout costs: none that follows can be among the best.
    if (best.length === KEPT && cost >= (best.at(-1)?.cost ?? 0)) break;
    const arrangement = arrange(placed, stories);
    const way = { cost: cost + arrangement.cost, placed, arrangement };
    best = [...best, way].toSorted((a, b) => a.cost - b.cost).slice(0, KEPT);
  }
  return best;
}

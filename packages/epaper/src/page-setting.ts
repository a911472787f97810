import { topOf } from './furniture-line.ts';
import type { IssueInput } from './issue-input.ts';
import type { StoryEntry } from './page-entry.ts';
import type { FilledPage, PageWay } from './page-filling.ts';
import type { SetStory } from './typeset.ts';
import { setStory } from './typeset.ts';
import { widowsOf } from './widow.ts';

/** Where stories of a page are continued, and where its turns come from. */
export interface Jumps {
  readonly onPage: (story: string) => number;
  readonly fromPage: number;
}

/** A page with its stories set. */
export interface SetPage {
  readonly filled: FilledPage;
  readonly way: PageWay;
  /** By place in the way; nothing for what is fixed. */
  readonly set: readonly (SetStory | undefined)[];
}

/** Ways of a page that are set, and points for a widow and a line lost in them. */
const SET = 5;
const WIDOW = 5;
const LOST = 0.15;

/** Pages in the best of their ways, by their filling: which stands as long as design, words and stories are the same. */
const settled = new WeakMap<FilledPage, SetPage>();

/**
 * Sets a page in the best of its ways; nothing where no way can be set. A page that was settled stays so as long as its
 * filling stands, unless time was over when it was.
 */
export function settle(filled: FilledPage, input: IssueInput, isFront: boolean): SetPage | undefined {
  const known = settled.get(filled);
  if (known) return known;
  const best = settledBest(filled, { input, isFront });
  if (best && !input.isLate()) settled.set(filled, best);
  return best;
}

function settledBest(
  filled: FilledPage,
  { input, isFront }: Pick<PageSetting, 'input' | 'isFront'>,
): SetPage | undefined {
  let best: (SetPage & { readonly cost: number }) | undefined;
  let tried = 0;
  for (const way of filled.ways) {
    if (best && (tried >= SET || way.cost >= best.cost || input.isLate())) break;
    const page = setPage({ filled, way }, { input, isFront });
    if (!page) continue;
    tried++;
    const wrong = page.set.reduce(
      (sum, one) => sum + (one ? widowsOf(one.blocks).widows * WIDOW + one.lost * LOST : 0),
      0,
    );
    if (!best || way.cost + wrong < best.cost) best = { ...page, cost: way.cost + wrong };
  }
  return best;
}

/** What a page is set with. */
export interface PageSetting {
  readonly input: IssueInput;
  readonly isFront: boolean;
  readonly jumps?: Jumps;
}

/** Sets a page in one way; nothing where a story cannot be. */
export function setPage(
  { filled, way }: Pick<SetPage, 'filled' | 'way'>,
  { input, isFront, jumps }: PageSetting,
): SetPage | undefined {
  const { design, direction, words } = input;
  const setting = { design, direction, words, top: topOf(design, isFront) };
  const set: (SetStory | undefined)[] = [];
  for (const [i, placed] of way.placed.entries()) {
    const entry: StoryEntry | undefined = filled.stories[placed.item];
    if (!entry || !placed.shape) {
      set.push(undefined);
      continue;
    }
    const pictureFirst = way.arrangement.pictureFirst[i] ?? false;
    const turn = entry.kind === 'turn' ? { fromPage: jumps?.fromPage ?? 1 } : {};
    const jump = placed.shape.isJumped ? { onPage: jumps?.onPage(entry.fit.story.id) ?? 2 } : {};
    const one = setStory(
      { placed, shape: placed.shape, fit: entry.fit, role: entry.role, pictureFirst, ...turn, ...jump },
      setting,
    );
    if (!one) return undefined;
    set.push(one);
  }
  return { filled, way, set };
}

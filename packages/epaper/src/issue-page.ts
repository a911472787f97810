import type { FixedParts } from './fixed-block.ts';
import { fixedBlocks } from './fixed-block.ts';
import { hairlines, masthead, pageHead } from './furniture.ts';
import { topOf } from './furniture-line.ts';
import type { IssueInput, MadePage } from './issue-input.ts';
import type { StoryEntry } from './page-entry.ts';
import type { Region } from './page-model.ts';
import type { Jumps, SetPage } from './page-setting.ts';
import type { Placed } from './page-solver.ts';
import { round } from './ruler.ts';
import type { SetStory } from './typeset.ts';

/** What a page is composed with. */
export interface Composing {
  readonly input: IssueInput;
  readonly number: number;
  readonly section: string;
  readonly parts: Omit<FixedParts, 'page'>;
  readonly jumps: Jumps;
}

/** Regions of furniture that come before the stories in reading. */
const BEFORE = 10;

/** Puts a page together: its furniture, its stories as they are set, and what is fixed. */
export function composePage(page: SetPage, composing: Composing): MadePage {
  const { input, number, section, parts } = composing;
  const isFront = number === 1;
  const { placed, arrangement } = page.way;
  const regions = placed.map((one, i) => {
    const entry = page.filled.stories[one.item];
    const set = page.set[i];
    if (entry && set) return storyRegion(entry, set, { one, order: BEFORE + i, jumps: composing.jumps });
    return fixedRegion(page, one, { ...composing, order: BEFORE + i });
  });
  const head = isFront ? masthead(input, puffsOf(parts.pointers)) : pageHead(input, { number, section });
  const rules = hairlines(input, placed, { isFront });
  const { tombstones, misordered, pairs } = arrangement;
  const empty = page.set.reduce((sum, one) => sum + (one?.empty ?? 0), 0);
  return {
    model: { number, section, regions: [...head, ...regions, rules] },
    tombstones,
    misordered,
    pairs,
    empty,
  };
}

/** One story of each section, those farther back first: the first inside page follows by itself. */
function puffsOf(pointers: FixedParts['pointers']): FixedParts['pointers'] {
  const seen = new Set<string>();
  const firsts = pointers.filter(({ kicker }) => !seen.has(kicker) && seen.add(kicker));
  return firsts.length > 3 ? firsts.slice(1) : firsts;
}

interface RegionPlace {
  readonly one: Placed;
  readonly order: number;
  readonly jumps: Jumps;
}

function storyRegion(entry: StoryEntry, set: SetStory, { one, order, jumps }: RegionPlace): Region {
  const { kind, fit, key } = entry;
  const { id, revision } = fit.story;
  return {
    ...{ id: key, kind, box: set.box, order },
    ...(kind === 'briefs' ? { tells: entry.stories } : { story: id, revision }),
    ...(one.shape?.isJumped ? { turnsTo: jumps.onPage(id) } : {}),
    ...(kind === 'turn' ? { turnsFrom: jumps.fromPage } : {}),
    ...(set.lost > 0 ? { trimmed: set.lost } : {}),
    blocks: set.blocks,
  };
}

function fixedRegion(
  { filled }: SetPage,
  placed: Placed,
  { input, number, parts, order }: Composing & { readonly order: number },
): Region {
  const { sheet } = input.design;
  const entry = filled.fixed[placed.item - filled.stories.length];
  const pitch = sheet.column + sheet.gutter;
  const from = input.direction === 'rtl' ? sheet.columns - placed.x - placed.columns : placed.x;
  const box = {
    x: round(sheet.margin.side + from * pitch),
    y: round(topOf(input.design, number === 1) + placed.y * sheet.row),
    width: round(placed.columns * pitch - sheet.gutter),
    height: round((placed.rows - sheet.gap) * sheet.row),
  };
  const blocks = entry ? fixedBlocks(entry, box, { input, parts: { ...parts, page: number } }) : [];
  const tells = entry?.kind === 'index' ? { tells: parts.pointers.map(({ story }) => story) } : {};
  return { id: entry?.key ?? 'house', kind: entry?.kind ?? 'house', ...tells, box, order, blocks };
}

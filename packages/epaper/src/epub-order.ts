import { Fault } from '@courant/base';
import { ISSUE_UNFIT, STORY_MISSING } from './faults.ts';
import type { IssueStory } from './issue-story.ts';
import type { IssueModel, PageModel, Region, RegionKind } from './page-model.ts';

/** Where a page of the printed issue begins. */
export interface PageBreak {
  /** Its id in the document. */
  readonly id: string;
  readonly number: number;
  /** The block within which it stands, and before which unit of the block's text; before the story where there is none. */
  readonly block?: string;
  readonly from?: number;
}

/** A story in the order of reading. */
export interface OrderedStory {
  readonly story: IssueStory;
  /** Name of the section on whose page it begins. */
  readonly section: string;
  readonly breaks: readonly PageBreak[];
  /** Pages behind its end, on which nothing of any story stands. */
  readonly breaksBehind: readonly PageBreak[];
}

interface Standing {
  readonly story: IssueStory;
  readonly section: string;
  readonly breaks: PageBreak[];
  readonly breaksBehind: PageBreak[];
}

/** Regions in which stories are told; all others only point to them. */
const TELLING: ReadonlySet<RegionKind> = new Set(['story', 'turn', 'briefs']);

/**
 * The stories of an issue as its pages are read, each once and whole. A page begins with the first story that begins on
 * it. Where none begins, it begins at the place from which the story last told stands on it, else before the next:
 * so pages follow each other in the order of reading, though stories that jump are told to their end. Throws the
 * faults `story-missing` and `issue-unfit`.
 */
export function orderStories(
  issue: IssueModel,
  stories: ReadonlyMap<string, IssueStory>,
): readonly OrderedStory[] {
  const owners = briefOwners(stories);
  const told = new Map<string, Standing>();
  let waiting: PageBreak[] = [];
  issue.pages.forEach((page, i) => {
    waiting.push({ id: `page-${i + 1}`, number: page.number });
    for (const region of tellingRegions(page)) {
      for (const id of storyIds(region, owners)) {
        if (told.has(id)) continue;
        const story = storyOf(id, region, stories);
        told.set(id, { story, section: page.section, breaks: waiting, breaksBehind: [] });
        waiting = [];
      }
    }
    const last = [...told.values()].at(-1);
    const goesOn = last && turnOf(page, last.story);
    if (!last || !goesOn) return;
    last.breaks.push(...waiting.map((one) => ({ ...one, ...goesOn })));
    waiting = [];
  });
  const last = [...told.values()].at(-1);
  if (!last)
    throw new Fault(ISSUE_UNFIT, 'No story stands on the pages of the issue.', {
      hint: 'Make an EPUB of an issue whose pages hold stories.',
    });
  last.breaksBehind.push(...waiting);
  return [...told.values()];
}

function tellingRegions({ regions }: PageModel): readonly Region[] {
  return regions.filter(({ kind }) => TELLING.has(kind)).toSorted((a, b) => a.order - b.order);
}

/** Briefs that share a region are known by the blocks their lines come from. */
function briefOwners(stories: ReadonlyMap<string, IssueStory>): ReadonlyMap<string, string> {
  const briefs = [...stories.values()].filter(({ kind }) => kind === 'brief');
  return new Map(briefs.flatMap(({ id, body }) => body.map((block) => [block.id, id])));
}

function storyIds(region: Region, owners: ReadonlyMap<string, string>): readonly string[] {
  if (region.story !== undefined) return [region.story];
  return sourcesOf(region).flatMap(({ block }) => owners.get(block) ?? []);
}

function sourcesOf({ blocks }: Region) {
  return blocks.flatMap((block) =>
    block.kind === 'text' ? block.lines.flatMap(({ source }) => source ?? []) : [],
  );
}

function storyOf(id: string, region: Region, stories: ReadonlyMap<string, IssueStory>): IssueStory {
  const story = stories.get(id);
  if (!story)
    throw new Fault(STORY_MISSING, `The story ${id} stands on a page and was not handed in.`, {
      hint: 'Hand in every story that the pages name.',
    });
  if (region.revision !== undefined && region.revision !== story.revision)
    throw new Fault(ISSUE_UNFIT, `The story ${id} was set from another revision than was handed in.`, {
      hint: `Hand in the revision ${region.revision}, or make the pages again.`,
    });
  return story;
}

/** Where a story goes on at the top of a page. */
function turnOf(page: PageModel, { id, body }: IssueStory): Pick<PageBreak, 'block' | 'from'> | undefined {
  const turn = tellingRegions(page).find(({ kind, story }) => kind === 'turn' && story === id);
  const source = turn && sourcesOf(turn).find(({ block }) => body.some((one) => one.id === block));
  return source && { block: source.block, from: source.from };
}

import type { IssueBlock, IssueStory } from './issue-story.ts';

/** Briefs in one column of them. */
const A_COLUMN = 6;

/** Briefs joined, and whose they are. */
export interface JoinedBriefs {
  readonly story: IssueStory;
  readonly stories: readonly string[];
}

/**
 * Joins a section's briefs into columns of briefs, at most one for each of its pages: a brief's headline is a crosshead.
 * Blocks are named by their story too, since a column holds blocks of many.
 */
export function joinBriefs(
  briefs: readonly IssueStory[],
  { pages, headline }: { readonly pages: number; readonly headline: string },
): readonly JoinedBriefs[] {
  const columns = Math.min(pages, Math.ceil(briefs.length / A_COLUMN));
  return Array.from({ length: columns }, (_, column) => {
    const own = briefs.filter((__, i) => i % columns === column);
    const [first] = own;
    const story: IssueStory = {
      ...{ id: `briefs-${first?.id ?? column}`, revision: own.map(({ revision }) => revision).join(' ') },
      ...{ section: first?.section ?? '', priority: 5, kind: 'brief', headlines: [headline] },
      body: own.flatMap(briefBlocks),
      ...{ pictures: [], pullQuotes: [], mayLose: 0, mayJump: false },
    };
    return { story, stories: own.map(({ id }) => id) };
  });
}

function briefBlocks({ id, headlines, body }: IssueStory): readonly IssueBlock[] {
  const head: IssueBlock = {
    id: `${id}/headline`,
    kind: 'crosshead',
    runs: [{ text: headlines.at(-1) ?? '', style: 'roman' }],
  };
  return [head, ...body.map((block) => ({ ...block, id: `${id}/${block.id}` }))];
}

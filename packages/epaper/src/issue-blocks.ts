import type { Block, IssueModel } from './page-model.ts';

/** All that an issue draws, page by page. */
export function issueBlocks(issue: IssueModel): readonly Block[] {
  return issue.pages.flatMap(({ regions }) => regions.flatMap(({ blocks }) => blocks));
}

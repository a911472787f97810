import type { Html } from '@courant/base';
import type { ImageBlock, IssueModel, Region } from '@courant/epaper';
import { pageSvg } from '@courant/epaper';
import type { SheetDrawing } from '@courant/press';
import { PALETTE, printCutPath } from './issue-print.ts';
import { issueType } from './issue-type.ts';

/** Draws a page of an issue from what is kept of it. */
export async function drawSheet({ model, number, storyPath, pagePath, marks }: SheetDrawing): Promise<Html> {
  // The desk wrote both, by the form of the model's number.
  const issue = model.issue as unknown as Omit<IssueModel, 'pages'>;
  const regions = model.regions as unknown as readonly Region[];
  const { faces } = await issueType();
  const pictureAddress = (block: ImageBlock) => printCutPath(block);
  return pageSvg(
    { number, regions },
    {
      ...{ sheet: issue.page, faces, palette: PALETTE, pictureAddress },
      links: { story: storyPath, page: pagePath },
      marks,
    },
  );
}

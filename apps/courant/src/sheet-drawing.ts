import type { Html } from '@courant/base';
import type { ImageBlock, IssueModel, PageModel } from '@courant/epaper';
import { pageSvg } from '@courant/epaper';
import type { SheetDrawing } from '@courant/press';
import { PALETTE, printCutPath } from './issue-print.ts';
import { issueType } from './issue-type.ts';

/** Draws a page of an issue as it is kept, without the regions that tell of what readers may not see any more. */
export async function drawSheet({ model, withheld }: SheetDrawing): Promise<Html> {
  // The desk wrote both, by the form of the model's number.
  const issue = model.issue as unknown as Omit<IssueModel, 'pages'>;
  const page = model.sheet as unknown as PageModel;
  const { faces } = await issueType();
  const regions = page.regions.filter(({ story, tells = [] }) =>
    [...tells, ...(story === undefined ? [] : [story])].every((one) => !withheld.has(one)),
  );
  const pictureAddress = (block: ImageBlock) => printCutPath(block);
  return pageSvg({ ...page, regions }, { sheet: issue.page, faces, palette: PALETTE, pictureAddress });
}

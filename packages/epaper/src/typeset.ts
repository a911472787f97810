import type { IssueBlock } from './issue-story.ts';
import type { Block, Box } from './page-model.ts';
import type { Setting, Standing } from './ruler.ts';
import { Ruler } from './ruler.ts';
import { headBlocks, pictureBlocks } from './set-head.ts';
import { textOf } from './set-text.ts';
import { topRows } from './shape.ts';

/** A story as it stands on its page. */
export interface SetStory {
  readonly box: Box;
  readonly blocks: readonly Block[];
  /** Lines cut from its end, and left empty. */
  readonly lost: number;
  readonly empty: number;
  /** Copy that goes on elsewhere. */
  readonly rest: readonly IssueBlock[];
}

/** Sets a story in its place; nothing where its text cannot be brought to the lines of its shape. */
export function setStory(standing: Standing, setting: Setting): SetStory | undefined {
  const page = new Ruler(standing, setting);
  const { shape, pictureFirst } = standing;
  const { picture, head } = shape;
  const pictureRows = picture ? picture.rows + picture.captionRows : 0;
  const headRow = picture?.place === 'across' && pictureFirst ? pictureRows : 0;
  const text = textOf(standing, page);
  if (!text) return undefined;
  const below = topRows({ head });
  const pictureRow = headRow > 0 ? 0 : below;
  return {
    box: page.box,
    blocks: [
      ...headBlocks(standing, page, headRow),
      ...(picture ? pictureBlocks(standing, page, pictureRow) : []),
      ...text.blocks,
    ],
    lost: text.lost,
    empty: text.empty,
    rest: text.rest,
  };
}

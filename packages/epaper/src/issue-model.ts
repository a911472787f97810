import type { IssueInput, MadePage } from './issue-input.ts';
import type { LeftOut } from './issue-report.ts';
import type { IssueModel } from './page-model.ts';

/** The pages that were made and those that were locked, as one issue. */
export function modelOf(input: IssueInput, made: readonly MadePage[]): IssueModel {
  const { publication, edition, editionName, date, language, direction, design, plan } = input;
  const { width, height, columns, column, gutter, row } = design.sheet;
  return {
    ...{ v: 1, publication, edition, editionName, date, language, direction, design: design.name },
    page: { width, height, columns, column, gutter, row },
    pages: [...made.map(({ model }) => model), ...(plan?.locked ?? [])].toSorted(
      (a, b) => a.number - b.number,
    ),
  };
}

/** Stories and advertisements that stand on no page. */
export function leftOut(input: IssueInput, { pages }: IssueModel): Pick<LeftOut, 'held' | 'dropped'> {
  const regions = pages.flatMap((page) => page.regions);
  const told = new Set(
    regions.flatMap(({ kind, story, tells = [] }) => (kind === 'briefs' ? tells : (story ?? []))),
  );
  const shown = new Set(regions.map(({ id }) => id));
  return {
    held: input.stories.flatMap(({ id }) => (told.has(id) || input.plan?.held?.has(id) ? [] : [id])),
    dropped: input.advertisements.flatMap(({ id }) => (shown.has(`advertisement-${id}`) ? [] : [id])),
  };
}

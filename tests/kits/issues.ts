import type { Id } from '@courant/base';
import type { LaidOutIssue } from '@courant/desk';
import type { Newsroom } from './newsroom.ts';

/** The day of the papers that are laid out here. */
export const DAY = '2026-03-14';

/** An issue of two pages: the first has both stories, the second one of them, and a line that points to both. */
export async function laidOut(
  { database }: Newsroom,
  [one, other]: readonly [Id, Id],
): Promise<LaidOutIssue> {
  const { rows } = await database.pool.query<{ id: Id; live_revision: Id }>(
    'select id, live_revision from story where id = any($1)',
    [[one, other]],
  );
  const printed = (story: Id) => ({
    story,
    revision: rows.find(({ id }) => id === story)?.live_revision ?? story,
  });
  return {
    ...{ edition: 'home', day: DAY, model: { page: { width: 992, height: 1446 } }, report: { pages: 2 } },
    sheets: [
      {
        ...{ number: 1, section: 'Front page', stories: [printed(one), printed(other)] },
        regions: [
          { model: { id: 'masthead' }, tells: [] },
          { model: { id: 'lead' }, tells: [one] },
          { model: { id: 'second' }, tells: [other] },
        ],
      },
      {
        ...{ number: 2, section: 'World', stories: [printed(other)] },
        regions: [
          { model: { id: 'turn' }, tells: [other] },
          { model: { id: 'index' }, tells: [one, other] },
        ],
      },
    ],
    pdf: { hash: 'ab'.repeat(32), bytes: 4_096 },
    epub: { bytes: 2_048 },
  };
}

import type { Id, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Actor } from './actor.ts';
import type { LaidOutIssue } from './issue-ports.ts';
import { allowed } from './order.ts';
import type { Desk } from './ports.ts';

/** An issue that readers have, and the entry of the log that says so. */
export interface PublishedIssue {
  readonly id: Id;
  readonly version: number;
  readonly seq: number;
}

/**
 * Publishes the paper of a day as it was laid out: it takes the place of the version before, which is kept. One with a
 * story that was withdrawn meanwhile is refused, for it would tell it again.
 */
export async function publishIssue(
  desk: Desk,
  { actor, issue }: { readonly actor: Actor; readonly issue: LaidOutIssue },
): Promise<Result<PublishedIssue, 'not-allowed' | 'unknown-edition' | 'story-withdrawn'>> {
  const right = allowed(actor, 'publish');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => {
    const { edition, day, pdf } = issue;
    const last = await books.issues.hold(edition, day);
    if (last === undefined) return refused('unknown-edition', `There is no edition “${edition}”.`);
    const told = issue.sheets.flatMap(({ regions }) => regions.flatMap(({ tells }) => tells));
    const withdrawn = await books.issues.withdrawn(edition, [...new Set(told)]);
    if (withdrawn.length > 0)
      return refused(
        'story-withdrawn',
        `Withdrawn since the pages were made: ${withdrawn.join(', ')}. Lay the issue out again.`,
      );
    const [id, at, version] = [desk.newId(), desk.clock.now(), last + 1];
    await books.issues.add({ ...issue, id, version, at });
    const detail = { edition, day, version };
    await books.record.audit({ at, actor: actor.name, act: 'publish-issue', outcome: 'done', detail });
    const seq = await books.record.append({
      ...{ at, kind: 'issue-published', editions: [edition], actor: actor.name },
      payload: { issue: { day, version, pdf: pdf.hash } },
    });
    return done({ id, version, seq });
  });
}

import type { Withdrawal } from '@courant/press';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** What was withdrawn last and is not back: newest first, at most so many. */
export async function lastWithdrawals(tx: Tx, most: number): Promise<readonly Withdrawal[]> {
  const { rows } = await sql<Omit<Withdrawal, 'notice'> & { notice: string | null }>`
    select distinct on (l.seq) l.seq, l.story, l.at, g.notice,
      coalesce(l.payload -> 'places', '[]') as places,
      coalesce(l.payload -> 'subjects', '[]') as subjects,
      coalesce(l.payload -> 'packages', '[]') as packages
    from (
      select seq, story, at, payload from public_log
      where kind in ('kill', 'unpublish') order by seq desc limit ${most}
    ) l
    join gone_story g on g.story = l.story
    order by l.seq desc`.execute(tx);
  const seen = new Set<string>();
  return rows.flatMap(({ notice, ...row }) => {
    if (seen.has(row.story)) return [];
    seen.add(row.story);
    return [{ ...row, ...(notice === null ? {} : { notice }) }];
  });
}

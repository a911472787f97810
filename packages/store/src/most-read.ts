import type { Id, Instant } from '@courant/base';
import type { MostRead } from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** How often a story was opened within an hour. */
export interface ReadCount {
  readonly path: string;
  readonly count: number;
}

/** Adds to the counts of an hour; an address no live story has is passed over. */
export async function countReads(tx: Tx, at: Instant, reads: readonly ReadCount[]): Promise<void> {
  if (reads.length === 0) return;
  await sql`
    insert into read_count (story, hour, count)
    select s.story, date_trunc('hour', ${at}::timestamptz), sum(r.count)
    from unnest(${reads.map((read) => read.path)}::text[], ${reads.map((read) => read.count)}::int[]) as r (path, count)
    join live_story s on s.path = r.path
    group by s.story
    order by s.story
    on conflict (hour, story) do update set count = read_count.count + excluded.count`.execute(tx);
}

/** Hours whose counts make the list. */
const SPAN_HOURS = 24;
const LIST_LENGTH = 10;

/** What is read most, in one transaction. */
export function mostReadIn(tx: Tx): MostRead {
  return { rank: (now) => rank(tx, now) };
}

async function rank(tx: Tx, at: Instant): Promise<readonly string[]> {
  // Two processes that rank at once would both write the list: the second waits and finds nothing changed.
  await sql`lock table most_read in share row exclusive mode`.execute(tx);
  const { rows } = await sql<{ edition: Id; key: string; stories: Id[]; before: Id[] }>`
    with total as (
      select story, sum(count) as count from read_count
      where hour > ${at}::timestamptz - make_interval(hours => ${SPAN_HOURS})
      group by story
    )
    select e.id as edition, e.key,
      array(select p.story from total t join live_placement p on p.story = t.story and p.edition = e.id
        order by t.count desc, p.published desc, p.story limit ${LIST_LENGTH}) as stories,
      array(select m.story from most_read m where m.edition = e.id order by m.position) as before
    from edition e order by e.position`.execute(tx);
  const changed = rows.filter((row) => row.stories.join() !== row.before.join());
  for (const { edition, stories } of changed) {
    await tx.deleteFrom('most_read').where('edition', '=', edition).execute();
    const list = stories.map((story, position) => ({ edition, position, story }));
    if (list.length > 0) await tx.insertInto('most_read').values(list).execute();
  }
  return changed.map((row) => row.key);
}

import type { Id, Instant } from '@courant/base';
import { instant } from '@courant/base';
import type { SpanOfStories, StoryAddress } from '@courant/press';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { pictureOf } from './pictures.ts';

/** Stories one sitemap may name; a month with more is told by its days. */
const MOST = 50_000;

/** Every month of UTC in which a live story first came out, newest first, and when the last of its stories changed. */
export async function spansOfStories(tx: Tx): Promise<readonly SpanOfStories[]> {
  const { rows } = await sql<SpanOfStories>`
    with by_day as (
      select to_char(published at time zone 'UTC', 'YYYY-MM-DD') as day, max(updated) as updated, count(*) as count
      from story where state = 'live' group by 1
    ), weighed as (
      select *, sum(count) over (partition by left(day, 7)) as in_month from by_day
    )
    select case when in_month > ${MOST} then day else left(day, 7) end as span, max(updated) as updated
    from weighed group by 1 order by 1 desc`.execute(tx);
  return rows;
}

/** The live stories that first came out within a span of time, oldest first, with their translations and main pictures. */
export async function storyAddresses(
  tx: Tx,
  { from, until, most }: { readonly from: Instant; readonly until: Instant; readonly most: number },
): Promise<readonly StoryAddress[]> {
  interface Row extends Omit<StoryAddress, 'picture' | 'translations'> {
    readonly picture: Parameters<typeof pictureOf>[0] | null;
    readonly original: Id | null;
  }
  const { rows } = await sql<Row>`
    select s.story, s.path, s.published, s.updated, s.copy ->> 'language' as language, s.copy ->> 'headline' as headline,
      to_jsonb(i) as picture, t.original
    from live_story s
    left join picture i on i.id = (s.copy ->> 'picture')::uuid
    left join live_translation t on t.story = s.story
    where s.published >= ${from}::timestamptz and s.published < ${until}::timestamptz
    order by s.published, s.story limit ${most}`.execute(tx);
  const originals = rows.flatMap(({ original }) => original ?? []);
  const told = originals.length === 0 ? [] : await inLanguages(tx, originals);
  return rows.map(({ picture, original, ...row }) => ({
    ...row,
    ...(picture === null ? {} : { picture: pictureOf(picture) }),
    translations: told.filter((one) => one.original === original),
  }));
}

async function inLanguages(tx: Tx, originals: readonly Id[]) {
  const { rows } = await sql<{ original: Id; language: string; path: string }>`
    select t.original, s.copy ->> 'language' as language, s.path
    from live_translation t join live_story s on s.story = t.story
    where t.original = any(${[...originals]}::uuid[]) order by 1, 2, 3`.execute(tx);
  return rows;
}

/** The database's clock. */
export async function clockOf(tx: Tx): Promise<Instant> {
  const { rows } = await sql<{ now: Date | Instant }>`select now() as now`.execute(tx);
  return instant(new Date(rows[0]?.now ?? 0));
}

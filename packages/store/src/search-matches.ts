import type { Id, Instant } from '@courant/base';
import { instant, isId } from '@courant/base';
import type { Edition, Search } from '@courant/edition';
import { folded, isDay, MOST_COUNTED } from '@courant/edition';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { SearchQuery } from './search-query.ts';

/** A story that fits a question; its score where stories stand by how well they do. */
export interface Match {
  readonly story: Id;
  readonly published: Instant;
  readonly score?: number;
}

/** Stories looked through by date before the index of words is asked: common words are found among them. */
const PROBED = 2_000;
/** How far back, in years, the index of words is asked, one after the other, until enough is found; at last all. */
const SPANS = [1, 4, undefined];
/** Stories that are ranked: the newest that fit, and as many whose headline has every word. */
const RANKED = 400;
/** What a word is worth in the text, among the keywords, in the standfirst or byline, in the headline. */
const WEIGHTS = '{0.05,0.25,0.5,1}';

/** The condition that a story fits a question. */
export function fits(
  query: SearchQuery,
  { edition, search }: { edition: Edition; search: Search },
): RawBuilder<unknown> {
  const conditions = [sql`d.words @@ ${query.all}::tsquery`];
  if (query.asked === '' && search.words.length + search.phrases.length > 0) {
    // Nothing but words that say nothing in the language: they count only together, as a headline has them.
    const text = folded([...search.words, ...search.phrases].join(' ')).replace(/[\\%_]/g, '\\$&');
    conditions.push(sql`d.headline like ${`%${text}%`}`);
  }
  const midnight = (day: string, later: number) =>
    sql`(${day}::date + ${later}::int)::timestamp at time zone ${edition.timeZone}`;
  const { after, before } = search;
  if (after && isDay(after)) conditions.push(sql`d.published >= ${midnight(after, 0)}`);
  if (before && isDay(before)) conditions.push(sql`d.published < ${midnight(before, 1)}`);
  return sql.join(conditions, sql` and `);
}

/** The newest stories that fit, newest first. */
export async function newestMatches(
  tx: Tx,
  { fit, after, most }: { fit: RawBuilder<unknown>; after?: Match | undefined; most: number },
): Promise<readonly Match[]> {
  const rest = after
    ? sql`(d.published, d.story) < (${after.published}::timestamptz, ${after.story}::uuid)`
    : sql`true`;
  const order = sql`order by d.published desc, d.story desc`;
  const { rows } = await sql<Match>`
    select d.story, d.published
    from (select * from live_search d where ${rest} ${order} limit ${PROBED}) d
    where ${fit} ${order} limit ${most}`.execute(tx);
  if (rows.length === most) return rows;
  for (const years of SPANS) {
    const since =
      years === undefined
        ? sql`true`
        : sql`d.published > (select max(published) from live_search) - make_interval(years => ${years})`;
    const found = await sql<Match>`
      with d as materialized (
        select d.story, d.published from live_search d where ${fit} and ${rest} and ${since}
      )
      select * from d ${order} limit ${most}`.execute(tx);
    if (found.rows.length === most || years === undefined) return found.rows;
  }
  return rows;
}

/** The stories that fit best, best first: words weigh by where they stand, and of two as good the newer one is first. */
export async function bestMatches(
  tx: Tx,
  { query, fit }: { query: SearchQuery; fit: RawBuilder<unknown> },
): Promise<readonly Match[]> {
  const recent = await newestMatches(tx, { fit, most: RANKED });
  const inHeadline = sql`d.words @@ ${query.inHeadline}::tsquery`;
  const headed =
    recent.length < RANKED || query.inHeadline === ''
      ? []
      : await newestMatches(tx, { fit: sql`${fit} and ${inHeadline}`, most: RANKED });
  const stories = [...new Set([...recent, ...headed].map(({ story }) => story))];
  if (stories.length === 0) return [];
  const { rows } = await sql<Match>`
    select d.story, d.published,
      ts_rank(${WEIGHTS}::float4[], d.words, ${query.asked}::tsquery)::float8
        * (case when ${inHeadline} then 2 else 1 end)
        * (1 + 0.2 * exp(-extract(epoch from newest.published - d.published)::float8 / 2592000)) as score
    from live_search d cross join (select max(published) as published from live_search) newest
    where d.story = any(${stories}::uuid[])
    order by score desc, d.published desc, d.story desc`.execute(tx);
  return rows;
}

/** How many stories fit; one more than `MOST_COUNTED` stands for all beyond. */
export async function countOf(tx: Tx, fit: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from (select from live_search d where ${fit} limit ${MOST_COUNTED + 1}) d`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Where the list goes on after a match: `from` of a search. */
export function cursorOf({ story, published, score }: Match): string {
  const moment = new Date(published).getTime().toString(36);
  return [...(score === undefined ? [] : [String(score)]), moment, story].join('_');
}

/** The match a list goes on after; undefined where the text is no cursor. */
export function matchAt(cursor: string): Match | undefined {
  const found = /^(?:(\d+(?:\.\d+)?(?:e-\d+)?)_)?([0-9a-z]{1,9})_([0-9a-f-]{36})$/.exec(cursor);
  const [, score, moment = '', story = ''] = found ?? [];
  const time = Number.parseInt(moment, 36);
  if (!isId(story) || !(time < 253_402_300_800_000)) return undefined;
  return { story, published: instant(time), ...(score === undefined ? {} : { score: Number(score) }) };
}

/** The matches after one, in an order that may have changed since: it need not be among them. */
export function matchesAfter(matches: readonly Match[], last: Match): readonly Match[] {
  return matches.filter((match) => stands(match, last) > 0);
}

function stands(one: Match, other: Match): number {
  const byScore = (other.score ?? 0) - (one.score ?? 0);
  if (byScore !== 0) return byScore;
  if (one.published !== other.published) return one.published < other.published ? 1 : -1;
  if (one.story === other.story) return 0;
  return one.story < other.story ? 1 : -1;
}

import type { ArchiveSpan, Edition } from '@courant/edition';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** The nearest days, in its own zone, before and after one on which an edition published something. */
export async function daysAround(
  tx: Tx,
  edition: Edition,
  day: string,
): Promise<{ earlier?: string; later?: string }> {
  const zone = edition.timeZone;
  const { rows } = await sql<{ earlier: string | null; later: string | null }>`
    select
      (select (published at time zone ${zone})::date::text from live_placement
        where edition = ${edition.id} and published < ${day}::date::timestamp at time zone ${zone}
        order by published desc limit 1) as earlier,
      (select (published at time zone ${zone})::date::text from live_placement
        where edition = ${edition.id} and published >= (${day}::date + 1)::timestamp at time zone ${zone}
        order by published limit 1) as later`.execute(tx);
  const { earlier, later } = rows[0] ?? { earlier: null, later: null };
  return { ...(earlier === null ? {} : { earlier }), ...(later === null ? {} : { later }) };
}

/**
 * The parts of the archive of an edition that hold something: years of the whole, months of a year, days of a month,
 * in their order. Each is one look into the index, so it costs the same for a thousand stories and for a million.
 */
export async function archiveParts(
  tx: Tx,
  edition: Edition,
  span: Pick<ArchiveSpan, 'year' | 'month'> | undefined,
): Promise<readonly number[]> {
  const zone = edition.timeZone;
  const [first, last, unit] = await boundsOf(tx, edition, span);
  if (first > last) return [];
  const start = span ? sql`make_date(${span.year}, ${span.month ?? 1}, 1)` : sql`make_date(1, 1, 1)`;
  const { rows } = await sql<{ part: number }>`
    select n as part from generate_series(${first}::int, ${last}::int) as n
    where exists (
      select from live_placement p
      where p.edition = ${edition.id}
        and p.published >= (${start} + (n - 1) * ${unit}::interval) at time zone ${zone}
        and p.published < (${start} + n * ${unit}::interval) at time zone ${zone})
    order by n`.execute(tx);
  return rows.map((row) => row.part);
}

async function boundsOf(
  tx: Tx,
  edition: Edition,
  span: Pick<ArchiveSpan, 'year' | 'month'> | undefined,
): Promise<readonly [first: number, last: number, unit: string]> {
  if (span?.month !== undefined)
    return [1, new Date(Date.UTC(span.year, span.month, 0)).getUTCDate(), '1 day'];
  if (span) return [1, 12, '1 month'];
  const end = (direction: 'asc' | 'desc') =>
    sql<{ year: number }>`
      select extract(year from published at time zone ${edition.timeZone})::int as year from live_placement
      where edition = ${edition.id} order by published ${sql.raw(direction)} limit 1`.execute(tx);
  const [oldest, newest] = [(await end('asc')).rows[0], (await end('desc')).rows[0]];
  return oldest && newest ? [oldest.year, newest.year, '1 year'] : [1, 0, '1 year'];
}

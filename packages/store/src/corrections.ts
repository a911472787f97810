import type { Id, Instant } from '@courant/base';
import type { Edition } from '@courant/edition';
import type { CorrectionNote } from '@courant/press';
import { sql } from 'kysely';
import { cardsOfStories } from './cards.ts';
import type { Tx } from './database.ts';

/** The newest corrections of an edition, or those of a month (`2026-11`, in its zone), newest first, with their stories. */
export async function correctionsIn(
  tx: Tx,
  list: { edition: Edition; month?: string; most: number },
): Promise<readonly CorrectionNote[]> {
  const { edition, month, most } = list;
  const zone = edition.timeZone;
  const within =
    month === undefined
      ? sql``
      : sql`and c.at >= ${`${month}-01`}::date::timestamp at time zone ${zone}
            and c.at < (${`${month}-01`}::date + interval '1 month') at time zone ${zone}`;
  const { rows } = await sql<{ story: Id; at: Instant; note: string }>`
    select c.story, c.at, c.note from live_correction c
    join live_placement p on p.story = c.story and p.edition = ${edition.id}
    where true ${within}
    order by c.at desc, c.revision desc limit ${most}`.execute(tx);
  const stories = [...new Set(rows.map((row) => row.story))];
  const cards = new Map(
    (await cardsOfStories(tx, { edition: edition.id, stories })).map((card) => [card.story, card]),
  );
  return rows.flatMap(({ story, at, note }): readonly CorrectionNote[] => {
    const card = cards.get(story);
    return card ? [{ card, at, note }] : [];
  });
}

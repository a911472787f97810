import type { Id, Instant } from '@courant/base';
import type { Author, Card, Edition } from '@courant/edition';
import type { NewestList } from '@courant/press';
import type { Copy } from '@courant/story';
import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import { authorsNamed, teaserOf } from './authors.ts';
import type { Tx } from './database.ts';
import { pictureOf } from './pictures.ts';
import type { PictureRow } from './tables.ts';

/** A story's place as a query found it; cards are made of these in their order. */
interface PlacedRow {
  readonly story: Id;
  readonly path: string;
  readonly published: Instant;
  readonly updated: Instant;
  readonly section_path: string;
  readonly section_name: string;
  readonly copy: Omit<Copy, 'body'>;
  readonly picture: Selectable<PictureRow> | null;
}

/** The newest cards of a list, newest first. Each section is read by its own index, so a million stories cost no more. */
export function newestCards(tx: Tx, list: NewestList): Promise<readonly Card[]> {
  const order = sql`order by p.published desc, p.story desc limit ${list.most}`;
  const { before, subject } = list;
  const rest = before
    ? sql`and (p.published, p.story) < (${before.published}::timestamptz, ${before.story}::uuid)`
    : sql``;
  if (subject !== undefined) {
    return cardsOf(
      tx,
      sql`select p.* from (
          select * from live_listing p where p.edition = ${list.edition} and p.subject = ${subject} ${rest} ${order}
        ) l join live_placement p on p.story = l.story and p.edition = l.edition`,
    );
  }
  if (!list.sections) {
    const kind = list.kind === undefined ? sql`` : sql`and p.kind = ${list.kind}`;
    return cardsOf(
      tx,
      sql`select * from live_placement p where p.edition = ${list.edition} ${kind} ${rest} ${order}`,
    );
  }
  return cardsOf(
    tx,
    sql`select p.* from unnest(${[...list.sections]}::uuid[]) as wanted (section)
      cross join lateral (
        select * from live_placement p where p.edition = ${list.edition} and p.section = wanted.section ${rest} ${order}
      ) p ${order}`,
  );
}

/** Cards of what an edition first published on one of its days. */
export function cardsOfDay(
  tx: Tx,
  list: { edition: Edition; day: string; most: number },
): Promise<readonly Card[]> {
  const { edition, day } = list;
  return cardsOf(
    tx,
    sql`select * from live_placement p
      where p.edition = ${edition.id}
        and p.published >= ${day}::date::timestamp at time zone ${edition.timeZone}
        and p.published < (${day}::date + 1)::timestamp at time zone ${edition.timeZone}
      order by p.published desc, p.story desc limit ${list.most}`,
  );
}

/** Cards of the live stories of a package in an edition, in the order of the package. */
export function packageCards(tx: Tx, list: { edition: Id; package: Id }): Promise<readonly Card[]> {
  return cardsOf(
    tx,
    sql`select p.*, m.position from package_story m
      join live_placement p on p.story = m.story and p.edition = ${list.edition}
      where m.package = ${list.package}`,
    sql`p.position`,
  );
}

/** Cards of the stories readers open most, in that order. */
export function mostReadCards(tx: Tx, edition: Id): Promise<readonly Card[]> {
  return cardsOf(
    tx,
    sql`select p.*, m.position from live_most_read m
      join live_placement p on p.story = m.story and p.edition = m.edition
      where m.edition = ${edition}`,
    sql`p.position`,
  );
}

/** Cards of some stories where they stand in an edition, newest first. */
export function cardsOfStories(
  tx: Tx,
  list: { edition: Id; stories: readonly Id[] },
): Promise<readonly Card[]> {
  if (list.stories.length === 0) return Promise.resolve([]);
  return cardsOf(
    tx,
    sql`select * from live_placement p where p.edition = ${list.edition} and p.story = any(${[...list.stories]}::uuid[])`,
  );
}

async function cardsOf(
  tx: Tx,
  placed: RawBuilder<unknown>,
  order?: RawBuilder<unknown>,
): Promise<readonly Card[]> {
  const { rows } = await sql<PlacedRow>`
    select p.story, s.path, s.published, s.updated, c.path as section_path, c.name as section_name,
           s.copy - 'body' as copy, to_jsonb(i) as picture
    from (${placed}) p
    join live_story s on s.story = p.story
    join section c on c.id = p.section
    left join picture i on i.id = (s.copy ->> 'picture')::uuid
    order by ${order ?? sql`p.published desc, p.story desc`}`.execute(tx);
  const slugs = rows.flatMap((row) => row.copy.authors ?? []);
  const authors = await authorsNamed(tx, slugs);
  return rows.map((row) => cardOf(row, authors));
}

const USUAL_URGENCY = 5;

function cardOf(row: PlacedRow, known: ReadonlyMap<string, Author>): Card {
  const { kind, language, kicker, headline, standfirst, byline, source, urgency, coverageEnds } = row.copy;
  const authors = (row.copy.authors ?? []).flatMap((slug) => known.get(slug) ?? []).map(teaserOf);
  return {
    story: row.story,
    path: row.path,
    kind,
    language,
    ...(kicker === undefined ? {} : { kicker }),
    headline,
    ...(standfirst === undefined ? {} : { standfirst }),
    ...(byline === undefined ? {} : { byline }),
    ...(source === undefined ? {} : { source }),
    section: { path: row.section_path, name: row.section_name },
    published: row.published,
    updated: row.updated,
    urgency: urgency ?? USUAL_URGENCY,
    ...(row.picture === null ? {} : { picture: pictureOf(row.picture) }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(coverageEnds === undefined ? {} : { coverageEnds }),
  };
}

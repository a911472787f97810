import type { Id } from '@courant/base';
import type { ListingEntry, Listings, NamedTopic } from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** What live stories are listed under, in one transaction. */
export function listingsIn(tx: Tx): Listings {
  return {
    async enter(story, entry) {
      const before = await subjectsOf(tx, story);
      const after = await subjectsNamed(tx, entry);
      await tx.deleteFrom('listing').where('story', '=', story).execute();
      await sql`
        insert into listing (edition, subject, published, story)
        select p.edition, s.subject, ${entry.published}::timestamptz, p.story
        from placement p cross join unnest(${[...after]}::uuid[]) as s (subject)
        where p.story = ${story} and p.live`.execute(tx);
      return [...new Set([...before, ...after])];
    },
    async leave(story) {
      const before = await subjectsOf(tx, story);
      await tx.deleteFrom('listing').where('story', '=', story).execute();
      return before;
    },
    async tie(story, original) {
      const before = await translationsOf(tx, story);
      await tx.deleteFrom('translation').where('story', '=', story).execute();
      if (original !== undefined && original !== story) await tieTo(tx, story, original);
      return [...new Set([...before, ...(await translationsOf(tx, story))])];
    },
    translations: (story) => translationsOf(tx, story),
  };
}

async function subjectsOf(tx: Tx, story: Id): Promise<readonly Id[]> {
  const rows = tx.selectFrom('listing').select('subject').distinct().where('story', '=', story);
  return (await rows.execute()).map((row) => row.subject);
}

async function subjectsNamed(tx: Tx, { authors, topics, language }: ListingEntry): Promise<readonly Id[]> {
  const ids = new Set<Id>();
  if (authors.length > 0) {
    const known = tx.selectFrom('author').select('id').where('url_slug', 'in', authors);
    for (const row of await known.execute()) ids.add(row.id);
  }
  // In one order for all, so that two stories which name the same new topics never wait for each other.
  for (const topic of topics.toSorted(bySlug)) ids.add(await topicNamed(tx, topic, language));
  return [...ids];
}

function bySlug(a: NamedTopic, b: NamedTopic): number {
  return a.urlSlug < b.urlSlug ? -1 : 1;
}

/** The id of a topic, made where it is new; a name in a language it had none in is added. */
async function topicNamed(tx: Tx, topic: NamedTopic, language: string): Promise<Id> {
  const primary = language.split('-', 1)[0] ?? language;
  const names = JSON.stringify({ [primary]: topic.name });
  for (let n = 1; ; n++) {
    const urlSlug = n === 1 ? topic.urlSlug : `${topic.urlSlug}-${n}`;
    const row = { id: topic.id, url_slug: urlSlug, code: topic.code ?? null, names };
    const isKnown =
      topic.code === undefined
        ? tx.selectFrom('topic').select(['id', 'names']).where('url_slug', '=', urlSlug)
        : tx.selectFrom('topic').select(['id', 'names']).where('code', '=', topic.code);
    const known = await isKnown.executeTakeFirst();
    if (known && known.names[primary] === undefined) {
      await tx
        .updateTable('topic')
        .set({ names: sql<string>`names || ${names}::jsonb` })
        .where('id', '=', known.id)
        .execute();
    }
    if (known) return known.id;
    // Another transaction may make the same topic at this moment: then it is known on the second look.
    const made = tx
      .insertInto('topic')
      .values(row)
      .onConflict((conflict) => conflict.doNothing());
    if ((await made.returning('id').executeTakeFirst()) !== undefined) return topic.id;
    const now = await isKnown.executeTakeFirst();
    if (now) return now.id;
  }
}

/** Ties to the original of an original: a translation of a translation is one of the first. */
async function tieTo(tx: Tx, story: Id, original: Id): Promise<void> {
  await sql`
    insert into translation (story, original)
    select ${story}::uuid, coalesce(t.original, s.id)
    from story s left join translation t on t.story = s.id
    where s.id = ${original} and coalesce(t.original, s.id) <> ${story}`.execute(tx);
}

async function translationsOf(tx: Tx, story: Id): Promise<readonly Id[]> {
  const { rows } = await sql<{ story: Id }>`
    with own as (
      select coalesce((select original from translation where story = ${story}), ${story}::uuid) as original
    )
    select original as story from own where original <> ${story}
    union
    select t.story from translation t join own on own.original = t.original where t.story <> ${story}`.execute(
    tx,
  );
  return rows.map((row) => row.story);
}

import type { Id } from '@courant/base';
import type { Topic } from '@courant/edition';
import type { Tx } from './database.ts';
import type { TopicRow } from './list-tables.ts';

type ReadTopic = Pick<TopicRow, 'id' | 'url_slug' | 'code'> & { names: Topic['names'] };

/** The topic an address names. */
export async function topicAt(tx: Tx, urlSlug: string): Promise<Topic | undefined> {
  const row = await tx.selectFrom('topic').selectAll().where('url_slug', '=', urlSlug).executeTakeFirst();
  return row && topicOf(row);
}

/** The topics a live story stands under, by their addresses. */
export async function topicsOf(tx: Tx, story: Id): Promise<readonly Topic[]> {
  const rows = await tx
    .selectFrom('topic')
    .innerJoin('live_listing', 'live_listing.subject', 'topic.id')
    .select(['topic.id', 'url_slug', 'code', 'names'])
    .distinct()
    .where('live_listing.story', '=', story)
    .orderBy('url_slug')
    .execute();
  return rows.map(topicOf);
}

function topicOf(row: ReadTopic): Topic {
  const { id, names, code } = row;
  return { id, urlSlug: row.url_slug, names, ...(code === null ? {} : { code }) };
}

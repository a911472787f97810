import type { StandingLink, StandingPage } from '@courant/edition';
import type { Tx } from './database.ts';

/** Adds a page about the paper, or puts it in the place of the one of its address and language. */
export async function addStandingPage(tx: Tx, page: StandingPage & { position: number }): Promise<void> {
  const { id, language, title, summary, updated, position } = page;
  const said = { title, summary: summary ?? null, body: JSON.stringify(page.body), updated, position };
  await tx
    .insertInto('standing_page')
    .values({ id, url_slug: page.urlSlug, language, ...said })
    .onConflict((conflict) => conflict.columns(['url_slug', 'language']).doUpdateSet(said))
    .execute();
}

/** The pages about the paper in every language, in their order. */
export async function standingLinks(tx: Tx): Promise<readonly StandingLink[]> {
  return tx
    .selectFrom('standing_page')
    .select(['url_slug as urlSlug', 'language', 'title'])
    .orderBy('position')
    .orderBy('url_slug')
    .execute();
}

/** One page about the paper, in one of its languages. */
export async function standingPageIn(
  tx: Tx,
  { urlSlug, language }: Pick<StandingPage, 'urlSlug' | 'language'>,
): Promise<StandingPage | undefined> {
  const row = await tx
    .selectFrom('standing_page')
    .selectAll()
    .where('url_slug', '=', urlSlug)
    .where('language', '=', language)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, title, summary, body, updated } = row;
  return { id, urlSlug, language, title, body, updated, ...(summary === null ? {} : { summary }) };
}

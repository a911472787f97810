import type { Id } from '@courant/base';
import type { SearchIndex } from '@courant/desk';
import { folded, wordsOfText } from '@courant/edition';
import type { Copy } from '@courant/story';
import { plainText } from '@courant/story';
import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';
import { CONFIGURATIONS } from './search-languages.data.ts';

/** How PostgreSQL takes the words of a language apart. */
export function configurationOf(language: string): string {
  return CONFIGURATIONS[language.split('-', 1)[0]?.toLowerCase() ?? ''] ?? 'simple';
}

/** Words of a story that are searched: a tsvector holds 1 MB, and nobody looks for what stands behind so many. */
const MOST_WORDS = 60_000;
/** A run of letters longer than this is no word anybody types. */
const LONGEST_WORD = 100;

/** What readers can search, in one transaction. */
export function searchIndexIn(tx: Tx): SearchIndex {
  return {
    enter: (story, copy) => enter(tx, story, copy),
    async leave(story) {
      await tx.deleteFrom('search_document').where('story', '=', story).execute();
    },
  };
}

/** The texts of a story by what a word in them is worth. */
function weighedTexts(copy: Copy): readonly { readonly weight: string; readonly text: string }[] {
  const { headline, kicker, standfirst, byline, dateline, source, keywords = [], subjects = [] } = copy;
  const beside = [kicker, standfirst, byline, dateline?.place];
  const about = [...keywords, ...subjects.map(({ name }) => name), source, copy.pictureCaption];
  return [
    { weight: 'A', text: inWords([headline]) },
    { weight: 'B', text: inWords(beside) },
    { weight: 'C', text: inWords(about) },
    { weight: 'D', text: inWords([plainText(copy.body)]) },
  ];
}

async function enter(tx: Tx, story: Id, copy: Copy): Promise<void> {
  const own = sql`${configurationOf(copy.language)}::regconfig`;
  const weighed = weighedTexts(copy);
  const stems = (config: typeof own) =>
    sql.join(
      weighed.map(({ weight, text }) => sql`setweight(to_tsvector(${config}, ${text}), ${weight}::"char")`),
      sql` || `,
    );
  const primary = copy.language.split('-', 1)[0] ?? '';
  // Readers ask in the language of their edition: where a story is in another one, its whole words stand for its stems.
  await sql`
    insert into search_document (story, published, headline, words)
    select s.id, s.published, ${folded(copy.headline)}, (${stems(own)})
      || case when exists (
           select from placement p join edition e on e.id = p.edition
           where p.story = s.id and split_part(e.locale, '-', 1) <> ${primary}
         ) then ${stems(sql`'simple'::regconfig`)} else ''::tsvector end
      || array_to_tsvector(array(
           select distinct 'h:' || lexeme
           from unnest(tsvector_to_array(to_tsvector(${own}, ${weighed[0]?.text ?? ''}))) as lexeme
           union select 'k:' || ${copy.kind}::text
           union select 'e:' || e.key from placement p join edition e on e.id = p.edition where p.story = s.id
           union select 's:' || e.key || '/' || above.path
             from placement p join edition e on e.id = p.edition join section c on c.id = p.section
             join section above on c.path = above.path or starts_with(c.path, above.path || '/')
             where p.story = s.id
           union select 'a:' || a.url_slug from listing l join author a on a.id = l.subject where l.story = s.id
           union select 't:' || t.url_slug from listing l join topic t on t.id = l.subject where l.story = s.id
         ))
    from story s where s.id = ${story}
    on conflict (story) do update
      set published = excluded.published, headline = excluded.headline, words = excluded.words`.execute(tx);
}

/** Texts as PostgreSQL’s parser finds the same words in them as we do, a wider gap between two texts. */
function inWords(texts: readonly (string | undefined)[]): string {
  const words = texts.flatMap((text) => wordsOfText(text ?? '')).slice(0, MOST_WORDS);
  return words.flatMap(({ word }) => (word.length > LONGEST_WORD ? [] : [word])).join(' ');
}

/** Stories entered by one transaction of `indexMissing`. */
const BATCH = 100;

/**
 * Enters the live stories that readers cannot search yet, as those published before there was a search; gives how many.
 * A signal ends it after the batch it is at.
 */
export async function indexMissing(database: Database, signal?: AbortSignal): Promise<number> {
  for (let entered = 0; ; ) {
    const batch = await database.transaction(async (tx) => {
      const { rows } = await sql<{ story: Id; copy: Copy }>`
        select s.id as story, r.copy from story s join revision r on r.id = s.live_revision
        where s.state = 'live' and not exists (select from search_document d where d.story = s.id)
        order by s.published desc limit ${BATCH}
        for update of s`.execute(tx);
      for (const { story, copy } of rows) await enter(tx, story, copy);
      return rows.length;
    });
    entered += batch;
    if (batch < BATCH || signal?.aborted) return entered;
  }
}

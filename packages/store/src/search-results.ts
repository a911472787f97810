import type { Id } from '@courant/base';
import type { Card, Edition, SearchHit, SearchResults } from '@courant/edition';
import { folded, isAsked, marked, meantBy, passageOf, wordsOfText } from '@courant/edition';
import type { SearchAsked } from '@courant/press';
import type { Body } from '@courant/story';
import { blockText } from '@courant/story';
import { sql } from 'kysely';
import { cardsOfStories } from './cards.ts';
import type { Tx } from './database.ts';
import { configurationOf } from './search-index.ts';
import {
  bestMatches,
  countOf,
  cursorOf,
  fits,
  matchAt,
  matchesAfter,
  newestMatches,
} from './search-matches.ts';
import type { SearchQuery } from './search-query.ts';
import { searchQueryIn } from './search-query.ts';

/** Code units of a passage. */
const PASSAGE = 240;
/** Headlines a word that finds nothing is compared with. */
const HEADLINES = 50;
/** How like a word of a headline must be to one that was typed, 0 to 1: less than a slip of the finger changes. */
const LIKENESS = 0.35;

/** Answers a question: a page of stories, how many there are in all, or what was meant where there are none. */
export async function searchResults(tx: Tx, asked: SearchAsked): Promise<SearchResults> {
  const { edition, search, most } = asked;
  if (!isAsked(search)) return { hits: [], count: 0 };
  const query = await searchQueryIn(tx, asked);
  const fit = fits(query, asked);
  const after = search.from === undefined ? undefined : matchAt(search.from);
  const isNewest = search.order === 'newest' || query.asked === '';
  const found = isNewest
    ? await newestMatches(tx, { fit, after, most: most + 1 })
    : rest(await bestMatches(tx, { query, fit }), after);
  const page = found.slice(0, most);
  const last = found.length > most ? page.at(-1) : undefined;
  const cards = await cardsOfStories(tx, { edition: edition.id, stories: page.map(({ story }) => story) });
  const ordered = page.flatMap(({ story }) => cards.find((card) => card.story === story) ?? []);
  const count = await countOf(tx, fit);
  const suggestion = count === 0 ? await suggestionFor(tx, asked) : undefined;
  return {
    hits: await hitsOf(tx, { cards: ordered, query, edition }),
    count,
    ...(last ? { next: cursorOf(last) } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function rest(matches: Awaited<ReturnType<typeof bestMatches>>, after: ReturnType<typeof matchAt>) {
  return after ? matchesAfter(matches, after) : matches;
}

interface Found {
  readonly cards: readonly Card[];
  readonly query: SearchQuery;
  readonly edition: Edition;
}

/** Cards with what was asked for marked in headline and text. */
async function hitsOf(tx: Tx, { cards, query, edition }: Found): Promise<readonly SearchHit[]> {
  if (cards.length === 0) return [];
  const texts = await textsOf(
    tx,
    cards.map(({ story }) => story),
  );
  const all = cards.flatMap(({ story, headline }) => [headline, ...(texts.get(story) ?? [])]);
  const asked = await askedFor(tx, { texts: all, query, edition });
  const isMatch = (word: string) => asked.has(word);
  return cards.map((card): SearchHit => {
    const passage = passageOf(texts.get(card.story) ?? [], { isMatch, most: PASSAGE });
    return { card, headline: marked(card.headline, isMatch), ...(passage ? { passage } : {}) };
  });
}

/** The standfirst and paragraphs of stories. */
async function textsOf(tx: Tx, stories: readonly Id[]): Promise<ReadonlyMap<Id, readonly string[]>> {
  const { rows } = await sql<{ story: Id; standfirst: string | null; body: Body }>`
    select story, copy ->> 'standfirst' as standfirst, copy -> 'body' as body
    from live_story where story = any(${[...stories]}::uuid[])`.execute(tx);
  return new Map(
    rows.map(({ story, standfirst, body }) => [
      story,
      [standfirst ?? '', ...body.content.flatMap((block) => blockText(block).split('\n'))].filter(Boolean),
    ]),
  );
}

/** The words of some texts that are what was asked for, in whichever form: those with a stem that was asked for. */
async function askedFor(
  tx: Tx,
  { texts, query, edition }: { texts: readonly string[]; query: SearchQuery; edition: Edition },
): Promise<ReadonlySet<string>> {
  const words = new Set(texts.flatMap((text) => wordsOfText(text).map(({ word }) => word)));
  const typed = new Set(query.words);
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${[...words]}::text[]) as word
    where tsvector_to_array(to_tsvector(${configurationOf(edition.locale)}::regconfig, word)) && ${[...query.lexemes]}::text[]`.execute(
    tx,
  );
  // Words that say nothing were asked for too, but a page with all of them marked says nothing either.
  const isPlain = query.lexemes.length === 0;
  return new Set([...rows.map(({ word }) => word), ...(isPlain ? typed : [])]);
}

/** The same question with words of headlines for words that stand nowhere; undefined where that finds nothing either. */
async function suggestionFor(tx: Tx, asked: SearchAsked): Promise<string | undefined> {
  const { edition, search } = asked;
  let { typed } = search;
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(LIKENESS)}, true)`.execute(tx);
  for (const { word, start, end } of wordsOfText(search.typed).toReversed()) {
    const isAskedFor = [...search.words, ...search.phrases].some((text) => folded(text).includes(word));
    if (!isAskedFor || (await isKnown(tx, { word, edition }))) continue;
    const meant = meantBy(word, await wordsLike(tx, { word, edition }));
    if (meant === undefined) return undefined;
    typed = typed.slice(0, start) + meant + typed.slice(end);
  }
  if (typed === search.typed) return undefined;
  const words = wordsOfText(typed).map((one) => one.word);
  const meant = { ...search, typed, words, phrases: [] };
  const query = await searchQueryIn(tx, { edition, search: meant });
  return (await countOf(tx, fits(query, { edition, search: meant }))) > 0 ? typed : undefined;
}

interface Word {
  readonly word: string;
  readonly edition: Edition;
}

async function isKnown(tx: Tx, { word, edition }: Word): Promise<boolean> {
  const config = configurationOf(edition.locale);
  const { rows } = await sql<{ known: boolean }>`
    select exists (
      select from live_search d
      where d.words @@ (plainto_tsquery(${config}::regconfig, ${word}) || plainto_tsquery('simple', ${word}))
    ) as known`.execute(tx);
  return rows[0]?.known ?? false;
}

/** Words of the edition's headlines that are somewhat like one. */
async function wordsLike(tx: Tx, { word, edition }: Word): Promise<readonly string[]> {
  const { rows } = await sql<{ headline: string }>`
    select d.headline from live_search d
    where ${word} <% d.headline and d.words @@ ${`'e:${edition.key}'`}::tsquery
    order by word_similarity(${word}, d.headline) desc limit ${HEADLINES}`.execute(tx);
  return rows.flatMap(({ headline }) => wordsOfText(headline).map((one) => one.word));
}

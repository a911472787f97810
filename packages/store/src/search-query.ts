import type { Edition, Search } from '@courant/edition';
import { wordsOfText } from '@courant/edition';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { configurationOf } from './search-index.ts';

/** A question as PostgreSQL can answer it. */
export interface SearchQuery {
  /** What must and must not stand in a story, filters and all, as the text of a tsquery. */
  readonly all: string;
  /** The words and phrases alone: what a story is ranked by. */
  readonly asked: string;
  /** Stories whose headline has every word, as the text of a tsquery; empty where no word counts. */
  readonly inHeadline: string;
  /** Stems of the words that were asked for. */
  readonly lexemes: readonly string[];
  /** The words that were asked for, as `folded` gives them. */
  readonly words: readonly string[];
}

/** Reads a question in the language of an edition, whose stories alone it finds. */
export async function searchQueryIn(
  tx: Tx,
  { edition, search }: { readonly edition: Edition; readonly search: Search },
): Promise<SearchQuery> {
  const config = sql`${configurationOf(edition.locale)}::regconfig`;
  const terms = [...search.words, ...search.phrases].map((text) => termOf(config, text));
  const banned = search.without.map((text) => termOf(config, text));
  const words = [...search.words, ...search.phrases].flatMap((text) => wordsOfText(text));
  const positive = words.map(({ word }) => word).join(' ');
  const filters = filtersOf(edition, search);
  const { rows } = await sql<{ asked: string; unwanted: string; lexemes: string[] }>`
    select (${joined(terms, sql` && `)})::text as asked,
           (${joined(banned, sql` || `)})::text as unwanted,
           tsvector_to_array(to_tsvector(${config}, ${positive})) as lexemes`.execute(tx);
  const [found] = rows;
  const { asked = '', unwanted = '', lexemes = [] } = found ?? {};
  const parts = [
    ...filters,
    ...(asked === '' ? [] : [`(${asked})`]),
    ...(unwanted === '' ? [] : [`!(${unwanted})`]),
  ];
  const inHeadline =
    lexemes.length === 0 ? '' : [...filters, ...lexemes.map((one) => lexeme(`h:${one}`))].join(' & ');
  return { all: parts.join(' & '), asked, inHeadline, lexemes, words: words.map(({ word }) => word) };
}

/** A word, or several that stand one after the other; as stems, or as it is typed where stories are in other languages. */
function termOf(config: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  const words = wordsOfText(text)
    .map(({ word }) => word)
    .join(' ');
  const stems = sql`phraseto_tsquery(${config}, ${words})`;
  // A word that says nothing in the language (the, of) is passed over.
  return sql`(case when numnode(${stems}) = 0 then ''::tsquery
    else ${stems} || phraseto_tsquery('simple', ${words}) end)`;
}

function joined(terms: readonly RawBuilder<unknown>[], by: RawBuilder<unknown>): RawBuilder<unknown> {
  return terms.length === 0 ? sql`''` : sql`(''::tsquery) ${by} ${sql.join(terms, by)}`;
}

function filtersOf(edition: Edition, { section, author, topic, kind }: Search): readonly string[] {
  const place = section === undefined ? `e:${edition.key}` : `s:${edition.key}/${section}`;
  const others = { a: author, t: topic, k: kind };
  const said = Object.entries(others).flatMap(([letter, value]) =>
    value === undefined ? [] : [`${letter}:${value}`],
  );
  return [place, ...said].map(lexeme);
}

/** A lexeme as the text of a tsquery has it. */
function lexeme(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

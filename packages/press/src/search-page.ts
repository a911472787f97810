import type { Author, Edition, Search, SearchResults, Section, Topic } from '@courant/edition';
import { folded, isAsked, isDay, readSearch, searchPath, searchQuery } from '@courant/edition';
import type { SearchNotice } from '@courant/site';
import { searchPage } from '@courant/site';
import { drawn } from './drawn-page.ts';
import type { Page } from './page-cache.ts';
import type { Reading } from './reading.ts';

/** Stories on a page of results. */
const RESULTS = 20;
const KINDS = ['article', 'gallery', 'analysis', 'opinion', 'live'];

/** A question with its filters looked up. */
interface Looked {
  readonly search: Search;
  readonly notices: readonly SearchNotice[];
  readonly author?: Author;
  readonly topic?: Topic;
}

/** A question answered: with filters that name something, its results as the edition links them. */
export interface Answered extends Looked {
  readonly results: SearchResults;
}

/** Answers a question of an edition, in the order asked for or in one that is given. */
export async function searchOf(
  reading: Reading,
  query: string,
  { most, order }: { readonly most: number; readonly order?: Search['order'] },
): Promise<Answered> {
  const looked = await lookedUp(reading, readSearch(query));
  const search = order === undefined ? looked.search : { ...looked.search, order };
  const isVain = looked.notices.some(({ kind }) => kind !== 'cut');
  const { edition, snapshot } = reading;
  const results = isVain ? { hits: [], count: 0 } : await snapshot.search({ edition, search, most });
  const cards = reading.cards(results.hits.map((hit) => hit.card));
  const hits = results.hits.map((hit, i) => ({ ...hit, card: cards[i] ?? hit.card }));
  return { ...looked, search, results: { ...results, hits } };
}

/** The answer to a question; only the bare form is kept, as anybody can make up questions. */
export async function searchAt(reading: Reading, query: string): Promise<Page> {
  const { author, topic, search, notices, results } = await searchOf(reading, query, { most: RESULTS });
  const frame = await reading.frame((other: Edition) =>
    searchPath(other, searchQuery(search, { from: undefined })),
  );
  const filters = { ...(author ? { author } : {}), ...(topic ? { topic } : {}) };
  const html = searchPage({ ...frame, ...filters, search, notices, results });
  return { ...drawn(reading, html), keep: !isAsked(search) && query === '' };
}

/** Looks up what the filters name; a filter that names nothing is told to the reader, who can mend it. */
async function lookedUp({ paper, snapshot }: Reading, search: Search): Promise<Looked> {
  const { author: by, topic: about, kind, after, before } = search;
  const section = sectionNamed(paper.sections, search.section);
  const author = by === undefined ? undefined : await snapshot.author(by);
  const topic = about === undefined ? undefined : await snapshot.topic(about);
  const notices: SearchNotice[] = [];
  const no = (notice: SearchNotice['kind'], value: string) => {
    if (notice !== 'cut' && notice !== 'no-span') notices.push({ kind: notice, value });
  };
  if (search.isCut) notices.push({ kind: 'cut' });
  if (search.section !== undefined && !section) no('no-section', search.section);
  if (by !== undefined && !author) no('no-author', by);
  if (about !== undefined && !topic) no('no-topic', about);
  if (kind !== undefined && !KINDS.includes(kind)) no('no-kind', kind);
  for (const day of [after, before]) if (day !== undefined && !isDay(day)) no('no-day', day);
  if (after && before && isDay(after) && isDay(before) && after > before) notices.push({ kind: 'no-span' });
  return {
    search: { ...search, ...(section ? { section: section.path } : {}) },
    notices,
    ...(author ? { author } : {}),
    ...(topic ? { topic } : {}),
  };
}

/** A section by its path, or by its name as a reader may write it. */
function sectionNamed(sections: readonly Section[], said: string | undefined): Section | undefined {
  if (said === undefined) return undefined;
  return (
    sections.find(({ path }) => path === said) ?? sections.find(({ name }) => folded(name) === folded(said))
  );
}

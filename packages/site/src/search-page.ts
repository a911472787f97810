import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { Author, Marked, Search, SearchHit, SearchResults, Topic } from '@courant/edition';
import { isAsked, LONGEST_SEARCH, MOST_COUNTED, searchPath, searchQuery, topicName } from '@courant/edition';
import { cardTag } from './card.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import type { Words } from './messages.ts';
import { wordsOf } from './messages.ts';
import { searchForm } from './search-form.ts';
import { SIZES } from './sizes.ts';
import { titleTag } from './title.ts';
import { topicTitle } from './topic-page.ts';

/** Why a part of a question cannot be met. */
export type SearchNotice =
  | { readonly kind: 'cut' | 'no-span' }
  | {
      readonly kind: 'no-section' | 'no-author' | 'no-topic' | 'no-kind' | 'no-day';
      readonly value: string;
    };

/** What the page of a search is made of. */
export interface SearchPage extends FrameData {
  readonly search: Search;
  readonly results: SearchResults;
  /** What is wrong with the question, for the reader to mend. */
  readonly notices: readonly SearchNotice[];
  /** Whom and what the filters name. */
  readonly author?: Pick<Author, 'name' | 'language'>;
  readonly topic?: Topic;
}

/** The search of an edition: its form, and what was found. */
export function searchPage(page: SearchPage): Html {
  const { search, edition, publication } = page;
  const words = wordsOf(edition);
  const isAsking = isAsked(search);
  const question = search.typed === '' ? undefined : search.typed;
  const title =
    isAsking && question !== undefined ? words('searchResults', { question }) : words('searchPaper');
  const main = html`<header class="wrap page-head"><h1>${words('search')}</h1>
${isAsking ? NOTHING : html`<p class="stand">${words('searchText', { paper: publication.name })}</p>`}</header>
<div class="block wrap search-page">${searchForm(page)}${chips(page)}${notices(page)}${isAsking ? found(page) : tips(page)}</div>`;
  // The bare form has an address of its own; what was found changes with every story and belongs in no other search.
  const list = searchPath(edition, searchQuery(search, { from: undefined, order: undefined }));
  const own = { path: searchPath(edition), description: words('searchText', { paper: publication.name }) };
  const head = isAsking ? { feeds: { title, list } } : own;
  return frame(page, { head: { kind: 'website', title, ...head }, main });
}

/** Author and topic of the question, which no field of the form has, each with a way out. */
function chips({ search, edition, author, topic }: SearchPage): Html {
  const words = wordsOf(edition);
  const of = (name: string, without: Partial<Search>) => {
    const rest = searchPath(edition, searchQuery({ ...search, ...without }, { from: undefined }));
    return html`<li>${name} <a href="${href(rest)}" aria-label="${words('searchWithout', { filter: name })}">×</a></li>`;
  };
  const { author: _, ...noAuthor } = search;
  const { topic: __, ...noTopic } = search;
  const items = [
    ...(author ? [of(words('searchAuthor', { name: author.name }), noAuthor)] : []),
    ...(topic
      ? [
          of(
            words('searchTopic', { name: topicTitle(topicName(topic, edition.locale), edition.locale) }),
            noTopic,
          ),
        ]
      : []),
  ];
  return items.length > 0 ? html`<ul class="chips">${items}</ul>` : NOTHING;
}

function notices({ notices: all, search, edition }: SearchPage): Html {
  if (all.length === 0) return NOTHING;
  const items = all.map((notice) => html`<li>${noticeText(notice, search, wordsOf(edition))}</li>`);
  return html`<div class="search-notices" role="alert"><ul>${items}</ul></div>`;
}

function noticeText(notice: SearchNotice, { after = '', before = '' }: Search, words: Words): string {
  switch (notice.kind) {
    case 'cut':
      return words('searchCut', { count: LONGEST_SEARCH });
    case 'no-span':
      return words('searchNoSpan', { after, before });
    case 'no-section':
      return words('searchNoSection', { value: notice.value });
    case 'no-author':
      return words('searchNoAuthor', { value: notice.value });
    case 'no-topic':
      return words('searchNoTopic', { value: notice.value });
    case 'no-kind':
      return words('searchNoKind', { value: notice.value });
    case 'no-day':
      return words('searchNoDay', { value: notice.value, example: '2026-11-23' });
  }
}

function found(page: SearchPage): Html {
  const { results, search, edition } = page;
  const words = wordsOf(edition);
  if (results.hits.length === 0 && search.from === undefined) return none(page);
  const count =
    results.count > MOST_COUNTED
      ? words('searchMany', { count: MOST_COUNTED })
      : words('storyCount', { count: results.count });
  const next =
    results.next === undefined
      ? html`<p class="earlier end">${words('searchEnd')}</p>`
      : html`<p class="earlier"><a class="way" rel="next" href="${href(searchPath(edition, searchQuery(search, { from: results.next })))}">${words('searchMore')}</a></p>`;
  return html`<section class="river found">${titleTag(count)}${results.hits.map((hit) => hitTag(page, hit))}${next}</section>`;
}

function hitTag(page: SearchPage, { card, headline, passage }: SearchHit): Html {
  return cardTag(page, card, {
    rank: 'third',
    sizes: SIZES.small,
    hasStandfirst: true,
    hasMeta: true,
    marked: { headline: markedHtml(headline), ...(passage ? { text: markedHtml(passage) } : {}) },
  });
}

function markedHtml(pieces: readonly Marked[]): Html {
  return html`${pieces.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : html`${text}`))}`;
}

function none({ results, search, edition }: SearchPage): Html {
  const words = wordsOf(edition);
  const { suggestion } = results;
  if (suggestion === undefined)
    return html`<section class="found none"><h2>${words('searchNone')}</h2><p>${words('searchNoneText')}</p></section>`;
  const path = searchPath(edition, searchQuery(search, { q: suggestion }));
  const [before = '', after = ''] = words('searchMeant', { question: '\0' }).split('\0');
  return html`<section class="found none"><h2>${words('searchNone')}</h2>
<p class="meant">${before}<a href="${href(path)}">${suggestion}</a>${after}</p></section>`;
}

function tips({ edition }: SearchPage): Html {
  const words = wordsOf(edition);
  return html`<section class="tips"><h2>${words('searchTips')}</h2><ul>
<li>${words('searchTipWords')}</li>
<li>${words('searchTipPhrase', { example: '"…"' })}</li>
<li>${words('searchTipWithout', { example: '-…' })}</li></ul></section>`;
}

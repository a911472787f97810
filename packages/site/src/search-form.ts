import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { Search } from '@courant/edition';
import { isDay, LONGEST_SEARCH, searchPath } from '@courant/edition';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';

interface Asking extends FrameData {
  readonly search: Search;
}

interface Option {
  readonly value: string;
  readonly name: string;
}

/** The form of the search, filled in with what was asked; it works without scripts, by its own address. */
export function searchForm(page: Asking): Html {
  const { search, edition } = page;
  const words = wordsOf(edition);
  const { section, kind, after, before, author, topic } = search;
  const isNarrowed = [section, kind, after, before].some(Boolean) || search.order === 'newest';
  const fields = html`<div class="fields">
${choice({ label: words('searchSection'), name: 'section', value: section, all: words('searchEverywhere') }, sectionsOf(page))}
${choice({ label: words('searchKind'), name: 'type', value: kind, all: words('searchKinds') }, kindsOf(page))}
${day(words('searchAfter'), 'after', after)}
${day(words('searchBefore'), 'before', before)}
${choice({ label: words('searchOrder'), name: 'order', value: search.order === 'newest' ? 'newest' : undefined, all: words('searchBest') }, [{ value: 'newest', name: words('searchNewest') }])}
</div>`;
  return html`<form class="search-form" role="search" action="${href(searchPath(edition))}">
<p class="ask"><input type="search" name="q" aria-label="${words('searchPaper')}" value="${search.typed}" maxlength="${LONGEST_SEARCH}" dir="auto" autocomplete="off" enterkeyhint="search">
<button type="submit">${words('search')}</button></p>
${hidden('author', author)}${hidden('topic', topic)}
${isNarrowed ? html`<details class="narrow" open><summary>${words('searchNarrow')}</summary>${fields}</details>` : html`<details class="narrow"><summary>${words('searchNarrow')}</summary>${fields}</details>`}
</form>`;
}

function sectionsOf({ sections }: Asking): readonly Option[] {
  return sections.map(({ path, name }) => ({ value: path, name: path.includes('/') ? `– ${name}` : name }));
}

function kindsOf({ edition }: Asking): readonly Option[] {
  const words = wordsOf(edition);
  return [
    { value: 'article', name: words('kindArticle') },
    { value: 'gallery', name: words('kindGallery') },
    { value: 'live', name: words('kindLive') },
    { value: 'analysis', name: words('kindAnalysis') },
    { value: 'opinion', name: words('opinion') },
  ];
}

interface Choice {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  /** What stands where nothing is chosen. */
  readonly all: string;
}

function choice({ label, name, value, all }: Choice, options: readonly Option[]): Html {
  const tags = options.map((option) =>
    option.value === value
      ? html`<option value="${option.value}" selected>${option.name}</option>`
      : html`<option value="${option.value}">${option.name}</option>`,
  );
  return html`<label>${label}<select name="${name}"><option value="">${all}</option>${tags}</select></label>`;
}

function day(label: string, name: string, value = ''): Html {
  return html`<label>${label}<input type="date" name="${name}" value="${isDay(value) ? value : ''}"></label>`;
}

function hidden(name: string, value: string | undefined): Html {
  return value === undefined ? NOTHING : html`<input type="hidden" name="${name}" value="${value}">`;
}

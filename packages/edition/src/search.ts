/** What a reader asks the search, read from what was typed and chosen. */
export interface Search {
  /** What was typed, as it is shown again. */
  readonly typed: string;
  /** Words that must all stand in a story. */
  readonly words: readonly string[];
  /** Runs of words that must stand in it one after the other. */
  readonly phrases: readonly string[];
  /** Words and phrases that must not. */
  readonly without: readonly string[];
  readonly section?: string;
  readonly author?: string;
  readonly topic?: string;
  readonly kind?: string;
  /** Days of the edition, `2026-11-23`, both included. */
  readonly after?: string;
  readonly before?: string;
  readonly order: SearchOrder;
  /** Where the list goes on: what the page before it gave. */
  readonly from?: string;
  /** Whether what was typed was longer than a question may be, and was cut. */
  readonly isCut: boolean;
}

/** How results stand: the best first, or the newest. */
export type SearchOrder = 'relevance' | 'newest';

/** The longest question, in characters. */
export const LONGEST_SEARCH = 300;

/** Words and phrases one question may have: more find nothing that fewer do not. */
const MOST_TERMS = 24;

const FILTERS = ['section', 'author', 'topic', 'type', 'after', 'before'] as const;
type Filter = (typeof FILTERS)[number];

const TERM = /(-?)"([^"]*)"?|(\S+)/g;

/**
 * Reads a question from the query of an address. Any text is one: words, "phrases", -exclusions, and filters as
 * `section:world`, `author:…`, `topic:…`, `type:live`, `after:2026-11-01`, `before:…`; a form's fields of the same
 * names say them too, and what is typed wins.
 */
export function readSearch(query: string): Search {
  const fields = new URLSearchParams(query);
  const asked = plain(fields.get('q') ?? '');
  const typed = [...asked].slice(0, LONGEST_SEARCH).join('');
  const said = new Map<Filter, string>();
  for (const name of FILTERS) {
    const value = plain(fields.get(name) ?? '').slice(0, LONGEST_SEARCH);
    if (value) said.set(name, value);
  }
  const words: string[] = [];
  const phrases: string[] = [];
  const without: string[] = [];
  for (const [, minus, phrase, word = ''] of [...typed.matchAll(TERM)].slice(0, MOST_TERMS)) {
    if (phrase !== undefined) (minus ? without : phrases).push(phrase);
    else if (!filtered(word, said)) {
      if (word.startsWith('-') && word.length > 1) without.push(word.slice(1));
      else words.push(word);
    }
  }
  return {
    ...{ typed, words, phrases: phrases.filter((one) => one.trim() !== ''), without },
    ...chosen(said),
    order: fields.get('order') === 'newest' ? 'newest' : 'relevance',
    ...(fields.get('from') ? { from: fields.get('from') ?? '' } : {}),
    isCut: typed !== asked,
  };
}

/** A text without what no keyboard types: control characters, halves of a letter. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}

function filtered(word: string, said: Map<Filter, string>): boolean {
  const [, name, value] = /^(\p{L}+):(.+)$/u.exec(word) ?? [];
  const filter = FILTERS.find((one) => one === name?.toLowerCase());
  if (!filter || value === undefined) return false;
  said.set(filter, value);
  return true;
}

function chosen(said: ReadonlyMap<Filter, string>): Partial<Search> {
  const { section, author, topic, type, after, before } = Object.fromEntries(said);
  return {
    ...(section ? { section } : {}),
    ...(author ? { author } : {}),
    ...(topic ? { topic } : {}),
    ...(type ? { kind: type } : {}),
    ...(after ? { after } : {}),
    ...(before ? { before } : {}),
  };
}

/** Whether a question asks for anything at all. */
export function isAsked(search: Search): boolean {
  const { words, phrases, section, author, topic, kind, after, before } = search;
  return words.length + phrases.length > 0 || [section, author, topic, kind, after, before].some(Boolean);
}

/** The query of an address that asks the same, with some of it changed; undefined takes a part out. */
export function searchQuery(
  search: Search,
  change: Partial<Record<'order' | 'from' | 'q', string | undefined>> = {},
): Readonly<Record<string, string>> {
  const all: Readonly<Record<string, string | undefined>> = {
    q: search.typed,
    section: search.section,
    author: search.author,
    topic: search.topic,
    type: search.kind,
    after: search.after,
    before: search.before,
    order: search.order === 'newest' ? 'newest' : undefined,
    ...change,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  );
}

/** Whether a text is a day of the calendar, `2026-11-23`. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && found[1] !== '0000';
}

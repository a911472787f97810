import type { Instant } from '@courant/base';
import type { Card } from '@courant/edition';
import {
  authorPath,
  frontPath,
  isAsked,
  PACKAGE_WORD,
  packagePath,
  searchPath,
  searchQuery,
  topicName,
  topicPath,
} from '@courant/edition';
import { topicTitle, wordsOf } from '@courant/site';
import type { NewestList, Withdrawal } from './ports.ts';
import type { Reading } from './reading.ts';
import { searchOf } from './search-page.ts';

/** A list of stories that has a feed. */
export interface FeedList {
  /** Without the paper's name, which is added; absent for the front of an edition. */
  readonly title?: string;
  readonly description: string;
  /** Path of its page, with the question where it is a search. */
  readonly page: string;
  readonly cards: readonly Card[];
  /** Where the list goes on, where it does. */
  readonly next?: string;
  /** Whether a withdrawn story stood in it. */
  stood(story: Withdrawal): boolean;
}

/** How much of a list is wanted: so many stories, after one of them. */
export interface ListPart {
  readonly most: number;
  readonly before?: NewestList['before'];
}

/** The list that an address within an edition names; undefined where it names none. */
export async function feedListAt(
  reading: Reading,
  path: string,
  part: ListPart,
): Promise<FeedList | undefined> {
  const [, word = '', urlSlug = ''] = /^\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (path === '') return ofFront(reading, part);
  if (word === 'authors') return ofAuthor(reading, urlSlug, part);
  if (word === 'topics') return ofTopic(reading, urlSlug, part);
  if (Object.values(PACKAGE_WORD).includes(word))
    return part.before ? undefined : ofPackage(reading, word, urlSlug);
  return ofSection(reading, path, part);
}

/** One story more than is wanted tells whether there are more. */
function parted(cards: readonly Card[], most: number): Pick<FeedList, 'cards' | 'next'> {
  const shown = cards.slice(0, most);
  const last = shown.at(-1);
  return { cards: shown, ...(cards.length > most && last ? { next: cursorAfter(last) } : {}) };
}

/** The place of a story in a list, as it stands in an address. */
function cursorAfter({ published, story }: Card): string {
  return `${new Date(published).getTime().toString(36)}_${story}`;
}

function inEdition({ edition }: Reading): (story: Withdrawal) => boolean {
  return ({ places }) => places.some((place) => place.edition === edition.key);
}

async function ofFront(reading: Reading, { most, before }: ListPart): Promise<FeedList> {
  const { edition, paper } = reading;
  const cards = await reading.newest(most + 1, undefined, before);
  const description =
    edition.tagline ?? paper.publication.tagline ?? `${paper.publication.name}, ${edition.name}`;
  return { description, page: frontPath(edition), ...parted(cards, most), stood: inEdition(reading) };
}

async function ofSection(reading: Reading, path: string, part: ListPart): Promise<FeedList | undefined> {
  const { edition, paper } = reading;
  const section = paper.sections.find((one) => `/${one.path}` === path);
  if (!section) return undefined;
  const cards = await reading.newest(part.most + 1, section, part.before);
  const { name: title } = section;
  const named = { section: title, paper: paper.publication.name, edition: edition.name };
  const description = wordsOf(edition)('sectionFront', named);
  const stood = ({ places }: Withdrawal) =>
    places.some(
      (place) => place.edition === edition.key && `${place.section}/`.startsWith(`${section.path}/`),
    );
  return { title, description, page: frontPath(edition, section), ...parted(cards, part.most), stood };
}

async function ofAuthor(reading: Reading, urlSlug: string, part: ListPart): Promise<FeedList | undefined> {
  const author = await reading.snapshot.author(urlSlug);
  if (!author) return undefined;
  const cards = await reading.newestOf(author.id, part.most + 1, part.before);
  const description = author.bio ?? wordsOf(reading.edition)('authorStories', { name: author.name });
  const stood = ({ subjects }: Withdrawal) => subjects.includes(author.id);
  const page = authorPath(reading.edition, author);
  return { title: author.name, description, page, ...parted(cards, part.most), stood };
}

async function ofTopic(reading: Reading, urlSlug: string, part: ListPart): Promise<FeedList | undefined> {
  const { edition, paper, snapshot } = reading;
  const topic = await snapshot.topic(urlSlug);
  if (!topic) return undefined;
  const cards = await reading.newestOf(topic.id, part.most + 1, part.before);
  const title = topicTitle(topicName(topic, edition.locale), edition.locale);
  const named = { topic: title, paper: paper.publication.name, edition: edition.name };
  const stood = ({ subjects }: Withdrawal) => subjects.includes(topic.id);
  const page = topicPath(edition, topic);
  const description = wordsOf(edition)('topicStories', named);
  return { title, description, page, ...parted(cards, part.most), stood };
}

/** A package is told whole: its editors keep it short. */
async function ofPackage(reading: Reading, word: string, urlSlug: string): Promise<FeedList | undefined> {
  const all = await reading.packages();
  const pack = all.find((one) => PACKAGE_WORD[one.kind] === word && one.urlSlug === urlSlug);
  if (!pack) return undefined;
  const cards = (await reading.packageCards(pack)).toSorted(byNewest);
  const stood = ({ packages }: Withdrawal) => packages.includes(pack.id);
  const page = packagePath(reading.edition, pack);
  return { title: pack.title, description: pack.teaser ?? pack.title, page, cards, stood };
}

function byNewest(a: Card, b: Card): number {
  return new Date(b.published).getTime() - new Date(a.published).getTime();
}

/** What a question finds, newest first; undefined where nothing is asked. */
export async function feedOfSearch(
  reading: Reading,
  query: string,
  most: number,
): Promise<(FeedList & { readonly updated?: Instant }) | undefined> {
  const { edition } = reading;
  const { search, results } = await searchOf(reading, query, { most, order: 'newest' });
  if (!isAsked(search)) return undefined;
  const cards = results.hits.map((hit) => hit.card);
  const title = wordsOf(edition)('searchResults', { question: search.typed });
  const page = searchPath(edition, searchQuery(search, { from: undefined, order: undefined }));
  return {
    ...{ title, description: title, page, cards, stood: () => false },
    ...(results.next === undefined ? {} : { next: results.next }),
  };
}

import type { Instant } from '@courant/base';
import { instant, isId } from '@courant/base';
import type { Card, FeedEnd } from '@courant/edition';
import { authorPath, DEFAULT_POLICY, FEED_ENDS, feedPath } from '@courant/edition';
import { absolute, directionOf, feedStory, sharedPicture } from '@courant/site';
import { blockText } from '@courant/story';
import type { Feed, FeedFormat, FeedItem, FormatAddresses, Tombstone } from '@courant/syndication';
import { atomFeed, FEED_MEDIA_TYPES, feedMarkup, jsonFeed, rssFeed } from '@courant/syndication';
import { written } from './drawn-page.ts';
import type { FeedList } from './feed-lists.ts';
import { feedListAt, feedOfSearch } from './feed-lists.ts';
import type { Page } from './page-cache.ts';
import type { LiveStory, NewestList } from './ports.ts';
import type { Reading } from './reading.ts';

/** Stories in a feed, or in one part of it. */
const ITEMS = 50;
/** Withdrawals looked through for those of one list. */
const WITHDRAWALS = 200;
/** Characters of a summary taken from the text of a story that has no standfirst. */
const SUMMARY = 280;

const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => string>> = {
  rss: rssFeed,
  atom: atomFeed,
  json: jsonFeed,
};

const ADDRESS = /^(.*)\/feed(?:\/([0-9a-z]{1,9}_[0-9a-f-]{36}))?\.(rss|atom|json)(?:\?(.*))?$/s;

/** What the address of a feed asks for. */
interface FeedAsked {
  /** Path of the list within the edition; empty for its front. */
  readonly list: string;
  readonly end: FeedEnd;
  readonly before?: NewestList['before'];
  readonly query?: string;
}

function askedAt(path: string): FeedAsked | undefined {
  const [, list = '', cursor, found, query] = ADDRESS.exec(path) ?? [];
  const end = FEED_ENDS.find((one) => one === found);
  if (!end) return undefined;
  const before = cursor === undefined ? undefined : placeAt(cursor);
  if (cursor !== undefined && !before) return undefined;
  return { list, end, ...(before ? { before } : {}), ...(query === undefined ? {} : { query }) };
}

function placeAt(cursor: string): NewestList['before'] {
  const [moment = '', story = ''] = cursor.split('_');
  const time = Number.parseInt(moment, 36);
  return isId(story) && time < 253_402_300_800_000 ? { published: instant(time), story } : undefined;
}

/** The feed that stands at an address within an edition; undefined where that is the address of none. */
export async function feedAt(reading: Reading, path: string): Promise<Page | undefined> {
  const asked = askedAt(path);
  if (!asked) return undefined;
  const { list: name, end, before, query } = asked;
  const isSearch = name === '/search';
  const list = isSearch
    ? await feedOfSearch(reading, query ?? '', ITEMS)
    : await feedListAt(reading, name, { most: ITEMS, ...(before ? { before } : {}) });
  if (!list) return undefined;
  const feed = await feedOf(reading, list, before !== undefined);
  const content = WRITERS[end](feed);
  const page = written(reading, { content, mediaType: FEED_MEDIA_TYPES[end] });
  const links = [...(feed.hub ? [`<${feed.hub}>; rel="hub"`] : []), `<${feed.self[end]}>; rel="self"`];
  // Older parts and questions can be made up by anybody: they are made for each who asks.
  const told = { ...page, keep: !isSearch && !before, link: links.join(', ') };
  // What a question finds may go without a trace: such a feed has a validator, but no time of its own.
  return isSearch ? told : { ...told, modified: feed.updated };
}

async function feedOf(reading: Reading, list: FeedList, isPart: boolean): Promise<Feed> {
  const { paper, edition, snapshot, site } = reading;
  const { publication } = paper;
  const items = await itemsOf(reading, list.cards);
  const tombstones = isPart ? [] : await tombstonesOf(reading, list);
  const last = (await snapshot.newestMoment(edition)) ?? instant(0);
  const times = [...items.map((item) => item.updated), ...tombstones.map((one) => one.at)];
  const { hub } = publication.policy ?? DEFAULT_POLICY;
  const name = edition.isDefault ? publication.name : `${publication.name}, ${edition.name}`;
  const { host } = new URL(site.origin);
  return {
    title: list.title === undefined ? name : `${list.title} · ${name}`,
    publisher: publication.name,
    description: list.description,
    language: edition.locale,
    direction: directionOf(edition.locale),
    home: url(reading, list.page),
    self: addresses(reading, list.page),
    id: `tag:${host.replace(/:\d+$/, '')},2026:${asked(list.page)}`,
    updated: times.toSorted().at(-1) ?? last,
    icon: url(reading, '/icon-512.png'),
    items,
    tombstones,
    ...(hub === undefined ? {} : { hub }),
    ...(list.next === undefined ? {} : { next: addresses(reading, list.page, list.next) }),
  };
}

/** The path of a list as it stands in addresses; a question is encoded already. */
function asked(page: string): string {
  return page.includes('?') ? page : encodeURI(page);
}

function url({ site }: Reading, path: string): string {
  return absolute({ publicUrl: site.origin }, path);
}

/** A search goes on by its question, every other list by its address. */
function addresses(reading: Reading, page: string, next?: string): FormatAddresses {
  const isSearch = page.includes('?');
  const rest = next === undefined ? '' : `&from=${encodeURIComponent(next)}`;
  const of = (end: FeedEnd) =>
    `${reading.site.origin}${isSearch ? feedPath(page, end) + rest : encodeURI(feedPath(page, end, next))}`;
  return { rss: of('rss'), atom: of('atom'), json: of('json') };
}

async function itemsOf(reading: Reading, cards: readonly Card[]): Promise<readonly FeedItem[]> {
  const live = await reading.snapshot.stories(cards.map((card) => card.story));
  const byId = new Map(live.map((story) => [story.story, story]));
  return cards.flatMap((card) => {
    const story = byId.get(card.story);
    return story ? [itemOf(reading, card, story)] : [];
  });
}

function itemOf(reading: Reading, card: Card, live: LiveStory): FeedItem {
  const { copy } = live;
  const address = url(reading, card.path);
  const text = copy.standfirst ?? copy.body.content.map(blockText).find(Boolean) ?? card.headline;
  const named = card.authors?.map(({ name, urlSlug }) => ({
    name,
    url: url(reading, authorPath(reading.edition, { urlSlug })),
  }));
  const picture = card.picture && sharedPicture(card.picture);
  return {
    id: `urn:uuid:${card.story}`,
    url: address,
    title: card.headline,
    summary: text.length > SUMMARY ? `${text.slice(0, SUMMARY).replace(/\s+\S*$/, '')} …` : text,
    contentHtml: feedMarkup(feedStory(live, reading.edition), address),
    published: card.published,
    updated: card.updated,
    authors: named ?? (copy.byline === undefined ? [] : [{ name: copy.byline }]),
    categories: categoriesOf(reading, card, live),
    language: card.language,
    direction: directionOf(card.language),
    ...(copy.source === undefined ? {} : { source: copy.source }),
    ...(picture && card.picture ? { picture: pictureOf(reading, card.picture, picture) } : {}),
  };
}

function pictureOf(
  reading: Reading,
  { alt, credit }: NonNullable<Card['picture']>,
  { path, width, height }: ReturnType<typeof sharedPicture>,
): NonNullable<FeedItem['picture']> {
  const shown = { url: url(reading, path), mediaType: 'image/jpeg', width, height, alt };
  return credit === undefined ? shown : { ...shown, credit };
}

/** Where IPTC keeps the Media Topics. */
const MEDIA_TOPICS = 'http://cv.iptc.org/newscodes/mediatopic/';

function categoriesOf(reading: Reading, { section }: Card, { copy }: LiveStory): FeedItem['categories'] {
  const subjects = (copy.subjects ?? []).flatMap(({ code, name }) => {
    const [, number] = /^medtop:(\d{8})$/.exec(code ?? '') ?? [];
    if (number !== undefined)
      return [{ term: number, scheme: MEDIA_TOPICS, ...(name ? { label: name } : {}) }];
    return name ? [{ term: name }] : [];
  });
  const place = { term: section.path, label: section.name, scheme: url(reading, '/') };
  return [place, ...subjects, ...(copy.keywords ?? []).map((term) => ({ term }))];
}

async function tombstonesOf({ snapshot }: Reading, list: FeedList): Promise<readonly Tombstone[]> {
  const all = await snapshot.withdrawals(WITHDRAWALS);
  return all
    .filter((story) => list.stood(story))
    .slice(0, ITEMS)
    .map(
      ({ story, at, notice }): Tombstone => ({
        ...{ id: `urn:uuid:${story}`, at: at satisfies Instant },
        ...(notice === undefined ? {} : { comment: notice }),
      }),
    );
}

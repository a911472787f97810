import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { instant, squeeze } from '@courant/base';
import { parseFeed as readByFeedParser } from '@rowanmanning/feed-parser';
import { parseFeed as readByFeedsmith } from 'feedsmith';
import { decode } from './charset.ts';
import { FEED_ROOTS } from './feed.ts';
import type { FeedEntry } from './feed-entry.ts';
import { isJsonFeed, readJsonFeedEntries } from './json-feed.ts';
import { readJson } from './loose-json.ts';
import { readXml } from './xml.ts';

const FEEDS = fileURLToPath(new URL('../../../../shared/data/feeds', import.meta.url));
const SKIP = existsSync(FEEDS) ? false : 'no ../shared/data/feeds beside the project';
const OPTIONS = { received: instant(new Date('2026-11-01T00:00:00Z')) };

/** What is compared of an entry, as texts; what a reader does not give is blank. */
type Fields = Readonly<Record<string, string>>;

function oursOf(text: string): readonly Fields[] {
  const json = /^\s*\{/.test(text) ? readJson(text) : undefined;
  if (json?.ok && isJsonFeed(json.value))
    return readJsonFeedEntries(json.value, OPTIONS).entries.map(fieldsOf);
  const xml = readXml(text);
  if (!xml.ok) return [];
  return FEED_ROOTS[xml.root.name]?.(xml.root, OPTIONS).entries.map(fieldsOf) ?? [];
}

function fieldsOf(entry: FeedEntry): Fields {
  const { id, title, link, summary, content, published, updated, authors, categories, files } = entry;
  return {
    ...{ id: id ?? '', title: title?.text ?? '', link: link ?? '' },
    ...{ summary: summary?.text ?? '', content: content?.text ?? '' },
    ...{ published: published ?? '', updated: updated ?? '' },
    authors: authors.map(({ name = '', email = '' }) => `${name} ${email}`.trim()).join('; '),
    categories: categories.join('; '),
    enclosures: files.map(({ href }) => href).join(' '),
  };
}

type Json = Readonly<Record<string, unknown>>;

const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);
const moment = (value: unknown) => {
  const time = value instanceof Date ? value.getTime() : Date.parse(words(value));
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
};

/** What gofeed's own tests say of an entry: only what they say is compared. */
function expectedOf(item: Json): Fields {
  const content = item.content as Json | string | undefined;
  const author = words(item.author);
  const people = list(item.authors).map(({ name, email }) => `${words(name)} ${words(email)}`.trim());
  const said: Record<string, string> = {
    id: words(item.guid) || words((item.guid as Json | undefined)?.value) || words(item.id),
    title: words(item.title),
    link: words(item.link) || words(item.url) || alternate(item),
    summary: words(item.summary) || words(item.description),
    content: words(content) || words((content as Json | undefined)?.value) || words(item.content_html),
    published: moment(item.publishedParsed ?? item.pubDateParsed ?? item.date_published),
    updated: moment(item.updatedParsed ?? item.date_modified),
    authors: people.length > 0 ? people.join('; ') : author,
    categories: categoriesIn(item),
    enclosures: enclosuresIn(item),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
}

function alternate({ links }: Json): string {
  const found = list(links).find(({ rel }) => rel === undefined || rel === 'alternate');
  return words(found?.href);
}

function categoriesIn({ categories, tags }: Json): string {
  const all: readonly unknown[] = Array.isArray(categories) ? categories : Array.isArray(tags) ? tags : [];
  return all
    .map(
      (one) =>
        words(one) || words((one as Json).label) || words((one as Json).term) || words((one as Json).value),
    )
    .filter(Boolean)
    .join('; ');
}

function enclosuresIn({ enclosure, enclosures, attachments, links }: Json): string {
  const all = [enclosure as Json | undefined, ...list(enclosures), ...list(attachments)];
  const linked = list(links).filter(({ rel }) => rel === 'enclosure');
  return [...all.flatMap((one) => words(one?.url) || []), ...linked.map(({ href }) => words(href))].join(' ');
}

/** Values are the same once tags, entities and spaces are told in one way. */
function same(field: string, ours: string, wanted: string): boolean {
  if (field === 'published' || field === 'updated') return ours.slice(0, 19) === wanted.slice(0, 19);
  if (field === 'enclosures') return wanted.split(' ').every((href) => ours.split(' ').includes(href));
  const folded = (text: string) =>
    squeeze(text.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&quot;', '"'));
  return folded(ours) === folded(wanted);
}

interface Pair {
  readonly name: string;
  readonly text: string;
  readonly items: readonly Json[];
}

function pairs(): readonly Pair[] {
  const at = `${FEEDS}/gofeed-testdata`;
  const names = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(xml|json)$/.test(name),
  );
  return names.toSorted().flatMap((name) => {
    const answer = name.endsWith('.xml')
      ? name.replace(/\.xml$/, '.json')
      : name.replace(/\.json$/, '_expected.json');
    if (name.endsWith('_expected.json') || !names.includes(answer)) return [];
    const said = JSON.parse(readFileSync(`${at}/${answer}`, 'utf8')) as Json;
    const items = list(said.items ?? said.entries);
    return items.length === 0 ? [] : [{ name, text: decode(readFileSync(`${at}/${name}`)).text, items }];
  });
}

/** How many of the fields that are asserted a reader gives so. */
function share(
  read: (text: string) => readonly Fields[],
  misses: string[] = [],
): { agreed: number; counted: number } {
  const asked = pairs().flatMap(({ name, text, items }) => {
    const entries = whatever(read, text);
    return items.flatMap((item, i) =>
      Object.entries(expectedOf(item)).map(([field, wanted]) => ({
        ...{ name, field, wanted },
        ours: entries[i]?.[field] ?? '',
      })),
    );
  });
  const missed = asked.filter(({ field, ours, wanted }) => !same(field, ours, wanted));
  for (const { name, field, ours, wanted } of missed)
    misses.push(`${name} ${field}: ${JSON.stringify(ours)}, not ${JSON.stringify(wanted)}`);
  return { agreed: asked.length - missed.length, counted: asked.length };
}

/** What a reader gives; a library that throws gives nothing. */
function whatever(read: (text: string) => readonly Fields[], text: string): readonly Fields[] {
  try {
    return read(text);
  } catch {
    // It is counted as a reader that gives nothing.
    return [];
  }
}

function byFeedsmith(text: string): readonly Fields[] {
  const { feed } = readByFeedsmith(text) as { readonly feed: Json };
  return list(feed.items ?? feed.entries).map((item) => ({
    ...expectedOf({ ...item, ...feedsmithNames(item) }),
  }));
}

function feedsmithNames(item: Json): Json {
  const guid = item.guid as Json | undefined;
  const content = item.content as Json | string | undefined;
  return {
    ...(guid?.value === undefined ? {} : { guid: guid.value }),
    publishedParsed: item.pubDate ?? item.published,
    updatedParsed: item.updated,
    content:
      words(content) ||
      words((content as Json | undefined)?.value) ||
      words((content as Json | undefined)?.encoded),
    title: words(item.title) || words((item.title as Json | undefined)?.value),
    summary: words(item.summary) || words((item.summary as Json | undefined)?.value),
    authors: list(item.authors).map((one) => (typeof one === 'string' ? { name: one } : one)),
    categories: Array.isArray(item.categories)
      ? item.categories.map((one: Json) => one.name ?? one.label ?? one.term)
      : [],
  };
}

function byFeedParser(text: string): readonly Fields[] {
  return readByFeedParser(text).items.map((item) => ({
    ...{ id: item.id ?? '', title: item.title ?? '', link: item.url ?? '' },
    ...{ summary: item.description ?? '', content: item.content ?? '' },
    ...{ published: moment(item.published), updated: moment(item.updated) },
    authors: item.authors.map(({ name, email }) => `${name ?? ''} ${email ?? ''}`.trim()).join('; '),
    categories: item.categories.map(({ label, term }) => label ?? term).join('; '),
    enclosures: item.media.map(({ url }) => url).join(' '),
  }));
}

test('feeds are read as another reader’s own tests say, more of them than by the libraries', {
  skip: SKIP,
}, (t) => {
  const misses: string[] = [];
  const ours = share(oursOf, misses);
  const told = (name: string, { agreed, counted }: { agreed: number; counted: number }) =>
    t.diagnostic(
      `${name}: ${agreed} of ${counted} fields agree (${((100 * agreed) / counted).toFixed(1)} %)`,
    );
  told('ours', ours);
  const others = [share(byFeedsmith), share(byFeedParser)] as const;
  told('feedsmith', others[0]);
  told('@rowanmanning/feed-parser', others[1]);
  for (const miss of misses) t.diagnostic(`  ${miss}`);
  assert.ok(ours.counted > 80);
  assert.ok(ours.agreed >= ours.counted * 0.92);
  for (const other of others) assert.ok(ours.agreed >= other.agreed);
});

import { feedDate } from './feed-date.ts';
import type { Feed, FeedEntry, FeedFile, FeedPerson, FeedText } from './feed-entry.ts';
import { present } from './fields.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';

/** Whether JSON says of itself that it is a JSON Feed. */
export function isJsonFeed(value: unknown): value is NinjsObject {
  if (!isObject(value) || !Array.isArray(value.items)) return false;
  const version = String(value.version);
  // Some say the number where the address of the version belongs.
  return /jsonfeed\.org\/version/.test(version) || (/^1(?:\.\d)?$/.test(version) && 'feed_url' in value);
}

/** Reads a JSON Feed 1.0 or 1.1 (jsonfeed.org). */
export function readJsonFeedEntries(feed: NinjsObject, options: ReadOptions): Feed {
  const { title, home_page_url: home, feed_url: own, language } = feed;
  return {
    head: {
      format: 'json-feed',
      authors: peopleOf(feed),
      ...present({ title: text(title), link: text(home) ?? text(own), language: text(language) }),
    },
    entries: list(feed.items).map((item) => entryOf(item, options)),
  };
}

function entryOf(item: NinjsObject, options: ReadOptions): FeedEntry {
  const { content_html: html, content_text: plain, summary, title } = item;
  const link = text(item.url) ?? text(item.external_url);
  const external = text(item.external_url);
  return {
    authors: peopleOf(item),
    categories: Array.isArray(item.tags) ? item.tags.flatMap((tag) => text(tag) ?? []) : [],
    files: filesOf(item),
    links: external !== undefined && external !== link ? [{ href: external, rel: 'related' }] : [],
    ...present({
      id: typeof item.id === 'number' ? String(item.id) : text(item.id),
      title: textOf(title, false),
      link,
      summary: textOf(summary, false),
      content: textOf(html, true) ?? textOf(plain, false),
      published: feedDate(text(item.date_published), options),
      updated: feedDate(text(item.date_modified), options),
      language: text(item.language),
    }),
  };
}

function textOf(value: unknown, isHtml: boolean): FeedText | undefined {
  const said = text(value);
  return said === undefined ? undefined : { text: said, isHtml };
}

function peopleOf({ authors, author }: NinjsObject): readonly FeedPerson[] {
  // Version 1.0 had one author.
  const people = list(authors).length > 0 ? list(authors) : isObject(author) ? [author] : [];
  return people.flatMap(({ name, url }) => {
    const person = present({ name: text(name), uri: text(url) });
    return Object.keys(person).length > 0 ? [person] : [];
  });
}

function filesOf({ image, banner_image: banner, attachments }: NinjsObject): readonly FeedFile[] {
  const pictures = [image, banner].flatMap((href) => text(href) ?? []);
  const files = list(attachments).flatMap(({ url, mime_type: type, title }): readonly FeedFile[] => {
    const href = text(url);
    return href === undefined ? [] : [{ href, ...present({ mediaType: text(type), title: text(title) }) }];
  });
  return [...files, ...pictures.map((href) => ({ href, mediaType: 'image/*' }))];
}

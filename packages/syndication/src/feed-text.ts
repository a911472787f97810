import { squeeze } from '@courant/base';
import type { Feed, FeedAuthor, FeedCategory, FeedItem } from './feed.ts';
import { webAddress } from './web-address.ts';
import { fitText } from './xml.ts';

/**
 * Text for elements that hold no markup. Some readers take such text for HTML all the same and drop what looks like
 * a tag; a word joiner, which nobody sees, keeps them from it.
 */
export function plainText(text: string): string {
  return squeeze(fitText(text)).replace(/<(?=\/[\p{L}\p{N}_])/gu, '<\u2060');
}

/** Plain text as HTML, for elements that hold HTML. */
export function textAsHtml(text: string): string {
  return squeeze(fitText(text)).replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** The item's headline; its summary or address where it has none, as no format goes without. */
export function titleOf(item: FeedItem): string {
  return squeeze(fitText(item.title)) || squeeze(fitText(item.summary)) || item.url;
}

/** Those who wrote it, without blank names and without mail addresses, which harvesters take from feeds. */
export function authorsOf(item: FeedItem): readonly FeedAuthor[] {
  return item.authors.flatMap(({ name, url }) => {
    const plain = plainName(name);
    const address = url === undefined ? undefined : webAddress(url);
    return plain ? [{ name: plain, ...(address !== undefined && { url: address }) }] : [];
  });
}

/** A name without a mail address after it. */
function plainName(name: string): string {
  return plainText(fitText(name).replace(/<[^<>@\s]*@[^<>\s]*>/g, ''));
}

/** What it is about, without blank terms and schemes that are no address. */
export function categoriesOf(item: FeedItem): readonly FeedCategory[] {
  return item.categories.flatMap(({ term, label, scheme }) => {
    const plain = plainText(term);
    const said = plainText(label ?? '');
    const address = scheme === undefined ? undefined : webAddress(scheme);
    return plain
      ? [{ term: plain, ...(said && { label: said }), ...(address !== undefined && { scheme: address }) }]
      : [];
  });
}

/** The author of all that names none. */
export function publisherOf(feed: Feed): string {
  return plainName(feed.publisher ?? '') || plainName(feed.title) || feed.home;
}

/** The feed's title; its address where it has none. */
export function feedTitle(feed: Feed): string {
  return plainText(feed.title) || feed.home;
}

/**
 * The story's markup, wrapped with language and direction where a reader could not know them otherwise: RSS and JSON
 * have no place for either, and no format has one for direction.
 */
export function contentOf(feed: Feed, item: FeedItem): string | undefined {
  if (!item.contentHtml) return undefined;
  const isOwnTongue = item.language === feed.language;
  const direction = item.direction ?? (isOwnTongue ? feed.direction : undefined);
  if (isOwnTongue && direction !== 'rtl') return fitText(item.contentHtml);
  const dir = direction ? ` dir="${direction}"` : '';
  const lang = /^[a-z0-9-]+$/i.test(item.language) ? ` lang="${item.language}"` : '';
  return `<div${lang}${dir}>${fitText(item.contentHtml)}</div>`;
}

import type { Json } from '@courant/base';
import { squeeze } from '@courant/base';
import type { Feed, FeedItem } from './feed.ts';
import { distinctItems } from './feed.ts';
import { counted } from './feed-picture.ts';
import { authorsOf, categoriesOf, contentOf, publisherOf, titleOf } from './feed-text.ts';
import { internetMoment } from './moment-text.ts';
import { requiredAddress, webAddress } from './web-address.ts';
import { fitText } from './xml.ts';

/**
 * The feed as JSON Feed 1.1. What that has no member for stands in `_courant`, as its § Extensions asks: of the feed
 * the stories withdrawn and the archive, of an item its agency, its categories with their schemes, its picture's
 * size and credit, and the story it stands in for.
 */
export function jsonFeed(feed: Feed): string {
  const home = requiredAddress(feed.home);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: text(feed.title) || home,
    home_page_url: home,
    feed_url: requiredAddress(feed.self.json),
    ...given('description', text(feed.description)),
    ...given('next_url', address(feed.next?.json)),
    ...given('icon', address(feed.icon)),
    authors: [{ name: publisherOf(feed), url: home }],
    language: feed.language,
    ...given('hubs', hubs(feed)),
    ...given('_courant', extensionOf(feed)),
    items: distinctItems(feed.items).map((item) => itemOf(feed, item)),
  });
}

function hubs(feed: Feed): Json | undefined {
  const url = address(feed.hub);
  return url === undefined ? undefined : [{ type: 'WebSub', url }];
}

function extensionOf(feed: Feed): Json | undefined {
  const gone = feed.tombstones ?? [];
  const archive = feed.archive && {
    is_archive: feed.archive.isArchive,
    ...given('current', address(feed.archive.current?.json)),
    ...given('previous', address(feed.archive.previous?.json)),
    ...given('following', address(feed.archive.following?.json)),
  };
  const extension = {
    id: feed.id,
    date_modified: internetMoment(feed.updated),
    ...given('rights', text(feed.rights)),
    ...given('license', address(feed.license)),
    ...given('logo', address(feed.logo)),
    ...given('archive', archive),
    ...(gone.length > 0 && {
      tombstones: gone.map(({ id, at, comment }) => ({
        id,
        at: internetMoment(at),
        ...given('comment', text(comment)),
      })),
    }),
  };
  return extension;
}

function itemOf(feed: Feed, item: FeedItem): Json {
  const content = contentOf(feed, item);
  const title = text(titleOf(item));
  const summary = text(item.summary);
  const picture = item.picture && address(item.picture.url);
  const authors = authorsOf(item).map(({ name, url }) => ({ name, ...given('url', url) }));
  const tags = [...new Set(categoriesOf(item).map(({ term, label }) => label ?? term))];
  return {
    id: item.id,
    url: requiredAddress(item.url),
    title,
    ...(content === undefined ? { content_text: summary || title } : { content_html: content }),
    ...given('summary', summary),
    ...given('image', picture),
    date_published: internetMoment(item.published),
    date_modified: internetMoment(item.updated),
    ...(authors.length > 0 && { authors }),
    ...(tags.length > 0 && { tags }),
    language: item.language,
    ...given('_courant', itemExtension(item)),
  };
}

function itemExtension(item: FeedItem): Json | undefined {
  const { picture } = item;
  const categories = categoriesOf(item)
    .filter(({ scheme }) => scheme !== undefined)
    .map(({ term, label, scheme }) => ({ term, ...given('label', label), ...given('scheme', scheme) }));
  const url = picture && address(picture.url);
  const extension = {
    ...given('source', text(item.source)),
    ...given('replaces', item.replaces),
    ...(categories.length > 0 && { categories }),
    ...(picture &&
      url !== undefined && {
        picture: {
          url,
          mime_type: picture.mediaType,
          ...given('width', counted(picture.width)),
          ...given('height', counted(picture.height)),
          ...given('size_in_bytes', counted(picture.length)),
          ...given('alt', text(picture.alt)),
          ...given('credit', text(picture.credit)),
        },
      }),
  };
  return Object.keys(extension).length > 0 ? extension : undefined;
}

function text(of: string | undefined): string {
  return squeeze(fitText(of ?? ''));
}

function address(of: string | undefined): string | undefined {
  return of === undefined ? undefined : webAddress(of);
}

/** A member that is there only where it says something. */
function given(name: string, value: Json | undefined): Readonly<Record<string, Json>> {
  return value === undefined || value === '' ? {} : { [name]: value };
}

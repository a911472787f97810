import type { Feed, FeedArchive, FeedItem, FormatAddresses } from './feed.ts';
import { distinctItems } from './feed.ts';
import { mediaElement } from './feed-picture.ts';
import {
  authorsOf,
  categoriesOf,
  contentOf,
  feedTitle,
  plainText,
  textAsHtml,
  titleOf,
} from './feed-text.ts';
import { internetMoment, mailMoment } from './moment-text.ts';
import { requiredAddress, webAddress } from './web-address.ts';
import type { Xml } from './xml.ts';
import { cdata, element, elementWith, xmlDocument } from './xml.ts';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** Logos that RSS 2.0 (§ image) knows: GIF, JPEG and PNG, or an address that does not tell. */
const OTHER_PICTURE = /\.(?!(?:jpe?g|gif|png)$)\w+$/i;

/**
 * The feed as RSS 2.0.11 with the RSS Best Practices Profile, Dublin Core, Content and Media RSS modules, `atom:link`
 * for itself, hub, licence and archive (RFC 5005). Stories withdrawn are simply not in it: RSS has no word for them.
 */
export function rssFeed(feed: Feed): string {
  const items = distinctItems(feed.items).map((item) => itemElement(feed, item));
  const channel = element('channel', ...channelHead(feed), items);
  return xmlDocument(elementWith('rss', { version: '2.0', ...NAMESPACES }, channel));
}

function channelHead(feed: Feed): readonly (Xml | undefined)[] {
  const home = requiredAddress(feed.home);
  const title = feedTitle(feed);
  return [
    element('title', title),
    element('link', home),
    element('description', plainText(feed.description ?? '') || title),
    element('language', feed.language),
    plainElement('copyright', feed.rights),
    element('lastBuildDate', mailMoment(feed.updated)),
    element('generator', 'Courant'),
    element('docs', 'http://www.rssboard.org/rss-specification'),
    imageElement(feed, title, home),
    elementWith('atom:link', {
      rel: 'self',
      type: 'application/rss+xml',
      href: requiredAddress(feed.self.rss),
    }),
    linkElement('hub', feed.hub),
    linkElement('license', feed.license),
    linkElement('next', feed.next?.rss),
    ...archiveElements(feed.archive),
  ];
}

function imageElement(feed: Feed, title: string, home: string): Xml | undefined {
  const pictures = [feed.logo, feed.icon].map((one) => (one === undefined ? undefined : webAddress(one)));
  const url = pictures.find((one) => one !== undefined && !OTHER_PICTURE.test(one));
  if (url === undefined) return undefined;
  return element('image', element('url', url), element('title', title), element('link', home));
}

function plainElement(name: string, text: string | undefined): Xml | undefined {
  const plain = plainText(text ?? '');
  return plain ? element(name, plain) : undefined;
}

function linkElement(rel: string, address: string | undefined): Xml | undefined {
  const href = address === undefined ? undefined : webAddress(address);
  return href === undefined ? undefined : elementWith('atom:link', { rel, href });
}

function archiveElements(archive: FeedArchive | undefined): readonly (Xml | undefined)[] {
  const to = (rel: string, addresses: FormatAddresses | undefined) => linkElement(rel, addresses?.rss);
  return [
    archive?.isArchive ? element('fh:archive') : undefined,
    to('current', archive?.current),
    to('prev-archive', archive?.previous),
    to('next-archive', archive?.following),
  ];
}

function itemElement(feed: Feed, item: FeedItem): Xml {
  const authors = authorsOf(item).map(({ name }) => element('dc:creator', name));
  const categories = categoriesOf(item).map(({ term, label, scheme }) =>
    elementWith('category', { domain: scheme }, label ?? term),
  );
  const content = contentOf(feed, item);
  return element(
    'item',
    element('title', plainText(titleOf(item))),
    element('link', requiredAddress(item.url)),
    elementWith('guid', { isPermaLink: 'false' }, item.id),
    element('pubDate', mailMoment(item.published)),
    item.updated === item.published ? undefined : element('atom:updated', internetMoment(item.updated)),
    authors,
    categories,
    element('description', textAsHtml(item.summary)),
    content === undefined ? undefined : element('content:encoded', cdata(content)),
    mediaElement(item.picture),
    plainElement('dc:source', item.source),
    item.replaces ? element('dcterms:replaces', item.replaces) : undefined,
  );
}

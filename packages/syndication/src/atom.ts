import type { Instant } from '@courant/base';
import { squeeze } from '@courant/base';
import type { Feed, FeedItem, FeedPicture, Tombstone } from './feed.ts';
import { distinctItems } from './feed.ts';
import { counted, mediaElement } from './feed-picture.ts';
import {
  authorsOf,
  categoriesOf,
  contentOf,
  feedTitle,
  plainText,
  publisherOf,
  textAsHtml,
  titleOf,
} from './feed-text.ts';
import { internetMoment } from './moment-text.ts';
import { requiredAddress, webAddress } from './web-address.ts';
import type { Xml } from './xml.ts';
import { cdata, element, elementWith, fitText, xmlDocument } from './xml.ts';

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** Declared only where a story is withdrawn, since checkers warn of it (RFC 6721 §2). */
const TOMBSTONES = { 'xmlns:at': 'http://purl.org/atompub/tombstones/1.0' };

/**
 * The feed as Atom 1.0 (RFC 4287), with archive links (RFC 5005), stories withdrawn as `at:deleted-entry` (RFC 6721),
 * Media RSS and Dublin Core. An agency stands in `dc:source`: `atom:source` is for entries copied from another feed.
 */
export function atomFeed(feed: Feed): string {
  const stamps = new Set<string>();
  const entries = distinctItems(feed.items).map((item) =>
    entryElement(feed, item, distinctStamp(item, stamps)),
  );
  const gone = (feed.tombstones ?? []).map(tombstoneElement);
  const attributes = { ...NAMESPACES, ...(gone.length > 0 && TOMBSTONES), 'xml:lang': feed.language };
  return xmlDocument(elementWith('feed', attributes, ...feedHead(feed), gone, entries));
}

function feedHead(feed: Feed): readonly (Xml | undefined)[] {
  const home = requiredAddress(feed.home);
  const { archive } = feed;
  return [
    element('id', feed.id),
    textElement('title', feedTitle(feed)),
    textElement('subtitle', feed.description),
    element('updated', internetMoment(feed.updated)),
    element('author', element('name', publisherOf(feed)), element('uri', home)),
    elementWith('generator', {}, 'Courant'),
    addressElement('icon', feed.icon),
    addressElement('logo', feed.logo),
    textElement('rights', feed.rights),
    elementWith('link', { rel: 'alternate', type: 'text/html', href: home }),
    elementWith('link', {
      rel: 'self',
      type: 'application/atom+xml',
      href: requiredAddress(feed.self.atom),
    }),
    linkElement('hub', feed.hub),
    linkElement('license', feed.license),
    linkElement('next', feed.next?.atom),
    archive?.isArchive ? element('fh:archive') : undefined,
    linkElement('current', archive?.current?.atom),
    linkElement('prev-archive', archive?.previous?.atom),
    linkElement('next-archive', archive?.following?.atom),
  ];
}

function plainElement(name: string, text: string | undefined): Xml | undefined {
  const plain = plainText(text ?? '');
  return plain ? element(name, plain) : undefined;
}

function linkElement(rel: string, address: string | undefined): Xml | undefined {
  const href = address === undefined ? undefined : webAddress(address);
  return href === undefined ? undefined : elementWith('link', { rel, href });
}

function addressElement(name: string, address: string | undefined): Xml | undefined {
  const found = address === undefined ? undefined : webAddress(address);
  return found === undefined ? undefined : element(name, found);
}

/** A text construct (RFC 4287 §3.1); one with a `<` goes as HTML, so that nobody can take it for markup. */
function textElement(name: string, text: string | undefined): Xml | undefined {
  const plain = squeeze(fitText(text ?? ''));
  if (!plain) return undefined;
  return plain.includes('<') ? elementWith(name, { type: 'html' }, textAsHtml(plain)) : element(name, plain);
}

function tombstoneElement({ id, at, comment }: Tombstone): Xml {
  return elementWith(
    'at:deleted-entry',
    { ref: id, when: internetMoment(at) },
    textElement('at:comment', comment),
  );
}

function entryElement(feed: Feed, item: FeedItem, updated: string): Xml {
  const url = requiredAddress(item.url);
  const content = contentOf(feed, item);
  const summary = squeeze(fitText(item.summary)) || (content ? '' : titleOf(item));
  return elementWith(
    'entry',
    { 'xml:lang': item.language === feed.language ? undefined : item.language },
    element('id', item.id),
    textElement('title', titleOf(item)),
    element('updated', updated),
    element('published', internetMoment(item.published)),
    authorsOf(item).map(({ name, url: at }) =>
      element('author', element('name', name), at && element('uri', at)),
    ),
    elementWith('link', { rel: 'alternate', type: 'text/html', href: url }),
    enclosureElement(item.picture),
    categoriesOf(item).map(({ term, label, scheme }) => elementWith('category', { term, scheme, label })),
    textElement('summary', summary),
    content ? elementWith('content', { type: 'html' }, cdata(content)) : undefined,
    mediaElement(item.picture),
    plainElement('dc:source', item.source),
    item.replaces ? element('dcterms:replaces', item.replaces) : undefined,
  );
}

function enclosureElement(picture: FeedPicture | undefined): Xml | undefined {
  const href = picture && webAddress(picture.url);
  if (!picture || href === undefined) return undefined;
  return elementWith('link', {
    rel: 'enclosure',
    type: picture.mediaType,
    length: counted(picture.length),
    href,
  });
}

/**
 * When the item changed, told apart from others of the same millisecond: readers that order by `updated` alone, and
 * the validator of the W3C, ask that no two be equal. Digits below the millisecond, which nobody measured, come from
 * the item's id, so they stay the same from one fetch to the next.
 */
function distinctStamp(
  { id, updated }: { readonly id: string; readonly updated: Instant },
  taken: Set<string>,
): string {
  let stamp = internetMoment(updated);
  for (let digits = hashOf(id); taken.has(stamp); digits = (digits + 1) % 1_000_000) {
    stamp = updated.replace('Z', `${String(digits).padStart(6, '0')}Z`);
  }
  taken.add(stamp);
  return stamp;
}

/** A number below a million from a text (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % 1_000_000;
}

import { squeeze } from '@courant/base';
import type { FeedFormat } from './feed.ts';
import { requiredAddress, webAddress } from './web-address.ts';
import { element, elementWith, fitText, xmlDocument } from './xml.ts';

/** What to send as Content-Type, and to name in `<link rel="search">`. */
export const OPEN_SEARCH_MEDIA_TYPE = 'application/opensearchdescription+xml; charset=utf-8';

/** A paper's search as browsers and readers learn of it. All addresses are absolute. */
export interface OpenSearch {
  /** The paper's name. */
  readonly name: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** Where this description is fetched. */
  readonly self: string;
  /** The search page; words are asked as `q`. */
  readonly search: string;
  /** Feeds of what a search finds, asked likewise. */
  readonly feeds?: Partial<Readonly<Record<FeedFormat, string>>>;
  /** The paper's icon: PNG or ICO, its sides in pixels. */
  readonly icon?: { readonly url: string; readonly mediaType: string; readonly size: number };
  /** A word that finds something, for programs that try the search. */
  readonly example: string;
}

const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

const FORMATS: readonly FeedFormat[] = ['rss', 'atom', 'json'];

/** The search as an OpenSearch 1.1 description document (draft 6); names longer than it allows are cut. */
export function openSearchDescription(search: OpenSearch): string {
  const feeds = FORMATS.flatMap((format) => {
    const url = search.feeds?.[format];
    return url === undefined ? [] : [urlElement(FEED_TYPES[format], url)];
  });
  const name = search.name;
  return xmlDocument(
    elementWith(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      element('ShortName', short(name, 16)),
      element('LongName', short(name, 48)),
      element('Description', short(search.description, 1024)),
      iconElement(search),
      urlElement('text/html', search.search),
      feeds,
      elementWith('Url', {
        type: 'application/opensearchdescription+xml',
        rel: 'self',
        template: requiredAddress(search.self),
      }),
      elementWith('Query', { role: 'example', searchTerms: encodeURIComponent(short(search.example, 64)) }),
      element('SyndicationRight', 'open'),
      element('AdultContent', 'false'),
      element('Language', search.language),
      element('InputEncoding', 'UTF-8'),
      element('OutputEncoding', 'UTF-8'),
    ),
  );
}

function urlElement(type: string, address: string) {
  const url = requiredAddress(address);
  return elementWith('Url', {
    type,
    rel: 'results',
    template: `${url}${url.includes('?') ? '&' : '?'}q={searchTerms}`,
  });
}

function iconElement({ icon }: OpenSearch) {
  const url = icon && webAddress(icon.url);
  if (!icon || url === undefined) return undefined;
  return elementWith('Image', { width: icon.size, height: icon.size, type: icon.mediaType }, url);
}

/** The text, or as many of its words as so many characters hold; a first word too long is cut. */
function short(text: string, most: number): string {
  const plain = squeeze(fitText(text).replace(/[<>]/g, ''));
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most + 1).replace(/\s+\S*$/, '');
  return (cut.length <= most ? cut : plain.slice(0, most)).replace(/[\ud800-\udbff]$/, '');
}

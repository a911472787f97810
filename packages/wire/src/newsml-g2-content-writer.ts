import { bodyParts, HTML_NAMES } from './body-writer.ts';
import { languageTag } from './newsml-g2-written.ts';
import { pixels } from './ninjs-written.ts';
import { isUri } from './uri.ts';
import type { WireItem, WireMedia } from './wire-item.ts';
import type { XmlMade } from './xml-writer.ts';
import { element } from './xml-writer.ts';

/** The medium that an item of its kind consists of. */
export function ownMedia(item: WireItem): WireMedia | undefined {
  return item.media?.find(({ kind }) => kind === item.kind);
}

/** Whether a medium stands in the content set as such. */
export function isRemote(media: WireMedia, item: WireItem): boolean {
  return media === ownMedia(item);
}

/** Whether a medium is shown in the text: a picture with an address of the web. */
export function isShown(media: WireMedia, item: WireItem): boolean {
  const isOnWeb = media.href !== undefined && /^https?:\/\//i.test(media.href);
  return media.kind === 'picture' && isOnWeb && !isRemote(media, item);
}

/** The content of an item: its text as XHTML with the pictures behind it, and the medium that it is. */
export function contentSet(item: WireItem): XmlMade | undefined {
  const own = ownMedia(item);
  const copy = bodyParts(item.body, HTML_NAMES);
  const figures = (item.media ?? []).filter((media) => isShown(media, item)).map(figure);
  const hasText = copy.length + figures.length > 0;
  if (!own && !hasText) return undefined;
  return element(
    'contentSet',
    {},
    hasText ? xhtml(item, [...copy, ...figures]) : undefined,
    own && remoteContent(own),
  );
}

function xhtml({ headline = '', language }: WireItem, parts: readonly XmlMade[]): XmlMade {
  return element(
    'inlineXML',
    { contenttype: 'application/xhtml+xml' },
    element(
      'html',
      { xmlns: 'http://www.w3.org/1999/xhtml', 'xml:lang': languageTag(language) },
      element('head', {}, element('title', {}, headline)),
      element('body', {}, parts),
    ),
  );
}

function figure({ href, caption, credit, width, height }: WireMedia): XmlMade {
  return element(
    'figure',
    {},
    element('img', { src: href, alt: caption ?? '', width: pixels(width), height: pixels(height) }),
    credit === undefined ? undefined : element('div', { class: 'credit' }, credit),
    caption === undefined ? undefined : element('figcaption', {}, caption),
  );
}

function remoteContent({ href, id, mediaType, width, height }: WireMedia): XmlMade {
  return element('remoteContent', {
    href: href !== undefined && isUri(href) ? href : undefined,
    residref: id,
    contenttype: mediaType,
    width: pixels(width),
    height: pixels(height),
  });
}

import { readingOf, readTold } from './agency-object.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';

/** Reads an answer of the picture search of Belga: each picture an item. Undefined where it is none. */
export function readBelgaSearch(value: unknown, options: ReadOptions): Reading | undefined {
  if (!isObject(value)) return undefined;
  const pictures = list(value.images).filter(({ imageId }) => text(imageId) !== undefined);
  return pictures.length === 0 ? undefined : readingOf(pictures, (picture) => readPicture(picture, options));
}

const USED = [
  ...['imageId', 'name', 'caption', 'createDate', 'author', 'credit', 'city', 'country', 'width', 'height'],
  ...['detailUrl', 'previewUrl', 'thumbnailUrl', 'smallUrl', 'gridUrl', 'letterboxUrl'],
];

function readPicture(picture: NinjsObject, options: ReadOptions): WireItem {
  const { imageId, name, caption, createDate, author, credit, source, city, country } = picture;
  const { detailUrl, previewUrl, width, height, keywords } = picture;
  const ninjs = {
    // Under this name stories of Belga's refer to a picture.
    uri: `urn:belga.be:image:${text(imageId)}`,
    type: 'picture',
    headline: name,
    description_text: caption,
    versioncreated: createDate,
    byline: author,
    source: text(source) ?? credit,
    located: [text(city), text(country)].filter(Boolean).join(', '),
    keywords,
    renditions: { preview: { href: text(detailUrl) ?? previewUrl, mimetype: 'image/jpeg', width, height } },
  };
  const item = readTold(picture, { format: 'belga-search', used: USED, ninjs }, options);
  return { ...item, supplier: options.supplier ?? 'Belga' };
}

import { readingOf, readTold } from './agency-object.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';

/** Reads an answer of the API of Reuters Connect: one item, or a page of a search. Undefined where it is none. */
export function readReutersApi(value: unknown, options: ReadOptions): Reading | undefined {
  const data = isObject(value) && isObject(value.data) ? value.data : {};
  const found = isObject(data.search) ? list(data.search.items) : [];
  const items = [...(isObject(data.item) ? [data.item] : []), ...found].filter(isReuters);
  return items.length === 0 ? undefined : readingOf(items, (item) => readObject(item, options));
}

function isReuters({ uri, usn, headLine, bodyXhtml }: NinjsObject): boolean {
  const isTheirs = /^tag:reuters\.com,/.test(text(uri) ?? '') || text(usn) !== undefined;
  return isTheirs && (headLine !== undefined || bodyXhtml !== undefined);
}

const USED = ['headLine', 'byLine', 'bodyXhtml', 'caption', 'fragment', 'keyword', 'versionedGuid', 'usn'];

function readObject(item: NinjsObject, options: ReadOptions): WireItem {
  const { headLine, byLine, bodyXhtml, caption, fragment, keyword, versionedGuid, usn, ...shared } = item;
  const [, version] = /:(\d+)$/.exec(text(versionedGuid) ?? '') ?? [];
  const ninjs = {
    ...shared,
    uri: text(shared.uri) ?? text(usn),
    version: shared.version ?? version,
    headline: headLine,
    byline: byLine,
    body_xhtml: bodyXhtml,
    description_text: text(fragment) ?? caption,
    keywords: keyword,
  };
  const read = readTold(item, { format: 'reuters-api', used: USED, ninjs }, options);
  return { ...read, supplier: options.supplier ?? 'Reuters', source: read.source ?? 'Reuters' };
}

import { objectsIn, readingOf, readTold } from './agency-object.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';

/**
 * Reads what a Fingerpost hub makes of the wires of PA, AP and others: the words of ninjs, each copy with an address
 * of its own. Undefined where it is none.
 */
export function readFingerpost(value: unknown, options: ReadOptions): Reading | undefined {
  const objects = objectsIn(value).filter(isFingerpost);
  return objects.length === 0 ? undefined : readingOf(objects, (object) => readObject(object, options));
}

function isFingerpost(object: NinjsObject): boolean {
  return text(object['source-feed']) !== undefined && text(object.usn) !== undefined;
}

const USED = [
  ...['uri', 'usn', 'source-feed', 'unique-name', 'format', 'mimeType', 'status', 'firstVersion', 'subhead'],
  ...['location', 'usage', 'priority'],
];

function readObject(object: NinjsObject, options: ReadOptions): WireItem {
  const feed = text(object['source-feed']) ?? '';
  const { uri, usn, status, firstVersion, subhead, location, usage, priority, ...shared } = object;
  const item = readTold(
    object,
    {
      format: 'fingerpost',
      used: USED,
      ninjs: {
        ...withoutOwn(shared),
        // The address names one copy: its time and number are in it. Versions of a text share feed and number.
        uri: `${feed}.${text(usn)}`,
        pubstatus: status,
        firstcreated: firstVersion,
        abstract: text(object.abstract) ?? subhead,
        located: location,
        usageterms: usage,
        urgency: priority,
      },
    },
    options,
  );
  return { ...item, supplier: options.supplier ?? agencyOf(feed), unmapped: { ...item.unmapped, uri } };
}

function withoutOwn(shared: NinjsObject): NinjsObject {
  const {
    'source-feed': _feed,
    'unique-name': _name,
    format: _format,
    mimeType: _type,
    organisation,
    ...rest
  } = shared;
  // Here they are the symbols of companies on a stock exchange.
  return isObject(organisation) ? { ...rest, organisation: organisation.symbols } : { ...rest, organisation };
}

/** PA's feed is PA_API, AP's AP-Newswires: the agency is the first word. */
function agencyOf(feed: string): string {
  return feed.split(/[_\s-]/)[0] || feed;
}

import { said } from './fields.ts';
import { readItem } from './ninjs.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';

/** Items of one answer at the most; a page of a search has some hundred. */
const MOST_ITEMS = 1_000;

/** The objects of a list, of an answer that holds one, or the one object there is. */
export function objectsIn(value: unknown): readonly NinjsObject[] {
  if (!isObject(value)) return list(value);
  const inside = [value._items, value.items].find(Array.isArray);
  return inside === undefined ? [value] : list(inside);
}

/** A reading of objects that a sender is known by, each an item. */
export function readingOf(objects: readonly NinjsObject[], read: (object: NinjsObject) => WireItem): Reading {
  if (objects.length <= MOST_ITEMS) return { ok: true, items: objects.map(read) };
  return { ok: false, why: 'too-large', say: `it holds ${objects.length} items; ${MOST_ITEMS} at the most` };
}

/** What a sender's own format says, told in the words of ninjs. */
export interface Told {
  readonly format: string;
  /** Names of the sender's that the words of ninjs below were taken from. */
  readonly used: readonly string[];
  readonly ninjs: NinjsObject;
}

/** Reads an object through the reader of ninjs; what was not used stands in `unmapped` under the sender's own names. */
export function readTold(object: NinjsObject, told: Told, options: ReadOptions): WireItem {
  const used = new Set([...told.used, ...Object.keys(told.ninjs)]);
  const left = Object.entries(object).filter(([name, value]) => !used.has(name) && !isNothing(value));
  const item = readItem(told.ninjs, options);
  // Details of an event were put together from the sender's own words.
  const { eventDetails: _, ...unmapped } = item.unmapped;
  return { ...item, format: told.format, unmapped: { ...unmapped, ...Object.fromEntries(left) } };
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isNothing);
  return value === null || value === undefined || (typeof value === 'string' && said(value) === undefined);
}

import { ninjs1 } from './ninjs-1-writer.ts';
import { ninjs3 } from './ninjs-3-writer.ts';
import type { WireItem } from './wire-item.ts';
import type { Written } from './written.ts';
import { writable } from './written.ts';

/** The versions of ninjs that are written: the latest of the line with lists, and of the line most systems read. */
export type NinjsVersion = '3.3' | '1.8';

/**
 * An item as ninjs, valid by the schema of its version whatever the item holds. What has no word there is left out
 * (docs/wire-formats.md).
 */
export function writeNinjs(item: WireItem, version: NinjsVersion = '3.3'): Written {
  const object = version === '3.3' ? ninjs3(item) : ninjs1(item);
  const text = JSON.stringify(object, (_, value) => (typeof value === 'string' ? writable(value) : value), 1);
  return { text: `${text}\n`, mediaType: 'application/json' };
}

import { readBloggerJson } from './blogger.ts';
import { readChorus } from './chorus.ts';
import { readGhost } from './ghost.ts';
import { readLetterdrop } from './letterdrop.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading } from './wire-item.ts';
import { readWordPressRest } from './wordpress-rest.ts';

/** Exports that are JSON; a later one is one more. Each answers undefined to what it does not know. */
const READERS = [readWordPressRest, readGhost, readBloggerJson, readChorus, readLetterdrop] as const;

/** Reads JSON as the export of another system; undefined where it is none we know. */
export function readExportJson(value: unknown, options: ReadOptions): Reading | undefined {
  for (const read of READERS) {
    const reading = read(value, options);
    if (reading) return reading;
  }
  return undefined;
}

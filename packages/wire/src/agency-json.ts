import { readApMedia } from './ap-media.ts';
import { readBelgaSearch } from './belga-search.ts';
import { readFingerpost } from './fingerpost.ts';
import { readNifs } from './nifs.ts';
import type { ReadOptions } from './read-options.ts';
import { readReutersApi } from './reuters-api.ts';
import { readSuperdesk } from './superdesk.ts';
import type { Reading } from './wire-item.ts';

/** Formats of JSON that senders made for themselves; a later one is one more. Each answers undefined to what it does not know. */
const READERS = [
  readApMedia,
  readReutersApi,
  readBelgaSearch,
  readNifs,
  readFingerpost,
  readSuperdesk,
] as const;

/** Reads JSON in a sender's own format; undefined where it is none we know. */
export function readAgencyJson(value: unknown, options: ReadOptions): Reading | undefined {
  for (const read of READERS) {
    const reading = read(value, options);
    if (reading) return reading;
  }
  return undefined;
}

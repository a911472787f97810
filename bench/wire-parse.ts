import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instant } from '@courant/base';
import { prepared } from '@courant/desk';
import type { WireItem } from '@courant/wire';
import { readWire } from '@courant/wire';
import { agencyFiles } from '../tests/kits/wire-corpus.ts';
import type { Measured } from './measure.ts';
import { median, timed } from './measure.ts';

const GOLDEN = join(import.meta.dirname, '../packages/wire/golden');
const RUNS = 9;
/** A desk reads all day: the first seconds, in which code is compiled, are not counted. */
const WARMING_MS = 8_000;
const RECEIVED = instant(new Date('2026-03-14T09:00:00Z'));
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Items a second that one core reads, and reads and prepares for filing, of files as agencies sent them. */
export async function parsed(): Promise<readonly Measured[]> {
  const agency = await agencyFiles();
  const golden = await goldenFiles();
  const rows: Measured[] = [];
  for (const [what, files, isPromised] of [
    [`${agency.length} files of agencies`, agency, true],
    [`${golden.length} golden files of every format`, golden, false],
  ] as const) {
    if (files.length > 0) rows.push(...(await ratesOf(what, files, isPromised)));
  }
  return rows;
}

async function ratesOf(what: string, files: readonly Buffer[], isPromised: boolean): Promise<Measured[]> {
  const read = await rateOf(files, () => undefined);
  const both = await rateOf(files, (item) => void prepared(item, sha256));
  const promise = isPromised
    ? { promised: '≥ 2,000 items/s', isKept: read.items >= 2_000 }
    : { promised: '' };
  return [
    { what: `read by one core: ${what}`, measured: told(read), ...promise },
    { what: `read and prepared for filing by one core: ${what}`, promised: '', measured: told(both) },
  ];
}

interface Rate {
  /** A second. */
  readonly items: number;
  readonly megabytes: number;
}

function told({ items, megabytes }: Rate): string {
  return `${Math.round(items)} items/s, ${megabytes.toFixed(1)} MB/s`;
}

async function rateOf(files: readonly Buffer[], then: (item: WireItem) => void): Promise<Rate> {
  let items = 0;
  const read = async () => {
    items = 0;
    for (const bytes of files) {
      const reading = await readWire(bytes, { received: RECEIVED });
      if (!reading.ok) continue;
      reading.items.forEach(then);
      items += reading.items.length;
    }
  };
  for (const end = performance.now() + WARMING_MS; performance.now() < end; ) await read();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await timed(read));
  const seconds = median(times) / 1_000;
  const bytes = files.reduce((sum, file) => sum + file.byteLength, 0);
  return { items: items / seconds, megabytes: bytes / 1e6 / seconds };
}

async function goldenFiles(): Promise<readonly Buffer[]> {
  const names = await readdir(GOLDEN, { recursive: true });
  const files = names.filter((name) => name.includes('.') && !name.endsWith('.read.json'));
  return Promise.all(files.map((name) => readFile(join(GOLDEN, name))));
}

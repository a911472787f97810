import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instant } from '@courant/base';
import { prepared } from '@courant/desk';
import { readWire } from '@courant/wire';
import { agencyFiles } from '../tests/kits/wire-corpus.ts';
import type { Measured } from './measure.ts';
import { median, timed } from './measure.ts';

const GOLDEN = join(import.meta.dirname, '../packages/wire/golden');
const RUNS = 5;
const RECEIVED = instant(new Date('2026-03-14T09:00:00Z'));
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Items a second that one core reads and prepares for filing, of files as agencies sent them. */
export async function parsed(): Promise<readonly Measured[]> {
  const agency = await agencyFiles();
  const golden = await goldenFiles();
  const rows: Measured[] = [];
  for (const [what, files] of [
    [`${agency.length} files of agencies`, agency],
    [`${golden.length} golden files`, golden],
  ] as const) {
    if (files.length > 0) rows.push(await rateOf(what, files));
  }
  return rows;
}

async function rateOf(what: string, files: readonly Buffer[]): Promise<Measured> {
  let items = 0;
  const read = async () => {
    items = 0;
    for (const bytes of files) {
      const reading = await readWire(bytes, { received: RECEIVED });
      if (reading.ok)
        for (const item of reading.items) items += prepared(item, sha256).item.id === '' ? 0 : 1;
    }
  };
  await read();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await timed(read));
  const rate = (items / median(times)) * 1_000;
  const bytes = files.reduce((sum, file) => sum + file.byteLength, 0);
  const megabytes = (bytes / 1e6 / median(times)) * 1_000;
  return {
    what: `read and prepared by one core: ${what}, ${items} items`,
    promised: '≥ 2,000 items/s',
    measured: `${Math.round(rate)} items/s, ${megabytes.toFixed(1)} MB/s`,
    isKept: rate >= 2_000,
  };
}

async function goldenFiles(): Promise<readonly Buffer[]> {
  const names = await readdir(GOLDEN, { recursive: true });
  const files = names.filter((name) => name.includes('.') && !name.endsWith('.read.json'));
  return Promise.all(files.map((name) => readFile(join(GOLDEN, name))));
}

import type { Tally } from './agreement-testing.ts';
import { agreementOf } from './agreement-testing.ts';
import type { Corpus } from './corpus-testing.ts';
import { CORPORA, DATA, readFile, wireFiles } from './corpus-testing.ts';

/** How the copy of one folder is read. */
export interface Conformance {
  readonly corpus: Corpus;
  readonly files: number;
  /** Files that give an item. */
  readonly read: number;
  /** The others, each with the line it is answered with. */
  readonly unread: readonly string[];
  readonly agreement: Tally;
}

/** What is promised: shares of files that give an item, and of compared fields that agree. */
export const BARS = { read: 0.98, agreed: 0.96 } as const;

/** Reads every folder of real files there is, and compares. */
export async function conformance(): Promise<readonly Conformance[]> {
  const rows: Conformance[] = [];
  for (const corpus of CORPORA) {
    const names = wireFiles(corpus);
    if (names.length > 0) rows.push(await rowOf(corpus, names));
  }
  return rows;
}

async function rowOf(corpus: Corpus, names: readonly string[]): Promise<Conformance> {
  const unread: string[] = [];
  for (const name of names) {
    const reading = await readFile(`${DATA}/${corpus.folder}/${name}`);
    if (!reading.ok) unread.push(`${name}: ${reading.say}`);
  }
  const agreement = await agreementOf(corpus.folder);
  return { corpus, files: names.length, read: names.length - unread.length, unread, agreement };
}

/** The two shares over all folders; exports of other systems count for what is compared alone. */
export function shares(rows: readonly Conformance[]): { readonly read: number; readonly agreed: number } {
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  const wire = rows.filter(({ corpus }) => !corpus.isExport);
  const counted = sum(rows.map(({ agreement }) => agreement.counted));
  const missed = sum(rows.map(({ agreement }) => agreement.misses.length));
  return {
    read: sum(wire.map(({ read }) => read)) / sum(wire.map(({ files }) => files)),
    agreed: (counted - missed) / counted,
  };
}

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The number below which a share of some numbers lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds that work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const TEXT = JSON.stringify(Array.from({ length: 400 }, (_, n) => ({ n, said: `word ${n} `.repeat(4) })));

/**
 * How fast the machine is at this moment: a loop of the kind of work that everything here does (JSON, text, hashes), in
 * loops a second. What else runs on the machine shows in it; numbers are compared only beside it.
 */
export function calibration(): number {
  const end = performance.now() + 500;
  let loops = 0;
  for (; performance.now() < end; loops++) {
    const read = JSON.parse(TEXT) as readonly { readonly said: string }[];
    createHash('sha256')
      .update(read.map(({ said }) => said.toUpperCase()).join())
      .digest();
  }
  return loops * 2;
}

/** One line of the results: what is promised, what was measured. */
export interface Measured {
  readonly what: string;
  readonly promised: string;
  readonly measured: string;
  /** Absent: measured for knowledge's sake. */
  readonly isKept?: boolean;
}

const RESULTS = new URL('./results.md', import.meta.url);

/** Writes what one bench measured into its part of `bench/results.md`; the other parts stay. */
export async function writeResults(
  bench: string,
  { about, lines }: { readonly about: string; readonly lines: readonly Measured[] },
): Promise<void> {
  const rows = lines.map(({ what, promised, measured, isKept }) => {
    const kept = isKept === undefined ? '' : isKept ? 'yes' : '**no**';
    return `| ${what} | ${promised} | ${measured} | ${kept} |`;
  });
  const part = [
    `## ${bench}`,
    '',
    about,
    '',
    '| what | promised | measured | kept |',
    '|---|---|---|---|',
    ...rows,
  ];
  const before = await readFile(RESULTS, 'utf8').catch(() => '# What was measured\n');
  const [head = '', ...parts] = before.split(/^(?=## )/m);
  const others = parts.filter((one) => !one.startsWith(`## ${bench}\n`)).map((one) => one.trimEnd());
  const all = [head.trimEnd(), ...[...others, part.join('\n')].toSorted()];
  await writeFile(RESULTS, `${all.join('\n\n')}\n`);
}

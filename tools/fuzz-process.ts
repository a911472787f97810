import { Worker } from 'node:worker_threads';
import type { FuzzTarget } from './fuzz-targets.ts';

/** The process that reads for `fuzz.ts`: one target, one file after the other; a guard beside it watches the cost. */
const [name = '', module = ''] = process.argv.slice(2);
// The module is one of the two that have targets: ours, or the planted ones of the test.
const { fuzzTargets } = (await import(module)) as {
  readonly fuzzTargets: () => Promise<ReadonlyMap<string, FuzzTarget>>;
};
const target = (await fuzzTargets()).get(name);
if (!target) throw new Error(`there is no target ${name}`);

// Whole files first: what is loaded and compiled once is no cost of a damaged one.
const answers: string[] = [];
for (const file of target.files) answers.push(await target.takes(file));
if (!answers.includes('true')) throw new Error(`no whole file of ${name} is read: ${answers.join(', ')}`);

const state = new Int32Array(new SharedArrayBuffer(4));
const guard = new Worker(new URL('./fuzz-guard.ts', import.meta.url), { workerData: state });
guard.once('message', () => process.send?.('ready'));

process.on('message', async (bytes: Uint8Array) => {
  Atomics.add(state, 0, 1);
  const answer = await target.takes(bytes).catch((thrown: unknown) => `threw ${String(thrown)}`);
  Atomics.add(state, 0, 1);
  process.send?.(answer);
});

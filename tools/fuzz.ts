import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { chanceFrom, mutated, seeds } from '@courant/wire/testing';

/**
 * `npm run fuzz [-- FORMAT [SECONDS]]`: damaged files of every format, three minutes each, ten for those that other
 * formats stand on (XML, HTML, mail). One that ends the reader, takes 2 s or 256 MB is kept, with the seed.
 */
const LONG = new Set(['wxr', 'rss', 'newsml-1', 'nitf', 'newsml-g2', 'html', 'mail']);
const MINUTES = { usual: 3, long: 10 };
const PATIENCE = 2_000;
const MOST_MB = 256;

const [only, seconds] = process.argv.slice(2);
const seed = Number(process.env.COURANT_FUZZ ?? Date.now() % 1_000_000);
const kept = join(tmpdir(), 'courant-fuzz');
let failures = 0;

for (const [format, files] of seeds()) {
  if (only !== undefined && only !== format) continue;
  const long =
    seconds === undefined ? (LONG.has(format) ? MINUTES.long : MINUTES.usual) * 60 : Number(seconds);
  const { tries, read } = await fuzz(format, files, long * 1_000);
  console.log(`${format}: ${tries} tries in ${long} s, ${read} read; the seed is ${seed}`);
}
console.log(failures === 0 ? 'Nothing ended, hung or swelled.' : `${failures} kept in ${kept}`);
process.exitCode = failures === 0 ? 0 : 1;

async function fuzz(format: string, files: readonly Buffer[], ms: number) {
  const chance = chanceFrom(seed);
  let reader = start();
  let [tries, read] = [0, 0];
  for (const end = performance.now() + ms; performance.now() < end; tries++) {
    const bytes = mutated(files, chance);
    const answer = await answerOf(reader, bytes);
    if (answer === 'read') read++;
    if (answer !== 'hung' && answer !== 'ended') continue;
    await reader.terminate();
    reader = start();
    await keep(format, bytes, answer);
  }
  await reader.terminate();
  return { tries, read };
}

function start(): Worker {
  const limits = { maxOldGenerationSizeMb: MOST_MB, maxYoungGenerationSizeMb: 32 };
  return new Worker(new URL('./fuzz-worker.ts', import.meta.url), { resourceLimits: limits });
}

function answerOf(reader: Worker, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const late = setTimeout(() => settle('hung'), PATIENCE);
    const ended = () => settle('ended');
    const settle = (answer: string) => {
      clearTimeout(late);
      reader.off('message', settle).off('error', ended).off('exit', ended);
      resolve(answer);
    };
    reader.on('message', settle).on('error', ended).on('exit', ended);
    reader.postMessage(bytes);
  });
}

async function keep(format: string, bytes: Uint8Array, answer: string): Promise<void> {
  failures++;
  await mkdir(kept, { recursive: true });
  const file = join(kept, `${format}-${seed}-${failures}-${answer}`);
  await writeFile(file, bytes);
  console.log(`${format}: the reader ${answer}; the file is ${file}`);
}

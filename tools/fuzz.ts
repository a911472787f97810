import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chanceFrom, mutated } from '@courant/wire/testing';
import { answerOf, startedReader } from './fuzz-reader.ts';
import { fuzzTargets } from './fuzz-targets.ts';

/**
 * `npm run fuzz [-- TARGET [SECONDS]]`: damaged files for everything that reads what comes from outside, three minutes
 * each, ten where it is XML, HTML or mail. One that ends the process, makes it throw, takes 2 s of the processor or
 * 256 MB is tried again alone; if it does so again it is kept, with the seed.
 */
const [only, seconds] = process.argv.slice(2);
const seed = Number(process.env.COURANT_FUZZ ?? Date.now() % 1_000_000);
const kept = join(tmpdir(), 'courant-fuzz');
let failures = 0;

const targets = await fuzzTargets();
if (only !== undefined && !targets.has(only)) {
  console.error(`There is no target ${only}: ${[...targets.keys()].join(', ')}.`);
  process.exit(2);
}
for (const [name, { files, minutes }] of targets) {
  if (only !== undefined && only !== name) continue;
  const long = seconds === undefined ? minutes * 60 : Number(seconds);
  const { tries, read } = await fuzz(name, files, long * 1_000);
  console.log(`${name}: ${tries} tries in ${long} s, ${read} read; the seed is ${seed}`);
}
console.log(failures === 0 ? 'Nothing ended, threw, hung or swelled.' : `${failures} kept in ${kept}`);
process.exit(failures === 0 ? 0 : 1);

async function fuzz(name: string, files: readonly Buffer[], ms: number) {
  const chance = chanceFrom(seed);
  let reader = await startedReader(name);
  let [tries, read] = [0, 0];
  for (const end = performance.now() + ms; performance.now() < end; tries++) {
    const bytes = mutated(files, chance);
    const answer = await answerOf(reader, bytes);
    if (answer === 'true') read++;
    if (!isFailure(answer)) continue;
    reader.kill('SIGKILL');
    const alone = await startedReader(name);
    const again = await answerOf(alone, bytes);
    alone.kill('SIGKILL');
    // Cost may have been others'; what ended or threw did so, whoever was there before.
    const isCost = answer === 'hung' || answer === 'swelled';
    if (isFailure(again) || !isCost) await keep(name, bytes, isFailure(again) ? again : answer);
    else console.log(`${name}: ${answer} among others, and not alone`);
    reader = await startedReader(name);
  }
  reader.kill('SIGKILL');
  return { tries, read };
}

function isFailure(answer: string): boolean {
  return /^(?:hung|swelled|ended|threw)/.test(answer);
}

async function keep(name: string, bytes: Uint8Array, answer: string): Promise<void> {
  failures++;
  await mkdir(kept, { recursive: true });
  const [word = ''] = answer.split(' ');
  const file = join(kept, `${name}-${seed}-${failures}-${word}`);
  await writeFile(file, bytes);
  console.log(`${name}: ${answer.replace(/\s+/g, ' ')}; the file is ${file}`);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import { chanceFrom, mutated, seeds } from './mutation-testing.ts';
import { readWire } from './read.ts';

const OPTIONS = { received: instant(new Date('2026-11-01T00:00:00Z')) };
/** Each format for so long, in ms; `npm run fuzz` takes minutes. */
const EACH = 1_500;
/** Work on one payload that nobody waits for, in ms of the processor. */
const HANGING = 2_000;

for (const [format, files] of seeds()) {
  test(`damaged ${format} is read or refused in a line, soon`, async (t) => {
    const seed = Number(process.env.COURANT_FUZZ ?? Date.now() % 1_000_000);
    t.diagnostic(`the seed is ${seed}: COURANT_FUZZ=${seed} gives the same again`);
    const chance = chanceFrom(seed);
    let [tries, read] = [0, 0];
    for (const end = performance.now() + EACH; performance.now() < end; tries++) {
      const bytes = mutated(files, chance);
      const began = process.cpuUsage();
      const reading = await readWire(bytes, OPTIONS);
      const took = process.cpuUsage(began).user / 1_000;
      if (took >= HANGING)
        assert.fail(`${Math.round(took)} ms for ${bytes.toString('base64').slice(0, 2_000)}`);
      if (reading.ok) read++;
      else assert.ok(reading.say !== '' && !reading.say.includes('\n'), reading.say);
    }
    assert.ok(tries > 20 && read > 0, `${tries} tries, ${read} read`);
  });
}

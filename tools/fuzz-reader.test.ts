import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, startedReader } from './fuzz-reader.ts';

/** What comes of a file that begins so, in a process of its own. */
async function answer(first: string): Promise<string> {
  const reader = await startedReader('planted', './fuzz-planted-testing.ts');
  try {
    return await answerOf(reader, Buffer.from(first));
  } finally {
    reader.kill('SIGKILL');
  }
}

test('a reader that hangs, throws, ends or takes too much memory is found, and the cause named', async () => {
  assert.equal(await answer('g'), 'true');
  assert.equal(await answer('h'), 'hung');
  assert.match(await answer('t'), /^threw Error: planted/);
  assert.match(await answer('e'), /^ended/);
  assert.match(await answer('o'), /^(?:swelled|ended [\s\S]*heap)/);
  assert.equal(await answer('m'), 'swelled');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kept } from './kept.ts';

test('what is asked for in every age is made once, what one age did without is made again', () => {
  const kept = new Kept<string, string>(3);
  const made: string[] = [];
  const ask = (key: string) =>
    kept.of(key, () => {
      made.push(key);
      return key;
    });
  for (const key of ['a', 'b', 'a']) ask(key);
  kept.age();
  ask('a');
  kept.age();
  ask('a');
  ask('b');
  assert.deepEqual(made, ['a', 'b', 'b']);
  for (const key of ['c', 'd', 'a']) ask(key);
  assert.deepEqual(made.slice(3), ['c', 'd'], 'a stands in the age before');
  for (const key of ['e', 'f', 'b']) ask(key);
  assert.deepEqual(made.slice(5), ['e', 'f', 'b']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutesSince } from './times.ts';

const NOW = Date.UTC(2011, 3, 23, 15, 57);
const MINUTE = 60_000;

test('what happened within the hour is told in whole minutes', () => {
  assert.equal(minutesSince(NOW, NOW), 0);
  assert.equal(minutesSince(NOW - MINUTE + 1, NOW), 0);
  assert.equal(minutesSince(NOW - 59 * MINUTE, NOW), 59);
});

test('what is older, yet to come, or no moment, is not', () => {
  assert.equal(minutesSince(NOW - 60 * MINUTE, NOW), undefined);
  assert.equal(minutesSince(NOW + 1, NOW), undefined);
  assert.equal(minutesSince(Number.NaN, NOW), undefined);
});

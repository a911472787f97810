import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOfMonth, weekdayNames } from './weekdays.ts';

test('a month has its days, each in the column of its weekday as the language begins the week', () => {
  const german = daysOfMonth('2024-02', 'de-DE');
  assert.equal(german.length, 29);
  assert.deepEqual(german[0], { day: '2024-02-01', number: '1', weekday: 4 });
  assert.deepEqual(daysOfMonth('2026-12', 'en-US')[0]?.weekday, 3, 'the 1st of December 2026 is a Tuesday');
  assert.deepEqual(daysOfMonth('2026-11', 'en-US')[0]?.weekday, 1, 'a Sunday begins a week in America');
  assert.equal(daysOfMonth('2026-11', 'en-GB')[0]?.weekday, 7);
  assert.equal(daysOfMonth('2026-12', 'fa-IR')[0]?.number, '۱');
});

test('weekdays are named in the order of the week', () => {
  assert.deepEqual(weekdayNames('en-GB'), ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  assert.deepEqual(weekdayNames('en-US')[0], 'Sun');
  assert.equal(weekdayNames('ar-EG')[0], 'السبت');
});

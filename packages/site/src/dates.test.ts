import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import { calendarDay, calendarDayText, dayText, momentTag, momentText, shortMomentTag } from './dates.ts';

const LATE = '2011-04-23T22:30:00.000Z' as Instant;
const PARIS = { locale: 'en-GB', timeZone: 'Europe/Paris', dateStyle: 'long' } as const;
const LONDON = { ...PARIS, timeZone: 'Europe/London' } as const;

test('a moment is written in the zone of the edition', () => {
  assert.equal(momentText(LATE, LONDON), '23 April 2011, 23:30');
  assert.equal(momentText(LATE, PARIS), '24 April 2011, 00:30');
});

test('iso style is day and time with a blank between, whatever the locale', () => {
  assert.equal(momentText(LATE, { ...PARIS, dateStyle: 'iso' }), '2011-04-24 00:30');
  assert.equal(momentText(LATE, { ...PARIS, dateStyle: 'iso', locale: 'ar-EG' }), '2011-04-24 00:30');
});

test('a time element tells machines the moment in UTC', () => {
  assert.equal(
    momentTag(LATE, LONDON).markup,
    '<time datetime="2011-04-23T22:30:00Z">23 April 2011, 23:30</time>',
  );
});

test('what fell on the day of the page shows its hour, what is older its date', () => {
  const morning = '2011-04-23T08:05:00.000Z' as Instant;
  assert.match(shortMomentTag(morning, LATE, LONDON).markup, />09:05</);
  assert.match(shortMomentTag(morning, LATE, PARIS).markup, />23 Apr</);
});

test('a day has its weekday, and no zone moves a calendar day', () => {
  assert.equal(dayText(LATE, PARIS), 'Sunday 24 April 2011');
  assert.equal(calendarDay(LATE, PARIS), '2011-04-24');
  assert.equal(
    calendarDayText('2011-04-23', { ...PARIS, timeZone: 'Pacific/Auckland' }),
    'Saturday 23 April 2011',
  );
});

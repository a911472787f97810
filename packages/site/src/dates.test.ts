import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import { calendarDay, calendarDayText, dayText, momentTag, momentText, shortMomentTag } from './dates.ts';
import { spanText } from './span-text.ts';

const LATE = '2011-04-23T22:30:00.000Z' as Instant;
const PARIS = { locale: 'en-GB', timeZone: 'Europe/Paris', dateStyle: 'long' } as const;
const LONDON = { ...PARIS, timeZone: 'Europe/London' } as const;

test('a moment is written in the zone of the edition', () => {
  assert.equal(momentText(LATE, LONDON), '23 April 2011, 23:30');
  assert.equal(momentText(LATE, PARIS), '24 April 2011, 00:30');
});

test('iso style is day and time with a blank between, whatever the locale, kept from left to right', () => {
  assert.equal(momentText(LATE, { ...PARIS, dateStyle: 'iso' }), '2011-04-24 00:30');
  assert.equal(
    momentText(LATE, { ...PARIS, dateStyle: 'iso', locale: 'ar-EG' }),
    '\u20662011-04-24 00:30\u2069',
  );
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

test('a moment is written as each language writes it', () => {
  const at = '2011-04-23T16:57:00.000Z' as Instant;
  const told = (locale: string) => momentText(at, { ...LONDON, locale });
  assert.equal(told('en-US'), 'April 23, 2011, 5:57 PM');
  assert.equal(told('fr'), '23 avril 2011 à 17:57');
  assert.equal(told('de'), '23. April 2011, 17:57 Uhr');
  assert.equal(told('zh-Hans'), '2011年4月23日 17:57');
  assert.equal(told('ar'), '23 أبريل 2011، 5:57 م');
  assert.equal(told('ar-EG'), '٢٣ أبريل ٢٠١١، ٥:٥٧ م');
});

test('a day has its weekday as each language puts it', () => {
  const told = (locale: string) => calendarDayText('2011-04-23', { ...LONDON, locale });
  assert.equal(told('fr'), 'samedi 23 avril 2011');
  assert.equal(told('de'), 'Samstag, 23. April 2011');
  assert.equal(told('zh-Hans'), '2011年4月23日星期六');
  assert.equal(told('ar'), 'السبت، 23 أبريل 2011');
});

test('the zone of the edition decides the day in every language', () => {
  for (const locale of ['ar', 'zh-Hans', 'fr', 'de']) {
    const [west, east] = ['America/New_York', 'Asia/Shanghai'].map((timeZone) =>
      momentText(LATE, { locale, timeZone, dateStyle: 'long' }),
    );
    assert.match(west ?? '', /23/, locale);
    assert.match(east ?? '', /24/, locale);
  }
});

test('a short moment in iso style has the hour of the day or the whole date', () => {
  const old = { ...PARIS, locale: 'ar-EG', dateStyle: 'iso' } as const;
  const morning = '2011-04-23T08:05:00.000Z' as Instant;
  assert.match(shortMomentTag(morning, morning, old).markup, />10:05</);
  assert.match(shortMomentTag(morning, LATE, old).markup, />\u20662011-04-23\u2069</);
});

test('midnight is 00:00 in iso style', () => {
  const midnight = '2011-04-22T22:00:00.000Z' as Instant;
  assert.equal(momentText(midnight, { ...PARIS, locale: 'en-US', dateStyle: 'iso' }), '2011-04-23 00:00');
});

test('years and months of the archive are those of its addresses, whatever calendar a country counts by', () => {
  assert.equal(spanText({ year: 2026 }, { locale: 'fa-u-nu-latn' }), '2026');
  assert.match(spanText({ year: 2026 }, { locale: 'th' }), /2026/);
  assert.equal(spanText({ year: 2026, month: 11 }, { locale: 'zh-Hans' }), '2026年11月');
  assert.equal(spanText({ year: 2026, month: 11 }, { locale: 'fr' }), 'novembre 2026');
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { instant, later, millis, parseInstant } from './base.ts';

describe('parseInstant', () => {
  it('reads ISO 8601 dates and times in UTC, to the millisecond', () => {
    const read: readonly (readonly [string, string])[] = [
      ['2011-04-23T17:57:00Z', '2011-04-23T17:57:00.000Z'],
      ['2011-04-23T17:57:00.123456+02:00', '2011-04-23T15:57:00.123Z'],
      ['2011-04-23T17:57-0530', '2011-04-23T23:27:00.000Z'],
      ['2011-04-23 17:57', '2011-04-23T17:57:00.000Z'],
      ['2011-04-23t17:57z', '2011-04-23T17:57:00.000Z'],
      [' 2011-04-23 ', '2011-04-23T00:00:00.000Z'],
      ['2012-02-29', '2012-02-29T00:00:00.000Z'],
      ['2011-12-31T24:00:00Z', '2012-01-01T00:00:00.000Z'],
    ];
    for (const [text, moment] of read) assert.equal(parseInstant(text), moment, text);
  });

  it('gives nothing for what is no moment, and for days that do not exist', () => {
    const texts = [
      '',
      'yesterday',
      '2011',
      '2011-04',
      '2011-13-01',
      '2011-02-31',
      '2011-02-29',
      '2011-04-00',
    ];
    texts.push('2011-04-23T25:00Z', '2011-04-23T17:60Z', '2011-04-23T17:57:61Z', '2011-04-23T17:57+99:00');
    for (const text of texts) assert.equal(parseInstant(text), undefined, text);
  });

  it('gives nothing for moments that would not compare as text', () => {
    assert.equal(parseInstant('9999-12-31T23:00-12:00'), undefined);
    assert.equal(parseInstant('0000-01-01T00:00+12:00'), undefined);
  });

  it('reads back every moment it could have written, and moments compare as texts', () => {
    const years = { min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(years), fc.date(years), (a, b) => {
        assert.equal(parseInstant(instant(a)), instant(a));
        assert.equal(instant(a) < instant(b), a < b);
      }),
    );
  });
});

describe('a moment', () => {
  it('moves by milliseconds, both ways', () => {
    const moment = instant(Date.UTC(2026, 2, 1));
    assert.equal(later(moment, 1500), '2026-03-01T00:00:01.500Z');
    assert.equal(millis(later(moment, -1)), millis(moment) - 1);
  });

  it('is never made of an invalid date', () => {
    assert.throws(() => instant(Number.NaN), RangeError);
  });
});

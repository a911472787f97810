import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import { parseInstant } from '@courant/base';
import fc from 'fast-check';
import { embargoEnd } from './embargo-words.ts';

/** A Wednesday. */
const AT = parseInstant('2026-09-09T10:00:00Z') as Instant;

function until(words: string, timeZone?: string): string | undefined {
  return embargoEnd(words, { at: AT, timeZone })?.until.replace(':00.000Z', 'Z');
}

test('a time with a weekday, a date or both is read, in the languages of the agencies', () => {
  const read = {
    ' to 0001 Friday September 11': '2026-09-11T00:01Z',
    ' until 00:01 GMT on 11 September 2026': '2026-09-11T00:01Z',
    ' until 12:01 a.m. EDT Sunday, Sept. 13': '2026-09-13T04:01Z',
    ' until 6pm ET Friday': '2026-09-11T22:00Z',
    ' for release at noon on September 10': '2026-09-10T12:00Z',
    ' 18.00 Uhr': '2026-09-09T18:00Z',
    ': Freitag, 11. September, 18 Uhr MESZ': '2026-09-11T16:00Z',
    ': 11.09.2026, 18:00 Uhr': '2026-09-11T18:00Z',
    ': 11.9. 18 Uhr': '2026-09-11T18:00Z',
    " jusqu'au vendredi 11 septembre à 18h00": '2026-09-11T18:00Z',
    ' tot vrijdag 11 september 06.00 uur': '2026-09-11T06:00Z',
    ' til fredag 11. september kl. 06.00': '2026-09-11T06:00Z',
    ' klo 18': '2026-09-09T18:00Z',
    ' hasta las 18:00 del viernes 11 de septiembre': '2026-09-11T18:00Z',
    ' until 2026-09-11 18:00 +0200': '2026-09-11T16:00Z',
    ' until midnight': '2026-09-10T00:00Z',
    ' until 0001 Thursday. Eds: the report is of 12 May 2015 at 13:00': '2026-09-10T00:01Z',
  };
  for (const [words, moment] of Object.entries(read)) assert.equal(until(words), moment, words);
});

test('a time without a zone is read in the one the channel names', () => {
  assert.equal(until(' 18.00 Uhr', 'Europe/Berlin'), '2026-09-09T16:00Z');
  assert.equal(until(' 0001 Friday', 'Europe/London'), '2026-09-10T23:01Z');
  assert.equal(embargoEnd(' 18.00 Uhr', { at: AT })?.isZoned, false);
  assert.equal(embargoEnd(' 18.00 GMT', { at: AT })?.isZoned, true);
});

test('what can be meant in two ways, or is said by halves, is left to a person', () => {
  for (const words of [
    ' until further notice',
    ' until Friday',
    ' until 11 September',
    ' until 9/11 18:00',
    ' until 0001 Monday September 11',
    ' until 18:00 or 20:00 Friday',
    ' until midnight Friday',
    ' until 0900 Wednesday',
    ' until 0001 March 1',
    ' until 32 September 18:00',
    ' until 25:00',
  ]) {
    assert.equal(until(words), undefined, words);
  }
  assert.equal(embargoEnd(' to 0001 Friday September 11', {}), undefined);
});

test('around the turn of the year the nearest year is taken', () => {
  const eve = { at: parseInstant('2026-12-30T10:00:00Z') as Instant };
  assert.equal(embargoEnd(' until 0600 GMT January 2', eve)?.until, '2027-01-02T06:00:00.000Z');
  const day = { at: parseInstant('2027-01-01T10:00:00Z') as Instant };
  assert.equal(embargoEnd(' until 0600 GMT December 31', day)?.until, '2026-12-31T06:00:00.000Z');
});

test('any words are answered, and none takes long', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (words) => void until(words)));
  for (const sign of ['1', '1 ', '1.', 'a1', '. ', 'Sept. ']) until(sign.repeat(200_000));
});

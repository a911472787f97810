import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { momentOf } from './moment.ts';

const UTC = {};
const SYDNEY = { timeZone: 'Australia/Sydney' };

test('every form of date the agencies send is read', () => {
  const forms = {
    '20160908T132446+0100': '2016-09-08T12:24:46.000Z',
    '20241205T110259Z': '2024-12-05T11:02:59.000Z',
    '20150218T160141': '2015-02-18T16:01:41.000Z',
    '2022-07-11 18:33': '2022-07-11T18:33:00.000Z',
    '2016-01-12 12:35:40': '2016-01-12T12:35:40.000Z',
    '2017-10-18T12:16:43+03:00': '2017-10-18T09:16:43.000Z',
    '2018-02-26T21:20:34+0000': '2018-02-26T21:20:34.000Z',
    '2013-03-04T11:14:13.5Z': '2013-03-04T11:14:13.500Z',
    '2014-07-16 13:00:03 GMT': '2014-07-16T13:00:03.000Z',
    '\n  2019-06-03T15:00:01+02:00\n ': '2019-06-03T13:00:01.000Z',
    '20130515': '2013-05-15T00:00:00.000Z',
    '2013-05-15': '2013-05-15T00:00:00.000Z',
  };
  for (const [text, moment] of Object.entries(forms)) assert.equal(momentOf(text, UTC), moment, text);
});

test('a time without a zone is read in the zone of its supplier, in summer and in winter', () => {
  assert.equal(momentOf('20150218T160141', SYDNEY), '2015-02-18T05:01:41.000Z');
  assert.equal(momentOf('20150718T160141', SYDNEY), '2015-07-18T06:01:41.000Z');
  assert.equal(momentOf('20150218T160141Z', SYDNEY), '2015-02-18T16:01:41.000Z');
});

test('what is no date is no moment', () => {
  for (const text of ['', ' ', 'yesterday', '20169999', '2016-13-40T00:00:00Z', 'MARCH 04, 2013', 'YYYYMMDD'])
    assert.equal(momentOf(text, UTC), undefined, text);
  assert.equal(momentOf(undefined, UTC), undefined);
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), (text, n) => {
      momentOf(text, SYDNEY);
      momentOf(String(n), SYDNEY);
    }),
  );
});

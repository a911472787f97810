import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOrMoment, endAfter, spanOf } from './event-time.ts';

const TIMES: readonly (readonly [told: string, read: string | undefined])[] = [
  ['2026', '2026'],
  ['2026-06', '2026-06'],
  ['2026-06-01', '2026-06-01'],
  ['2026-06-01+02:00', '2026-06-01'],
  ['2026-06-01T10:00:00+02:00', '2026-06-01T08:00:00.000Z'],
  ['2026-06-01 10:00', '2026-06-01T10:00:00.000Z'],
  ['2026-13', undefined],
  ['2026-02-31', undefined],
  ['in June', undefined],
  ['', undefined],
];

for (const [told, read] of TIMES) {
  test(`“${told}” is ${read ?? 'no time'}`, () => assert.equal(dayOrMoment(told, {}), read));
}

const ENDS: readonly (readonly [starts: string, lasts: string, ends: string | undefined])[] = [
  ['2026-06-01T08:00:00.000Z', 'PT30M', '2026-06-01T08:30:00.000Z'],
  ['2026-06-01T08:00:00.000Z', 'P2DT1H', '2026-06-03T09:00:00.000Z'],
  ['2026-06-01', 'P3D', '2026-06-03'],
  ['2026-06-01', 'P1W', '2026-06-07'],
  ['2026-06-01', 'PT4H', '2026-06-01'],
  ['2026-06', 'P3D', undefined],
  ['2026-06-01', 'P1M', undefined],
  ['2026-06-01', 'a while', undefined],
  ['9999-12-31T23:00:00.000Z', 'P999W', undefined],
];

for (const [starts, lasts, ends] of ENDS) {
  test(`what begins ${starts} and lasts ${lasts} ends ${ends ?? 'nobody knows when'}`, () =>
    assert.equal(endAfter(starts, lasts), ends));
}

test('of several times the first and the last are the span', () => {
  assert.deepEqual(spanOf(['2026-06-03', undefined, '2026-06-01T08:00:00.000Z']), {
    starts: '2026-06-01T08:00:00.000Z',
    ends: '2026-06-03',
  });
  assert.deepEqual(spanOf(['2026-06-01']), { starts: '2026-06-01' });
  assert.deepEqual(spanOf([undefined]), {});
});

test('whatever stands in the place of a time or a length, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^P[0-9WDTHMS]{0,12}$/), (text, lasts) => {
      const starts = dayOrMoment(text, {}) ?? '2026-06-01';
      const ends = endAfter(starts, lasts);
      assert.ok(ends === undefined || ends >= starts.slice(0, ends.length));
    }),
  );
});

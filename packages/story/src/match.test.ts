import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { matched } from './match.ts';
import { longestRise } from './rise.ts';

describe('matched', () => {
  it('matches each entry once, by the earlier round first', () => {
    const rounds = [
      { before: ['a', 'b', 'b', undefined], after: ['b', undefined, 'b', 'b', 'c'] },
      { before: ['x', 'y', 'z', 'x'], after: ['x', 'x', 'y', 'x', 'x'] },
    ];
    assert.deepEqual(matched(rounds), [1, 0, 2, 3, undefined]);
  });
});

describe('longestRise', () => {
  it('rises, and no rise is longer', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(12), { nil: undefined }), { maxLength: 9 }), (numbers) => {
        const rise = longestRise(numbers);
        const values = rise.map((i) => numbers[i] ?? -1);
        assert.ok(rise.every((at, i) => i === 0 || at > (rise[i - 1] ?? -1)));
        assert.ok(values.every((value, i) => value >= 0 && (i === 0 || value > (values[i - 1] ?? -1))));
        assert.equal(rise.length, longestByTrying(numbers));
      }),
    );
  });
});

/** The length of the longest rise, by trying all of them. */
function longestByTrying(numbers: readonly (number | undefined)[], above = -1): number {
  const [first, ...rest] = numbers;
  if (numbers.length === 0) return 0;
  const without = longestByTrying(rest, above);
  return first === undefined || first <= above
    ? without
    : Math.max(without, 1 + longestByTrying(rest, first));
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { idMaker, instant, isId } from './base.ts';

function makerAt(times: readonly number[]) {
  const left = [...times];
  const clock = { now: () => instant(left.shift() ?? times.at(-1) ?? 0) };
  return idMaker(clock, (bytes) => bytes.fill(0xff));
}

describe('idMaker', () => {
  it('makes ids of version 7 that carry their millisecond (RFC 9562 §5.7)', () => {
    const id = makerAt([0x0198f2c4a1b2])();
    assert.equal(id, '0198f2c4-a1b2-7000-bfff-ffffffffffff');
    assert.ok(isId(id));
  });

  it('makes ids that rise, whether the clock runs, stands or goes back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2 }), (steps) => {
        const newId = makerAt(steps.map((step) => 1_700_000_000_000 + step));
        const ids = steps.map(() => newId());
        assert.deepEqual(ids, ids.toSorted());
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });

  it('borrows the next millisecond when one has more ids than its counter', () => {
    const newId = makerAt([1_700_000_000_000]);
    const ids = Array.from({ length: 10_000 }, newId);
    assert.deepEqual(ids, ids.toSorted());
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every(isId));
  });
});

describe('isId', () => {
  it('knows ids in lower case and nothing else', () => {
    for (const text of [
      '',
      'x',
      '0198F2C4-A1B2-7000-BFFF-FFFFFFFFFFFF',
      '0198f2c4-a1b2-7000-bfff-fffffffffff',
    ]) {
      assert.equal(isId(text), false);
    }
    assert.equal(isId('0198f2c4-a1b2-7000-bfff-ffffffffffff\n'), false);
    assert.equal(isId('00000000-0000-0000-0000-000000000000'), false);
  });
});

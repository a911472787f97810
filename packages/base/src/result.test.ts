import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { done, Fault, isFault, messageOf, never, refused } from './base.ts';

describe('a result', () => {
  it('is done with a value, or refused with a code and a sentence', () => {
    assert.deepEqual(done(1), { ok: true, value: 1 });
    assert.deepEqual(refused('late', 'Too late.'), { ok: false, why: 'late', say: 'Too late.' });
  });
});

describe('a fault', () => {
  it('is known by its code and keeps its cause and hint', () => {
    const cause = new Error('disk');
    const fault = new Fault('not-kept', 'It was not kept.', { cause, hint: 'Make room.' });
    assert.deepEqual(
      [isFault(fault), isFault(fault, 'not-kept'), isFault(fault, 'other')],
      [true, true, false],
    );
    assert.deepEqual([isFault(cause), isFault('not-kept')], [false, false]);
    assert.deepEqual([fault.cause, fault.hint, fault.message], [cause, 'Make room.', 'It was not kept.']);
    assert.equal('cause' in new Fault('bare', 'Bare.'), false);
  });

  it('is thrown where a union grew and its switch did not', () => {
    // A value from outside the types is the one way to get here.
    const stray = 'stray' as never;
    assert.throws(
      () => never(stray),
      (thrown) => isFault(thrown, 'unreachable'),
    );
  });

  it('has a message, whatever was thrown', () => {
    assert.equal(messageOf(new Error('a')), 'a');
    assert.equal(messageOf(undefined), 'undefined');
  });
});

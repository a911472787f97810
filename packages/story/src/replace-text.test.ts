import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as Y from 'yjs';
import { replaceText } from './replace-text.ts';

function shared(words: string): Y.Text {
  const text = new Y.Doc().getText('headline');
  text.insert(0, words);
  return text;
}

describe('replaceText', () => {
  it('makes a shared text read as any other, never through half a character', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '\u{1f600}\u{1f3fd}') });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = shared(before);
        const changes: unknown[] = [];
        text.observe(({ delta }) => changes.push(...delta));
        replaceText(text, after);
        assert.equal(text.toString(), after);
        assert.ok(JSON.stringify(changes).isWellFormed() && !/\\ud[89a-f]/i.test(JSON.stringify(changes)));
      }),
    );
  });

  it('touches nothing outside what changed', () => {
    const text = shared('Premier speaks in Gorki');
    let delta: unknown;
    text.observe((event) => {
      delta = event.delta;
    });
    text.doc?.transact(() => replaceText(text, 'Premier speaks at Gorki'));
    assert.deepEqual(delta, [{ retain: 15 }, { delete: 2 }, { insert: 'at' }]);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { marked, passageOf } from './passage.ts';

const whole = (pieces: readonly { readonly text: string }[]) => pieces.map(({ text }) => text).join('');

test('what was asked for is marked, and neighbours are one mark', () => {
  const isMatch = (word: string) => ['salt', 'road'].includes(word);
  assert.deepEqual(marked('The Salt Road, and more salt', isMatch), [
    { text: 'The ', isMatch: false },
    { text: 'Salt Road', isMatch: true },
    { text: ', and more ', isMatch: false },
    { text: 'salt', isMatch: true },
  ]);
});

test('the passage is where most different words stand together', () => {
  const isMatch = (word: string) => ['sea', 'bed'].includes(word);
  const far = 'sea sea sea sea';
  const near = `${'word '.repeat(60)}the sea has a bed ${'word '.repeat(60)}`;
  const passage = passageOf([far, near], { isMatch, most: 60 });
  assert.match(whole(passage ?? []), /^… .*the sea has a bed.* …$/);
  assert.deepEqual(
    passage?.filter((piece) => piece.isMatch).map(({ text }) => text),
    ['sea', 'bed'],
  );
});

test('no passage stands where nothing was found', () => {
  assert.equal(passageOf(['nothing here'], { isMatch: () => false, most: 50 }), undefined);
});

const texts = fc.array(
  fc
    .array(fc.constantFrom('a', 'sea', 'bed', '海底', 'x'.repeat(90), '“', '—'), { maxLength: 60 })
    .map((words) => words.join(' ')),
  { maxLength: 6 },
);

test('a passage has what was asked for, is cut out of one paragraph, and is no longer than it may be by much', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 20, max: 120 }), (paragraphs, most) => {
      const isMatch = (word: string) => word === 'sea' || word === '海底';
      const passage = passageOf(paragraphs, { isMatch, most });
      assert.equal(
        passage !== undefined,
        paragraphs.some((text) => /sea|海底/.test(text)),
      );
      if (!passage) return;
      const text = whole(passage).replace(/^… | …$/g, '');
      assert.ok(paragraphs.some((paragraph) => paragraph.includes(text)));
      assert.ok(passage.some((piece) => piece.isMatch));
      assert.ok(text.length <= Math.max(most, 100) + 10, `${text.length}`);
    }),
  );
});

test('marks change no letter of a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      assert.equal(whole(marked(text, (word) => word.length % 2 === 0)), text);
    }),
  );
});

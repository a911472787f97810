import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { folded, wordsOfText } from './search-text.ts';

const said = (text: string) => wordsOfText(text).map(({ word }) => word);

test('accents, capitals and forms of a letter make no difference', () => {
  assert.equal(folded('Storälv'), 'storalv');
  assert.equal(folded('Łódź Ærø Straße'), 'lodz aero strasse');
  assert.equal(folded('نَخْلَة'), folded('نخله'));
  assert.equal(folded('إسلام أحمد'), folded('اسلام احمد'));
  assert.equal(folded('ﬁnal'), 'final');
});

test('signs that are letters of their script stay', () => {
  assert.notEqual(folded('が'), folded('か'));
  assert.equal(folded('हिन्दी'), 'हिन्दी');
  assert.notEqual(folded('กำ'), folded('ก'));
  assert.equal(folded('한국'), '한국');
});

test('words are runs of letters and figures', () => {
  assert.deepEqual(said('The sea-bed, O’Brien’s 3.5 “whales”'), [
    ...['the', 'sea', 'bed', 'o', 'brien', 's', '3', '5', 'whales'],
  ]);
});

test('a text without blanks is parted by a dictionary', () => {
  assert.deepEqual(said('海底电缆断了'), ['海底', '电缆', '断', '了']);
  assert.ok(said('รถไฟกลางคืน').length > 1);
  assert.deepEqual(said('COVID在中国'), ['covid', '在', '中国']);
});

test('of any text the words stand where they are said to stand, in their order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      let at = 0;
      for (const { word, start, end } of wordsOfText(text)) {
        assert.ok(start >= at && end > start && end <= text.length);
        assert.equal(folded(text.slice(start, end)), word);
        at = end;
      }
    }),
  );
});

test('to fold twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      assert.equal(folded(folded(text)), folded(text));
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isAsked, isDay, LONGEST_SEARCH, readSearch, searchQuery } from './search.ts';

const ask = (q: string, rest = '') => readSearch(`q=${encodeURIComponent(q)}${rest}`);

test('words, phrases, exclusions and filters are told apart', () => {
  const search = ask('sea "salt line" -tourism -"by the sea" section:world/asia type:live comet');
  assert.deepEqual(search.words, ['sea', 'comet']);
  assert.deepEqual(search.phrases, ['salt line']);
  assert.deepEqual(search.without, ['tourism', 'by the sea']);
  assert.equal(search.section, 'world/asia');
  assert.equal(search.kind, 'live');
});

test('a form says what can be typed, and what is typed wins', () => {
  assert.equal(ask('tea', '&section=business').section, 'business');
  assert.equal(ask('tea section:sport', '&section=business').section, 'sport');
});

test('an open quotation mark, a lone minus and an unknown filter are words like others', () => {
  assert.deepEqual(ask('"salt line').phrases, ['salt line']);
  assert.deepEqual(ask('- colour:red').words, ['-', 'colour:red']);
});

test('any text is a question, and asks the same when it is asked again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const search = ask(text.toWellFormed());
      assert.ok([...search.typed].length <= LONGEST_SEARCH);
      const again = readSearch(new URLSearchParams(searchQuery(search)).toString());
      assert.deepEqual({ ...again, isCut: false }, { ...search, isCut: false });
    }),
  );
});

test('a question without a word or a filter asks for nothing', () => {
  assert.equal(isAsked(ask('')), false);
  assert.equal(isAsked(ask('-tea')), false);
  assert.equal(isAsked(ask('', '&author=ana')), true);
});

test('only days of the calendar are days', () => {
  assert.ok(isDay('2024-02-29'));
  for (const no of ['2023-02-29', '2026-1-1', 'yesterday', '0000-01-01', '2026-13-01'])
    assert.ok(!isDay(no), no);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { directionOf, say } from './messages.ts';
import { ARABIC } from './messages-ar.data.ts';
import { GERMAN } from './messages-de.data.ts';
import type { Catalogue, MessageKey } from './messages-en.data.ts';
import { ENGLISH } from './messages-en.data.ts';
import { FRENCH } from './messages-fr.data.ts';
import { CHINESE } from './messages-zh.data.ts';
import { pluralForms } from './plural-forms.ts';

const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  ar: ARABIC,
  de: GERMAN,
  en: ENGLISH,
  fr: FRENCH,
  zh: CHINESE,
};
const KEYS = Object.keys(ENGLISH) as MessageKey[];

/** The values a message takes, each with the kind of its place. */
function valuesOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const node of new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst()) {
    if ('value' in node && node.type !== 0) found.push(`${node.value}:${node.type}`);
  }
  return [...new Set(found)].toSorted();
}

test('a message takes its values, and its form from their number', () => {
  assert.equal(say('en-GB', 'by', { name: 'Ada' }), 'By Ada');
  assert.equal(say('en-GB', 'storyCount', { count: 1 }), '1 story');
  assert.equal(say('en-GB', 'storyCount', { count: 1200 }), '1,200 stories');
  assert.equal(say('ar', 'storyCount', { count: 2 }), 'مادتان');
  assert.equal(say('zh-Hans', 'storyCount', { count: 3 }), '3篇报道');
  assert.equal(say('fr', 'storyCount', { count: 0 }), '0 article');
});

test('a language without a catalogue is spoken to in English', () => {
  assert.equal(say('sv-FI', 'latest'), ENGLISH.latest);
  assert.equal(say('sv', 'storyCount', { count: 1 }), '1 story');
});

test('every language says every message, with the values that English has', () => {
  for (const [language, catalogue] of Object.entries(CATALOGUES)) {
    assert.deepEqual(Object.keys(catalogue).toSorted(), KEYS.toSorted(), language);
    for (const key of KEYS) {
      assert.deepEqual(valuesOf(catalogue[key]), valuesOf(ENGLISH[key]), `${language} ${key}`);
      assert.notEqual(catalogue[key].trim(), '', `${language} ${key}`);
      assert.doesNotMatch(catalogue[key], /[<>&]|\s\s|^\s|\s$/, `${language} ${key}`);
    }
  }
});

test('a message that counts tells every plural category of its language', () => {
  const counting = KEYS.filter((key) => ENGLISH[key].includes(', plural,'));
  assert.ok(counting.length >= 4);
  for (const [language, catalogue] of Object.entries(CATALOGUES)) {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const key of counting) {
      const told = [...catalogue[key].matchAll(/\b(zero|one|two|few|many|other) \{/g)].map(([, one]) => one);
      assert.deepEqual(told.toSorted(), [...pluralCategories].toSorted(), `${language} ${key}`);
      const forms = JSON.parse(pluralForms(language, key)) as Record<string, string>;
      assert.deepEqual(Object.keys(forms).toSorted(), told.toSorted(), `${language} ${key}`);
    }
  }
});

test('only English is English: no message of another language was left as it was', () => {
  const same = Object.entries(CATALOGUES).flatMap(([language, catalogue]) =>
    KEYS.filter(
      (key) =>
        language !== 'en' &&
        catalogue[key] === ENGLISH[key] &&
        /[a-z]{4}/i.test(ENGLISH[key].replace(/\{\w+\}/g, '')),
    ).map((key) => `${language} ${key}`),
  );
  const alike = [
    'fr opinion',
    'fr table',
    'fr pause',
    'de feeds',
    'fr archive',
    'de archive',
    'fr listenPause',
    'de listenPause',
    'fr versionAt',
    'de live',
    'fr live',
    'fr kindLive',
    'de series',
    'fr correction',
  ];
  assert.deepEqual(
    same.filter((one) => !alike.includes(one)),
    [],
  );
});

test('what is said is what the library of the format says', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('{', '}', "'", "''", '<b>', '#', 'مرحبا', '\u202e', 'x'.repeat(5_000)),
  );
  const said = fc.record({
    key: fc.constantFrom(...KEYS),
    language: fc.constantFrom(...Object.keys(CATALOGUES)),
    value: text,
    count: fc.nat(),
  });
  fc.assert(
    fc.property(said, ({ key, language, value, count }) => {
      const message = CATALOGUES[language]?.[key] ?? '';
      const names = valuesOf(message).map((one) => one.split(':'));
      // Types above 1 choose by a number; a number alone is spelt in the language, which the library leaves to others.
      const values = Object.fromEntries(
        names.map(([name = '', type]) => [name, type === '1' ? value : count]),
      );
      const wanted = new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format(values);
      assert.equal(say(language, key, values), wanted);
    }),
    { numRuns: 2_000 },
  );
});

test('a value that looks like a place for a value is left as it is', () => {
  assert.equal(say('en', 'by', { name: '{name} {count}' }), 'By {name} {count}');
});

test('direction comes from the primary language', () => {
  assert.equal(directionOf('ar-EG'), 'rtl');
  assert.equal(directionOf('HE'), 'rtl');
  assert.equal(directionOf('en-GB'), 'ltr');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '@courant/base';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { CATALOGUES, directionOf, say, wordsOf } from './messages.ts';
import type { MessageKey } from './messages-en.data.ts';
import { ENGLISH } from './messages-en.data.ts';
import { pluralForms } from './plural-forms.ts';

const KEYS = Object.keys(ENGLISH) as MessageKey[];
const LOCALES = ['en-GB', 'en-US', 'ar', 'ar-EG', 'zh-Hans', 'fr', 'fr-CH', 'de', 'de-AT'];
// Kinds of node (@formatjs/icu-messageformat-parser, TYPE).
const NUMBERS = new Set([2, 6]);

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

function nodesOf(text: string): readonly Node[] {
  const inner = (nodes: readonly Node[]): readonly Node[] =>
    nodes.flatMap((node) =>
      'options' in node ? [node, ...Object.values(node.options).flatMap((one) => inner(one.value))] : [node],
    );
  return inner(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
}

/** The values a message takes, each with whether it is a number or a text. */
function valuesOf(text: string): Readonly<Record<string, 'number' | 'text'>> {
  const found = nodesOf(text).flatMap((node): [string, 'number' | 'text'][] =>
    node.type === 0 || node.type === 7 ? [] : [[node.value, NUMBERS.has(node.type) ? 'number' : 'text']],
  );
  return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Text that messages may be handed: what means something to the format, to HTML, or to nobody. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    ...['', '{', '}', '{name}', "'", "''", "'{", '#', '|', '<b>', '</title><script>', '&amp;', '$&', '$1'],
    ...['مرحبا بالعالم', '\u202eabc\u202c', '\u2067', '\0', '\ud800', '世界', '👩‍👩‍👧', 'x'.repeat(20_000)],
  ),
);
const count = fc.oneof(fc.nat(), fc.integer({ min: 0, max: 120 }), fc.constantFrom(1e6, 2e6, 1e15, 0.5, -3));

test('a message takes its values, and its form from their number', () => {
  assert.equal(say('en-GB', 'by', { name: 'Ada' }), 'By Ada');
  assert.equal(say('en-GB', 'storyCount', { count: 1 }), '1 story');
  assert.equal(say('en-GB', 'storyCount', { count: 1200 }), '1,200 stories');
  assert.equal(say('fr', 'storyCount', { count: 0 }), '0 article');
  assert.equal(say('fr', 'storyCount', { count: 2_000_000 }), '2\u202f000\u202f000 d’articles');
  assert.equal(say('de', 'newUpdates', { count: 1 }), '1 neuer Eintrag');
  assert.equal(say('zh-Hans', 'storyCount', { count: 3 }), '3篇报道');
});

test('Arabic has a form for none, one, two, few, many and others', () => {
  const told = [0, 1, 2, 3, 11, 100].map((one) => say('ar', 'storyCount', { count: one }));
  assert.deepEqual(told, ['لا مواد', 'مادة واحدة', 'مادتان', '3 مواد', '11 مادة', '100 مادة']);
});

test('numbers are written in the digits and groups of the locale', () => {
  const version = { number: 1234, time: '-' };
  assert.equal(say('ar-EG', 'versionAt', version), 'النسخة ١٬٢٣٤، -');
  assert.equal(say('ar', 'versionAt', version), 'النسخة 1,234، -');
  assert.equal(say('de', 'versionAt', version), 'Fassung 1.234, -');
  assert.equal(say('fr', 'versionAt', version), 'Version 1\u202f234, -');
});

test('a locale is spoken to in its own language, whatever its region, script or extension', () => {
  for (const locale of ['fr', 'fr-CH', 'FR-ca', 'fr-u-nu-latn'])
    assert.equal(say(locale, 'close'), 'Fermer', locale);
  for (const locale of ['zh', 'zh-CN', 'zh-Hans', 'zh-Hans-SG'])
    assert.equal(say(locale, 'close'), '关闭', locale);
});

test('a language without a catalogue is spoken to in English, also one named like a property', () => {
  for (const locale of ['sv-FI', 'frr', 'constructor', 'x-secret', ''])
    assert.equal(say(locale, 'latest'), ENGLISH.latest, locale);
  assert.equal(say('sv', 'storyCount', { count: 1 }), '1 story');
});

test('every language says every message, with values of the same names and kinds', () => {
  for (const [language, catalogue] of Object.entries(CATALOGUES)) {
    assert.deepEqual(Object.keys(catalogue).toSorted(), KEYS.toSorted(), language);
    for (const key of KEYS)
      assert.deepEqual(valuesOf(catalogue[key]), valuesOf(ENGLISH[key]), `${language} ${key}`);
  }
});

test('messages hold words and no markup, with no blank to spare', () => {
  for (const [language, catalogue] of Object.entries(CATALOGUES)) {
    for (const key of KEYS)
      assert.doesNotMatch(catalogue[key], /[<>&]|\s\s|^\s|\s$|^$/, `${language} ${key}`);
  }
});

/** The words of a message, without its values. */
function wordsIn(text: string): string {
  return nodesOf(text)
    .map((node) => (node.type === 0 ? node.value : '_'))
    .join('');
}

test('each language has its own marks of quotation, apostrophe and punctuation', () => {
  const foreign: Readonly<Record<string, RegExp>> = {
    ar: /["“”„'‘’,;?]/,
    de: /["”«»'‘’]/,
    en: /["„«»'‘]/,
    fr: /["“”„'‘]|[^\u00a0\u202f][:;?!»]|«[^\u00a0]/,
    zh: /["„«»'‘’,;?!:]/,
  };
  for (const [language, catalogue] of Object.entries(CATALOGUES)) {
    for (const key of KEYS)
      assert.doesNotMatch(wordsIn(catalogue[key]), foreign[language] ?? /^/, `${language} ${key}`);
  }
});

test('a message that counts tells every plural category of its language', () => {
  const plurals = (text: string) => nodesOf(text).filter((node) => node.type === 6);
  const counting = KEYS.filter((key) => plurals(ENGLISH[key]).length > 0);
  assert.ok(counting.length >= 4);
  for (const [language, catalogue] of Object.entries(CATALOGUES)) {
    const categories = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].toSorted();
    for (const key of counting) {
      for (const node of plurals(catalogue[key]))
        assert.deepEqual(
          Object.keys('options' in node ? node.options : {}).toSorted(),
          categories,
          `${language} ${key}`,
        );
      const forms = JSON.parse(pluralForms(language, key)) as Record<string, string>;
      assert.deepEqual(Object.keys(forms).toSorted(), categories, `${language} ${key}`);
    }
  }
});

/** Words that French or German have from the same root as English, or took from it. */
const ALIKE = new Set([
  ...[
    'fr archive',
    'fr listenPause',
    'fr live',
    'fr opinion',
    'fr printPage',
    'fr printPages',
    'fr shareEmail',
    'fr shareWeibo',
    'fr versionAt',
  ],
  ...['de feeds', 'de listenPause', 'de live', 'de shareWeibo'],
]);

test('no message of another language was left in English', () => {
  const left = Object.entries(CATALOGUES).flatMap(([language, catalogue]) =>
    KEYS.filter((key) => language !== 'en' && catalogue[key] === ENGLISH[key])
      .filter((key) => /\p{L}{4}/u.test(ENGLISH[key].replace(/\{[^{}]*\}/g, '')))
      .map((key) => `${language} ${key}`),
  );
  assert.deepEqual(
    left.filter((one) => !ALIKE.has(one)),
    [],
  );
});

test('what is said is what the library of the format says, whatever the values', () => {
  const asked = fc.record({
    key: fc.constantFrom(...KEYS),
    locale: fc.constantFrom(...LOCALES),
    texts: fc.array(oddText, { minLength: 4, maxLength: 4 }),
    count,
  });
  fc.assert(
    fc.property(asked, ({ key, locale, texts, count: number }) => {
      const message = CATALOGUES[locale.split('-', 1)[0] ?? '']?.[key] ?? '';
      const values = Object.fromEntries(
        Object.entries(valuesOf(message)).map(([name, kind], i) => [
          name,
          kind === 'number' ? number : (texts[i] ?? ''),
        ]),
      );
      const wanted = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(values);
      assert.equal(say(locale, key, values), wanted);
      assert.equal(wordsOf({ locale })(key, values), wanted);
    }),
    { numRuns: 1_000 },
  );
});

test('on a page a value is text, whatever it holds', () => {
  fc.assert(
    fc.property(oddText, fc.constantFrom(...LOCALES), (value, locale) => {
      const { markup } =
        html`<p title="${say(locale, 'historyOf', { headline: value })}">${say(locale, 'by', { name: value })}</p>`;
      assert.match(markup, /^<p title="[^"<>]*">[^<>]*<\/p>$/);
    }),
  );
});

test('a value that is missing leaves its place to be seen', () => {
  assert.equal(say('de', 'by'), 'Von {name}');
});

test('direction comes from the primary language', () => {
  assert.equal(directionOf('ar-EG'), 'rtl');
  assert.equal(directionOf('HE'), 'rtl');
  assert.equal(directionOf('en-GB'), 'ltr');
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { instant } from '@courant/base';
import fc from 'fast-check';
import { anyText } from './feed-sample-testing.ts';
import { newsSitemap, sitemap, sitemapIndex } from './syndication.ts';

const HOME = 'https://courant.example/';
const AT = instant(new Date('2026-10-01T08:00:00Z'));
const SCHEMAS = fileURLToPath(new URL('../../../../shared/data/sitemaps/sitemap-xsd/', import.meta.url));
const hasLint = spawnSync('xmllint', ['--version']).status === 0;
const SKIP = !existsSync(SCHEMAS)
  ? 'the schemas of sitemaps are not beside the project (../shared/data)'
  : hasLint
    ? false
    : 'xmllint is not installed';

/** What xmllint has against a text by a schema; empty where it has nothing. */
function schemaFaults(text: string, schema: string): string {
  const options = ['--nonet', '--noout', '--schema', SCHEMAS + schema, '-'];
  const { status, stderr } = spawnSync('xmllint', options, { input: text, encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}

const NEWS = {
  url: `${HOME}world/a`,
  title: 'Harbour & <talks>',
  published: AT,
  publication: 'The Courant',
  language: 'en-GB',
};
const PAGE = {
  url: `${HOME}world/a?b=1&c=2`,
  lastModified: AT,
  pictures: [`${HOME}a.jpg`, `${HOME}b.jpg?w=1&h=2`],
  alternates: [
    { language: 'en', url: `${HOME}world/a` },
    { language: 'ar', url: `${HOME}arabic/ميناء` },
    { language: 'x-default', url: `${HOME}world/a` },
  ],
};

test('sitemaps and their index hold to their schemas', { skip: SKIP }, () => {
  assert.equal(
    schemaFaults(
      sitemapIndex([{ url: `${HOME}a.xml`, lastModified: AT }, { url: `${HOME}b.xml` }]),
      'siteindex.xsd',
    ),
    '',
  );
  assert.equal(schemaFaults(sitemap([PAGE, { url: HOME }]), 'all-local.xsd'), '');
  const tongues = ['en-GB', 'zh-Hans', 'zh-Hant-TW', 'ar', 'gsw', 'no tongue'];
  assert.equal(
    schemaFaults(
      newsSitemap(
        tongues.map((language) => ({ ...NEWS, language })),
        HOME,
      ),
      'all-local.xsd',
    ),
    '',
  );
  assert.equal(schemaFaults(newsSitemap([], HOME), 'all-local.xsd'), '');
});

test('a spoilt sitemap fails the schema', { skip: SKIP }, () => {
  assert.match(
    schemaFaults(sitemap([PAGE]).replace('2026-10-01T', '1 October '), 'all-local.xsd'),
    /lastmod/,
  );
  assert.match(
    schemaFaults(newsSitemap([NEWS], HOME).replace('>en<', '>english<'), 'all-local.xsd'),
    /language/,
  );
});

test('a news sitemap with any titles holds to its schema', { skip: SKIP }, () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 30 }), (titles) => {
      const text = newsSitemap(
        titles.map((title) => ({ ...NEWS, title })),
        HOME,
      );
      assert.equal(schemaFaults(text, 'all-local.xsd'), '');
    }),
    { numRuns: 12 },
  );
});

test('Chinese tells its script by a country, other languages are told by their first part', () => {
  const tongue = (language: string) =>
    /<news:language>(.*?)</.exec(newsSitemap([{ ...NEWS, language }], HOME))?.[1];
  assert.deepEqual(['zh-Hans', 'zh-Hant', 'zh-TW', 'zh', 'de-CH'].map(tongue), [
    'zh-cn',
    'zh-tw',
    'zh-tw',
    'zh-cn',
    'de',
  ]);
});

test('where nothing is new the home page keeps the news sitemap from being empty', () => {
  const text = newsSitemap([], HOME);
  assert.ok(text.includes(`<url><loc>${HOME}</loc></url>`));
});

test('no sitemap is empty or larger than search engines read', () => {
  const pages = (count: number) => Array.from({ length: count }, (_, i) => ({ url: `${HOME}${i}` }));
  assert.throws(() => sitemap([]), RangeError);
  assert.throws(() => sitemapIndex([]), RangeError);
  assert.ok(sitemap(pages(50_000)).length > 0);
  assert.throws(() => sitemap(pages(50_001)), /1 to 50000/);
  assert.throws(() => sitemapIndex(pages(50_001)), RangeError);
  const stories = pages(1_001).map(({ url }) => ({ ...NEWS, url }));
  assert.ok(newsSitemap(stories.slice(1), HOME).length > 0);
  assert.throws(() => newsSitemap(stories, HOME), /1 to 1000/);
  assert.throws(() => sitemap([{ url: HOME + 'a'.repeat(2_048) }]), /characters/);
  assert.throws(() => sitemap([{ url: '/world' }]), RangeError);
});

test('of the pictures of a page a thousand are named', () => {
  const pictures = Array.from({ length: 1_200 }, (_, i) => `${HOME}${i}.jpg`);
  assert.equal(sitemap([{ url: HOME, pictures }]).match(/<image:loc>/g)?.length, 1_000);
});

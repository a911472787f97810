import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedTree } from './feed-tree-testing.ts';
import { openSearchDescription } from './syndication.ts';

const SEARCH = {
  name: 'The Courant, International Edition',
  description: 'Search The Courant & its archive',
  language: 'en',
  self: 'https://courant.example/opensearch.xml',
  search: 'https://courant.example/search',
  feeds: { atom: 'https://courant.example/feeds/search.atom?edition=international' },
  icon: { url: 'https://courant.example/icon.png', mediaType: 'image/png', size: 32 },
  example: 'harbour talks',
};

function read(text: string) {
  const tree = feedTree(text);
  assert.ok(tree.ok);
  return (name: string) => tree.root.children.filter((one) => one.name === name);
}

test('the search is asked by q, as a page and as a feed', () => {
  const of = read(openSearchDescription(SEARCH));
  assert.deepEqual(
    of('Url').map(({ attributes }) => [
      attributes.get('type'),
      attributes.get('rel'),
      attributes.get('template'),
    ]),
    [
      ['text/html', 'results', 'https://courant.example/search?q={searchTerms}'],
      [
        'application/atom+xml',
        'results',
        'https://courant.example/feeds/search.atom?edition=international&q={searchTerms}',
      ],
      ['application/opensearchdescription+xml', 'self', 'https://courant.example/opensearch.xml'],
    ],
  );
  assert.equal(of('Query')[0]?.attributes.get('searchTerms'), 'harbour%20talks');
});

test('a name too long is cut at a word, or within the first', () => {
  const shortName = (name: string) => read(openSearchDescription({ ...SEARCH, name }))('ShortName')[0]?.text;
  assert.equal(shortName(SEARCH.name), 'The Courant,');
  assert.equal(shortName('Donaudampfschifffahrtszeitung'), 'Donaudampfschiff');
  assert.equal(shortName('Courant'), 'Courant');
});

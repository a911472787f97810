import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import { readPayload } from './read.ts';

const OPTIONS = { received: instant(new Date('2026-01-01T00:00:00Z')) };

function answer(content: string | readonly number[]): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
  const reading = readPayload(bytes, OPTIONS);
  return reading.ok ? reading.items.map(({ format }) => format).join(' ') : `${reading.why}: ${reading.say}`;
}

const READ: readonly (readonly [what: string, content: string, format: string])[] = [
  ['an item', '{"uri":"a","headline":"One"}', 'ninjs-1'],
  ['items behind blank lines', '\n\n [{"uri":"a"},{"uri":"b"}]', 'ninjs-1 ninjs-1'],
  [
    'a document of news',
    '<nitf><body><body.head><hedline><hl1>One</hl1></hedline></body.head></body></nitf>',
    'nitf',
  ],
  [
    'a root with the prefix of a tag of HTML',
    '<p:nitf xmlns:p="x"><p:body><p:body.head><p:hedline><p:hl1>One</p:hl1></p:hedline></p:body.head></p:body></p:nitf>',
    'nitf',
  ],
  ['a page', '<!-- made --><!DOCTYPE html><title>One</title><p>Two of three came.</p>', 'article-page'],
  [
    'a page as XML',
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body><p>Two&nbsp;came.</p></body></html>',
    'article-page',
  ],
  ['a piece of a page without a headline', '<div><p>x<br></div>', 'article-page'],
  ['a piece of a page', '<article><h1>One</h1><p>Two of three came.</p></article>', 'article-page'],
  [
    'a prefixed root',
    '<ns0:newsItem xmlns:ns0="http://iptc.org/std/nar/2006-10-01/" guid="a" version="1"><ns0:contentMeta><ns0:headline>One</ns0:headline></ns0:contentMeta></ns0:newsItem>',
    'newsml-g2',
  ],
];

const KINDS: readonly (readonly [content: string, kind: string])[] = [
  ['<conceptItem guid="a"/>', 'newsml-g2 concept'],
  ['<conceptItem guid="a"><concept><eventDetails/></concept></conceptItem>', 'newsml-g2 event'],
  ['<planningItem guid="a"/>', 'newsml-g2 planning'],
  ['<packageItem guid="a"/>', 'newsml-g2 package'],
  ['<catalog><scheme alias="ex" uri="http://example.com/cv/"/></catalog>', 'newsml-g2 concept'],
  ['{"uri":"a","type":"event","eventDetails":{}}', 'ninjs-1 event'],
  ['{"title":"A","eventDetails":{}}', 'ninjs-1 event'],
  ['{"uri":"a","type":"planning","plannedCoverage":[]}', 'ninjs-1 planning'],
  ['{"uri":"a","type":"composite"}', 'ninjs-1 package'],
];

for (const [content, kind] of KINDS) {
  test(`${content.slice(0, 30)}… is ${kind}`, () => {
    const reading = readPayload(new TextEncoder().encode(content), OPTIONS);
    assert.ok(reading.ok, reading.ok ? '' : reading.say);
    assert.deepEqual(
      reading.items.map((item) => `${item.format} ${item.kind}`),
      [kind],
    );
  });
}

for (const [what, content, format] of READ) {
  test(`${what} is known by its content`, () => assert.equal(answer(content), format));
}

const REFUSED: readonly (readonly [what: string, content: string | readonly number[], says: RegExp])[] = [
  ['NewsML 1', '<?xml version="1.0"?><NewsML><NewsItem/></NewsML>', /^newsml-1$/],
  ['a feed', '<rss version="2.0"><channel/></rss>', /^unsupported: a feed without an entry/],
  ['an Atom feed', '<feed xmlns="http://www.w3.org/2005/Atom"/>', /^unsupported: a feed without an entry/],
  ['an RDF feed', '<rdf:RDF xmlns:rdf="x"/>', /^unsupported: a feed without an entry/],
  [
    'a page without a story',
    '\n<!DOCTYPE html><title>x</title>',
    /^unsupported: unsupported: an HTML page without a story/,
  ],
  [
    'a page as XML without a story',
    '<?xml version="1.0"?><html/>',
    /^unsupported: unsupported: an HTML page without a story/,
  ],
  ['a trail of hops', '<hopItem guid="a"/>', /^unsupported: unsupported: hopItem of NewsML-G2/],
  ['a catalogue of a shop', '<catalog><book id="1"/></catalog>', /^unsupported: .* without a vocabulary/],
  [
    'an answer of an API without an item',
    '{"api_version":"1.1","data":{"items":[]}}',
    /^unknown: JSON, but no/,
  ],
  [
    'people of Superdesk',
    '[{"contact_email":[],"contact_phone":[]}]',
    /^unknown: JSON of Superdesk without news/,
  ],
  ['a document of nobody', '<document><title>One</title></document>', /^unknown: .* the root <document>/],
  ['a release of software', '<release><version>2</version></release>', /^unknown: .* the root <release>/],
  ['a text of Ritzau without a word', '<RBNews><NewsID>1</NewsID></RBNews>', /^broken: broken RBNews/],
  [
    'a list of a channel',
    '<results><result/></results>',
    /^unsupported: unsupported: a list of what a channel/,
  ],
  ['a text wire', '\u0001abc0123 4 pol 0100 us\r\n\u0002Copy', /^iptc-7901$/],
  ['a vocabulary', '{"uri":"a","conceptSet":[]}', /^unknown: JSON, but no ninjs: it looks like a vocabulary/],
  ['a schema', '{"$schema":"x","properties":{}}', /^unknown: .* looks like a JSON schema/],
  ['some other JSON', '{"price":4}', /^unknown: JSON, but no ninjs/],
  ['some other XML', '<svg xmlns="x"/>', /^unknown: no wire format has the root <svg>/],
  ['a damaged picture', [0xff, 0xd8, 0xff, 0xe0, 0, 16], /^broken: a damaged picture .*jpeg/],
  ['a film', [0, 0, 0, 32, 0x66, 0x74, 0x79, 0x70, 0x69], /^unknown: .*film/],
  ['an archive', [0x50, 0x4b, 3, 4, 20], /^broken: broken ZIP archive/],
  ['a document', '%PDF-1.7\n', /^unknown: .*PDF/],
  [
    'bytes of no meaning',
    Array.from({ length: 600 }, (_, i) => (i * 7) % 32),
    /^unknown: no wire copy: it is no text/,
  ],
  ['nothing', '', /^unknown: there is nothing in it/],
  ['blanks', ' \n\t', /^unknown: there is nothing in it/],
  ['a line', 'Hello', /^unknown: /],
];

for (const [what, content, says] of REFUSED) {
  test(`${what} is answered in a line that names it`, () => assert.match(answer(content), says));
}

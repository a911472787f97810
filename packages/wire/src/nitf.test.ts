import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import { plainText } from '@courant/story';
import fc from 'fast-check';
import { readNitf } from './nitf.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem } from './wire-item.ts';
import { readXml } from './xml.ts';

const OPTIONS: ReadOptions = { received: instant(new Date('2026-03-01T12:00:00Z')) };

/** A whole document as agencies send it: no namespace, no blank between name and title, pretty lines. */
const DOCUMENT = `<?xml version="1.0"?>
<nitf version="-//IPTC//DTD NITF 3.3//EN" baselang="en-GB">
 <head>
  <title>1 HARBOUR Bridge</title>
  <meta name="anpa-keyword" content="Harbour Bridge"/><meta name="desk" content="Home"/>
  <tobject tobject.type="News"><tobject.property tobject.property.type="Current"/>
   <tobject.subject tobject.subject.refnum="04015002" tobject.subject.type="Economy" tobject.subject.matter="Transport" tobject.subject.detail="Bridges"/>
  </tobject>
  <docdata management-status="usable">
   <doc-id id-string="EX-1" regsrc="Example"/><du-key key="harbour" version="2"/><urgency ed-urg="3"/>
   <date.issue norm="20260228T101500+0100"/><date.expire norm="20260401T000000Z"/>
   <doc.rights geography="Atlantis" enddate="20260315T000000Z"/>
   <doc.copyright year="2026" holder="Example Agency"/><ed-msg info="Eds: UPDATES: with cost."/>
   <key-list><keyword key="bridge"/><keyword key="harbour"/><keyword key="bridge"/></key-list>
   <evloc city="Saltmouth" iso-cc="ATL"/>
  </docdata>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Bridge opens at last</hl1><hl2 id="originalHeadline">Bridge opens</hl2></hedline>
   <byline>By<person>Ada Quill</person><byttl>Harbour correspondent</byttl></byline>
   <distributor>Example Agency</distributor><abstract><p>It took nine years.</p></abstract>
  </body.head>
  <body.content><block>
   <p>SALTMOUTH (EX) - The <org value="SBC" idsrc="ex">Saltmouth Bridge Company</org> opened it &amp; <em>danced</em>.</p>
   <media media-type="image"><media-reference mime-type="image/jpeg" source="bridge.jpg" width="800" height="600"/>
    <media-caption>The bridge.</media-caption><media-producer>Ex Photo</media-producer></media>
   <hl2>Nine years</hl2>
   <ul><li>One</li><li>Two</li></ul>
   <table><tr><th>Year</th><th>Cost</th></tr><tr><td>2020</td><td>1</td></tr></table>
   <pre>A    1
B    2</pre>
   <bq><block><p>Quoted.</p></block><credit>A mayor</credit></bq>
  </block></body.content>
  <body.end><tagline>Additional reporting by B. Ink</tagline></body.end>
 </body>
</nitf>`;

function item(text: string, options = OPTIONS): WireItem {
  const xml = readXml(text);
  assert.ok(xml.ok);
  const reading = readNitf(xml.root, options);
  assert.ok(reading.ok, reading.ok ? '' : reading.say);
  const [first] = reading.items;
  assert.ok(first);
  return first;
}

function docdata(inside: string, attributes = ''): WireItem {
  return item(
    `<nitf><head><docdata ${attributes}><doc-id id-string="A"/>${inside}</docdata></head><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>T</p></body.content></body></nitf>`,
  );
}

test('an NITF document becomes an item with every field it has', () => {
  const { body, ...fields } = item(DOCUMENT);
  assert.deepEqual(fields, {
    format: 'nitf',
    id: 'EX-1',
    version: '2',
    versionCreated: '2026-02-28T09:15:00.000Z',
    supplier: 'Example Agency',
    language: 'en-GB',
    headline: 'Bridge opens at last',
    slug: 'Harbour Bridge',
    standfirst: 'It took nine years.',
    byline: 'Ada Quill',
    dateline: { place: 'SALTMOUTH', agencies: ['EX'] },
    source: 'Example Agency',
    urgency: 3,
    status: 'usable',
    signal: 'update',
    expires: '2026-03-15T00:00:00.000Z',
    edNote: 'Eds: UPDATES: with cost.',
    rights: '© 2026 Example Agency',
    keywords: ['bridge', 'harbour'],
    genres: ['Current'],
    subjects: [
      { code: 'subj:04000000', name: 'Economy' },
      { code: 'subj:04015000', name: 'Transport' },
      { code: 'subj:04015002', name: 'Bridges' },
    ],
    places: [{ name: 'Saltmouth', code: 'ATL' }],
    organisations: [{ name: 'Saltmouth Bridge Company', code: 'SBC' }],
    media: [
      {
        kind: 'picture',
        href: 'bridge.jpg',
        caption: 'The bridge.',
        credit: 'Ex Photo',
        mediaType: 'image/jpeg',
        width: 800,
        height: 600,
      },
    ],
    warnings: [{ code: 'signal-from-words', say: 'Read as “update” from the words of the item.' }],
    unmapped: {
      desk: 'Home',
      'doc.rights': { geography: 'Atlantis', enddate: '20260315T000000Z' },
    },
  });
  assert.ok(body);
  const kinds = body.content.map(({ type }) => type);
  assert.deepEqual(kinds, [
    ...['paragraph', 'subhead', 'list', 'table', 'preformatted', 'quote', 'paragraph'],
  ]);
  assert.match(plainText(body), /The Saltmouth Bridge Company opened it & danced\./);
  assert.match(plainText(body), /A {4}1\nB {4}2/);
  const [first] = body.content;
  assert.deepEqual(first?.attrs.from, { item: 'EX-1', version: '2', block: 0 });
});

test('a second headline is the deck unless it is the headline as first sent', () => {
  const deck = `<nitf><body><body.head><hedline><hl1>H</hl1><hl2>Deck</hl2></hedline></body.head></body></nitf>`;
  assert.equal(item(deck).standfirst, 'Deck');
  assert.equal(item(deck.replace('<hl2>', '<hl2 id="originalHeadline">')).standfirst, undefined);
});

test('an embargo holds to its date, and without one until a person lifts it', () => {
  const release = '<date.release norm="20260302T000100Z"/>';
  assert.equal(docdata(release, 'management-status="embargoed"').embargo, '2026-03-02T00:01:00.000Z');
  assert.equal(docdata(release).embargo, '2026-03-02T00:01:00.000Z');
  assert.equal(docdata('', 'management-status="embargoed"').embargo, 'indefinite');
  assert.equal(docdata('<ed-msg info="Embargoed until the ceremony"/>').embargo, 'indefinite');
  assert.equal(docdata('<ed-msg info="Embargoed to 0001 Friday"/>').embargo, '2026-03-06T00:01:00.000Z');
  assert.equal(docdata('<date.release norm="20260228T000000Z"/>').embargo, undefined);
});

test('a status counts in any case of letters, and one that nobody knows is told', () => {
  assert.equal(docdata('', 'management-status="EMBARGOED"').embargo, 'indefinite');
  assert.equal(docdata('', 'management-status=" Withheld "').status, 'withheld');
  const { status, warnings } = docdata('', 'management-status="Withdrawn"');
  assert.equal(status, undefined);
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['unknown-status'],
  );
});

test('a cancelled document is a kill, with or without words', () => {
  assert.equal(docdata('', 'management-status="canceled"').signal, 'kill');
  const bare = item(
    '<nitf><head><docdata management-status="canceled"><doc-id id-string="A"/></docdata></head></nitf>',
  );
  assert.deepEqual([bare.status, bare.signal, bare.headline], ['canceled', 'kill', undefined]);
});

test('times without a zone are read in the zone of the supplier', () => {
  const text = DOCUMENT.replace('20260228T101500+0100', '20260228T101500');
  const read = item(text, { ...OPTIONS, timeZone: 'Australia/Sydney' });
  assert.equal(read.versionCreated, '2026-02-27T23:15:00.000Z');
});

test('a document without an id gets one and a warning; one with neither headline nor text is broken', () => {
  const read = item(
    '<nitf><body><body.head><hedline><hl1>Some News</hl1></hedline></body.head></body></nitf>',
  );
  assert.match(read.id, /some-news$/);
  assert.deepEqual(
    read.warnings.map(({ code }) => code),
    ['no-id'],
  );
  const xml = readXml('<nitf/>');
  assert.ok(xml.ok);
  const reading = readNitf(xml.root, OPTIONS);
  assert.equal(reading.ok ? '' : reading.why, 'broken');
});

test('agate and wrapped lines keep their sense: columns stay, breaks of a machine go', () => {
  const line = 'The fire situation is likely to get worse with a massive front';
  const { body } = item(
    `<nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>${line}<br/>${line}<br/>soon.</p><p>12 Main Street<br/>Saltmouth</p></body.content></body></nitf>`,
  );
  assert.equal(body && plainText(body), `${line} ${line} soon.\n\n12 Main Street\nSaltmouth`);
});

test('however a document is damaged, reading it never throws', () => {
  const cut = fc.record({ at: fc.nat(DOCUMENT.length), gone: fc.nat(40), put: fc.string({ maxLength: 12 }) });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
      const text = cuts.reduce(
        (all, { at, gone, put }) => all.slice(0, at) + put + all.slice(at + gone),
        DOCUMENT,
      );
      const xml = readXml(text);
      const reading = xml.ok ? readNitf(xml.root, OPTIONS) : xml;
      assert.equal(typeof reading.ok, 'boolean');
    }),
  );
});

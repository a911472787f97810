import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import { plainText } from '@courant/story';
import fc from 'fast-check';
import { readNewsMlG2 } from './newsml-g2.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';
import { readXml } from './xml.ts';

const OPTIONS: ReadOptions = { received: instant(new Date('2026-03-01T12:00:00Z')) };

const ITEM = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.com:2026:1:5" version="5" xml:lang="en">
 <rightsInfo><copyrightHolder literal="Example Agency"/><usageTerms>NONE</usageTerms><copyrightNotice>© Example</copyrightNotice></rightsInfo>
 <itemMeta>
  <itemClass qcode="ninat:text"/><provider literal="EX"><name>Example Agency</name></provider>
  <versionCreated>2026-02-28T10:15:00+01:00</versionCreated><firstCreated>2026-02-28T08:00:00Z</firstCreated>
  <pubStatus qcode="stat:usable"/><service><name>Home wire</name></service>
  <edNote role="x:editorialnote">Adds the cost.</edNote><edNote role="x:private">Ask Ada.</edNote>
  <signal qcode="sig:update"/><signal qcode="pmt:text"/>
  <link rel="irel:seeAlso" href="https://example.com/bridge"><title>Plans</title></link>
 </itemMeta>
 <contentMeta>
  <urgency>3</urgency><located literal="No-Data-Available"/>
  <creator qcode="staff:1"><name>Ada Quill</name></creator><by>By Ada Quill</by>
  <creditline>Example–</creditline><dateline>2026-02-28 10:15:00</dateline>
  <language tag="en-GB"/><slugline separator="-">HARBOUR-BRIDGE</slugline>
  <headline role="hl:overline">Transport</headline><headline>Bridge opens at last</headline>
  <description role="drol:summary">It took nine years.</description>
  <keyword>bridge</keyword><genre qcode="genre:Current"><name>Current</name></genre>
  <subject type="cpnat:abstract" qcode="medtop:20000337"><name>transport</name><broader qcode="medtop:04000000"><name>economy</name></broader></subject>
  <subject type="cpnat:abstract" qcode="iptccat:04015002"/>
  <subject type="cpnat:person" qcode="p:7"><name>B. Ink</name></subject>
  <subject type="cpnat:organisation"><name>Bridge Company</name></subject>
  <subject type="cpnat:geoArea" qcode="geo:1"><name>Saltmouth</name></subject>
  <subject type="cpnat:geoArea" qcode="geo:20016"/>
 </contentMeta>
 <contentSet><inlineXML contenttype="application/nitf+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>
  <header><ul class="slugline"><li>Transport</li></ul><h1>Bridge opens at last</h1></header>
  <section class="main"><p><span class="dateline">Saltmouth <span>(ex)</span> - </span>It opened &amp; people danced.</p>
  <figure><img src="https://example.com/b.jpg" alt="x"/><div class="byline">Photo: C. Lens</div><figcaption>The bridge.</figcaption></figure>
  <h2>Nine years</h2><p>Long ones.</p></section></body></html></inlineXML></contentSet>
</newsItem>`;

function read(text: string): Reading {
  const xml = readXml(text);
  return xml.ok ? readNewsMlG2(xml.root, OPTIONS) : xml;
}

function item(text: string): WireItem {
  const reading = read(text);
  assert.ok(reading.ok, reading.ok ? '' : reading.say);
  const [first] = reading.items;
  assert.ok(first);
  return first;
}

function withMeta(inside: string): WireItem {
  return item(`<newsItem guid="a" version="1"><itemMeta>${inside}</itemMeta></newsItem>`);
}

function message(inside: string): string {
  return `<newsMessage><header><sent>2026-03-01T00:00:00Z</sent><sender>example.com</sender></header><itemSet>${inside}</itemSet></newsMessage>`;
}

test('a news item becomes an item with every field it has, without what agencies put in empty places', () => {
  const { body, ...fields } = item(ITEM);
  assert.deepEqual(fields, {
    format: 'newsml-g2',
    id: 'urn:newsml:example.com:2026:1',
    version: '5',
    versionCreated: '2026-02-28T09:15:00.000Z',
    firstCreated: '2026-02-28T08:00:00.000Z',
    supplier: 'Example Agency',
    language: 'en-GB',
    headline: 'Bridge opens at last',
    slug: 'HARBOUR-BRIDGE',
    kicker: 'Transport',
    standfirst: 'It took nine years.',
    byline: 'Ada Quill',
    authors: [{ name: 'Ada Quill', uri: 'staff:1' }],
    dateline: { place: 'Saltmouth', agencies: ['ex'] },
    source: 'Example',
    urgency: 3,
    status: 'usable',
    signal: 'update',
    edNote: 'Adds the cost.',
    rights: '© Example',
    keywords: ['bridge'],
    genres: ['Current'],
    subjects: [
      { code: 'medtop:20000337', name: 'transport' },
      { code: 'medtop:04000000', name: 'economy' },
      { code: 'subj:04015002' },
    ],
    people: [{ name: 'B. Ink', code: 'p:7' }],
    organisations: [{ name: 'Bridge Company' }],
    places: [{ name: 'Saltmouth', code: 'geo:1' }],
    links: [{ href: 'https://example.com/bridge', rel: 'irel:seeAlso', title: 'Plans' }],
    media: [
      {
        kind: 'picture',
        href: 'https://example.com/b.jpg',
        caption: 'The bridge.',
        credit: 'Photo: C. Lens',
      },
    ],
    warnings: [],
    unmapped: { service: ['Home wire'], deskNotes: ['Ask Ada.'], signals: ['pmt:text'] },
  });
  assert.equal(
    body && plainText(body),
    'Saltmouth (ex) - It opened & people danced.\n\nNine years\n\nLong ones.',
  );
});

test('the root of a body decides what it is, not its media type', () => {
  const nitf =
    '<nitf><body><body.head><hedline><hl1>Inside</hl1></hedline></body.head><body.content><block><p>One.</p><p>Two.</p></block></body.content></body></nitf>';
  const { headline, body } = item(
    `<newsItem guid="a" version="1"><contentSet><inlineXML contenttype="application/xhtml+xml">${nitf}</inlineXML></contentSet></newsItem>`,
  );
  assert.equal(headline, 'Inside');
  assert.equal(body && plainText(body), 'One.\n\nTwo.');
});

test('signals of the standard and of the agencies are read; unknown ones are updates, with a warning', () => {
  assert.equal(withMeta('<signal qcode="sig:correction"/><signal qcode="sig:update"/>').signal, 'correction');
  assert.equal(
    withMeta('<signal uri="http://cv.iptc.org/newscodes/signal/correction"/>').signal,
    'correction',
  );
  assert.equal(withMeta('<signal qcode="edStat:D"/>').signal, 'kill');
  assert.equal(withMeta('<signal qcode="tt_sig:replace"/>').signal, 'update');
  assert.equal(withMeta('<signal qcode="edStat:N"/><signal qcode="sig:atomic"/>').signal, undefined);
  const unknown = withMeta('<signal qcode="acme:again"/>');
  assert.equal(unknown.signal, 'update');
  assert.deepEqual(
    unknown.warnings.map(({ code }) => code),
    ['unknown-signal'],
  );
});

test('a cancelled item is a kill, also under a prefix and without content', () => {
  const killed = item(
    '<ns0:newsItem xmlns:ns0="http://iptc.org/std/nar/2006-10-01/" guid="tag:example.com,2026:a:9" version="9"><ns0:itemMeta><ns0:pubStatus qcode="stat:canceled"/></ns0:itemMeta></ns0:newsItem>',
  );
  assert.deepEqual([killed.id, killed.status, killed.signal], ['tag:example.com,2026:a', 'canceled', 'kill']);
});

test('a status that nobody knows is told, not guessed', () => {
  const { status, warnings } = withMeta('<pubStatus qcode="acme:withdrawn"/>');
  assert.equal(status, undefined);
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['unknown-status'],
  );
});

test('an empty embargo holds until a person lifts it; a date holds until then', () => {
  assert.equal(withMeta('<embargoed/>').embargo, 'indefinite');
  assert.equal(withMeta('<embargoed>soon</embargoed>').embargo, 'indefinite');
  assert.equal(
    withMeta('<embargoed>2026-04-01T12:00:00+0200</embargoed>').embargo,
    '2026-04-01T10:00:00.000Z',
  );
  assert.equal(withMeta('<edNote>STRICTLY EMBARGOED</edNote>').embargo, 'indefinite');
  const past = withMeta('<embargoed>2020-01-01T00:00:00Z</embargoed><edNote>Embargoed until then</edNote>');
  assert.equal(past.embargo, '2020-01-01T00:00:00.000Z');
  assert.equal(withMeta('').embargo, undefined);
});

test('of several renditions the widest without a watermark stands for the picture', () => {
  const remote = (href: string, width: number) =>
    `<remoteContent href="https://example.com/${href}" contenttype="image/jpeg" width="${width}" height="9"/>`;
  const { media } = item(
    `<newsItem guid="a" version="1"><contentMeta><description role="drol:caption">Seen.</description></contentMeta><contentSet>${remote('WatermarkBig.jpg', 9000)}${remote('small.jpg', 100)}${remote('big.jpg', 4000)}</contentSet></newsItem>`,
  );
  assert.deepEqual(media, [
    {
      kind: 'picture',
      href: 'https://example.com/big.jpg',
      caption: 'Seen.',
      mediaType: 'image/jpeg',
      width: 4000,
      height: 9,
    },
  ]);
});

test('a byline that only the text has is found', () => {
  const { byline } = item(
    '<newsItem guid="a" version="1"><contentSet><inlineXML><html><body><p>By Ada Quill</p><p>SALTMOUTH (EX) - It opened.</p></body></html></inlineXML></contentSet></newsItem>',
  );
  assert.equal(byline, 'Ada Quill');
});

test('a message gives every item in it, of whatever kind, from its sender, and names what else it held', () => {
  const mixed = message(
    '<packageItem guid="p"/><newsItem guid="a" version="1"/><hopItem guid="h"/><newsItem guid="b" version="1"><itemMeta><provider literal="EX"/></itemMeta></newsItem><planningItem guid="n"/>',
  );
  const reading = read(mixed);
  assert.ok(reading.ok);
  assert.deepEqual(
    reading.items.map(({ id, kind, supplier }) => [id, kind, supplier]),
    [
      ['p', 'package', 'example.com'],
      ['a', undefined, 'example.com'],
      ['b', undefined, 'EX'],
      ['n', 'planning', 'example.com'],
    ],
  );
  assert.match(reading.items[0]?.warnings[0]?.say ?? '', /hopItem/);
});

test('what holds no item is named as unsupported, alone or in a message', () => {
  for (const text of ['<hopItem guid="x"/>', message('<hopItem guid="x"/>'), message('')]) {
    const reading = read(text);
    assert.ok(!reading.ok);
    assert.equal(reading.why, 'unsupported');
    assert.match(reading.say, /^unsupported: (hopItem|an empty newsMessage) /);
  }
});

test('codes of the IPTC stand under its aliases, whether they come as URIs or under an alias of the document', () => {
  const { subjects, people } = item(
    `<newsItem guid="a" version="1"><catalog><scheme alias="mt" uri="http://cv.iptc.org/newscodes/mediatopic/"/><scheme alias="subj" uri="http://example.com/cv/"/><scheme alias="ex" uri="http://example.com/ex/"/></catalog><contentMeta><subject uri="http://cv.iptc.org/newscodes/mediatopic/20000304"/><subject qcode="mt:20000309"/><subject qcode="subj:1"/><subject qcode="ex:2"/><subject qcode="nobody:3"/><subject typeuri="http://cv.iptc.org/newscodes/cpnature/person" qcode="ex:4"><name>Ada Quill</name></subject></contentMeta></newsItem>`,
  );
  assert.deepEqual(
    subjects?.map(({ code }) => code),
    ['medtop:20000304', 'medtop:20000309', 'http://example.com/cv/1', 'ex:2', 'nobody:3'],
  );
  assert.deepEqual(people, [{ name: 'Ada Quill', code: 'ex:4' }]);
});

test('groups of a package that lead in circles are gone through once', () => {
  const { members } = item(
    '<packageItem guid="p"><groupSet root="g"><group id="g" role="group:main"><groupRef idref="h"/><itemRef residref="one" version="2"><title>One</title></itemRef></group><group id="h" role="group:side"><groupRef idref="g"/><itemRef residref="two:3" version="3"/></group></groupSet></packageItem>',
  );
  assert.deepEqual(members, [
    { id: 'two', version: '3', role: 'group:side' },
    { id: 'one', version: '2', headline: 'One' },
  ]);
});

test('however an item is damaged, reading it never throws', () => {
  const cut = fc.record({ at: fc.nat(ITEM.length), gone: fc.nat(40), put: fc.string({ maxLength: 12 }) });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
      const text = cuts.reduce(
        (all, { at, gone, put }) => all.slice(0, at) + put + all.slice(at + gone),
        ITEM,
      );
      assert.equal(typeof read(text).ok, 'boolean');
    }),
  );
});

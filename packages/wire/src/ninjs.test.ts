import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import { blockText } from '@courant/story';
import fc from 'fast-check';
import { readPayload } from './read.ts';
import type { WireItem } from './wire-item.ts';

const OPTIONS = { received: instant(new Date('2026-03-02T12:00:00Z')) };

function items(value: unknown): readonly WireItem[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const reading = readPayload(new TextEncoder().encode(text), OPTIONS);
  assert.ok(reading.ok, reading.ok ? '' : reading.say);
  return reading.items;
}

function item(value: unknown): WireItem {
  const [first, ...others] = items(value);
  assert.ok(first);
  assert.equal(others.length, 0);
  return first;
}

const paragraphs = ({ body }: WireItem) =>
  body?.content.map((block) => (block.type === 'paragraph' ? blockText(block) : block.type));

/** An item with its body as plain paragraphs, as the golden values below have it. */
const plain = (read: WireItem) => ({ ...read, body: paragraphs(read) });

test('ninjs 1 gives every field, under the names its agencies use', () => {
  const read = item({
    guid: 'urn:example:harbour',
    version: 3,
    type: 'text',
    versioncreated: '2026-03-02T10:15:00+0000',
    firstcreated: '2026-03-02T09:00:00Z',
    pubstatus: 'usable',
    urgency: '4',
    language: 'en_GB',
    headline: 'Harbour opens after ten years',
    slugline: 'PORT OPENING',
    byline: 'By Ada Example',
    authors: [{ name: 'Ada Example', role: 'writer', biography: 'x' }],
    description_text: 'The first ship came at dawn.',
    body_html: '<p>LINDHAVEN (Example News) - The harbour is open.</p><p>Ships came.</p>',
    source: 'Example News',
    ednote: 'Adds ships.',
    usageterms: 'Not for resale.',
    keywords: ['port', 'ships'],
    genre: [{ code: 'Article', name: 'Article (news)' }],
    subject: [
      { code: '04015001', name: 'port' },
      { code: 'north', name: 'North', scheme: 'region' },
    ],
    place: [{ name: 'Lindhaven', qcode: 'LND' }],
    person: [{ name: 'Bo Sample', rel: 'subject' }],
    organisation: [{ name: 'Harbour Board' }],
    associations: {
      featuremedia: {
        type: 'picture',
        guid: 'urn:example:picture',
        headline: 'Ship',
        description_text: 'The first ship.',
        byline: 'Cy Lens',
        renditions: {
          thumb: { href: 'https://example.org/t.jpg', width: 70, height: 40, mimetype: 'image/jpeg' },
          full: { href: 'https://example.org/f.jpg', width: 4000, height: 3000, mimetype: 'image/jpeg' },
        },
      },
      sidebar: { type: 'text', uri: 'urn:example:sidebar', headline: 'How ships are led' },
    },
    service: [{ code: 'i', name: 'International' }],
  });
  assert.deepEqual(plain(read), {
    format: 'ninjs-1',
    id: 'urn:example:harbour',
    version: '3',
    versionCreated: '2026-03-02T10:15:00.000Z',
    firstCreated: '2026-03-02T09:00:00.000Z',
    supplier: 'Example News',
    urgency: 4,
    status: 'usable',
    language: 'en-GB',
    headline: 'Harbour opens after ten years',
    slug: 'PORT OPENING',
    byline: 'Ada Example',
    authors: [{ name: 'Ada Example', role: 'writer' }],
    standfirst: 'The first ship came at dawn.',
    source: 'Example News',
    edNote: 'Adds ships.',
    rights: 'Not for resale.',
    keywords: ['port', 'ships'],
    genres: ['Article (news)'],
    subjects: [
      { code: 'subj:04015001', name: 'port' },
      { code: 'region:north', name: 'North' },
    ],
    places: [{ name: 'Lindhaven', code: 'LND' }],
    people: [{ name: 'Bo Sample' }],
    organisations: [{ name: 'Harbour Board' }],
    dateline: { place: 'LINDHAVEN', agencies: ['Example News'] },
    links: [{ href: 'urn:example:sidebar', title: 'How ships are led' }],
    media: [
      {
        kind: 'picture',
        href: 'https://example.org/f.jpg',
        id: 'urn:example:picture',
        headline: 'Ship',
        caption: 'The first ship.',
        credit: 'Cy Lens',
        mediaType: 'image/jpeg',
        width: 4000,
        height: 3000,
      },
    ],
    body: ['LINDHAVEN (Example News) - The harbour is open.', 'Ships came.'],
    warnings: [],
    unmapped: { service: [{ code: 'i', name: 'International' }] },
  });
});

test('ninjs 2 and 3 give the same item, whose names differ', () => {
  const two = item({
    standard: { name: 'ninjs', version: '2.1' },
    uri: 'urn:example:a',
    version: '2',
    versioncreated: '2026-03-02T10:15:00+01:00',
    pubstatus: 'withheld',
    headlines: [
      { role: 'short', value: 'Short' },
      { role: 'main', value: 'Main headline' },
    ],
    descriptions: [{ role: 'summary', value: 'What happened.' }],
    bodies: [
      { contenttype: 'text/plain', value: 'One.' },
      { contenttype: 'text/html', value: '<p>One.</p><p>Two.</p>' },
    ],
    people: [{ rel: 'author', name: 'Ada Example' }, { name: 'Bo Sample' }],
    organisations: [{ name: 'Board' }],
    infosources: [{ role: 'provider', name: 'Example News' }],
    embargoed: '2026-03-03T06:00:00Z',
    copyrightholder: 'Example News',
    associations: [
      {
        name: 'a',
        type: 'picture',
        uri: 'urn:example:p',
        renditions: [{ href: 'https://example.org/p.jpg' }],
      },
    ],
  });
  const three = item({
    standard: { name: 'ninjs', version: '3.1' },
    uri: 'urn:example:a',
    version: '2',
    versionCreated: '2026-03-02T10:15:00+01:00',
    pubStatus: 'withheld',
    headlines: [
      { role: 'short', value: 'Short' },
      { role: 'main', value: 'Main headline' },
    ],
    descriptions: [{ role: 'summary', value: 'What happened.' }],
    bodies: [
      { contentType: 'text/plain', value: 'One.' },
      { contentType: 'text/html', value: '<p>One.</p><p>Two.</p>' },
    ],
    people: [{ rel: 'author', name: 'Ada Example' }, { name: 'Bo Sample' }],
    organisations: [{ name: 'Board' }],
    infoSources: [{ role: 'provider', name: 'Example News' }],
    embargoedUntil: '2026-03-03T06:00:00Z',
    copyrightHolder: 'Example News',
    associations: [
      {
        name: 'a',
        type: 'picture',
        uri: 'urn:example:p',
        renditions: [{ href: 'https://example.org/p.jpg' }],
      },
    ],
  });
  assert.equal(two.format, 'ninjs-2');
  assert.deepEqual({ ...three, format: 'ninjs-2' }, two);
  assert.equal(two.headline, 'Main headline');
  assert.equal(two.supplier, 'Example News');
  assert.equal(two.status, 'withheld');
  assert.equal(two.embargo, '2026-03-03T06:00:00.000Z');
  assert.deepEqual(two.authors, [{ name: 'Ada Example' }]);
  assert.deepEqual(two.people, [{ name: 'Bo Sample' }]);
  assert.deepEqual(paragraphs(two), ['One.', 'Two.']);
  assert.equal(two.media?.length, 1);
});

test('a list is several items, and so is an envelope of a search', () => {
  const list = [
    { uri: 'a', headline: 'A' },
    { uri: 'b', headline: 'B' },
    7,
    { uri: 'e', type: 'event', eventDetails: {} },
  ];
  assert.deepEqual(
    items(list).map(({ id }) => id),
    ['a', 'b', 'e'],
  );
  assert.deepEqual(
    items({ _items: list, _meta: {} }).map(({ id }) => id),
    ['a', 'b', 'e'],
  );
});

test('a canceled item is a kill, whatever else it says', () => {
  for (const pubstatus of ['canceled', 'cancelled', 'Canceled']) {
    const { status, signal } = item({ uri: 'a', pubstatus, signal: 'update' });
    assert.deepEqual({ status, signal }, { status: 'canceled', signal: 'kill' });
  }
});

test('the byline is read under the name each line of ninjs has for it', () => {
  for (const name of ['byline', 'by']) {
    const read = item({ uri: 'a', headline: 'H', [name]: 'By Ada Example' });
    assert.equal(read.byline, 'Ada Example');
    assert.deepEqual(read.unmapped, {});
  }
});

test('a status no one knows is told, not guessed', () => {
  const { status, warnings } = item({ uri: 'a', pubstatus: 'commissioned' });
  assert.equal(status, undefined);
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['unknown-status'],
  );
});

test('an embargo without a date we can read holds until a person releases it, a past one is over', () => {
  assert.equal(item({ uri: 'a', embargoed: 'Friday morning' }).embargo, 'indefinite');
  assert.equal(item({ uri: 'a', embargoed: true }).embargo, 'indefinite');
  assert.equal(item({ uri: 'a', embargoed: '2026-03-01T00:00:00Z' }).embargo, undefined);
});

test('times without a zone are of the channel’s zone, and what is no date is told', () => {
  const bytes = new TextEncoder().encode(
    '{"uri":"a","versioncreated":"2026-03-02T10:15:00","expires":"soon"}',
  );
  const reading = readPayload(bytes, { ...OPTIONS, timeZone: 'Europe/Stockholm' });
  const [read] = reading.ok ? reading.items : [];
  assert.equal(read?.versionCreated, '2026-03-02T09:15:00.000Z');
  assert.deepEqual(
    read?.warnings.map(({ code }) => code),
    ['bad-date'],
  );
});

test('habits of one feed are read: codes in a list, keywords in a string, markup in a body called text', () => {
  const read = item({
    uri: 'a',
    keywords: 'ports+ships+trade',
    subjects: { code: ['subject:04015001', 'service:n'] },
    body_text: '<p>One.</p>\n<p>Two.</p>',
  });
  assert.deepEqual(read.keywords, ['ports', 'ships', 'trade']);
  assert.deepEqual(read.subjects, [{ code: 'subj:04015001' }, { code: 'service:n' }]);
  assert.deepEqual(paragraphs(read), ['One.', 'Two.']);
});

test('a headline that opens the body too stands once', () => {
  const headline = 'Harbour opens';
  assert.deepEqual(paragraphs(item({ uri: 'a', headline, body_html: '<h1>Harbour opens</h1><p>One.</p>' })), [
    'One.',
  ]);
  assert.deepEqual(paragraphs(item({ uri: 'a', headline, body_text: 'Harbour opens\nOne.' })), ['One.']);
  assert.deepEqual(paragraphs(item({ uri: 'a', headline, body_text: 'Harbour opens' })), ['Harbour opens']);
});

test('what the model has no word for is kept under the name it had', () => {
  const text =
    '{"uri":"a","evolvedfrom":"b","extra":{"note":"x"},"products":[],"body_sms":"s","__proto__":{"p":1}}';
  const { unmapped } = item(text);
  assert.deepEqual(unmapped, { evolvedfrom: 'b', extra: { note: 'x' } });
});

test('topics of the IPTC get one form, however they are written', () => {
  const codes = [
    '20000002',
    '04000000',
    'medtop:20000002',
    'http://cv.iptc.org/newscodes/mediatopic/20000002',
    'http://example.org/x/1',
  ];
  const read = item({ uri: 'a', subject: codes.map((code, at) => ({ code, name: `${at}` })) });
  assert.deepEqual(
    read.subjects?.map(({ code }) => code),
    ['medtop:20000002', 'subj:04000000', 'medtop:20000002', 'medtop:20000002', 'http://example.org/x/1'],
  );
});

test('an item without uri is read and told of, and broken JSON is mended and told of', () => {
  const read = item('\uFEFF{"headline":"One\ttwo","body_text":"He said \\\\"no\\\\" twice.\nAnd left.",}');
  assert.deepEqual(
    read.warnings.map(({ code }) => code),
    ['mended', 'no-id'],
  );
  assert.deepEqual(paragraphs(read), ['He said "no" twice.', 'And left.']);
  assert.match(read.id, /^ninjs:[0-9a-f]{16}$/);
  assert.notEqual(read.id, item({ headline: 'One three' }).id);
});

test('no value in any place makes the reader throw or give a field that is blank', () => {
  const names = [
    'uri',
    'headline',
    'body_html',
    'subject',
    'associations',
    'keywords',
    'place',
    'renditions',
    'bodies',
    'infosources',
    'embargoed',
    'person',
    'versioncreated',
    'rightsinfo',
  ];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (value) => {
      const reading = readPayload(
        new TextEncoder().encode(JSON.stringify({ ...value, guid: 'a', title: 't' })),
        OPTIONS,
      );
      if (!reading.ok) return assert.notEqual(reading.why, 'broken');
      for (const [name, field] of Object.entries(reading.items[0] ?? {})) {
        assert.ok(field !== '' && field !== null && field !== undefined, name);
        if (name !== 'warnings') assert.ok(!Array.isArray(field) || field.length > 0, name);
      }
    }),
    { numRuns: 2_000 },
  );
});

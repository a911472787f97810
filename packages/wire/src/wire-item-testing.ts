import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Instant } from '@courant/base';
import { instant, squeeze } from '@courant/base';
import type { Body } from '@courant/story';
import { blockText } from '@courant/story';
import fc from 'fast-check';
import { bodyParts, HTML_NAMES } from './body-writer.ts';
import { itemFromCopy } from './copy-item.ts';
import { said } from './fields.ts';
import { bodyFromHtml } from './html-body.ts';
import { readStoryFile } from './story-file.ts';
import type { WireItem, WireMedia } from './wire-item.ts';
import { markupOf, xmlText } from './xml-writer.ts';

/** Any text at all: control characters, halves of surrogate pairs, markup, ends of sections. */
export const wildText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(
    ']]>',
    '<![CDATA[',
    '&amp;',
    '<b>',
    '"',
    "'",
    '\r\n',
    '\u0085\u2028',
    '\ud800',
    '\0',
    '--',
    ' ',
  ),
);

/** A text as readers give it: no blank at its ends, none doubled, and none of the words that mean nothing. */
export const plainText: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      'the vote',
      'Peace & quiet',
      '“Yes”, she said',
      '人民日报',
      'العالم',
      'a < b > c',
      ']]>',
      '1',
    ),
  )
  .map((text) => squeeze(xmlText(text)))
  .filter((text) => said(text) !== undefined && !/^by[\s:]/i.test(text));

/** A name: a text with a letter in it. */
const name = plainText.filter((text) => /\p{L}/u.test(text));
const moment: fc.Arbitrary<Instant> = fc
  .date({ min: new Date('2030-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(instant);
const id = fc.oneof(
  fc.webUrl(),
  fc.nat().map((n) => `urn:newsml:example.com:2026:${n}-x`),
  fc.nat().map((n) => `tag:example.com,2026:item-${n}`),
);
const code = fc.oneof(
  fc.nat(99).map((n) => `geo:${n}`),
  fc.webUrl(),
  fc.uuid().map((uuid) => `urn:uuid:${uuid}`),
);
const digits = fc.nat(99_999_999).map((n) => String(n).padStart(8, '0'));
const entity = fc.record({ name, code }, { requiredKeys: ['name'] });
const subject = fc.oneof(
  fc.record({ code: digits.map((n) => `medtop:${n}`), name }, { requiredKeys: ['code'] }),
  fc.record({ code: digits.map((n) => `subj:${n}`), name }, { requiredKeys: ['code'] }),
  fc.record({ code, name }, { requiredKeys: ['code'] }),
  fc.record({ name }),
);
const media: fc.Arbitrary<WireMedia> = fc
  .constantFrom(...(['picture', 'video', 'audio', 'graphic', 'other'] as const))
  .chain((kind) =>
    fc.record(
      {
        kind: fc.constant(kind),
        href: fc.webUrl(),
        id,
        headline: plainText,
        caption: plainText,
        credit: plainText,
        mediaType: fc.constant(MEDIA_TYPES[kind]),
        width: fc.integer({ min: 1, max: 9_000 }),
        height: fc.integer({ min: 1, max: 9_000 }),
      },
      { requiredKeys: ['kind', 'href'] },
    ),
  );
const MEDIA_TYPES: Readonly<Record<WireMedia['kind'], string>> = {
  picture: 'image/jpeg',
  graphic: 'image/svg+xml',
  video: 'video/mp4',
  audio: 'audio/mpeg',
  other: 'application/pdf',
};

const mark = fc.oneof(
  fc.constantFrom(...(['strong', 'em', 'code', 'sup', 'sub', 'strike'] as const)).map((type) => ({ type })),
  fc.webUrl().map((href) => ({ type: 'link', attrs: { href } })),
  fc.constant({ type: 'note', attrs: { thread: 't' } }),
);

function bodyOf(text: fc.Arbitrary<string>): fc.Arbitrary<Body> {
  const inline = fc.oneof(
    fc.record({ type: fc.constant('text'), text }),
    fc.record({ type: fc.constant('text'), text, marks: fc.array(mark, { maxLength: 3 }) }),
    fc.constant({ type: 'break' }),
  );
  const line = fc.array(inline, { maxLength: 5 });
  const some = (inner: fc.Arbitrary<unknown>) => fc.array(inner, { minLength: 1, maxLength: 3 });
  const node = (type: string, attrs: object, content?: fc.Arbitrary<unknown>) =>
    fc.record({
      type: fc.constant(type),
      attrs: fc.record({ id: fc.constant('a'), ...attrs }),
      ...(content ? { content } : {}),
    });
  const paragraph = node('paragraph', {}, line);
  const list = node('list', { ordered: fc.boolean() }, some(node('item', {}, some(paragraph))));
  const parts = some(fc.oneof(paragraph, list));
  const cellAttrs = fc.record({ head: fc.boolean(), span: fc.integer({ min: 1, max: 4 }) });
  const cell = fc.record({ type: fc.constant('cell'), attrs: cellAttrs, content: line });
  const row = fc.record({ type: fc.constant('row'), content: fc.array(cell, { maxLength: 3 }) });
  const links = fc.array(fc.record({ href: fc.webUrl(), title: text }), { maxLength: 2 });
  const block = fc.oneof(
    { weight: 6, arbitrary: paragraph },
    node('subhead', { level: fc.constantFrom(2, 3) }, line),
    node('quote', { attribution: fc.option(text) }, some(paragraph)),
    node('list', { ordered: fc.boolean() }, some(node('item', {}, parts))),
    node('table', { caption: fc.option(text) }, some(row)),
    node('preformatted', {}, line),
    node('picture', { picture: fc.uuid(), caption: fc.option(text) }),
    node('embed', { url: fc.webUrl(), title: fc.option(text) }),
    node('factbox', { title: text }, parts),
    node('related', { links }),
    node('divider', {}),
    node('entry', { at: moment, pinned: fc.boolean(), key: fc.boolean() }, line),
    node('notebook', {}, some(paragraph)),
    node('opaque', { json: text }),
  );
  // Each node has the shape that the document's schema gives it.
  return fc.array(block, { maxLength: 6 }).map((content) => ({ type: 'doc', content }) as Body);
}

/** A body as readers make it: written once as HTML and read. */
const readBody = bodyOf(plainText).map((body) => bodyFromHtml(markupOf(bodyParts(body, HTML_NAMES))).body);

function itemOf(text: fc.Arbitrary<string>, body: fc.Arbitrary<Body>): fc.Arbitrary<WireItem> {
  const list = <T>(one: fc.Arbitrary<T>) =>
    fc.uniqueArray(one, { minLength: 1, maxLength: 3, selector: (value) => JSON.stringify(value) });
  const named = <T extends { readonly name: string }>(one: fc.Arbitrary<T>) =>
    fc.uniqueArray(one, { minLength: 1, maxLength: 3, selector: (value) => value.name });
  const fields = {
    format: fc.constant('any'),
    id,
    kind: fc.constantFrom(
      ...(['picture', 'graphic', 'video', 'audio', 'package', 'event', 'planning'] as const),
    ),
    take: fc.nat(9),
    version: fc.oneof(fc.integer({ min: 1 }).map(String), fc.constant('2a')),
    versionCreated: moment,
    firstCreated: moment,
    supplier: text,
    language: fc.constantFrom('en', 'de-CH', 'ar', 'zh-Hans'),
    headline: text,
    slug: text,
    kicker: text,
    standfirst: text,
    byline: text,
    authors: named(
      fc.record({ name: text, role: fc.constant('ex:writer'), uri: code }, { requiredKeys: ['name'] }),
    ),
    dateline: fc.record({ place: fc.constantFrom('Saltmouth', 'GORKI, Russia', '上海', 'القاهرة') }),
    source: text,
    sender: fc.record(
      { address: fc.emailAddress(), verified: fc.constant(['spf', 'dkim'] as const) },
      { requiredKeys: ['address'] },
    ),
    urgency: fc.integer({ min: 1, max: 9 }),
    status: fc.constantFrom(...(['usable', 'withheld', 'canceled'] as const)),
    signal: fc.constantFrom(...(['update', 'correction', 'kill', 'advisory'] as const)),
    embargo: fc.oneof(moment, fc.constant('indefinite' as const)),
    expires: moment,
    edNote: fc.array(text, { minLength: 1, maxLength: 2 }).map((lines) => lines.join('\n')),
    rights: text,
    keywords: list(text),
    genres: list(text),
    subjects: fc.uniqueArray(subject, { minLength: 1, maxLength: 3, selector: (one) => keyOf(one) }),
    places: named(entity),
    people: named(entity),
    organisations: named(entity),
    links: list(
      fc.record(
        { href: fc.webUrl(), rel: fc.constant('irel:seeAlso'), title: text },
        { requiredKeys: ['href'] },
      ),
    ),
    media: list(media),
    address: fc.webUrl(),
    formerAddresses: list(fc.webUrl()),
    replaces: list(id),
    members: list(
      fc.record(
        {
          id,
          version: fc.constant('3'),
          role: fc.constantFrom('ex:main', 'ex:main', undefined),
          headline: text,
        },
        { requiredKeys: ['id'] },
      ),
    ),
    event: fc.record(
      {
        starts: fc.oneof(
          moment,
          moment.map((one) => one.slice(0, 10)),
        ),
        ends: moment,
        place: name,
        status: fc.constantFrom('canceled', 'eos5', 'int'),
      },
      { requiredKeys: ['starts'] },
    ),
    sectionPath: list(text.filter((one) => !one.includes('/'))),
    body,
    warnings: fc.constant([]),
    unmapped: fc.constant({}),
  };
  const requiredKeys = ['format', 'id', 'warnings', 'unmapped'] as const;
  // Records of fast-check have no prototype; items that were read have.
  return fc
    .record(fields, { requiredKeys: [...requiredKeys] })
    .map((item) => JSON.parse(JSON.stringify(item)) as WireItem);
}

function keyOf({ code, name }: { readonly code?: string; readonly name?: string }): string {
  return code ?? `name ${name}`;
}

/** Any item as readers give it: its text does not begin with the headline again. */
export const readItem: fc.Arbitrary<WireItem> = itemOf(plainText, readBody).filter(
  ({
    headline,
    kicker,
    body: {
      content: [first],
    } = { content: [] },
  }) => first === undefined || squeeze(blockText(first)) !== (headline ?? kicker),
);

/** Any item at all, whatever its texts are. */
export const wildItem: fc.Arbitrary<WireItem> = fc
  .tuple(itemOf(wildText, bodyOf(wildText)), wildText, wildText, wildText)
  .map(([item, one, two, three]) => ({
    ...item,
    id: one || 'x',
    version: two,
    language: three,
    links: [{ href: two, rel: three, title: one }],
    authors: [{ name: one, role: two, uri: three }],
    subjects: [{ code: three, name: two }, { code: one }],
    places: [{ name: two, code: one }],
    members: [{ id: three || 'y', version: one, role: two }],
    media: [
      { kind: 'picture', href: one, id: two, caption: three, mediaType: one, width: Number.NaN, height: -1 },
      { kind: 'other', width: 0.2, height: 7.6 },
      { kind: 'video', href: 'https://example.com/a b.mp4', id: one },
    ],
    event: { starts: one, ends: two, place: three, status: two },
  }));

const STORIES = fileURLToPath(new URL('../../../demo/stories', import.meta.url));

/** Every story of the demo paper as the item it goes out as. */
export function demoItems(): readonly WireItem[] {
  return readdirSync(STORIES).map((name) => {
    const story = readStoryFile(readFileSync(`${STORIES}/${name}`, 'utf8'));
    if (!story.ok) throw new Error(story.say);
    return itemFromCopy(story.value.copy, {
      id: `tag:demo.example,2026:${name.replace('.html', '')}`,
      version: '1',
      versionCreated: '2026-11-01T10:00:00.000Z' as Instant,
      supplier: 'The Demo Paper',
      picture: (id) => ({ href: `https://demo.example/pictures/${id}.jpg`, mediaType: 'image/jpeg' }),
    });
  });
}

import type { Instant } from '@courant/base';
import { instant } from '@courant/base';
import fc from 'fast-check';
import type { Block, Body, Inline, Mark } from './body.ts';
import type { Copy, StoryKind } from './copy.ts';
import { parseBody } from './document.ts';
import type { Story, StoryState } from './state.ts';

/** A paragraph for tests: its id and its words. */
export function paragraph(id: string, text: string, marks?: readonly Mark[]): Block {
  return {
    type: 'paragraph',
    attrs: { id, from: null },
    content: [marks ? { type: 'text', text, marks } : { type: 'text', text }],
  };
}

/** A body of blocks, in the form that a draft reads. */
export function bodyOf(...content: readonly Block[]): Body {
  return { type: 'doc', content };
}

/** Copy that may be published as it is. */
export function copyOf(copy: Partial<Copy> = {}): Copy {
  return {
    kind: 'article',
    language: 'en',
    slug: 'putin-gorki',
    headline: 'Premier speaks in Gorki',
    body: bodyOf(paragraph('a', 'He said it on Friday.')),
    ...copy,
  };
}

/** A story in a state. */
export function storyIn(state: StoryState): Story {
  // An id of the form that `isId` knows.
  const id = '0198f2c4-a1b2-7000-bfff-ffffffffffff' as Story['id'];
  return { id, slug: 'putin-gorki', created: MOMENT.published, state };
}

/** Moments of one story's life, in order. */
export const MOMENT = {
  published: instant(Date.UTC(2026, 2, 14, 8)),
  updated: instant(Date.UTC(2026, 2, 14, 9)),
  withdrawn: instant(Date.UTC(2026, 2, 14, 10)),
  now: instant(Date.UTC(2026, 2, 14, 11)),
  soon: instant(Date.UTC(2026, 2, 14, 12)),
  late: instant(Date.UTC(2026, 2, 15)),
} as const satisfies Readonly<Record<string, Instant>>;

const { published, updated, withdrawn } = MOMENT;

/** A story in each state there is. */
export const STORY_IN = {
  draft: storyIn({ state: 'draft' }),
  live: storyIn({ state: 'live', revision: storyIn({ state: 'draft' }).id, published, updated }),
  unpublished: storyIn({ state: 'unpublished', at: withdrawn, published }),
  killed: storyIn({ state: 'killed', at: withdrawn, published, notice: 'It was wrong.' }),
} as const satisfies Readonly<Record<StoryState['state'], Story>>;

/** Text of any script, storable, sometimes of words that others have too. */
export const anyText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('the vote', 'on Friday', '人民日报', '  '),
  )
  .map((text) => text.replaceAll('\0', ''));

const someText = anyText.filter((text) => text !== '');

/** Words that must never leave the newsroom stand in generated copy with this sign. */
export const SECRET = 'SECRET';
const secret = fc.nat(99).map((n) => `${SECRET}${n}`);

const anyMark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom(...(['strong', 'em', 'code', 'sup', 'sub', 'strike'] as const)).map((type) => ({ type })),
  fc.webUrl().map((href): Mark => ({ type: 'link', attrs: { href } })),
  secret.map((thread): Mark => ({ type: 'note', attrs: { thread } })),
  secret.map((by): Mark => ({ type: 'deletion', attrs: { by } })),
);

const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: someText }),
  fc.record({
    type: fc.constant('text' as const),
    text: someText,
    marks: fc.array(anyMark, { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('text' as const),
    text: secret,
    marks: secret.map((by): readonly Mark[] => [{ type: 'insertion', attrs: { by } }]),
  }),
  fc.constant({ type: 'break' as const }),
);

const line = fc.array(anyInline, { maxLength: 5 });
const words = fc.option(anyText);
const picture = fc.record({ picture: fc.uuid(), caption: words, alt: words });
const id = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 2 });
const from = fc.option(fc.record({ item: anyText, version: anyText, block: fc.nat(50) }));

function node(
  type: string,
  attrs: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  content?: fc.Arbitrary<unknown>,
) {
  const identified = { id, from, ...attrs };
  const parts = { type: fc.constant(type), attrs: fc.record(identified) };
  return content ? fc.record({ ...parts, content }) : fc.record(parts);
}

const some = (inner: fc.Arbitrary<unknown>) => fc.array(inner, { minLength: 1, maxLength: 3 });
const plain = node('paragraph', {}, line);
const list = node('list', { ordered: fc.boolean() }, some(node('item', {}, some(plain))));
const deepList = node('list', { ordered: fc.boolean() }, some(node('item', {}, some(fc.oneof(plain, list)))));
const cell = fc.record({
  type: fc.constant('cell'),
  attrs: fc.record({ head: fc.boolean(), span: fc.integer({ min: 1, max: 4 }) }),
  content: line,
});
const row = fc.record({ type: fc.constant('row'), content: fc.array(cell, { maxLength: 3 }) });
const secretLine = secret.map((text) => [{ type: 'text', text }]);

const moment = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(instant);
const anyBlock: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: plain },
  node('subhead', { level: fc.constantFrom(2, 3) }, line),
  node('quote', { attribution: words }, some(plain)),
  deepList,
  node('table', { caption: words }, some(row)),
  node('preformatted', {}, line),
  node('picture', { picture: fc.uuid(), caption: words, alt: words }),
  node('gallery', { pictures: fc.array(picture, { maxLength: 3 }) }),
  node('embed', { url: fc.webUrl(), title: words }),
  node('factbox', { title: anyText }, some(fc.oneof(plain, list))),
  node('related', { links: fc.array(fc.record({ href: fc.webUrl(), title: anyText }), { maxLength: 3 }) }),
  node('divider', {}),
  node('entry', { at: moment, pinned: fc.boolean(), key: fc.boolean() }, line),
  node('notebook', {}, some(node('paragraph', {}, secretLine))),
  node('poll', { question: secret }),
);

/** A maker of block ids for tests: each differs from the others. */
export function countedIds(): () => string {
  let n = 0;
  return () => `new-${n++}`;
}

/** Any body, in the one form that a draft reads: no two ids alike, texts joined, marks in order. */
export const anyBody: fc.Arbitrary<Body> = fc.array(anyBlock, { maxLength: 6 }).map((content) => {
  const parsed = parseBody({ type: 'doc', content }, countedIds());
  if (!parsed.ok) throw new Error(parsed.say);
  return parsed.value;
});

const kinds: readonly StoryKind[] = ['article', 'gallery', 'analysis', 'opinion', 'live'];

/** Any copy, in the form that a draft reads: texts that are blank are absent. */
export const anyCopy: fc.Arbitrary<Copy> = fc
  .record(
    {
      kind: fc.constantFrom(...kinds),
      language: fc.constantFrom('en', 'zh-Hans', 'ar'),
      slug: anyText,
      headline: anyText,
      body: anyBody,
      kicker: someText,
      standfirst: someText,
      byline: someText,
      source: someText,
      pictureCaption: someText,
      urlSlug: someText,
      edNote: secret,
      dateline: fc.record(
        { place: anyText, date: anyText, agencies: fc.array(anyText) },
        { requiredKeys: ['place'] },
      ),
      urgency: fc.integer({ min: 1, max: 9 }),
      embargo: fc.oneof(moment, fc.constant('indefinite' as const)),
      subjects: fc.array(fc.record({ code: anyText, name: anyText }, { requiredKeys: [] }), { maxLength: 3 }),
      keywords: fc.array(anyText, { maxLength: 3 }),
      authors: fc.array(anyText, { maxLength: 2 }),
      translates: fc.uuid(),
      coverageEnds: moment,
      picture: fc.uuid(),
      digitalSourceType: someText,
      firstPublished: moment,
      lastUpdated: moment,
      wire: fc.record({ item: secret, version: anyText }),
    },
    { requiredKeys: ['kind', 'language', 'slug', 'headline', 'body'] },
  )
  // Records of fast-check have no prototype; what is read from JSON has.
  .map((copy) => JSON.parse(JSON.stringify(copy)) as Copy);

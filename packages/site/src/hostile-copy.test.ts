import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id, Instant } from '@courant/base';
import type { Card } from '@courant/edition';
import fc from 'fast-check';
import { gonePage } from './gone-page.ts';
import { homePage } from './home-page.ts';
import {
  CARDS,
  CONTAINERS,
  paragraph,
  RAIL,
  sampleFrame,
  samplePicture,
  sampleStory,
} from './sample-testing.ts';
import { storyPage } from './story-page.ts';

const SCRIPT = '<script>alert(1)</script>';
const BREAKOUT = '"><img src=x onerror=alert(1)>';
const RUNS = [
  'javascript:alert(1)',
  ' jAvAsCrIpT:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<b>',
  'vbscript:x',
];

/** A story whose every field is the given text. */
function storyOf(text: string, link = 'https://example.org/') {
  const page = sampleStory(
    {
      headline: text,
      kicker: text,
      standfirst: text,
      byline: text,
      source: text,
      pictureCaption: text,
      keywords: [text],
      dateline: { place: text, date: text, agencies: [text] },
      body: {
        type: 'doc',
        content: [
          paragraph(text),
          {
            type: 'paragraph',
            attrs: { id: 'b2' },
            content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { href: link } }] }],
          },
          { type: 'embed', attrs: { id: 'b3', url: link, title: text } },
          { type: 'related', attrs: { id: 'b4', links: [{ href: link, title: text }] } },
        ],
      },
    },
    {
      corrections: [{ at: '2011-04-23T14:20:00.000Z' as Instant, note: text }],
      pictures: new Map([['picture-quay', samplePicture({ alt: text, credit: text })]]),
      packages: [{ id: 'p' as Id, kind: 'special', urlSlug: link, title: text, language: 'en' }],
      translations: [],
    },
  );
  const related: Card[] = CARDS.slice(0, 2).map((card) => ({
    ...card,
    headline: text,
    standfirst: text,
    path: link,
  }));
  return { ...page, related };
}

/** What a browser would read as markup must be ours alone. */
function assertTame(markup: string): void {
  assert.ok(!markup.includes(SCRIPT));
  assert.ok(!markup.includes(BREAKOUT));
  assert.doesNotMatch(markup, /<img src=x/);
  assert.deepEqual(markup.match(/<script(?! type="application\/ld\+json">)/g), null);
}

for (const [name, text] of Object.entries({
  script: SCRIPT,
  breakout: BREAKOUT,
  comment: '<!--',
  end: '</script></title></style>',
})) {
  test(`copy that is ${name} in every field of a story stays text`, () => {
    const { markup } = storyPage(storyOf(text));
    assertTame(markup);
    assert.equal(markup.match(/<\/title>/g)?.length, 1);
    assert.ok(markup.includes(text.replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')));
  });
}

for (const link of RUNS) {
  test(`a link ${JSON.stringify(link)} leads nowhere`, () => {
    const { markup } = storyPage(storyOf('Text', link));
    const addresses = [...markup.matchAll(/href="([^"]*)"/g)].map(([, address]) =>
      (address ?? '').replace(/\s/g, '').toLowerCase(),
    );
    assert.ok(addresses.every((address) => !/^(javascript|data|vbscript):/.test(address)));
  });
}

test('hostile cards, sections and notices stay text', () => {
  const cards = CONTAINERS.home.map((container) => ({
    ...container,
    title: BREAKOUT,
    cards: container.cards.map(({ rank, card }) => ({
      rank,
      card: { ...card, headline: SCRIPT, kicker: BREAKOUT, standfirst: SCRIPT, byline: BREAKOUT },
    })),
  }));
  assertTame(homePage({ ...sampleFrame(), containers: cards, rail: RAIL, mostRead: [] }).markup);
  const publication = {
    ...sampleFrame().publication,
    name: SCRIPT,
    tagline: BREAKOUT,
    disclosure: SCRIPT,
    contact: BREAKOUT,
  };
  const departure = { why: 'killed', at: '2011-04-24T08:00:00.000Z' as Instant, notice: SCRIPT } as const;
  assertTame(gonePage({ ...sampleFrame({ publication }), departure, latest: [] }).markup);
});

test('no headline changes the number of tags on a page', () => {
  const tags = (markup: string) => markup.match(/<[a-z!/]/gi)?.length;
  const usual = tags(storyPage(sampleStory({ headline: 'Plain' })).markup);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'a', ' ', '!', '-', '=', '`') }),
      (headline) => {
        assert.equal(tags(storyPage(sampleStory({ headline: `x${headline}` })).markup), usual);
      },
    ),
  );
});

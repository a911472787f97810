import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Html, Id, Instant } from '@courant/base';
import type { Card, Edition } from '@courant/edition';
import { readSearch } from '@courant/edition';
import type { Block } from '@courant/story';
import { archivePage } from './archive-page.ts';
import { correctionsPage } from './corrections-page.ts';
import { feedsPage } from './feeds-page.ts';
import { gonePage } from './gone-page.ts';
import { historyPage } from './history-page.ts';
import { homePage } from './home-page.ts';
import { issuePage } from './issue-page.ts';
import { logPage } from './log-page.ts';
import { CATALOGUES, directionOf } from './messages.ts';
import { mostReadPage } from './most-read-page.ts';
import { notFoundPage } from './not-found-page.ts';
import { offlinePage } from './offline-page.ts';
import { packagesPage } from './packages-page.ts';
import {
  CARDS,
  CONTAINERS,
  INTERNATIONAL,
  paragraph,
  RAIL,
  sampleFrame,
  sampleSection,
  sampleStory,
} from './sample-testing.ts';
import { savedPage } from './saved-page.ts';
import { searchPage } from './search-page.ts';
import { sectionPage } from './section-page.ts';
import { specialPage } from './special-page.ts';
import { storyPage } from './story-page.ts';
import { topicPage } from './topic-page.ts';

const FIRST = CARDS[0] as Card;
const NOTICED = '2011-04-24T08:00:00.000Z' as Instant;
const PACK = {
  id: 'special' as Id,
  kind: 'special',
  urlSlug: 'urban-breath',
  title: 'Urban breath',
  language: 'en',
  closed: NOTICED,
} as const;
const TREATY = { id: 't' as Id, urlSlug: 'treaty', names: { en: 'treaty' } };
const LIVE: readonly Block[] = [
  paragraph('The river rose.'),
  {
    type: 'entry',
    attrs: { id: 'e1', at: '2011-04-22T11:00:00.000Z' as Instant, pinned: true, key: true },
    content: [{ type: 'text', text: 'One' }],
  },
  paragraph('What happened.'),
];

/** Pages of every kind, in an edition of the sample paper whose copy stays English. */
function pagesIn(fields: Partial<Edition>): Readonly<Record<string, Html>> {
  const edition: Edition = {
    ...INTERNATIONAL,
    shareServices: ['x', 'email', 'weibo', 'twitter', 'mixx'],
    ...fields,
  };
  const page = { ...sampleFrame({ edition }), rail: RAIL };
  const cards = CARDS.slice(0, 4);
  const search = readSearch('q=fish&topic=treaty');
  const version = { number: 1, seq: 7, at: NOTICED, copy: sampleStory().story.copy };
  const entry = {
    seq: 7,
    at: NOTICED,
    kind: 'publish',
    payload: {},
    payloadHash: '0',
    prevHash: '0',
    hash: '0',
  } as const;
  const live = sampleStory({
    kind: 'live',
    coverageEnds: NOTICED,
    body: { type: 'doc', content: [...LIVE] },
  });
  const machine = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
  return {
    home: homePage({ ...page, containers: CONTAINERS.home, mostRead: cards, breaking: FIRST }),
    section: sectionPage({ ...page, section: sampleSection(), containers: CONTAINERS.world }),
    story: storyPage({ ...sampleStory({ digitalSourceType: machine }), edition }),
    live: storyPage({ ...live, edition }),
    special: specialPage({ ...page, pack: PACK, cards }),
    specials: packagesPage({ ...page, kind: 'special', packages: RAIL.specials }),
    issue: issuePage({
      ...page,
      date: '2011-04-23',
      parts: [{ section: sampleSection(), cards }],
      earlier: '2011-04-22',
    }),
    'not-found': notFoundPage({ ...page, latest: cards }),
    killed: gonePage({
      ...page,
      departure: { why: 'killed', at: NOTICED, notice: 'Not confirmed.' },
      latest: [],
    }),
    archive: archivePage({ ...page, parts: [2010, 2011], cards }),
    month: archivePage({ ...page, span: { year: 2011, month: 3 }, parts: [22, 23], cards }),
    corrections: correctionsPage({
      ...page,
      corrections: [{ card: FIRST, at: NOTICED, note: 'Four.' }],
      earlier: '2011-03',
    }),
    history: historyPage({
      ...page,
      storyPath: '/a',
      headline: 'Arbiter',
      language: 'en',
      versions: [version],
    }),
    log: logPage({ ...page, entry, hasNext: true }),
    'most-read': mostReadPage({ ...page, cards }),
    topic: topicPage({ ...page, topic: TREATY, cards, hasMore: true }),
    feeds: feedsPage({ ...page, packages: [PACK] }),
    search: searchPage({
      ...page,
      search,
      results: { hits: [], count: 0 },
      notices: [{ kind: 'cut' }],
      topic: TREATY,
    }),
    saved: savedPage(page),
    offline: offlinePage(page),
  };
}

/** What readers see or hear of a page: its texts, and the attributes that are read out. */
function textsOf({ markup }: Html): readonly string[] {
  const main = markup.replace(/<script[\s\S]*?<\/script>/g, '');
  const texts = main.replace(/<[^>]*>/g, '\n').split(/\n| · /);
  const heard = [
    ...main.matchAll(/(?:aria-label|alt|abbr|data-(?:done|undone|failed|pause|on|open|of|none))="([^"]*)"/g),
  ];
  return [...texts, ...heard.map(([, value = '']) => value)].map((one) => one.trim()).filter(Boolean);
}

const ENGLISH_PAGES = pagesIn({});
const LANGUAGES = Object.keys(CATALOGUES).filter((language) => language !== 'en');

/** Words of the sample paper's copy, and names that are the same everywhere. */
const COPY = new Set(
  lettersOf(JSON.stringify([CARDS, CONTAINERS, RAIL, sampleFrame(), sampleStory(), PACK, LIVE])).concat(
    ...['Not confirmed', 'Four', 'Arbiter', 'treaty', 'Treaty', 'fish'].map(lettersOf),
    ...['JSON', 'RSS', 'Atom', 'JSON Feed', 'SHA', 'RFC', 'X', 'العربية'].map(lettersOf),
  ),
);

function lettersOf(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

for (const locale of LANGUAGES) {
  test(`in ${locale} no page of a kind has words of its own in English`, () => {
    const said = new Set(Object.values(CATALOGUES[locale] ?? {}));
    for (const [name, page] of Object.entries(pagesIn({ locale }))) {
      const english = new Set(textsOf(ENGLISH_PAGES[name] as Html));
      const left = textsOf(page).filter((text) => english.has(text) && !said.has(text));
      assert.deepEqual(
        left.filter((text) => !lettersOf(text).every((word) => COPY.has(word))),
        [],
        name,
      );
    }
  });

  test(`in ${locale} a page names its language and direction, and leaves no value out`, () => {
    for (const [name, { markup }] of Object.entries(pagesIn({ locale }))) {
      assert.ok(markup.includes(`<html lang="${locale}" dir="${directionOf(locale)}">`), name);
      assert.doesNotMatch(markup.replace(/data-of="[^"]*"|\{query\}/g, ''), /\{\w+\}|undefined|NaN/, name);
    }
  });
}

/** What the moments of a page say, without the day of the paper, which has no hour. */
function momentsOf({ markup }: Html): readonly string[] {
  const moments = markup
    .replace(/<p class="today">.*/, '')
    .matchAll(/<time datetime="[^"]*T[^"]*">([^<]*)</g);
  return [...moments].map(([, text = '']) => text.replace(/[\u2066\u2069]/g, ''));
}

for (const locale of ['en-GB', 'en-US', 'ar', 'ar-EG', 'zh-Hans', 'fr', 'de']) {
  test(`an edition of ${locale} that dates the old way does so wherever a moment stands`, () => {
    const pages = pagesIn({ locale, dateStyle: 'iso', timeZone: 'Asia/Shanghai' });
    for (const [name, page] of Object.entries(pages)) {
      for (const text of momentsOf(page))
        assert.match(text, /^(\d{4}-\d\d-\d\d|\d{4}-\d\d-\d\d \d\d:\d\d|\d\d:\d\d)$/, name);
    }
    for (const name of ['killed', 'special', 'history'])
      assert.ok(
        textsOf(pages[name] as Html).some((text) => text.includes('2011-04-24 16:00')),
        name,
      );
    assert.ok(momentsOf(pages.story as Html).includes('2011-04-23 23:57'));
  });
}

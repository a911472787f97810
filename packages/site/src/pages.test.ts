import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Html, Id, Instant } from '@courant/base';
import type { Author } from '@courant/edition';
import type { Block } from '@courant/story';
import { archivePage } from './archive-page.ts';
import { authorPage, authorsPage } from './author-page.ts';
import { correctionsPage } from './corrections-page.ts';
import { gonePage } from './gone-page.ts';
import { historyPage } from './history-page.ts';
import { homePage } from './home-page.ts';
import { issuePage } from './issue-page.ts';
import { logPage } from './log-page.ts';
import { mostReadPage } from './most-read-page.ts';
import { notFoundPage } from './not-found-page.ts';
import { packagesPage } from './packages-page.ts';
import {
  CARDS,
  CONTAINERS,
  EUROPEAN,
  paragraph,
  RAIL,
  sampleFrame,
  samplePicture,
  sampleSection,
  sampleStory,
} from './sample-testing.ts';
import { sectionPage } from './section-page.ts';
import { specialPage } from './special-page.ts';
import { aboutPage } from './standing-page.ts';
import { storyPage } from './story-page.ts';
import { topicPage } from './topic-page.ts';
import { unavailablePage } from './unavailable-page.ts';

const NOTICED = '2011-04-24T08:00:00.000Z' as Instant;
const PACK = {
  id: 'special' as Id,
  kind: 'special',
  urlSlug: 'urban-breath',
  title: 'Urban breath',
  language: 'en',
  teaser: 'A park.',
} as const;
const WORLD = sampleSection({ path: 'world', name: 'World' });
const GALLERY = sampleStory(
  {
    kind: 'gallery',
    body: {
      type: 'doc',
      content: [
        paragraph('Four hundred kites.'),
        {
          type: 'gallery',
          attrs: {
            id: 'b2',
            pictures: [{ picture: 'picture-quay', caption: 'One.' }, { picture: 'picture-kite' }],
          },
        },
      ],
    },
  },
  {
    pictures: new Map([
      ['picture-quay', samplePicture()],
      ['picture-kite', samplePicture({ hash: 'cd34'.repeat(16), alt: 'A kite', width: 240, height: 320 })],
    ]),
  },
);

const AUTHOR: Author = {
  id: 'author-1' as Id,
  urlSlug: 'ana-berg',
  name: 'Ana Berg',
  language: 'en',
  role: 'Harbour correspondent',
  bio: 'Ana Berg writes about ports.',
  fediverse: '@ana@lantern.example',
  portrait: samplePicture({ width: 900, height: 900 }),
};
const LIVE = sampleStory(
  {
    kind: 'live',
    coverageEnds: '2011-04-23T16:00:00.000Z' as Instant,
    body: {
      type: 'doc',
      content: [
        paragraph('The river rose all night.'),
        ...['One', 'Two', 'Three'].flatMap((title, i): readonly Block[] => [
          {
            type: 'entry',
            attrs: {
              id: `entry${i}`,
              at: `2011-04-23T1${i}:00:00.000Z` as Instant,
              pinned: i === 0,
              key: i < 2,
            },
            content: [{ type: 'text', text: title }],
          },
          paragraph(`What happened${'!'.repeat(i)}: ${title}.`),
        ]),
      ],
    },
  },
  { authors: [AUTHOR], topics: [{ id: 'topic-1' as Id, urlSlug: 'floods', names: { en: 'floods' } }] },
);
const VERSION = { number: 1, seq: 7, at: NOTICED, copy: sampleStory().story.copy };

const PAGES: Readonly<Record<string, Html>> = {
  home: homePage({ ...sampleFrame(), containers: CONTAINERS.home, rail: RAIL, mostRead: CARDS.slice(0, 3) }),
  'home-empty': homePage({
    ...sampleFrame(),
    containers: [],
    mostRead: [],
    rail: { specials: [], topics: [], series: [], photoFeatures: [] },
  }),
  section: sectionPage({ ...sampleFrame(), section: WORLD, containers: CONTAINERS.world, rail: RAIL }),
  story: storyPage(sampleStory()),
  gallery: storyPage(GALLERY),
  special: specialPage({ ...sampleFrame(), pack: PACK, cards: CARDS.slice(0, 3), rail: RAIL }),
  issue: issuePage({
    ...sampleFrame(),
    date: '2011-04-23',
    parts: [{ section: WORLD, cards: CARDS.slice(0, 4) }],
    earlier: '2011-04-22',
  }),
  'not-found': notFoundPage({ ...sampleFrame(), latest: CARDS.slice(0, 2) }),
  killed: gonePage({
    ...sampleFrame({ edition: EUROPEAN }),
    departure: { why: 'killed', at: NOTICED, notice: 'We could not confirm it.' },
    latest: [],
  }),
  withdrawn: gonePage({ ...sampleFrame(), departure: { why: 'withdrawn', at: NOTICED }, latest: [] }),
  live: storyPage(LIVE),
  author: authorPage({
    ...sampleFrame(),
    author: AUTHOR,
    cards: CARDS.slice(0, 2),
    hasMore: true,
    rail: RAIL,
  }),
  authors: authorsPage({ ...sampleFrame(), authors: [AUTHOR] }),
  topic: topicPage({
    ...sampleFrame(),
    topic: { id: 'topic-1' as Id, urlSlug: 'treaty', code: 'medtop:20000641', names: { en: 'treaty' } },
    cards: CARDS.slice(0, 2),
    hasMore: false,
    rail: RAIL,
  }),
  year: archivePage({ ...sampleFrame(), span: { year: 2011 }, parts: [3, 4], cards: [] }),
  day: archivePage({
    ...sampleFrame(),
    span: { year: 2011, month: 4, day: 23 },
    parts: [],
    cards: CARDS.slice(0, 2),
    earlier: { year: 2011, month: 4, day: 22 },
  }),
  corrections: correctionsPage({
    ...sampleFrame(),
    corrections: CARDS.slice(0, 1).map((card) => ({ card, at: NOTICED, note: 'It was four.' })),
    earlier: '2011-03',
  }),
  history: historyPage({
    ...sampleFrame(),
    storyPath: '/2011/04/23/arbiter',
    headline: 'Arbiter courts the north',
    language: 'en-GB',
    versions: [
      VERSION,
      {
        ...VERSION,
        number: 2,
        copy: { ...VERSION.copy, headline: 'Arbiter courts the south' },
        note: 'South.',
      },
    ],
  }),
  'log-entry': logPage({
    ...sampleFrame(),
    entry: {
      ...{ seq: 7, at: NOTICED, kind: 'publish', payload: { content: 'ab' } },
      ...{ payloadHash: 'a'.repeat(64), prevHash: 'b'.repeat(64), hash: 'c'.repeat(64) },
    },
    storyPath: '/2011/04/23/arbiter',
    headline: 'Arbiter courts the north',
    hasNext: true,
  }),
  'most-read': mostReadPage({ ...sampleFrame(), cards: CARDS.slice(0, 2), rail: RAIL }),
  specials: packagesPage({ ...sampleFrame(), kind: 'special', packages: RAIL.specials }),
  about: aboutPage({
    ...sampleFrame(),
    standing: {
      ...{ id: 'about' as Id, urlSlug: 'about', language: 'en', title: 'About us', updated: NOTICED },
      body: { type: 'doc', content: [paragraph('A paper.')] },
    },
  }),
  unavailable: unavailablePage({ name: 'The Lantern', locale: 'en-GB', styles: '/assets/lantern.css' }),
};

const GOLDEN = new URL('./golden/', import.meta.url);

for (const [name, { markup }] of Object.entries(PAGES)) {
  test(`the ${name} page is as it was (GOLDEN=write writes it anew)`, () => {
    const file = new URL(`${name}.html`, GOLDEN);
    if (process.env.GOLDEN === 'write') writeFileSync(file, markup);
    assert.equal(markup, readFileSync(file, 'utf8'));
  });
}

test('every page has one main heading, a language, a title and no script that runs', () => {
  for (const [name, { markup }] of Object.entries(PAGES)) {
    assert.equal(markup.match(/<h1[ >]/g)?.length, 1, name);
    assert.match(markup, /<html lang="en-\w+" dir="ltr">/, name);
    assert.match(markup, /<title>[^<]+<\/title>/, name);
    assert.deepEqual(markup.match(/<script(?! type="application\/ld\+json">)/g), null, name);
  }
});

test('nothing on a page is loaded from another host', () => {
  for (const { markup } of Object.values(PAGES)) {
    const loaded = [...markup.matchAll(/(?:src|srcset|href)="([^"]*)"/g)].map(([, value]) => value ?? '');
    const links = [...markup.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, value]) => value ?? '');
    const foreign = loaded.filter((value) => /https?:/.test(value) && !links.includes(value));
    assert.ok(
      foreign.every((value) => value.startsWith('https://lantern.example/')),
      foreign.join(' '),
    );
  }
});

const VNU = fileURLToPath(new URL('../../../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
const hasJava = spawnSync('java', ['-version']).error === undefined;
const whyNot = !hasJava
  ? 'java is not here: apt-get install default-jre-headless'
  : !existsSync(VNU) && 'vnu-jar is not installed: npm ci';

test('every page is valid HTML', { skip: whyNot }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'courant-pages-'));
  try {
    const files = Object.entries(PAGES).map(([name, { markup }]) => {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, markup);
      return file;
    });
    const said = spawnSync('java', ['-jar', VNU, '--errors-only', '--format', 'text', ...files], {
      encoding: 'utf8',
    });
    assert.equal(said.status, 0, said.stderr.replaceAll(folder, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

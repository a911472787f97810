import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '@courant/base';
import { instant } from '@courant/base';
import fc from 'fast-check';
import type { Card } from './card.ts';
import { breakingOf, fillHome, fillSection } from './curation.ts';
import type { Container } from './front.ts';
import type { Section } from './paper.ts';

const EDITION = { key: 'international', isDefault: true };
const PATHS = ['world', 'world/politics', 'world/asia', 'business', 'culture', 'sport', 'opinion'];
const SECTIONS: readonly Section[] = PATHS.map((path, position) => ({
  id: `section-${path}` as Id,
  path,
  name: path.toUpperCase(),
  position,
}));
const WORLD = SECTIONS.filter((section) => section.path === 'world');
const NOON = Date.UTC(2026, 10, 23, 12);
const HOUR = 60 * 60 * 1000;

function card(fields: Partial<Card> & { readonly story: Id }): Card {
  const published = fields.published ?? instant(NOON);
  return {
    path: `/2026/11/23/${fields.story}`,
    kind: 'article',
    language: 'en',
    headline: `Story ${fields.story}`,
    section: { path: 'world', name: 'World' },
    urgency: 5,
    ...fields,
    published,
    updated: published,
  };
}

const anyCard: fc.Arbitrary<Card> = fc
  .record({
    story: fc.integer({ min: 0, max: 400 }),
    hours: fc.integer({ min: 0, max: 90 }),
    urgency: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom('article', 'gallery', 'analysis', 'opinion', 'live'),
    path: fc.constantFrom(...PATHS, 'elsewhere'),
  })
  .map(({ story, hours, urgency, kind, path }) =>
    card({
      story: `story-${String(story).padStart(3, '0')}` as Id,
      published: instant(NOON - hours * HOUR),
      urgency,
      kind,
      section: { path, name: path },
    }),
  );
const anyCards = fc
  .uniqueArray(anyCard, { selector: (one) => one.story, maxLength: 120, size: 'max' })
  .map((cards) => cards.toSorted((a, b) => (a.published > b.published ? -1 : 1)));

const fillings: Readonly<Record<string, (cards: readonly Card[]) => readonly Container[]>> = {
  home: (cards) => fillHome(cards, SECTIONS, EDITION),
  section: (cards) => WORLD.flatMap((section) => fillSection(cards, SECTIONS, { section, edition: EDITION })),
};

for (const [front, fill] of Object.entries(fillings)) {
  test(`no story stands twice on a ${front} front, and none comes from nowhere`, () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        const placed = fill(cards).flatMap((container) => container.cards.map((one) => one.card.story));
        assert.equal(new Set(placed).size, placed.length);
        const known = new Set(cards.map((one) => one.story));
        assert.ok(placed.every((story) => known.has(story)));
      }),
    );
  });

  test(`a ${front} front has no empty container and no container twice`, () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        const containers = fill(cards);
        assert.ok(containers.every((container) => container.cards.length > 0));
        assert.equal(new Set(containers.map((container) => container.key)).size, containers.length);
      }),
    );
  });

  test(`equal input gives an equal ${front} front, in whatever order equals came`, () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        assert.deepEqual(fill(cards.toReversed()), fill(cards));
      }),
    );
  });

  test(`a container of a ${front} front has one lead at most and holds to its limit`, () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        for (const container of fill(cards)) {
          assert.ok(container.cards.filter((one) => one.rank === 'lead').length <= 1);
          assert.ok(container.cards.length <= (front === 'section' ? 40 : 9));
        }
      }),
    );
  });

  test(`the newest story has a place on a ${front} front`, () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        const placed = new Set(
          fill(cards).flatMap((container) => container.cards.map((one) => one.card.published)),
        );
        const newest = cards[0];
        assert.ok(newest === undefined || placed.has(newest.published));
      }),
    );
  });
}

function splashOf(cards: readonly Card[]): readonly string[] {
  const splash = fillHome(cards, SECTIONS, EDITION).find((container) => container.layout === 'splash');
  return splash?.cards.map((one) => one.card.story) ?? [];
}

test('the urgent leads the newer within a day, and not beyond', () => {
  const newer = card({ story: 'newer' as Id });
  const urgent = (hours: number) =>
    card({ story: 'urgent' as Id, urgency: 1, published: instant(NOON - hours * HOUR) });
  assert.deepEqual(splashOf([newer, urgent(6)]), ['urgent', 'newer']);
  assert.deepEqual(splashOf([newer, urgent(25)]), ['newer', 'urgent']);
});

test('a section takes in the stories of its children, and leads to its own front', () => {
  const news = Array.from({ length: 16 }, (_, i) =>
    card({ story: `p${i}` as Id, section: { path: 'world/politics', name: 'Politics' } }),
  );
  const world = fillHome(news, SECTIONS, EDITION).find((container) => container.key === 'world');
  assert.equal(world?.title, 'WORLD');
  assert.equal(world?.path, '/world');
  assert.equal(world?.cards.length, 3);
});

test('opinion and galleries stand in their own rows and never lead the news', () => {
  const view = card({ story: 'view' as Id, kind: 'opinion', urgency: 1 });
  const kites = card({ story: 'kites' as Id, kind: 'gallery', urgency: 1 });
  const layouts = fillHome([view, kites], SECTIONS, EDITION).map((container) => container.layout);
  assert.deepEqual(layouts, ['opinion', 'photo']);
});

test('a front without candidates is empty', () => {
  assert.deepEqual(fillHome([], SECTIONS, EDITION), []);
});

const PICTURE: NonNullable<Card['picture']> = {
  ...{ id: 'p' as Id, width: 3, height: 2, mediaType: 'image/jpeg', hash: 'a', alt: '' },
  focus: { x: 0.5, y: 0.5 },
};

test('the place for a picture goes to the first story near the top that has one, and no story waits long for it', () => {
  const cards = Array.from({ length: 12 }, (_, i) =>
    card({
      story: `story-${String(i).padStart(2, '0')}` as Id,
      published: instant(NOON - i * 60_000),
      ...(i === 3 ? { picture: PICTURE } : {}),
    }),
  );
  const [splash] = fillHome(cards, SECTIONS, EDITION);
  assert.deepEqual(
    splash?.cards.slice(0, 3).map((one) => one.card.story),
    ['story-00', 'story-03', 'story-01'],
  );
  const far = cards.map(({ picture: _, ...one }, i) => (i === 11 ? { ...one, picture: PICTURE } : one));
  const [other] = fillHome(far, SECTIONS, EDITION);
  assert.equal(other?.cards[1]?.card.story, 'story-01');
});

test('a flash stands in the banner while little has come since; a live blog has a label of its own', () => {
  const flash = card({ story: 'flash' as Id, urgency: 1, published: instant(NOON - HOUR) });
  const newest = card({ story: 'newest' as Id });
  assert.equal(breakingOf([newest, flash])?.story, 'flash');
  assert.equal(breakingOf([newest, { ...flash, kind: 'live' }]), undefined);
  assert.equal(breakingOf([newest, { ...flash, published: instant(NOON - 3 * HOUR) }]), undefined);
  assert.equal(breakingOf([]), undefined);
});

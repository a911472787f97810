import type { Id, Instant } from '@courant/base';
import type { Card, Edition, Section } from '@courant/edition';
import { fillHome, fillSection } from '@courant/edition';
import type { Picture } from '@courant/picture';
import type { Block, Copy } from '@courant/story';
import type { FrameData } from './frame-data.ts';
import type { StoryPage } from './published-story.ts';
import type { RailData } from './rail-data.ts';

const id = (name: string): Id => name as Id;
const at = (time: string): Instant => `${time}:00.000Z` as Instant;

/** The European edition of a sample paper: dates the old way, share services of 2011 among those that work. */
export const EUROPEAN: Edition = {
  id: id('edition-european'),
  key: 'european',
  name: 'European Edition',
  locale: 'en-IE',
  timeZone: 'Europe/Paris',
  dateStyle: 'iso',
  isDefault: false,
  shareServices: ['x', 'facebook', 'myspace', 'email'],
};

/** The default edition of the sample paper. */
export const INTERNATIONAL: Edition = {
  id: id('edition-international'),
  key: 'international',
  name: 'International Edition',
  locale: 'en-GB',
  timeZone: 'Europe/London',
  dateStyle: 'long',
  isDefault: true,
  shareServices: ['x', 'mastodon', 'email'],
};

const NAMES = ['World', 'World/Politics', 'Business', 'Culture', 'Opinion'];

/** The sections of the sample paper. */
export const SECTIONS: readonly Section[] = NAMES.map((name, position) => ({
  id: id(`section-${position}`),
  path: name.toLowerCase(),
  name: name.split('/').at(-1) ?? name,
  position,
}));

/** `world/politics`, with fields of one's own. */
export function sampleSection(fields: Partial<Section> = {}): Section {
  return { id: id('section-1'), path: 'world/politics', name: 'Politics', position: 1, ...fields };
}

/** A frame of the sample paper. */
export function sampleFrame(fields: Partial<FrameData> = {}): FrameData {
  return {
    publication: {
      id: id('publication'),
      name: 'The Lantern',
      tagline: 'Printed by daylight',
      disclosure: 'People and events are invented.',
      contact: 'desk@lantern.example',
    },
    edition: INTERNATIONAL,
    editions: [
      { key: 'international', name: 'International Edition', locale: 'en-GB', path: '/' },
      { key: 'european', name: 'European Edition', locale: 'en-IE', path: '/european' },
    ],
    sections: SECTIONS,
    aboutPages: [],
    day: at('2011-04-23T16:30'),
    publicUrl: 'https://lantern.example',
    styles: '/assets/lantern.css',
    ...fields,
  };
}

/** A picture of the sample library. */
export function samplePicture(fields: Partial<Picture> = {}): Picture {
  return {
    id: id('picture-quay'),
    width: 1600,
    height: 1067,
    mediaType: 'image/jpeg',
    hash: 'ab12'.repeat(16),
    alt: 'A trawler at a quay under snow',
    caption: 'The quay on Friday.',
    credit: 'Illustration: The Lantern',
    focus: { x: 0.45, y: 0.6 },
    ...fields,
  };
}

/** A card of the sample paper; its path and headline come from its slug. */
export function sampleCard(slug: string, fields: Partial<Card> = {}): Card {
  const published = fields.published ?? at('2011-04-23T12:05');
  return {
    story: id(`story-${slug}`),
    path: `/2011/04/23/${slug}`,
    kind: 'article',
    language: 'en-GB',
    headline: `The ${slug} and what came of it`,
    standfirst: `Of a ${slug}, told in a line.`,
    section: { path: 'world/politics', name: 'Politics' },
    urgency: 5,
    ...fields,
    published,
    updated: fields.updated ?? published,
  };
}

/** Cards enough for every container of a home. */
export const CARDS: readonly Card[] = [
  sampleCard('herring', { urgency: 1, picture: samplePicture(), byline: 'Ada Holm', kicker: 'Fisheries' }),
  sampleCard('lighthouse', { kind: 'live', picture: samplePicture(), source: 'Agencies' }),
  sampleCard('ferry', { published: at('2011-04-22T09:00') }),
  sampleCard('bridge', { language: 'ar', headline: 'الجسر' }),
  ...['tram', 'bakery', 'orchard', 'kiln', 'canal', 'mill', 'quarry', 'weir', 'ford', 'lock', 'dam'].map(
    (slug, i) =>
      sampleCard(slug, {
        section: { path: i % 2 ? 'business' : 'world', name: i % 2 ? 'Business' : 'World' },
      }),
  ),
  sampleCard('looms', { section: { path: 'culture', name: 'Culture' } }),
  sampleCard('committee', {
    kind: 'opinion',
    byline: 'Maren Holt',
    section: { path: 'opinion', name: 'Opinion' },
  }),
  sampleCard('kites', { kind: 'gallery', picture: samplePicture() }),
  sampleCard('kitchens', { kind: 'gallery', picture: samplePicture() }),
];

/** The rail of the sample paper. */
export const RAIL: RailData = {
  specials: [
    {
      id: id('special'),
      kind: 'special',
      urlSlug: 'urban-breath',
      title: 'Urban breath',
      language: 'en',
      teaser: 'A park.',
      stories: 3,
    },
  ],
  topics: [
    {
      id: id('topic'),
      kind: 'hot-topic',
      urlSlug: 'quota',
      title: 'The quota',
      language: 'en',
      stories: 1,
      newest: at('2011-04-23T15:57'),
    },
  ],
  series: [],
  photoFeatures: CARDS.filter((card) => card.kind === 'gallery'),
  issue: { date: '2011-04-23', stories: 19 },
};

/** What the sample home and the front of World hold. */
export const CONTAINERS = {
  home: fillHome(CARDS, SECTIONS, INTERNATIONAL),
  world: fillSection(
    CARDS.filter((card) => card.section.path.startsWith('world')),
    SECTIONS,
    { section: sampleSection({ path: 'world', name: 'World' }), edition: INTERNATIONAL },
  ),
};

/** A paragraph of plain text. */
export function paragraph(text: string): Block {
  return { type: 'paragraph', attrs: { id: `b${text.length}` }, content: [{ type: 'text', text }] };
}

/** Copy with every field that a page shows. */
export function sampleCopy(fields: Partial<Copy> = {}): Copy {
  return {
    kind: 'article',
    language: 'en-GB',
    slug: 'arbiter',
    headline: 'Arbiter courts northern capitals',
    standfirst: 'Five votes decide.',
    byline: 'Ada Holm and Piet Lomax',
    source: 'Agencies',
    dateline: { place: 'VARDE', agencies: ['Agencies'] },
    picture: 'picture-quay',
    pictureCaption: 'The trawler at Varde.',
    keywords: ['fish'],
    body: {
      type: 'doc',
      content: [paragraph('She asked for help on Friday.'), paragraph('“I should like that,” she said.')],
    },
    ...fields,
  };
}

/** The page of a story of the sample paper, in its European edition; `copy` changes fields of its copy. */
export function sampleStory(copy: Partial<Copy> = {}, fields: Partial<StoryPage['story']> = {}): StoryPage {
  return {
    ...sampleFrame({ edition: EUROPEAN }),
    section: sampleSection(),
    related: CARDS.slice(0, 2),
    rail: RAIL,
    story: {
      id: id('story-arbiter'),
      path: '/2011/04/23/arbiter',
      copy: sampleCopy(copy),
      published: at('2011-04-23T12:05'),
      updated: at('2011-04-23T15:57'),
      corrections: [{ at: at('2011-04-23T14:20'), note: 'An earlier version gave four votes.' }],
      pictures: new Map([['picture-quay', samplePicture()]]),
      packages: [
        { id: id('topic'), kind: 'hot-topic', urlSlug: 'quota', title: 'The quota', language: 'en' },
      ],
      translations: [{ language: 'ar', path: '/2011/04/23/الحكم' }],
      authors: [],
      topics: [],
      ...fields,
    },
  };
}

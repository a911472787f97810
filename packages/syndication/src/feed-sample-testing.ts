import { instant } from '@courant/base';
import fc from 'fast-check';
import type { Feed, FeedItem } from './feed.ts';

const BASE = 'https://courant.example';

/** A story with everything a feed can say of it. */
export const SAMPLE_ITEM: FeedItem = {
  id: 'urn:uuid:0191f2a0-7b3c-7d11-8a55-3f6f0c9d2e01',
  url: `${BASE}/world/harbour-talks-resume`,
  title: 'Harbour talks resume: R&D, 5 < 6 and “quiet” tides',
  summary: 'Delegates of three ports met again & agreed on a date.',
  contentHtml: `<p>Delegates met <a href="${BASE}/world">again</a> &amp; agreed.</p><figure><img src="${BASE}/pictures/a.jpg" alt="A quay"></figure>`,
  published: instant(new Date('2026-10-01T08:00:00Z')),
  updated: instant(new Date('2026-10-01T09:30:00.250Z')),
  authors: [{ name: 'Maren Quist', url: `${BASE}/authors/maren-quist` }, { name: 'Ola Brandt' }],
  source: 'Northern Wire',
  categories: [
    { term: 'world', label: 'World', scheme: `${BASE}/sections` },
    { term: 'medtop:11000000', label: 'politics', scheme: 'http://cv.iptc.org/newscodes/mediatopic/' },
    { term: 'ports' },
  ],
  picture: {
    url: `${BASE}/pictures/a.jpg`,
    mediaType: 'image/jpeg',
    width: 1200,
    height: 675,
    length: 182044,
    alt: 'A quay at dawn',
    credit: 'Ida Holm',
  },
  language: 'en',
};

/** A feed with everything but stories withdrawn. */
export const SAMPLE_FEED: Feed = {
  title: 'The Courant – World',
  publisher: 'The Courant',
  description: 'News of the world',
  language: 'en',
  home: `${BASE}/world`,
  self: {
    rss: `${BASE}/feeds/world.rss`,
    atom: `${BASE}/feeds/world.atom`,
    json: `${BASE}/feeds/world.json`,
  },
  id: 'tag:courant.example,2011:feeds/world',
  updated: instant(new Date('2026-10-01T09:30:00.250Z')),
  rights: '© The Courant',
  license: `${BASE}/license.xml`,
  icon: `${BASE}/icon.png`,
  logo: `${BASE}/logo.png`,
  hub: 'https://hub.example/',
  items: [
    SAMPLE_ITEM,
    {
      ...SAMPLE_ITEM,
      id: 'urn:uuid:0191f2a0-7b3c-7d11-8a55-3f6f0c9d2e02',
      url: `${BASE}/arabic/ميناء`,
      title: 'استئناف محادثات الميناء',
      summary: 'اجتمع المندوبون مرة أخرى.',
      contentHtml: '<p>اجتمع المندوبون مرة أخرى.</p>',
      language: 'ar',
      direction: 'rtl',
      replaces: 'urn:uuid:0191f2a0-7b3c-7d11-8a55-3f6f0c9d2e00',
    },
  ],
  archive: {
    isArchive: false,
    previous: {
      rss: `${BASE}/feeds/world/2026-09.rss`,
      atom: `${BASE}/feeds/world/2026-09.atom`,
      json: `${BASE}/feeds/world/2026-09.json`,
    },
  },
};

/** Texts that have broken feeds: markup, references, controls, half pairs, other scripts, emoji. */
const HOSTILE = [
  '',
  ' \t\n ',
  'AT&T &amp; &lt;b&gt; &#x41; &nbsp',
  '<script>alert(1)</script>',
  'a </b> <b> </title> ]]> <![CDATA[ x',
  '"quoted" \'text\'',
  '\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u0085\u009f',
  '\ud800 half \udfff pairs \ufffe\uffff\ufdd0\ufffd',
  '\r\n lines \r and \u2028 more',
  'Jan <jan@example.org>',
  'محادثات الميناء 2026',
  '上海港谈判恢复',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇳🇴',
  '<!-- --> <?php ?> <!DOCTYPE x [<!ENTITY y "z">]>',
  '%41{x}|^`',
];

/** Any text that somebody could type into a field. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 3 }).map((parts) => parts.join('x')),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
);

/** Markup such as a story's writer makes: any text, escaped, in a paragraph. */
const anyContent = anyText.map((text) => {
  const escaped = text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<p>${escaped}</p>`;
});

const anyMoment = fc
  .integer({ min: Date.UTC(1995, 0), max: Date.UTC(2026, 9) })
  .map((time) => instant(time - (time % 1000)));

const anyAddress = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(`${BASE}/a b/ü?x=[1]|2&y=%zz#"<>`, 'https://пример.example/путь', `${BASE}/上海`),
);

const anyItem: fc.Arbitrary<Omit<FeedItem, 'id'>> = fc.record(
  {
    url: anyAddress,
    title: anyText,
    summary: anyText,
    contentHtml: anyContent,
    published: anyMoment,
    updated: anyMoment,
    authors: fc.array(fc.record({ name: anyText, url: fc.oneof(anyAddress, anyText) }), { maxLength: 3 }),
    source: anyText,
    categories: fc.array(
      fc.record({ term: anyText, label: anyText, scheme: anyText }, { requiredKeys: ['term'] }),
      { maxLength: 3 },
    ),
    picture: fc.record(
      {
        url: fc.oneof(anyAddress, anyText),
        mediaType: fc.constantFrom('image/jpeg', 'image/avif'),
        width: fc.integer(),
        height: fc.nat(),
        length: fc.nat(),
        alt: anyText,
        credit: anyText,
      },
      { requiredKeys: ['url', 'mediaType', 'width', 'height', 'alt'] },
    ),
    language: fc.constantFrom('en', 'ar', 'zh-Hans', 'de'),
    direction: fc.constantFrom('ltr', 'rtl'),
    replaces: fc.uuid().map((id) => `urn:uuid:${id}`),
  },
  {
    requiredKeys: ['url', 'title', 'summary', 'published', 'updated', 'authors', 'categories', 'language'],
  },
);

/** Any feed; ids may repeat, as may moments. */
export const anyFeed: fc.Arbitrary<Feed> = fc
  .record({
    title: anyText,
    publisher: anyText,
    description: anyText,
    rights: anyText,
    items: fc.array(anyItem, { maxLength: 6 }),
    ids: fc.array(fc.uuid(), { minLength: 6, maxLength: 6 }),
    isSameTime: fc.boolean(),
    icon: fc.oneof(anyAddress, anyText),
    updated: anyMoment,
  })
  .map(({ items, ids, isSameTime, ...rest }) => ({
    ...SAMPLE_FEED,
    ...rest,
    items: items.map((item, i) => ({
      ...item,
      id: `urn:uuid:${ids[i]}`,
      ...(isSameTime && { updated: rest.updated }),
    })),
  }));

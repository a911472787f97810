import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import { parseFeed } from 'feedsmith';
import { SAMPLE_FEED, SAMPLE_ITEM } from './feed-sample-testing.ts';
import { atomFeed, jsonFeed, rssFeed } from './syndication.ts';

const TOMBSTONE = {
  id: 'urn:uuid:0191f2a0-7b3c-7d11-8a55-3f6f0c9d2e09',
  at: instant(new Date('2026-10-01T10:00:00Z')),
  comment: 'Withdrawn: a quote was <invented>.',
};

/** A feed as a reader of feeds knows it, by its format. */
function readBack(text: string, format: 'rss' | 'atom' | 'json') {
  const found = parseFeed(text);
  assert.equal(found.format, format);
  return found.feed;
}

test('a reader of RSS finds headline, moments, authors, copy and picture', () => {
  const feed = parseFeed(rssFeed(SAMPLE_FEED));
  assert.ok(feed.format === 'rss');
  const { items = [], title, language, atom } = feed.feed;
  const [item] = items;
  assert.deepEqual([title, language, items.length], ['The Courant – World', 'en', 2]);
  assert.equal(item?.title, SAMPLE_ITEM.title);
  assert.deepEqual(item?.guid, { value: SAMPLE_ITEM.id, isPermaLink: false });
  assert.equal(item?.pubDate, 'Thu, 01 Oct 2026 08:00:00 +0000');
  assert.deepEqual(item?.dc?.creators, ['Maren Quist', 'Ola Brandt']);
  assert.equal(item?.content?.encoded, SAMPLE_ITEM.contentHtml);
  assert.equal(item?.media?.contents?.[0]?.url, SAMPLE_ITEM.picture?.url);
  assert.equal(item?.media?.contents?.[0]?.width, 1200);
  assert.deepEqual(
    item?.categories?.map(({ name }) => name),
    ['World', 'politics', 'ports'],
  );
  const links = new Map(atom?.links?.map(({ rel, href }) => [rel, href]));
  assert.equal(links.get('self'), SAMPLE_FEED.self.rss);
  assert.equal(links.get('hub'), SAMPLE_FEED.hub);
  assert.equal(links.get('prev-archive'), SAMPLE_FEED.archive?.previous?.rss);
});

test('a reader of Atom finds headline, moments, authors, copy and picture', () => {
  const feed = parseFeed(atomFeed(SAMPLE_FEED));
  assert.ok(feed.format === 'atom');
  const [entry] = feed.feed.entries ?? [];
  assert.deepEqual([feed.feed.id, feed.feed.updated], [SAMPLE_FEED.id, SAMPLE_FEED.updated]);
  assert.equal(entry?.id, SAMPLE_ITEM.id);
  assert.equal(entry?.published, '2026-10-01T08:00:00Z');
  assert.equal(entry?.updated, '2026-10-01T09:30:00.250Z');
  assert.deepEqual(
    entry?.authors?.map(({ name, uri }) => [name, uri]),
    [
      ['Maren Quist', 'https://courant.example/authors/maren-quist'],
      ['Ola Brandt', undefined],
    ],
  );
  assert.equal(
    typeof entry?.content === 'string' ? entry.content : entry?.content?.value,
    SAMPLE_ITEM.contentHtml,
  );
  const enclosure = entry?.links?.find(({ rel }) => rel === 'enclosure');
  assert.deepEqual([enclosure?.href, enclosure?.length], [SAMPLE_ITEM.picture?.url, 182044]);
});

test('a reader of JSON Feed finds the same and, in our extension, what the format has no member for', () => {
  readBack(jsonFeed(SAMPLE_FEED), 'json');
  const feed = JSON.parse(jsonFeed({ ...SAMPLE_FEED, tombstones: [TOMBSTONE] }));
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
  assert.deepEqual(feed.hubs, [{ type: 'WebSub', url: SAMPLE_FEED.hub }]);
  assert.deepEqual(feed._courant.tombstones, [
    { id: TOMBSTONE.id, at: '2026-10-01T10:00:00Z', comment: TOMBSTONE.comment },
  ]);
  const [item, arabic] = feed.items;
  assert.equal(item.title, SAMPLE_ITEM.title);
  assert.equal(item.content_html, SAMPLE_ITEM.contentHtml);
  assert.deepEqual(item.tags, ['World', 'politics', 'ports']);
  assert.deepEqual(item._courant.source, 'Northern Wire');
  assert.equal(arabic._courant.replaces, 'urn:uuid:0191f2a0-7b3c-7d11-8a55-3f6f0c9d2e00');
});

test('a story withdrawn is a deleted entry in Atom, and nowhere in RSS', () => {
  const feed = { ...SAMPLE_FEED, tombstones: [TOMBSTONE] };
  const atom = atomFeed(feed);
  assert.ok(atom.includes(`<at:deleted-entry ref="${TOMBSTONE.id}" when="2026-10-01T10:00:00Z">`));
  assert.ok(atom.includes('xmlns:at="http://purl.org/atompub/tombstones/1.0"'));
  assert.ok(!rssFeed(feed).includes(TOMBSTONE.id));
  assert.ok(!atomFeed(SAMPLE_FEED).includes('tombstones'));
});

test('a correction keeps the id and moves the moment of change, in RSS by a moment of its own', () => {
  const later = { ...SAMPLE_ITEM, updated: instant(new Date('2026-10-02T00:00:00Z')) };
  const feed = { ...SAMPLE_FEED, items: [later] };
  assert.ok(atomFeed(feed).includes(`<id>${SAMPLE_ITEM.id}</id>`));
  assert.ok(atomFeed(feed).includes('<updated>2026-10-02T00:00:00Z</updated>'));
  assert.ok(rssFeed(feed).includes('<atom:updated>2026-10-02T00:00:00Z</atom:updated>'));
});

test('stories changed within one millisecond are told apart, the same way at every fetch and in any company', () => {
  const stamps = (ids: readonly string[]) => {
    const items = ids.map((id) => ({ ...SAMPLE_ITEM, id }));
    const text = atomFeed({ ...SAMPLE_FEED, items });
    return [...text.matchAll(/<entry>.*?<updated>(.*?)<\/updated>/gs)].map(([, stamp = '']) => stamp);
  };
  const three = stamps(['urn:a:1', 'urn:a:2', 'urn:a:3']);
  assert.equal(new Set(three).size, 3);
  assert.deepEqual(new Set(three.map((stamp) => new Date(stamp).getTime())).size, 1);
  assert.equal(stamps(['urn:a:1', 'urn:a:3'])[1], three[2]);
});

test('copy in a tongue that runs from the right says so where it is shown', () => {
  const text = rssFeed(SAMPLE_FEED);
  assert.ok(text.includes('<![CDATA[<div lang="ar" dir="rtl"><p>اجتمع'));
  const rtl = { ...SAMPLE_FEED, direction: 'rtl' as const, items: [SAMPLE_ITEM] };
  assert.ok(jsonFeed(rtl).includes('dir=\\"rtl\\"'));
});

test('an archive document says that it is one and leads to the feed people subscribe to', () => {
  const archive = { isArchive: true, current: SAMPLE_FEED.self, following: SAMPLE_FEED.self };
  for (const text of [rssFeed({ ...SAMPLE_FEED, archive }), atomFeed({ ...SAMPLE_FEED, archive })]) {
    assert.ok(text.includes('<fh:archive/>'));
    assert.match(text, /rel="current" href="https:/);
    assert.match(text, /rel="next-archive"/);
  }
});

test('an address that must be absolute and is not breaks a promise; one that may be absent is left out', () => {
  const withUrl = (url: string) => ({ ...SAMPLE_FEED, items: [{ ...SAMPLE_ITEM, url }] });
  for (const write of [rssFeed, atomFeed, jsonFeed]) {
    assert.throws(() => write(withUrl('/world/story')), /no absolute web address/);
    assert.throws(() => write(withUrl('javascript:alert(1)')), RangeError);
    const [first] = SAMPLE_ITEM.authors;
    assert.ok(first);
    const text = write({
      ...SAMPLE_FEED,
      items: [{ ...SAMPLE_ITEM, authors: [{ ...first, url: 'about:blank' }] }],
    });
    assert.ok(text.includes('Maren Quist') && !text.includes('about:blank'));
  }
});

test('a mail address never leaves with a name', () => {
  const items = [{ ...SAMPLE_ITEM, authors: [{ name: 'Jan Vik <jan@paper.example>' }] }];
  for (const write of [rssFeed, atomFeed, jsonFeed]) {
    const text = write({ ...SAMPLE_FEED, items });
    assert.ok(text.includes('Jan Vik') && !text.includes('jan@paper.example'));
  }
});

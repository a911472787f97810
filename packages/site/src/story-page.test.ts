import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import { EUROPEAN, paragraph, sampleFrame, samplePicture, sampleStory } from './sample-testing.ts';
import { storyPage } from './story-page.ts';

function inOrder(markup: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const found = markup.indexOf(part, from);
    assert.notEqual(found, -1, `“${part}” is missing, or stands before what should come first`);
    from = found + part.length;
  }
}

test('a story page holds every part in the order of the design', () => {
  inOrder(storyPage(sampleStory()).markup, [
    'class="skip"',
    'aria-current="true">European Edition',
    'class="mast',
    'id="sections"',
    'aria-current="true">World',
    'aria-current="true">Politics',
    'class="crumb"',
    '<h1>Arbiter courts northern capitals</h1>',
    'Five votes decide.',
    'By Ada Holm and Piet Lomax',
    '(Agencies)',
    'Published',
    'Updated',
    'aria-label="Share this story"',
    'class="pic main"',
    'The trawler at Varde.',
    'class="dateline">VARDE (Agencies)</span> – She asked',
    'An earlier version gave four votes.',
    'Part of',
    'aria-label="Share this story again"',
    'More on this story',
    'Specials',
    'Urban breath',
    'A park.',
    'Hot topics',
    'The quota',
    'Photo features',
    'E-paper',
    'European Edition',
    'class="foot"',
  ]);
});

test('times stand in the zone and style of the edition', () => {
  const page = sampleStory();
  const old = storyPage(page).markup;
  assert.match(old, /Updated\s+<time datetime="2011-04-23T15:57:00Z">2011-04-23 17:57<\/time>/);
  const long = storyPage({ ...page, edition: { ...EUROPEAN, dateStyle: 'long' } }).markup;
  assert.match(long, />23 April 2011, 17:57<\/time>/);
});

test('a story never changed has no time of update, unless its archive brought one', () => {
  const published = '2011-04-23T15:57:00.000Z' as Instant;
  const fresh = sampleStory({}, { published, updated: published });
  assert.doesNotMatch(storyPage(fresh).markup, /Updated/);
  const archived = sampleStory({ lastUpdated: published }, { published, updated: published });
  assert.match(storyPage(archived).markup, /Updated/);
});

test('what a story lacks leaves no empty place', () => {
  const page = sampleStory({}, { corrections: [], packages: [], translations: [], pictures: new Map() });
  const { byline, source, dateline, standfirst, picture, pictureCaption, ...copy } = page.story.copy;
  const bare = storyPage({
    ...page,
    related: [],
    rail: { specials: [], topics: [], series: [], photoFeatures: [] },
    story: { ...page.story, copy },
  });
  for (const part of [
    'class="by"',
    'class="source"',
    'dateline',
    'intro',
    'main"><',
    'class="correction"',
    'Part of',
    'More on',
    'Specials',
  ]) {
    assert.ok(!bare.markup.includes(part), part);
  }
});

test('links to translations stand only where there are any, and name this page too', () => {
  const { markup } = storyPage(sampleStory());
  assert.match(
    markup,
    /<link rel="alternate" hreflang="en-GB" href="https:\/\/lantern\.example\/2011\/04\/23\/arbiter">/,
  );
  assert.match(
    markup,
    /<link rel="alternate" hreflang="ar" href="https:\/\/lantern\.example\/2011\/04\/23\/%D8%A7/,
  );
  assert.doesNotMatch(
    storyPage(sampleStory({}, { translations: [] })).markup,
    /hreflang="[^"]+" href="https/,
  );
});

test('services of 2011 are named with their successor and are no links', () => {
  const { markup } = storyPage(sampleStory());
  assert.match(markup, /Share services of 2011/);
  assert.match(markup, /<li>Myspace: [^<]+ Now Facebook\.<\/li>/);
  assert.doesNotMatch(markup, /href="[^"]*myspace/i);
});

test('a gallery shows each of its pictures once, and its main picture not twice', () => {
  const gallery = { type: 'gallery', attrs: { id: 'b2', pictures: [{ picture: 'picture-quay' }] } } as const;
  const { markup } = storyPage(
    sampleStory({ kind: 'gallery', body: { type: 'doc', content: [paragraph('Text.'), gallery] } }),
  );
  const article = markup.slice(
    markup.indexOf('<article class="story"'),
    markup.indexOf('<aside class="rail"'),
  );
  assert.equal(article.match(/<picture>/g)?.length, 1);
});

test('a picture that a reader may not see leaves the page, caption and all', () => {
  const { markup } = storyPage(sampleStory({}, { pictures: new Map() }));
  assert.doesNotMatch(markup, /The trawler at Varde/);
});

test('a picture comes in three formats, with its size, its focal point and its words', () => {
  const { markup } = storyPage(sampleStory());
  assert.match(
    markup,
    /<source type="image\/avif" srcset="\/pictures\/ab12[^"]+\/320\.avif 320w, [^"]+\/1440\.avif 1440w"/,
  );
  assert.match(markup, /<source type="image\/webp"/);
  assert.match(
    markup,
    /width="1600" height="1067" alt="A trawler at a quay under snow" style="object-position:45% 60%" fetchpriority="high"/,
  );
});

test('data for machines tells what a reader sees', () => {
  const page = sampleStory();
  const text =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(storyPage(page).markup)?.[1] ?? '';
  const graph = JSON.parse(text)['@graph'];
  const data = graph.find((node: { readonly '@type': string }) => node['@type'] === 'NewsArticle');
  assert.equal(data.headline, page.story.copy.headline);
  assert.equal(data.dateModified, '2011-04-23T15:57:00Z');
  assert.deepEqual(
    data.author.map((author: { name: string }) => author.name),
    ['Ada Holm', 'Piet Lomax'],
  );
  assert.equal(data.image[0].url, `https://lantern.example/pictures/${samplePicture().hash}/16x9-45-60.jpg`);
  assert.equal(data.correction[0].text, page.story.corrections[0]?.note);
});

test('a story in another language and direction says so, within an edition that says its own', () => {
  const { markup } = storyPage(sampleStory({ language: 'ar', headline: 'عنوان' }));
  assert.match(markup, /<html lang="en-IE" dir="ltr">/);
  assert.match(markup, /<article class="story" lang="ar" dir="rtl">/);
  const arabic = { ...EUROPEAN, locale: 'ar-EG' };
  assert.match(
    storyPage({ ...sampleStory(), ...sampleFrame({ edition: arabic }) }).markup,
    /<html lang="ar-EG" dir="rtl">/,
  );
});

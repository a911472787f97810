import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { BROWSER, browser, NO_BROWSER } from '../kits/browser.ts';
import { everyPageKind, storiesOfKinds } from '../kits/page-kinds.ts';
import type { ServedPaper } from '../kits/served.ts';
import { sharedPaper } from '../kits/served.ts';

type Thing = { readonly [property: string]: unknown };

/** What a page says of itself to machines, and what it shows to people. */
interface Told {
  readonly things: readonly Thing[];
  readonly h1: string;
  readonly times: readonly string[];
  readonly names: readonly string[];
  readonly pictures: readonly string[];
  readonly meta: Readonly<Record<string, string>>;
  readonly canonical: string | undefined;
}

async function toldOn(page: Page): Promise<Told> {
  return page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const blocks = all('script[type="application/ld+json"]').map((one) => JSON.parse(one.textContent ?? ''));
    const meta = Object.fromEntries(
      all('meta[property], meta[name]').map((one) => [
        one.getAttribute('property') ?? one.getAttribute('name') ?? '',
        one.getAttribute('content') ?? '',
      ]),
    );
    return {
      things: blocks.flatMap((block) => block['@graph'] ?? [block]),
      h1: document.querySelector('h1')?.textContent?.trim() ?? '',
      times: all('article time').map((one) => one.getAttribute('datetime') ?? ''),
      names: all('article .by').map((one) => one.textContent ?? ''),
      pictures: all('article img').map((one) => one.getAttribute('src') ?? ''),
      meta,
      canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? undefined,
    };
  });
}

const STORY_TYPES = /^(?:News|AnalysisNews|OpinionNews|ReportageNews)Article$|^LiveBlogPosting$/;

/** What search engines require or recommend of an article (standards, section 12). */
const WANTED = [
  ...['headline', 'datePublished', 'dateModified', 'author', 'publisher', 'image', 'mainEntityOfPage'],
  ...['articleSection', 'inLanguage', 'wordCount', 'isAccessibleForFree', 'identifier', 'url'],
] as const;

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly Thing[] => (Array.isArray(value) ? value : [value]).filter(isThing);

async function imageIsThere(paper: ServedPaper, image: Thing | string): Promise<void> {
  const url = typeof image === 'string' ? image : String(image.url);
  const answer = await fetch(url);
  assert.equal(answer.status, 200, url);
  assert.ok(url.startsWith(paper.url));
  const meta = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  if (typeof image !== 'string')
    assert.deepEqual([meta.width, meta.height], [image.width, image.height], url);
  assert.ok((meta.width ?? 0) >= 900, `${url} is ${meta.width} pixels wide`);
}

test('what a story tells machines is what it shows people', {
  skip: BROWSER ? false : NO_BROWSER,
  timeout: 240_000,
}, async (t) => {
  const paper = await sharedPaper();
  const page = await (await browser(t)).newPage();
  const kinds = await storiesOfKinds(paper);
  for (const path of [...kinds.values()].flatMap((paths) => paths.slice(0, 3))) {
    await page.goto(paper.url + encodeURI(path));
    const told = await toldOn(page);
    const story = told.things.find((thing) => STORY_TYPES.test(String(thing['@type'])));
    assert.ok(story, `${path} says no story`);
    for (const property of WANTED) assert.ok(story[property], `${path} lacks ${property}`);
    assert.equal(story.headline, told.h1, path);
    assert.equal(story.url, told.canonical, path);
    for (const property of ['datePublished', 'dateModified'] as const) {
      // A story that was never updated shows the one time it has.
      assert.ok(told.times.includes(String(story[property])), `${path}: ${property} is not on the page`);
    }
    for (const author of listOf(story.author).filter((one) => one['@type'] === 'Person'))
      assert.ok(
        told.names.some((names) => names.includes(String(author.name))),
        `${path}: ${author.name}`,
      );
    const images = Array.isArray(story.image) ? story.image : [story.image];
    for (const image of images) await imageIsThere(paper, image);
    const first = listOf(story.image)[0];
    if (first) {
      const hash = /\/pictures\/([0-9a-f]{64})\//.exec(String(first.url))?.[1] ?? '?';
      assert.ok(
        told.pictures.some((src) => src.includes(hash)),
        `${path} tells a picture it does not show`,
      );
    }
    const shared = told.meta['og:image'];
    assert.ok(shared, `${path} has no picture for other sites`);
    await imageIsThere(paper, shared);
    for (const property of ['og:title', 'og:url', 'og:image:alt', 'article:published_time', 'twitter:card'])
      assert.ok(told.meta[property], `${path} lacks ${property}`);
    assert.match(told.meta.robots ?? '', /max-image-preview:large/);
    assert.ok(
      told.things.some((thing) => thing['@type'] === 'BreadcrumbList'),
      path,
    );
    const publisher = told.things.find((thing) => thing['@type'] === 'NewsMediaOrganization');
    assert.ok(publisher?.publishingPrinciples && publisher.logo, `${path}: publisher`);
  }
});

test('every page kind is either found by machines, with one address, or says that it is not to be', {
  skip: BROWSER ? false : NO_BROWSER,
  timeout: 120_000,
}, async (t) => {
  const paper = await sharedPaper();
  const page = await (await browser(t)).newPage();
  // Only what is told is read here: nothing need be drawn.
  await page.route(/\/(?:pictures|assets)\//, (route) => route.abort());
  const titles = new Map<string, string>();
  for (const path of await everyPageKind(paper)) {
    const answer = await page.goto(paper.url + encodeURI(path));
    const told = await toldOn(page);
    const isHidden = /noindex/.test(told.meta.robots ?? '');
    assert.equal(told.canonical === undefined, isHidden, `${path}: canonical and robots disagree`);
    if (answer?.status() !== 200) assert.ok(isHidden, path);
    if (isHidden || told.canonical === undefined) continue;
    assert.equal((await fetch(told.canonical)).status, 200, told.canonical);
    assert.ok(told.meta.description, `${path} has no description`);
    const title = await page.title();
    const other = titles.get(title);
    assert.ok(
      other === undefined || other === told.canonical,
      `${path} and ${other} have one title: ${title}`,
    );
    titles.set(title, told.canonical);
  }
});

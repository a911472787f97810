import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { feedFaults } from '@courant/syndication/testing';
import { parseFeed } from 'feedsmith';
import sharp from 'sharp';
import { program } from '../kits/browser.ts';
import { everyPageKind } from '../kits/page-kinds.ts';
import type { ServedPaper } from '../kits/served.ts';
import { sharedPaper } from '../kits/served.ts';

const run = promisify(execFile);
const XSDS = fileURLToPath(new URL('../../../shared/data/sitemaps/sitemap-xsd/', import.meta.url));
const XMLLINT = program(['xmllint']);
const NO_XSDS =
  XMLLINT && existsSync(XSDS) ? false : 'no xmllint (libxml2-utils), or no schemas (../shared/data/sitemaps)';

const ALTERNATE =
  /<link rel="alternate" type="application\/(?:rss\+xml|atom\+xml|feed\+json)"[^>]* href="([^"]+)"/g;

/** The address of every feed that a page of the demo names. */
async function everyFeed(paper: ServedPaper): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of [...(await everyPageKind(paper)), '/feeds', '/search?q="salt road"&section=world']) {
    const { text, status } = await paper.get(path);
    if (status !== 200) continue;
    const rows = [
      ...text.matchAll(/<td><a href="([^"]+\/feed\.(?:rss|atom|json)|\/feed\.(?:rss|atom|json))"/g),
    ];
    for (const [, href = ''] of [...text.matchAll(ALTERNATE), ...rows])
      found.add(href.replaceAll('&amp;', '&'));
  }
  return [...found];
}

test('what machines read of the demo paper', { timeout: 300_000 }, async (t) => {
  const paper = await sharedPaper();
  await t.test(
    'every feed of the demo is as the W3C feed validator wants it, and feedsmith reads its stories',
    async () => {
      const feeds = await everyFeed(paper);
      let items = 0;
      for (const path of feeds) {
        const { status, text, headers } = await paper.get(path);
        assert.equal(status, 200, path);
        const mediaType = headers.get('content-type') ?? '';
        assert.deepEqual(feedFaults(text, mediaType, new URL(path, paper.url).href), [], path);
        const { feed } = parseFeed(text);
        const read = 'entries' in feed ? feed.entries : 'items' in feed ? feed.items : [];
        const written = [...text.matchAll(/<entry[ >]|<item[ >]|"content_html"/g)].length;
        assert.equal(read?.length ?? 0, written, path);
        items += written;
      }
      assert.ok(feeds.length >= 150 && items >= 1_000, `${feeds.length} feeds, ${items} items`);
    },
  );

  await t.test('a feed answers as it should who has it already', async () => {
    const first = await fetch(`${paper.url}/feed.atom`);
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    const asked = async (headers: Record<string, string>) => {
      const answer = await fetch(`${paper.url}/feed.atom`, { headers });
      await answer.text();
      return answer.status;
    };
    assert.equal(await asked({ 'If-None-Match': etag }), 304);
    assert.equal(await asked({ 'If-None-Match': `W/${etag}, "other"` }), 304);
    assert.equal(await asked({ 'If-None-Match': '"other"', 'If-Modified-Since': modified }), 200);
    assert.equal(await asked({ 'If-Modified-Since': modified }), 304);
    assert.equal(await asked({ 'If-Modified-Since': 'Sat, 01 Jan 2000 00:00:00 GMT' }), 200);
    for (const odd of ['yesterday', '', '-1', 'Thu, 32 Foo 2026', '\u00e9'])
      assert.equal(await asked({ 'If-Modified-Since': odd, 'Accept-Encoding': odd, Accept: odd }), 200, odd);
    assert.match(first.headers.get('link') ?? '', /<[^>]+\/feed\.atom>; rel="self"/);
  });

  await t.test('older stories of a feed are led to, part by part, without a gap or a double', async () => {
    const seen: string[] = [];
    let next: string | undefined = `${paper.url}/feed.json`;
    while (next !== undefined) {
      const answer: Response = await fetch(next);
      assert.equal(answer.status, 200, next);
      const feed = (await answer.json()) as { items: { id: string }[]; next_url?: string };
      seen.push(...feed.items.map((item) => item.id));
      next = feed.next_url;
    }
    assert.equal(new Set(seen).size, seen.length);
    const list = await paper.get('/api/v1/stories?edition=international&limit=100');
    const { stories } = JSON.parse(list.text) as { stories: readonly { id: string }[] };
    assert.ok(stories.length > 50);
    assert.deepEqual(
      stories.map(({ id }) => `urn:uuid:${id}`).filter((id) => !seen.includes(id)),
      [],
    );
  });

  test('sitemaps are valid, and name every story once under an address that answers', {
    skip: NO_XSDS,
  }, async (t) => {
    const paper = await sharedPaper();
    const folder = await mkdtemp(join(tmpdir(), 'courant-sitemaps-'));
    t.after(() => rm(folder, { recursive: true }));
    const valid = async (path: string, schema: string) => {
      const { status, text } = await paper.get(path);
      assert.equal(status, 200, path);
      const file = join(folder, path.replaceAll('/', '_'));
      await writeFile(file, text);
      await run(XMLLINT ?? '', ['--nonet', '--noout', '--schema', join(XSDS, schema), file]);
      return text;
    };
    const locations = (text: string) =>
      [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
    const parts = locations(await valid('/sitemap.xml', 'siteindex.xsd'));
    assert.ok(parts.length >= 2);
    const named: string[] = [];
    for (const part of parts) named.push(...locations(await valid(part, 'all-local.xsd')));
    assert.equal(new Set(named).size, named.length);
    const news = locations(await valid('/sitemaps/news.xml', 'all-local.xsd'));
    assert.ok(news.length > 20 && news.every((path) => named.includes(path)));
    for (const path of named) assert.equal((await paper.get(decodeURI(path))).status, 200, path);
    assert.equal((await paper.get('/sitemaps/2026-13.xml')).status, 404);
    assert.equal((await paper.get('/sitemaps/1999-01.xml')).status, 404);
  });

  await t.test('files for machines stand where their standards look for them', async () => {
    const robots = await paper.get('/robots.txt');
    assert.match(robots.text, new RegExp(`^Sitemap: ${paper.url}/sitemap\\.xml$`, 'm'));
    assert.match(robots.text, /^User-agent: GPTBot$/m);
    const security = await paper.get('/.well-known/security.txt');
    assert.match(security.text, /^Contact: mailto:\S+@\S+$/m);
    const expires = new Date(/^Expires: (\S+)$/m.exec(security.text)?.[1] ?? '').getTime();
    assert.ok(expires > Date.now() && expires < Date.now() + 365 * 24 * 3_600_000);
    assert.equal((await paper.get('/security.txt')).status, 301);
    assert.match((await paper.get('/trust.txt')).text, /^datatrainingallowed=no$/m);
    assert.match((await paper.get('/ads.txt')).text, /^OWNERDOMAIN=/m);
    const [rule] = JSON.parse((await paper.get('/.well-known/tdmrep.json')).text) as Record<
      string,
      unknown
    >[];
    assert.equal(rule?.['tdm-reservation'], 1);
    assert.match((await paper.get('/license.xml')).text, /<prohibits type="usage">ai-train<\/prohibits>/);
    assert.equal((await paper.get('/llms.txt')).status, 404);
    for (const prefix of ['', '/arabic']) {
      const manifest = JSON.parse((await paper.get(`${prefix}/manifest.webmanifest`)).text) as {
        icons: { src: string; sizes: string }[];
        dir: string;
      };
      assert.equal(manifest.dir, prefix === '' ? 'ltr' : 'rtl');
      for (const { src, sizes } of manifest.icons) {
        const icon = await fetch(`${paper.url}${src}`);
        const { width, height } = await sharp(Buffer.from(await icon.arrayBuffer())).metadata();
        assert.equal(`${width}x${height}`, sizes, src);
      }
      const search = (await paper.get(`${prefix}/opensearch.xml`)).text;
      const [, template = ''] = /type="text\/html" rel="results" template="([^"]+)"/.exec(search) ?? [];
      const asked = await fetch(template.replace('{searchTerms}', 'comet'));
      assert.equal(asked.status, 200);
    }
    const icon = await fetch(`${paper.url}/favicon.ico`);
    const bytes = Buffer.from(await icon.arrayBuffer());
    assert.deepEqual([bytes.readUInt16LE(2), bytes.readUInt8(6)], [1, 48]);
    assert.equal((await sharp(bytes.subarray(22)).metadata()).width, 48);
  });
});

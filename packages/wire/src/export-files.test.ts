import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { instant } from '@courant/base';
import { plainText } from '@courant/story';
import { readWire } from './read.ts';
import type { WireItem } from './wire-item.ts';

const EXPORTS = fileURLToPath(new URL('../../../../shared/data/cms-exports', import.meta.url));
const SKIP = existsSync(EXPORTS) ? false : 'cms-exports is not beside the project (../shared/data)';
const RECEIVED = instant(new Date('2026-11-01T00:00:00Z'));

/** Items of every format, and files of every reason, that come of the whole folder. */
const ITEMS = {
  ...{ blogger: 3, buttondown: 2, chorus: 1, ghost: 35, jekyll: 8, letterdrop: 2, medium: 5 },
  ...{ squarespace: 5, wix: 2, 'wordpress-rest': 10, wxr: 24 },
};
const REFUSED = { people: 10, account: 1, furniture: 1, broken: 1, pages: 4 };

/** Pages of a site are no export; where pages are read, they give what a page gives. */
const isPage = (name: string) => name.startsWith('substack/migrate/');

function reasonOf(say: string): keyof typeof REFUSED | undefined {
  if (/list of people/.test(say)) return 'people';
  if (/account of an export/.test(say)) return 'account';
  // A piece of a database that begins in the middle.
  if (/^broken JSON/.test(say)) return 'broken';
  return /no story is in this export/.test(say) ? 'furniture' : undefined;
}

async function readAll() {
  const names = readdirSync(EXPORTS, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => /\.\w+$/.test(name) && !/SOURCE\.txt$|\.expected\.json$/.test(name));
  const found: { readonly name: string; readonly items: readonly WireItem[]; readonly say: string }[] = [];
  for (const name of files) {
    const reading = await readWire(readFileSync(`${EXPORTS}/${name}`), { received: RECEIVED, name });
    found.push({ name, items: reading.ok ? reading.items : [], say: reading.ok ? '' : reading.say });
  }
  return found;
}

test('every file of every export is read, or refused with its reason', { skip: SKIP }, async (t) => {
  const all = await readAll();
  const items = new Map<string, number>();
  const refused = { people: 0, account: 0, furniture: 0, broken: 0, pages: 0 };
  for (const { name, items: read, say } of all) {
    if (isPage(name)) refused.pages++;
    else if (read.length === 0) {
      const reason = reasonOf(say);
      assert.ok(reason, `${name}: ${say}`);
      refused[reason]++;
    } else for (const { format } of read) items.set(format, (items.get(format) ?? 0) + 1);
  }
  assert.deepEqual(Object.fromEntries([...items].toSorted()), ITEMS);
  assert.deepEqual(refused, REFUSED);
  t.diagnostic(`${all.length} files: ${[...items].map(([format, n]) => `${n} ${format}`).join(', ')}`);
});

test('what was public there is usable, and nothing else is', { skip: SKIP }, async () => {
  const all = (await readAll()).filter(({ name }) => !isPage(name)).flatMap(({ items }) => items);
  for (const { id, status, warnings, versionCreated } of all) {
    const isPrivate = warnings.some(({ code }) => ['not-public', 'unknown-status', 'page'].includes(code));
    assert.equal(status === 'usable', !isPrivate, id);
    if (status === 'usable') assert.ok(versionCreated, `${id} was public at no time`);
  }
});

async function one(name: string): Promise<WireItem> {
  const reading = await readWire(readFileSync(`${EXPORTS}/${name}`), { received: RECEIVED, name });
  assert.ok(reading.ok, name);
  const [item] = reading.items;
  assert.ok(item);
  return item;
}

test('posts say what their systems say: words, people, days, tags, addresses, media', {
  skip: SKIP,
}, async () => {
  const medium = await one('medium/mg-medium-export/export/posts/advanced-post.html');
  assert.deepEqual(
    [medium.headline, medium.standfirst, medium.byline, medium.firstCreated, medium.slug],
    [
      'Advanced Post Title',
      'This is a subtitle of some sort',
      'Joe Bloggs',
      '2018-08-11T11:23:34.123Z',
      'testpost',
    ],
  );
  assert.deepEqual([medium.keywords, medium.media?.length], [['Things', 'Stuff'], 4]);
  assert.equal(medium.address, 'https://medium.com/@JoeBloggs/testpost-efefef12121212');
  const words = medium.body ? plainText(medium.body) : '';
  // Headline and standfirst stand once; the paragraph that says the standfirst again is the writer's.
  assert.ok(!words.includes('Advanced Post Title') && words.split('This is a subtitle').length === 2);

  const chorus = await one('chorus/mg-chorus/Entry:0969db64-b8d7-11ed-afa1-0242ac120001.json');
  assert.deepEqual(
    [chorus.byline, chorus.sectionPath, chorus.standfirst],
    ['Author Name and Contributors Name', ['Lorem'], 'My subtitle'],
  );
  assert.deepEqual(chorus.warnings, []);
  assert.match(chorus.body ? plainText(chorus.body) : '', /Who will win\?[\s\S]*Ringo/);

  const blogger = await one('blogger/mg-blogger/response.json');
  assert.deepEqual(
    [blogger.byline, blogger.keywords, blogger.address],
    [
      'Important Author & Co.',
      ['books', 'This & That', 'Good & Bad'],
      'http://example.blogspot.com/2017/06/lorem.html',
    ],
  );
  const jekyll = await one('jekyll/mg-jekyll-export/2022-06-03-front-matter-tags-cats.md');
  assert.deepEqual(
    [jekyll.firstCreated, jekyll.keywords, jekyll.address],
    [
      '2022-06-03T00:00:00.000Z',
      ['Lorem Ipsum', 'dolor', 'Simet-Amet'],
      '/news/posts/articles/2022/06/03/front-matter-tags-cats.html',
    ],
  );
  const wix = await one('wix/mg-wix-csv/posts.csv');
  assert.deepEqual(
    [wix.byline, wix.media?.[0]?.width, wix.address],
    ['Jane Writer', 6016, '/post/hello-wix'],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '@courant/base';
import { publish, publishIssue, unpublish } from '@courant/desk';
import type { Shelf } from '@courant/press';
import { PageCache, pageAt } from '@courant/press';
import { Database, entriesAfter, shelfOn } from '@courant/store';
import { laidOut } from '../kits/issues.ts';
import { did, newsroom, PLACES } from '../kits/newsroom.ts';

const SITE = { origin: 'http://localhost', stylesheet: '/assets/x.css' };
const PRINTING = { ...SITE, sheetType: '/assets/y.css', drawSheet: async () => html`<svg></svg>` };
/** What readers' queries may touch: the live views, and tables that hold no copy. */
const READABLE = [
  ...['live_story', 'live_placement', 'live_correction', 'live_package', 'gone_story'],
  ...['publication', 'edition', 'section', 'picture', 'address', 'package_story', 'log_head'],
  ...['author', 'topic', 'standing_page', 'live_listing', 'live_translation', 'live_most_read'],
  ...['live_revision', 'public_log', 'live_issue', 'live_sheet', 'issue_story', 'printed_story'],
];
const ADDRESSES = [
  '/',
  '/abroad',
  '/world',
  '/world/politics',
  '/epaper',
  '/epaper/2026-03-14',
  '/epaper/2026-03-14/1',
  '/2026/03/14/the-weir-holds',
  '/2026/03/14/the-weir-holds/history',
  '/archive',
  '/2026',
  '/2026/03',
  '/2026/03/14',
  '/specials',
  '/authors',
  '/authors/nobody',
  '/topics/nothing',
  '/most-read',
  '/corrections',
  '/corrections/2026-03',
  '/about',
  '/log/1',
  '/log/1.json',
  '/log/after/0.ndjson',
  '/no',
  '/robots.txt',
];

test('readers’ pages are made with no right to drafts, revisions or wire copy', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, file, database, url } = room;
  const story = await file();
  did(await publish(desk, { actor: editor, story, places: PLACES }));
  const other = await file({ headline: 'The mill is let', slug: 'b' });
  did(await publish(desk, { actor: editor, story: other, places: PLACES }));
  did(await publishIssue(desk, { actor: editor, issue: await laidOut(room, [story, other]) }));
  const role = `reader_${story.slice(-12)}`;
  await database.pool.query(`create role ${role}; grant select on ${READABLE.join(', ')} to ${role}`);
  const readers = new Database(`${url}${url.includes('?') ? '&' : '?'}options=-c%20role%3D${role}`);
  try {
    await assert.rejects(readers.pool.query('select * from revision'), { code: '42501' });
    for (const address of ADDRESSES) {
      const page = await pageAt(shelfOn(readers), address, PRINTING);
      assert.ok(page.status < 500, address);
      if (address.endsWith('/1')) assert.equal(page.status, 200, address);
    }
    did(await unpublish(desk, { actor: editor, story }));
    assert.equal((await pageAt(shelfOn(readers), '/2026/03/14/the-weir-holds', SITE)).status, 410);
  } finally {
    await readers.close();
    await database.pool.query(`drop owned by ${role}; drop role ${role}`);
  }
});

test('a publication between a render’s reading and its storing leaves no stale page', async (t) => {
  const { desk, editor, file, database, shelf } = await newsroom(t);
  const first = await file({ headline: 'Before' });
  did(await publish(desk, { actor: editor, story: first, places: PLACES }));
  const { promise: paused, resolve: resume } = Promise.withResolvers<void>();
  const { promise: reading, resolve: hasRead } = Promise.withResolvers<void>();
  // The render is held after it has read everything and before its page can be stored.
  const slow: Shelf = {
    read: (work) =>
      shelf.read(async (snapshot) => {
        const made = await work(snapshot);
        hasRead();
        await paused;
        return made;
      }),
  };
  const cache = new PageCache({ position: 1, limit: 1e7, render: (address) => pageAt(slow, address, SITE) });
  const asked = cache.page('/world/politics');
  await reading;
  const second = await file({ headline: 'Meanwhile', slug: 'b' });
  did(await publish(desk, { actor: editor, story: second, places: PLACES }));
  for (const entry of await database.transaction((tx) => entriesAfter(tx, cache.position, 10)))
    cache.takeIn(entry);
  resume();
  const text = (page: { readonly body: Uint8Array } | undefined) => new TextDecoder().decode(page?.body);
  assert.match(text(await asked), /Meanwhile/);
  assert.match(text(cache.held('/world/politics')), /Meanwhile/);
});

test('a publication evicts its own edition’s pages and leaves the other’s', async (t) => {
  const { desk, editor, file, database, shelf } = await newsroom(t);
  did(await publish(desk, { actor: editor, story: await file(), places: PLACES }));
  const abroad = [{ edition: 'abroad', section: 'sport' }];
  did(await publish(desk, { actor: editor, story: await file({ headline: 'Far away' }), places: abroad }));
  const cache = new PageCache({ position: 2, limit: 1e7, render: (address) => pageAt(shelf, address, SITE) });
  const addresses = [
    '/',
    '/world',
    '/world/politics',
    '/sport',
    '/abroad',
    '/abroad/sport',
    '/2026/03/14/the-weir-holds',
  ];
  for (const address of addresses) await cache.page(address);
  did(await publish(desk, { actor: editor, story: await file({ headline: 'More' }), places: PLACES }));
  for (const entry of await database.transaction((tx) => entriesAfter(tx, 2, 10))) cache.takeIn(entry);
  assert.deepEqual(
    addresses.filter((address) => cache.held(address)),
    ['/sport', '/abroad', '/abroad/sport', '/2026/03/14/the-weir-holds'],
  );
});

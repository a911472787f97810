import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import { closeDuePackage, correct, kill, publish, rankMostRead, unpublish } from '@courant/desk';
import { PageCache, pageAt, touched } from '@courant/press';
import { addAuthor, countReads, entriesAfter, openPackage } from '@courant/store';
import { did, newsroom, PLACES } from '../kits/newsroom.ts';

const SITE = { origin: 'http://localhost', stylesheet: '/assets/x.css' };

type Room = Awaited<ReturnType<typeof newsroom>>;

async function text(room: Room, address: string): Promise<{ status: number; body: string }> {
  const page = await pageAt(room.shelf, address, SITE);
  return { status: page.status, body: new TextDecoder().decode(page.body) };
}

async function withAuthor(room: Room): Promise<void> {
  const author = {
    id: room.desk.newId(),
    urlSlug: 'ana-berg',
    name: 'Ana Berg',
    language: 'en',
    position: 0,
  };
  await room.database.transaction((tx) => addAuthor(tx, author));
}

test('a story stands under its authors and topics while it is live, and not a moment longer', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, file } = room;
  await withAuthor(room);
  const subjects = [{ code: 'medtop:20000641', name: 'treaty' }, { name: 'Harbours' }];
  const story = await file({
    headline: 'A treaty of harbours',
    byline: 'Ana Berg',
    authors: ['ana-berg'],
    subjects,
  });
  assert.equal((await text(room, '/topics/treaty')).status, 404);
  assert.doesNotMatch((await text(room, '/authors/ana-berg')).body, /A treaty of harbours/);
  did(await publish(desk, { actor: editor, story, places: PLACES }));
  for (const address of ['/topics/treaty', '/topics/harbours', '/authors/ana-berg'])
    assert.match((await text(room, address)).body, /A treaty of harbours/, address);
  assert.match((await text(room, '/authors')).body, /Ana Berg/);
  did(await unpublish(desk, { actor: editor, story }));
  for (const address of ['/topics/treaty', '/authors/ana-berg'])
    assert.doesNotMatch((await text(room, address)).body, /A treaty of harbours/, address);
});

test('pages of what a story stands under are made again, those it left too', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, file, write, database } = room;
  const story = await file({ subjects: [{ name: 'rivers' }] });
  did(await publish(desk, { actor: editor, story, places: PLACES }));
  const cache = new PageCache({
    position: 0,
    limit: 1e6,
    render: (address) => pageAt(room.shelf, address, SITE),
  });
  const before = await cache.page('/topics/rivers');
  await write(story, { subjects: [{ name: 'bridges' }] });
  const { seq } = did(await publish(desk, { actor: editor, story, places: [] }));
  const [entry] = await database.transaction((tx) => entriesAfter(tx, seq - 1, 1));
  assert.ok(entry);
  const tags = touched(entry);
  assert.ok(before.tags.some((tag) => tags.has(tag)));
  assert.doesNotMatch((await text(room, '/topics/rivers')).body, /class="card third"/);
});

test('stories that translate each other name each other, and a kill takes the name away', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, file } = room;
  const original = await file({ headline: 'The weir holds', language: 'en' });
  const { path } = did(await publish(desk, { actor: editor, story: original, places: PLACES }));
  const other = await file({ headline: 'Das Wehr hält', language: 'de', slug: 'wehr', translates: original });
  const { path: otherPath } = did(await publish(desk, { actor: editor, story: other, places: PLACES }));
  assert.ok(path && otherPath);
  assert.match((await text(room, path)).body, /rel="alternate" hreflang="de"/);
  assert.match((await text(room, otherPath)).body, /rel="alternate" hreflang="en"/);
  did(await kill(desk, { actor: editor, story: other, notice: 'It was wrong.' }));
  assert.doesNotMatch((await text(room, path)).body, /hreflang="de"/);
});

test('every version that was public can be read, with what changed and the entry that made it so', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, file, write } = room;
  const story = await file({ headline: 'Four boats sank' });
  const { path, seq } = did(await publish(desk, { actor: editor, story, places: PLACES }));
  await write(story, { headline: 'Five boats sank' });
  did(await correct(desk, { actor: editor, story, note: 'It was five.' }));
  const { body } = await text(room, `${path}/history`);
  assert.match(body, /<del>Four<\/del>/);
  assert.match(body, /<ins>Five<\/ins>/);
  assert.match(body, /It was five\./);
  assert.match(body, new RegExp(`/log/${seq}"`));
  assert.match((await text(room, '/corrections')).body, /It was five\./);
  did(await unpublish(desk, { actor: editor, story }));
  assert.equal((await text(room, `${path}/history`)).status, 410);
  assert.doesNotMatch((await text(room, '/corrections')).body, /It was five\./);
});

test('a draft after the last publication is no version', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, file, write } = room;
  const story = await file({ headline: 'What is known' });
  const { path } = did(await publish(desk, { actor: editor, story, places: PLACES }));
  await write(story, { headline: 'What nobody may know yet' });
  assert.doesNotMatch((await text(room, `${path}/history`)).body, /nobody may know/);
});

test('a package closes when its time has come, once, and keeps its page', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, file, database, editions } = room;
  const story = await file();
  did(await publish(desk, { actor: editor, story, places: PLACES }));
  const closes = '2026-03-14T13:00:00.000Z' as Instant;
  await database.transaction((tx) =>
    openPackage(tx, {
      ...{ id: desk.newId(), kind: 'special', urlSlug: 'weirs', title: 'Weirs', language: 'en', position: 0 },
      ...{ editions: [editions.home.id], stories: [story], closes },
    }),
  );
  assert.equal(await closeDuePackage(desk), undefined);
  assert.match((await text(room, '/world')).body, /Weirs/);
  const later = { ...desk, clock: { now: () => closes } };
  assert.ok(await closeDuePackage(later));
  assert.equal(await closeDuePackage(later), undefined);
  assert.doesNotMatch((await text(room, '/world')).body, /Weirs/);
  const page = await text(room, '/specials/weirs');
  assert.equal(page.status, 200);
  assert.match(page.body, /Closed on/);
});

test('what is read most changes with an entry of the log, and forgets what is not live', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, file, database } = room;
  const stories = [
    await file({ headline: 'First', slug: 'one' }),
    await file({ headline: 'Second', slug: 'two' }),
  ];
  const paths: string[] = [];
  for (const story of stories) {
    const { path } = did(await publish(desk, { actor: editor, story, places: PLACES }));
    paths.push(path ?? '');
  }
  const reads = [
    { path: paths[0] ?? '', count: 2 },
    { path: paths[1] ?? '', count: 5 },
    { path: '/2026/01/01/nothing', count: 900 },
  ];
  await database.transaction((tx) => countReads(tx, desk.clock.now(), reads));
  assert.ok(await rankMostRead(desk));
  assert.equal(await rankMostRead(desk), undefined);
  const { body } = await text(room, '/most-read');
  assert.ok(body.indexOf('Second') < body.indexOf('First'));
  const [, second] = stories;
  assert.ok(second);
  did(await unpublish(desk, { actor: editor, story: second }));
  assert.doesNotMatch((await text(room, '/most-read')).body, /Second/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correct, kill, publish, unpublish, writeStory } from '@courant/desk';
import { entriesAfter, verifyLog } from '@courant/store';
import { bodyOf, copyOf, did, newsroom, PLACES, why } from '../kits/newsroom.ts';

test('a published story is live in its edition and section, with one log entry', async (t) => {
  const { desk, editor, file, shelf, database, editions, sections } = await newsroom(t);
  const story = await file();
  const acted = did(await publish(desk, { actor: editor, story, places: PLACES }));
  assert.equal(acted.act, 'publish');
  assert.equal(acted.path, '/2026/03/14/the-weir-holds');
  const [cards, found] = await shelf.read(async (snapshot) => [
    await snapshot.newest({ edition: editions.home.id, sections: sections.map((one) => one.id), most: 10 }),
    await snapshot.atAddress('/2026/03/14/the-weir-holds'),
  ]);
  assert.deepEqual(
    cards.map((card) => [card.headline, card.section.path]),
    [['The weir holds', 'world/politics']],
  );
  assert.equal(found?.at === 'story' && found.story.copy.headline, 'The weir holds');
  const entries = await database.transaction((tx) => entriesAfter(tx, 0, 10));
  assert.deepEqual(
    entries.map((entry) => [entry.seq, entry.kind, entry.story, entry.editions]),
    [[1, 'publish', story, ['home']]],
  );
});

test('nobody publishes without the right, in no place, in an unknown place, or without a headline or a body', async (t) => {
  const { desk, editor, file, database } = await newsroom(t);
  const story = await file();
  const blank = await file({ headline: ' ' });
  const empty = await file({ body: bodyOf() });
  const reader = { name: 'reader', may: ['view'] } as const;
  const bad = [
    [publish(desk, { actor: reader, story, places: PLACES }), 'not-allowed'],
    [publish(desk, { actor: editor, story }), 'no-place'],
    [
      publish(desk, { actor: editor, story, places: [{ edition: 'moon', section: 'world' }] }),
      'unknown-place',
    ],
    [
      publish(desk, { actor: editor, story, places: [{ edition: 'home', section: 'moon' }] }),
      'unknown-place',
    ],
    [publish(desk, { actor: editor, story: blank, places: PLACES }), 'no-headline'],
    [publish(desk, { actor: editor, story: empty, places: PLACES }), 'no-body'],
    [publish(desk, { actor: editor, story: desk.newId(), places: PLACES }), 'unknown-story'],
  ] as const;
  for (const [outcome, code] of bad) assert.equal(why(await outcome), code);
  assert.equal((await database.transaction((tx) => entriesAfter(tx, 0, 10))).length, 0);
});

test('an embargoed story leaves by no act before its time', async (t) => {
  const { desk, editor, file, clock } = await newsroom(t);
  const until = '2026-03-14T12:00:00.000Z' as ReturnType<typeof clock.now>;
  const story = await file({ embargo: until });
  assert.equal(why(await publish(desk, { actor: editor, story, places: PLACES })), 'embargoed');
  clock.forward(3 * 60 * 60 * 1000);
  assert.equal((await publish(desk, { actor: editor, story, places: PLACES })).ok, true);
  const forever = await file({ embargo: 'indefinite', slug: 'b' });
  clock.forward(1e11);
  assert.equal(why(await publish(desk, { actor: editor, story: forever, places: PLACES })), 'embargoed');
});

test('an update keeps the address and the first date; without a change it is refused', async (t) => {
  const { desk, editor, file, clock, shelf } = await newsroom(t);
  const story = await file();
  const first = did(await publish(desk, { actor: editor, story, places: PLACES }));
  assert.equal(why(await publish(desk, { actor: editor, story })), 'nothing-changed');
  clock.forward(60_000);
  did(await writeStory(desk, { actor: editor, story, copy: copyOf({ headline: 'The weir breaks' }) }));
  const second = did(await publish(desk, { actor: editor, story }));
  assert.deepEqual([second.act, second.path], ['update', first.path]);
  const found = await shelf.read((snapshot) => snapshot.byId(story));
  assert.ok(found?.at === 'story');
  assert.deepEqual(
    [found.story.published, found.story.updated],
    ['2026-03-14T09:26:53.589Z', '2026-03-14T09:27:53.589Z'],
  );
  assert.equal(found.story.number, 2);
});

test('another URL slug gives another address, and the old one leads there', async (t) => {
  const { desk, editor, file, shelf } = await newsroom(t);
  const story = await file();
  did(await publish(desk, { actor: editor, story, places: PLACES }));
  did(await writeStory(desk, { actor: editor, story, copy: copyOf({ urlSlug: 'flood at the weir' }) }));
  const acted = did(await publish(desk, { actor: editor, story }));
  assert.equal(acted.path, '/2026/03/14/flood-at-the-weir');
  const old = await shelf.read((snapshot) => snapshot.atAddress('/2026/03/14/the-weir-holds'));
  assert.deepEqual(old, { at: 'moved', path: '/2026/03/14/flood-at-the-weir', story });
});

test('two stories with one headline on one day have two addresses, even when published at once', async (t) => {
  const { desk, editor, file } = await newsroom(t);
  const stories = await Promise.all([file(), file(), file()]);
  const acted = await Promise.all(
    stories.map((story) => publish(desk, { actor: editor, story, places: PLACES })),
  );
  const paths = acted.map((one) => did(one).path).toSorted();
  assert.deepEqual(paths, [
    '/2026/03/14/the-weir-holds',
    '/2026/03/14/the-weir-holds-2',
    '/2026/03/14/the-weir-holds-3',
  ]);
});

test('a correction carries its public note, and only a live story has one', async (t) => {
  const { desk, editor, file, shelf } = await newsroom(t);
  const story = await file();
  assert.equal(why(await correct(desk, { actor: editor, story, note: 'n' })), 'not-live');
  did(await publish(desk, { actor: editor, story, places: PLACES }));
  assert.equal(why(await correct(desk, { actor: editor, story, note: ' ' })), 'no-note');
  const body = bodyOf('The weir held until four.');
  did(await correct(desk, { actor: editor, story, note: 'It broke at four.', body }));
  const found = await shelf.read((snapshot) => snapshot.byId(story));
  assert.ok(found?.at === 'story');
  assert.deepEqual(found.story.corrections, [{ at: '2026-03-14T09:26:53.589Z', note: 'It broke at four.' }]);
  assert.match(JSON.stringify(found.story.copy), /until four/);
});

test('a killed story is in no list and at no address, and is never published again', async (t) => {
  const { desk, editor, file, shelf, editions, database } = await newsroom(t);
  const story = await file();
  assert.equal(why(await kill(desk, { actor: editor, story, notice: 'n' })), 'never-published');
  const { path = '' } = did(await publish(desk, { actor: editor, story, places: PLACES }));
  did(await kill(desk, { actor: editor, story, notice: 'It was not so.' }));
  const [cards, found] = await shelf.read(async (snapshot) => [
    await snapshot.newest({ edition: editions.home.id, most: 10 }),
    await snapshot.atAddress(path),
  ]);
  assert.deepEqual(cards, []);
  assert.deepEqual(found, { at: 'gone', story, ended: '2026-03-14T09:26:53.589Z', notice: 'It was not so.' });
  assert.equal(why(await publish(desk, { actor: editor, story, places: PLACES })), 'killed');
  assert.equal(why(await kill(desk, { actor: editor, story, notice: 'again' })), 'killed');
  assert.deepEqual((await verifyLog(database)).broken, []);
});

test('an unpublished story may come back, at the address and with the date it had', async (t) => {
  const { desk, editor, file, clock, shelf } = await newsroom(t);
  const story = await file();
  const first = did(await publish(desk, { actor: editor, story, places: PLACES }));
  did(await unpublish(desk, { actor: editor, story }));
  const gone = await shelf.read((snapshot) => snapshot.atAddress(first.path ?? ''));
  assert.deepEqual(gone, { at: 'gone', story, ended: '2026-03-14T09:26:53.589Z' });
  clock.forward(48 * 60 * 60 * 1000);
  const back = did(await publish(desk, { actor: editor, story }));
  assert.deepEqual([back.act, back.path], ['publish', first.path]);
});

test('two writers of one draft both survive, whatever each of them saw', async (t) => {
  const { desk, editor, file, shelf } = await newsroom(t);
  const story = await file();
  await Promise.all([
    writeStory(desk, { actor: editor, story, copy: copyOf({ kicker: 'Flood' }) }),
    writeStory(desk, { actor: editor, story, copy: copyOf({ standfirst: 'A long night.' }) }),
  ]);
  did(await publish(desk, { actor: editor, story, places: PLACES }));
  const found = await shelf.read((snapshot) => snapshot.byId(story));
  assert.ok(found?.at === 'story');
  assert.equal(found.story.copy.headline, 'The weir holds');
});

test('who publishes publishes what they saw: a state vector that has not arrived is waited for, then refused', async (t) => {
  const { desk, editor, file } = await newsroom(t);
  const story = await file();
  const never = new Uint8Array([1, 42, 7]);
  assert.equal(
    why(await publish(desk, { actor: editor, story, places: PLACES, vector: never })),
    'draft-behind',
  );
});

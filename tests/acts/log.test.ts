import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correct, kill, publish } from '@courant/desk';
import type { Database } from '@courant/store';
import { eraseRevision, verifyLog } from '@courant/store';
import type { Newsroom } from '../kits/newsroom.ts';
import { did, newsroom, PLACES } from '../kits/newsroom.ts';

async function withHistory(room: Newsroom): Promise<void> {
  const { desk, editor, file } = room;
  const first = await file();
  const second = await file({ headline: 'Second' });
  did(await publish(desk, { actor: editor, story: first, places: PLACES }));
  did(await publish(desk, { actor: editor, story: second, places: PLACES }));
  did(await correct(desk, { actor: editor, story: first, note: 'It was Monday.' }));
  did(await kill(desk, { actor: editor, story: second, notice: 'It was not so.' }));
}

/** Writes behind the log's back, as only somebody with the keys of the server can. */
async function tamper(database: Database, statement: string): Promise<void> {
  await database.pool.query(`begin; set local session_replication_role = replica; ${statement}; commit`);
}

test('an untouched log is in order', async (t) => {
  const room = await newsroom(t);
  await withHistory(room);
  assert.deepEqual(await verifyLog(room.database), { entries: 4, broken: [], erased: [] });
});

const COLUMNS: readonly (readonly [string, string])[] = [
  ['at', "at = at + interval '1 millisecond'"],
  ['kind', "kind = 'kilt'"],
  [
    'story',
    "story = overlay(story::text placing (case right(story::text, 1) when '0' then '1' else '0' end) from 36)::uuid",
  ],
  [
    'revision',
    "revision = overlay(revision::text placing (case right(revision::text, 1) when '0' then '1' else '0' end) from 36)::uuid",
  ],
  ['editions', "editions = '{homf}'"],
  ['payload', `payload = jsonb_set(payload, '{kind}', '"articlf"')`],
  ['payload_hash', "payload_hash = overlay(payload_hash placing 'z' from 5)"],
  ['prev_hash', "prev_hash = overlay(prev_hash placing 'z' from 5)"],
  ['hash', "hash = overlay(hash placing 'z' from 5)"],
  ['actor', "actor = 'test:editos'"],
  ['actor_salt', "actor_salt = overlay(actor_salt placing 'z' from 5)"],
];

test('one byte changed in any column of an entry is found, and the entry named', async (t) => {
  for (const [column, change] of COLUMNS) {
    await t.test(column, async (inner) => {
      const room = await newsroom(inner);
      await withHistory(room);
      await tamper(room.database, `update publication_log set ${change} where seq = 2`);
      const { broken } = await verifyLog(room.database);
      assert.equal(broken[0]?.seq, 2);
    });
  }
});

test('a changed sequence, a removed entry and a cut end are found', async (t) => {
  const changes = [
    'update publication_log set seq = 9 where seq = 2',
    'delete from publication_log where seq = 2',
    'delete from publication_log where seq = 4',
  ];
  for (const change of changes) {
    await t.test(change, async (inner) => {
      const room = await newsroom(inner);
      await withHistory(room);
      await tamper(room.database, change);
      assert.ok((await verifyLog(room.database)).broken.length > 0);
    });
  }
});

test('copy or a public note changed behind the log is found', async (t) => {
  for (const change of [`copy = jsonb_set(copy, '{headline}', '"Other"')`, "note = 'It was Tuesday.'"]) {
    await t.test(change, async (inner) => {
      const room = await newsroom(inner);
      await withHistory(room);
      await tamper(room.database, `update revision set ${change} where kind = 'correct'`);
      assert.deepEqual(
        (await verifyLog(room.database)).broken.map((one) => one.seq),
        [3],
      );
    });
  }
});

test('the notice of a kill changed behind the log is found, and one with blanks around it is no change', async (t) => {
  const room = await newsroom(t);
  await withHistory(room);
  const { desk, editor, file, database } = room;
  const third = await file({ headline: 'Third' });
  did(await publish(desk, { actor: editor, story: third, places: PLACES }));
  did(await kill(desk, { actor: editor, story: third, notice: '  It was late. ' }));
  assert.deepEqual((await verifyLog(database)).broken, []);
  await tamper(database, "update story set notice = 'It was early.' where notice = 'It was late.'");
  assert.deepEqual(
    (await verifyLog(database)).broken.map((one) => one.seq),
    [6],
  );
});

test('the log, revisions and drafts refuse to be changed or taken out', async (t) => {
  const room = await newsroom(t);
  await withHistory(room);
  for (const statement of [
    "update publication_log set kind = 'x'",
    'delete from publication_log',
    "update revision set note = 'x'",
    'delete from revision',
    "update draft_update set actor = 'x'",
    'delete from draft_update',
  ]) {
    await assert.rejects(room.database.pool.query(statement), { code: '23001' }, statement);
  }
});

test('copy erased by law leaves the log in order, and says so', async (t) => {
  const room = await newsroom(t);
  await withHistory(room);
  const { rows } = await room.database.pool.query('select revision from publication_log where seq = 2');
  const erased = await room.database.transaction((tx) =>
    eraseRevision(tx, rows[0].revision, room.clock.now()),
  );
  assert.equal(erased, true);
  assert.deepEqual(await verifyLog(room.database), { entries: 4, broken: [], erased: [2] });
});

test('an act that fails half-way leaves nothing behind, and no hole in the sequence', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, file, database } = room;
  const story = await file();
  const archive = {
    within: (work: Parameters<typeof desk.archive.within>[0]) =>
      desk.archive.within(async (books) => {
        await work(books);
        throw new Error('the plug was pulled');
      }),
  };
  await assert.rejects(
    publish({ ...desk, archive: archive as typeof desk.archive }, { actor: editor, story, places: PLACES }),
    /plug was pulled/,
  );
  const { rows } = await database.pool.query(
    'select (select count(*) from revision)::int as revisions, (select count(*) from address)::int as addresses, (select seq from log_head) as seq',
  );
  assert.deepEqual(rows[0], { revisions: 0, addresses: 0, seq: 0 });
  assert.equal(did(await publish(desk, { actor: editor, story, places: PLACES })).seq, 1);
});

test('publications at once make one sequence without holes, in an order that the chain proves', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, file, database } = room;
  const stories = await Promise.all(Array.from({ length: 24 }, (_, i) => file({ headline: `Story ${i}` })));
  await Promise.all(stories.map((story) => publish(desk, { actor: editor, story, places: PLACES })));
  assert.deepEqual(await verifyLog(database), { entries: 24, broken: [], erased: [] });
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Id } from '@courant/base';
import type { PreparedReading, Unread } from '@courant/desk';
import {
  dismissAlert,
  draftCopy,
  EDITOR_IN_CHIEF,
  fileInbox,
  killForAlert,
  mergeWire,
  offered,
  prepared,
  publish,
  receiveParcel,
  settleConflict,
  takeItem,
  undoMerge,
} from '@courant/desk';
import type { Copy } from '@courant/story';
import { plainText, unsettled } from '@courant/story';
import { readWire } from '@courant/wire';
import type { Newsroom } from '../kits/newsroom.ts';
import { did, newsroom, PLACES, why } from '../kits/newsroom.ts';

const ACTOR = { name: 'channel:test', may: EDITOR_IN_CHIEF };
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function read({ bytes, received }: Unread): Promise<PreparedReading> {
  const reading = await readWire(bytes, { received });
  return reading.ok ? { ok: true, items: reading.items.map((item) => prepared(item, sha256)) } : reading;
}

const FIRST = ['The ferry left at noon with 40 on board.', 'Its engine failed.', 'Nobody was hurt.'];

interface Version {
  readonly status?: string;
  readonly headline?: string;
}

/** A version of the ferry's item, filed as if a channel had brought it. */
async function send(
  { desk, clock }: Newsroom,
  version: number,
  { paragraphs = FIRST, status = 'usable', headline = 'Ferry adrift' }: Version & { paragraphs?: string[] },
) {
  clock.forward(60_000);
  const body_html = paragraphs.map((text) => `<p>${text}</p>`).join('');
  const said = { uri: 'urn:courier:ferry', type: 'text', pubstatus: status, headline, language: 'en' };
  const item = { ...said, version: String(version), body_html };
  const bytes = Buffer.from(JSON.stringify(item));
  await receiveParcel(desk, { actor: ACTOR, channel: 'courier', bytes, headers: {} });
  const { outcomes } = await fileInbox(desk, { read, most: { receipts: 9, bytes: 1_000_000 } });
  const filed = outcomes[0] && (await desk.archive.within(({ wire }) => wire.byId(outcomes[0]?.row as Id)));
  assert.ok(filed);
  return filed;
}

/** A story made of the first version. */
async function taken(room: Newsroom): Promise<Id> {
  const filed = await send(room, 1, { paragraphs: [...FIRST] });
  return did(await takeItem(room.desk, { actor: room.editor, filed, language: 'en' })).story;
}

const lines = ({ body }: Copy) =>
  body.content.map((block) => plainText({ type: 'doc', content: [block] }).trim());

/** Writes other words into one paragraph of a draft. */
async function retype(
  room: Newsroom,
  { story, at, text }: { story: Id; at: number; text: string },
): Promise<void> {
  const { body } = await draftCopy(room.desk, story);
  const content = body.content.map((block, i) =>
    i === at && block.type === 'paragraph' ? { ...block, content: [{ type: 'text' as const, text }] } : block,
  );
  await room.write(story, { body: { type: 'doc', content } });
}

test('a newer version is merged into a story in progress, and taken back in one step', async (t) => {
  const room = await newsroom(t);
  const { desk, editor } = room;
  const story = await taken(room);
  await retype(room, { story, at: 1, text: 'Its engine failed off Skaland.' });
  assert.equal(why(await offered(desk, { story })), 'nothing-newer');
  const before = await draftCopy(desk, story);
  await send(room, 2, {
    paragraphs: [
      'The ferry left at noon with 42 on board.',
      'Its engine failed.',
      'Nobody was hurt.',
      'A tug is on its way.',
    ],
  });

  const offer = did(await offered(desk, { story }));
  assert.deepEqual(
    offer.changes.map(({ kind }) => kind),
    ['taken', 'added'],
  );
  assert.deepEqual(await draftCopy(desk, story), before, 'an offer writes nothing');
  const [alert] = await desk.archive.within(({ wireUses }) => wireUses.openAlerts(story));
  assert.equal(alert?.kind, 'update');

  did(await mergeWire(desk, { actor: editor, story }));
  assert.deepEqual(lines(await draftCopy(desk, story)), [
    'The ferry left at noon with 42 on board.',
    'Its engine failed off Skaland.',
    'Nobody was hurt.',
    'A tug is on its way.',
  ]);
  assert.deepEqual(await desk.archive.within(({ wireUses }) => wireUses.openAlerts(story)), []);
  assert.equal(why(await mergeWire(desk, { actor: editor, story })), 'nothing-newer');

  did(await undoMerge(desk, { actor: editor, story }));
  assert.deepEqual(lines(await draftCopy(desk, story)), lines(before));
  assert.equal((await offered(desk, { story })).ok, true, 'the version is offered again');
  assert.equal(why(await undoMerge(desk, { actor: editor, story })), 'nothing-merged');
});

test('what both changed waits for somebody to say which holds, and is not published before', async (t) => {
  const room = await newsroom(t);
  const { desk, editor } = room;
  const story = await taken(room);
  await retype(room, { story, at: 0, text: 'The ferry left at noon with some 40 people aboard it.' });
  await send(room, 2, {
    paragraphs: ['The ferry sailed at one with 42 crew and guests.', ...FIRST.slice(1)],
  });
  const merged = did(await mergeWire(desk, { actor: editor, story }));
  assert.equal(merged.conflicts.length, 1);
  const order = { actor: editor, story, places: PLACES };
  assert.equal(why(await publish(desk, order)), 'unsettled');
  const [conflict] = unsettled(await draftCopy(desk, story));
  const settle = { actor: editor, story, conflict: conflict?.id ?? '', choice: 'theirs' as const };
  did(await settleConflict(desk, settle));
  assert.equal(why(await settleConflict(desk, settle)), 'unknown-conflict');
  assert.equal(lines(await draftCopy(desk, story))[0], 'The ferry sailed at one with 42 crew and guests.');
  did(await publish(desk, order));
});

test('a kill of the wire stops a story that is not public until somebody says that it stands', async (t) => {
  const room = await newsroom(t);
  const { desk, editor } = room;
  const story = await taken(room);
  await send(room, 2, { status: 'canceled' });
  const order = { actor: editor, story, places: PLACES };
  assert.equal(why(await publish(desk, order)), 'wire-killed');
  assert.equal(why(await offered(desk, { story })), 'wire-killed');
  const [alert] = await desk.archive.within(({ wireUses }) => wireUses.openAlerts(story));
  assert.equal(alert?.kind, 'kill');
  const about = { actor: editor, alert: alert?.id as Id };
  assert.equal(why(await killForAlert(desk, about)), 'never-published');
  did(await dismissAlert(desk, about));
  assert.equal(why(await dismissAlert(desk, about)), 'alert-settled');
  did(await publish(desk, order));
});

test('a kill of the wire is carried out on a public story by one order', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, database } = room;
  const story = await taken(room);
  did(await publish(desk, { actor: editor, story, places: PLACES }));
  await send(room, 2, { status: 'canceled' });
  const [alert] = await desk.archive.within(({ wireUses }) => wireUses.openAlerts(story));
  did(await killForAlert(desk, { actor: editor, alert: alert?.id as Id }));
  const { rows } = await database.pool.query('select state, notice from story where id = $1', [story]);
  assert.deepEqual(rows, [
    { state: 'killed', notice: 'courier has withdrawn the report that this story was made of.' },
  ]);
  assert.deepEqual(await desk.archive.within(({ wireUses }) => wireUses.openAlerts(story)), []);
});

test('an older version that comes late is no news to a story', async (t) => {
  const room = await newsroom(t);
  const filed = await send(room, 3, {});
  const { story } = did(await takeItem(room.desk, { actor: room.editor, filed, language: 'en' }));
  await send(room, 2, { headline: 'Ferry late' });
  assert.deepEqual(await room.desk.archive.within(({ wireUses }) => wireUses.openAlerts(story)), []);
  assert.equal(why(await offered(room.desk, { story })), 'nothing-newer');
});

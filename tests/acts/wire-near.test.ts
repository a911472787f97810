import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Id } from '@courant/base';
import type { Judgement, PreparedReading, Unread } from '@courant/desk';
import {
  EDITOR_IN_CHIEF,
  fileInbox,
  forgetPrints,
  judge,
  prepared,
  publish,
  readRules,
  receiveParcel,
  takeItem,
} from '@courant/desk';
import type { WireQuestion } from '@courant/store';
import { wireGroup, wireList, wireSince, wireVersions } from '@courant/store';
import { readWire } from '@courant/wire';
import type { Newsroom } from '../kits/newsroom.ts';
import { did, newsroom, PLACES } from '../kits/newsroom.ts';

const ACTOR = { name: 'channel:test', may: EDITOR_IN_CHIEF };
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function read({ bytes, received }: Unread): Promise<PreparedReading> {
  const reading = await readWire(bytes, { received });
  return reading.ok ? { ok: true, items: reading.items.map((item) => prepared(item, sha256)) } : reading;
}

const FERRY = [
  'The ferry left Skaland at noon with 40 people on board and lost its engine an hour later, the harbour office said.',
  'A tug reached it before dark and brought it back to the quay, where an ambulance took two passengers to hospital.',
  'The line had been told in spring to replace the engine, which is as old as the ship, and had asked for more time.',
];
const LAMP = [
  'The lamp of the old lighthouse goes dark next month after a hundred and twelve years, the coast office has decided.',
  'Ships have found their way without it for a long time, and nobody has lived in the tower since the last keeper left.',
];

interface Said {
  readonly id?: string;
  readonly version?: number;
  readonly status?: string;
  readonly text?: readonly string[];
  readonly headline?: string;
}

/** What an agency sends, by a channel of its name. */
async function send(
  { desk, clock }: Newsroom,
  agency: string,
  {
    id = 'ferry',
    version = 1,
    status = 'usable',
    text = FERRY,
    headline = 'Ferry adrift',
    ...rest
  }: Said & {
    readonly judge?: (item: Parameters<typeof judge>[1]['item'], of: object) => Judgement;
  },
) {
  clock.forward(60_000);
  const body_html = text.map((line) => `<p>${line}</p>`).join('');
  const said = { uri: `urn:${agency}:${id}`, type: 'text', pubstatus: status, headline, language: 'en' };
  const bytes = Buffer.from(JSON.stringify({ ...said, version: String(version), body_html }));
  await receiveParcel(desk, { actor: ACTOR, channel: agency, bytes, headers: {} });
  const most = { receipts: 9, bytes: 1_000_000 };
  const { outcomes } = await fileInbox(desk, { read, most, ...rest });
  const [outcome] = outcomes;
  return outcome ?? assert.fail('it was not filed');
}

async function rows({ database }: Newsroom, asked: Partial<WireQuestion> = {}) {
  const question = { languages: ['en'], most: 20, isGrouped: true, ...asked };
  const found = await database.transaction((tx) => wireList(tx, question));
  return found.map(({ supplier, alike, alikeBy }) => [supplier, alike, alikeBy] as const);
}

test('what two agencies tell alike is one row, which says who else has it', async (t) => {
  const room = await newsroom(t);
  await send(room, 'courier', {});
  await send(room, 'northern', { text: [`SKALAND (Northern) - ${FERRY[0]}`, FERRY[1] ?? ''] });
  await send(room, 'courier', { id: 'lamp', text: LAMP, headline: 'Lamp goes dark' });
  assert.deepEqual(await rows(room), [
    ['courier', 1, []],
    ['northern', 2, ['courier']],
  ]);
  assert.equal((await rows(room, { isGrouped: false })).length, 3);
  assert.deepEqual(await rows(room, { supplier: 'courier' }), [
    ['courier', 1, []],
    ['courier', 2, ['northern']],
  ]);
  // Of the group the newest that has the word.
  assert.deepEqual(await rows(room, { words: 'spring' }), [['courier', 2, ['northern']]]);
  assert.deepEqual(await rows(room, { words: 'ferry' }), [['northern', 2, ['courier']]]);
});

test('a new version may leave its group, come back to it, and a kill stands alone', async (t) => {
  const room = await newsroom(t);
  const { chain } = await send(room, 'courier', {});
  await send(room, 'northern', {});
  await send(room, 'harbour', { text: [...FERRY, 'The next ferry sails tomorrow.'] });
  assert.deepEqual(await rows(room), [['harbour', 3, ['courier', 'northern']]]);
  await send(room, 'courier', { version: 2, text: LAMP });
  assert.deepEqual(await rows(room), [
    ['courier', 1, []],
    ['harbour', 2, ['northern']],
  ]);
  await send(room, 'courier', { version: 3 });
  assert.deepEqual(await rows(room), [['courier', 3, ['harbour', 'northern']]]);
  await send(room, 'courier', { version: 4, status: 'canceled' });
  assert.deepEqual(await rows(room), [
    ['courier', 1, []],
    ['harbour', 2, ['northern']],
  ]);
  assert.equal((await room.database.transaction((tx) => wireGroup(tx, chain))).length, 1);
});

test('whoever follows the list is told of all whose group is another', async (t) => {
  const room = await newsroom(t);
  await send(room, 'courier', {});
  const [first] = await room.database.transaction((tx) => wireSince(tx, 0, 10));
  await send(room, 'northern', {});
  const told = await room.database.transaction((tx) => wireSince(tx, first?.filed ?? 0, 10));
  assert.deepEqual(told.map(({ supplier, leads, alike }) => [supplier, leads, alike]).toSorted(), [
    ['courier', false, 2],
    ['northern', true, 2],
  ]);
  assert.equal(new Set(told.map(({ group }) => group)).size, 1);
});

test('a story made of one of a group is seen on the row of the group', async (t) => {
  const room = await newsroom(t);
  const { row } = await send(room, 'courier', {});
  const filed = await room.desk.archive.within(({ wire }) => wire.byId(row));
  assert.ok(filed);
  const { story } = did(await takeItem(room.desk, { actor: room.editor, filed, language: 'en' }));
  await send(room, 'northern', {});
  const question = { languages: ['en'], most: 20, isGrouped: true };
  const usedBy = async (isGrouped: boolean) =>
    (await room.database.transaction((tx) => wireList(tx, { ...question, isGrouped }))).map(
      (one) => one.usedBy,
    );
  assert.deepEqual(await usedBy(true), [[story]]);
  assert.deepEqual(await usedBy(false), [[], [story]], 'one by one each says its own');
});

test('a rule is told that the same came before and was published, and the trail says so', async (t) => {
  const room = await newsroom(t);
  const read = readRules([
    { name: 'Had it', when: { field: 'nearStory', is: 'live' }, route: { tag: 'had' } },
    { name: 'Twice', when: { field: 'near', is: 'courier' }, hold: true },
  ]);
  assert.ok(read.ok);
  const orders = { rules: read.rules, presets: [] };
  const judged = (item: Parameters<typeof judge>[1]['item'], of: object) =>
    judge(orders, { supplier: '', ...of, item }, room.clock.now());
  const trail = async (chain: Id) => {
    const versions = await room.database.transaction((tx) => wireVersions(tx, chain));
    return versions.at(-1)?.trail.map(({ rule, did }) => `${rule}: ${did}`);
  };
  const first = await send(room, 'courier', { judge: judged });
  const again = await send(room, 'courier', { version: 2, text: [...FERRY, 'More soon.'], judge: judged });
  assert.deepEqual(await trail(again.chain), [], 'its own versions are no others');
  const filed = await room.desk.archive.within(({ wire }) => wire.byId(first.row));
  assert.ok(filed);
  const { story } = did(await takeItem(room.desk, { actor: room.editor, filed, language: 'en' }));
  did(await publish(room.desk, { actor: room.editor, story, places: PLACES }));
  const other = await send(room, 'northern', { judge: judged });
  assert.deepEqual(await trail(other.chain), [
    'Had it: saw the same before from courier, and a story made of it: live',
    'Had it: routed to tag had',
    'Twice: saw the same before from courier, and a story made of it: live',
    'Twice: held for a person',
  ]);
});

test('prints are forgotten after some days, and groups stay', async (t) => {
  const room = await newsroom(t);
  const kept = async (table: string) =>
    (await room.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;
  await send(room, 'courier', {});
  await send(room, 'northern', {});
  assert.equal(await kept('wire_near'), 2);
  room.clock.forward(5 * 24 * 60 * 60 * 1_000);
  assert.equal(await forgetPrints(room.desk), false);
  assert.deepEqual([await kept('wire_near'), await kept('wire_mark')], [0, 0]);
  await send(room, 'harbour', {});
  assert.deepEqual(await rows(room), [
    ['harbour', 1, []],
    ['northern', 2, ['courier']],
  ]);
});

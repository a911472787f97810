import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Fault } from '@courant/base';
import type { Desk, PreparedReading, Unread } from '@courant/desk';
import { EDITOR_IN_CHIEF, fileInbox, InboxRounds, prepared, receiveParcel } from '@courant/desk';
import { readWire } from '@courant/wire';
import type { Newsroom } from '../kits/newsroom.ts';
import { newsroom } from '../kits/newsroom.ts';

const ACTOR = { name: 'channel:test', may: EDITOR_IN_CHIEF };
const MOST = { receipts: 64, bytes: 8_000_000 };
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function read({ bytes, received }: Unread): Promise<PreparedReading> {
  const reading = await readWire(bytes, { received });
  return reading.ok ? { ok: true, items: reading.items.map((item) => prepared(item, sha256)) } : reading;
}

interface Said {
  readonly id?: string;
  readonly version?: string;
  readonly headline?: string;
  readonly status?: string;
  readonly text?: string;
}

/** A ninjs item of an invented agency. */
function ninjs({
  id = 'ferry',
  version = '1',
  headline = 'Ferry sails',
  status = 'usable',
  text = 'It sails.',
}: Said) {
  return JSON.stringify({
    ...{ uri: `urn:courier:${id}`, type: 'text', version, pubstatus: status, headline },
    body_html: `<p>${text}</p>`,
  });
}

function bring(desk: Desk, text: string, channel = 'courier') {
  return receiveParcel(desk, { actor: ACTOR, channel, bytes: Buffer.from(text), headers: {} });
}

async function filed({ desk }: Newsroom, ...texts: readonly string[]) {
  for (const text of texts) await bring(desk, text);
  const { outcomes } = await fileInbox(desk, { read, most: MOST });
  return outcomes.map(({ outcome }) => outcome);
}

async function chains({ database }: Newsroom) {
  const { rows } = await database.pool.query(
    `select c.state, c.held, c.versions, c.summary->>'headline' as headline, i.version
     from wire_chain c join wire_item i on i.id = c.latest order by c.summary->>'headline'`,
  );
  return rows;
}

test('what arrives is filed once, however often it comes and by whatever channel', async (t) => {
  const room = await newsroom(t);
  assert.deepEqual(await filed(room, ninjs({})), ['accepted']);
  assert.deepEqual(await filed(room, ninjs({})), []);
  await bring(room.desk, ninjs({}), 'other');
  const round = await fileInbox(room.desk, { read, most: MOST });
  // Another channel is another supplier where the copy names none.
  assert.deepEqual(
    round.outcomes.map(({ outcome }) => outcome),
    ['accepted'],
  );
  assert.deepEqual(await filed(room, ` ${ninjs({})}`), ['duplicate']);
});

test('a late lower version is kept and not shown; a kill wins over it', async (t) => {
  const room = await newsroom(t);
  const kill = ninjs({ version: '3', status: 'canceled', headline: 'Ferry sank' });
  const outcomes = await filed(
    room,
    ninjs({ version: '1' }),
    kill,
    ninjs({ version: '2', headline: 'Ferry late' }),
  );
  assert.deepEqual(outcomes, ['accepted', 'updated', 'superseded']);
  assert.deepEqual(await chains(room), [
    { state: 'killed', held: null, versions: 3, headline: 'Ferry sank', version: '3' },
  ]);
  await filed(room, ninjs({ version: '4', headline: 'Ferry safe after all' }));
  assert.deepEqual(await chains(room), [
    { state: 'usable', held: 'after-kill', versions: 4, headline: 'Ferry safe after all', version: '4' },
  ]);
});

test('a payload that cannot be read is set apart with the reason, and the rest goes on', async (t) => {
  const room = await newsroom(t);
  assert.deepEqual(await filed(room, '<nitf><body>', ninjs({}), '%PDF-1.7'), ['accepted']);
  const { rows } = await room.database.pool.query(
    'select state, why, items, attempts from receipt order by received, id',
  );
  assert.deepEqual(rows, [
    { state: 'quarantined', why: 'broken', items: null, attempts: 1 },
    { state: 'read', why: null, items: 1, attempts: 1 },
    { state: 'quarantined', why: 'unknown', items: null, attempts: 1 },
  ]);
});

test('text that a database has no place for is filed with a sign in its stead', async (t) => {
  const room = await newsroom(t);
  const text = ninjs({ headline: 'Ferry', text: 'a\u0000b \ud800 c' });
  assert.deepEqual(await filed(room, text), ['accepted']);
});

test('a receipt that ended the program ten times is not begun again, and held nothing up', async (t) => {
  const room = await newsroom(t);
  await bring(room.desk, ninjs({}));
  const take = () => room.desk.archive.within((books) => books.inbox.take({ ...MOST, except: [] }));
  for (let n = 0; n < 4; n++) await take();
  await bring(room.desk, ninjs({ id: 'later' }));
  await bring(room.desk, ninjs({ id: 'latest' }));
  assert.equal((await take()).length, 2, 'the others come first, without it');
  const { rows } = await room.database.pool.query('update receipt set attempts = 10 returning state');
  assert.equal(rows.length, 3);
  const round = await fileInbox(room.desk, { read: () => assert.fail('it is begun'), most: MOST });
  assert.equal(round.quarantined, 3);
});

test('after the database was away for a moment the inbox is read on, and nothing of it is lost', async (t) => {
  const room = await newsroom(t);
  for (const id of ['one', 'two', 'three', 'four']) await bring(room.desk, ninjs({ id }));
  let isAway = false;
  const desk: Desk = {
    ...room.desk,
    archive: {
      within: async (work) => {
        if (isAway) throw new Fault('database-away', 'The database does not answer.');
        return room.desk.archive.within(work);
      },
    },
  };
  let reads = 0;
  const rounds = new InboxRounds(desk, {
    read: (unread) => {
      // It goes while the first are read: filing them fails, and so does the reading ahead.
      reads += 1;
      isAway = reads === 2;
      return read(unread);
    },
    most: { receipts: 2, bytes: 1_000_000 },
  });
  await assert.rejects(rounds.round(), /does not answer/);
  isAway = false;
  await assert.rejects(rounds.round(), /does not answer/, 'what was read ahead failed too');
  const filedThen = [await rounds.round(), await rounds.round()];
  assert.deepEqual(
    filedThen.map(({ outcomes }) => outcomes.length),
    [2, 2],
  );
});

test('many versions in one batch make one chain, in any order', async (t) => {
  const room = await newsroom(t);
  const texts = ['4', '1', '3', '2'].map((version) => ninjs({ version, headline: `Take ${version}` }));
  await filed(room, ...texts, ninjs({ id: 'other', headline: 'Another' }));
  assert.deepEqual(await chains(room), [
    { state: 'usable', held: null, versions: 1, headline: 'Another', version: '1' },
    { state: 'usable', held: null, versions: 4, headline: 'Take 4', version: '4' },
  ]);
});

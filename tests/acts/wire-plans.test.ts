import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '@courant/base';
import { instant, isFault } from '@courant/base';
import type { WireQuestion } from '@courant/store';
import {
  lastFiling,
  presetCounts,
  SEARCH_TOO_BROAD,
  wireGroup,
  wireList,
  wireRow,
  wireSince,
  wireVersions,
} from '@courant/store';
import type { Newsroom } from '../kits/newsroom.ts';
import { newsroom } from '../kits/newsroom.ts';
import { assertBounded, statementsOf } from '../kits/plans.ts';

const ITEMS = 20_000;
const LARGE = [
  'wire_chain',
  'wire_item',
  'wire_name',
  'wire_payload',
  'wire_preset_chain',
  'receipt',
  'wire_gone',
];
const PRESET = '01a20000-0000-7000-8000-00000000000a' as Id;

/** Copy enough that reading all of it is worth avoiding. */
async function filled({ database }: Newsroom): Promise<void> {
  const at = `timestamptz '2026-03-14' - make_interval(mins => n * 20)`;
  const id = (kind: number) => `('01a2000${kind}-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`;
  await database.pool.query(`
    insert into wire_payload (hash, bytes, received) select encode(sha256(n::text::bytea), 'hex'), '', ${at}
      from generate_series(1, ${ITEMS}) n;
    insert into receipt (id, channel, supplier, payload, received, last, state)
      select ${id(1)}, 'courier', 'Courier', encode(sha256(n::text::bytea), 'hex'), ${at}, ${at}, 'read'
      from generate_series(1, ${ITEMS}) n;
    insert into wire_chain (id, supplier, latest, state, kind, language, urgency, versions, newest, filed, grouped, leads,
      summary, desks, words)
    select ${id(2)}, 'Agency ' || n % 20, ${id(3)}, 'usable', 'text', 'en', 3 + n % 6, 1, ${at}, n, ${id(2)}, true,
      '{"headline": "Harbour news"}', array['desk-' || n % 8], to_tsvector('english', 'harbour news of the tide w' || n % 5000)
      from generate_series(1, ${ITEMS}) n;
    insert into wire_item (id, supplier, item_id, version, content_hash, payload, format, item, received, chain)
    select ${id(3)}, 'Agency ' || n % 20, 'urn:' || n, '1', n::text, encode(sha256(n::text::bytea), 'hex'), 'ninjs-1', '{}',
      ${at}, ${id(2)} from generate_series(1, ${ITEMS}) n;
    insert into wire_name (supplier, item_id, chain) select 'Agency ' || n % 20, 'urn:' || n, ${id(2)}
      from generate_series(1, ${ITEMS}) n;
    insert into wire_gone (id, chain, supplier, item_id, version, content_hash, payload, part, received, seen)
    select ${id(4)}, ${id(5)}, 'Agency', 'urn:gone:' || n, '1', n::text, n::text, 0, ${at}, ${at}
      from generate_series(1, ${ITEMS}) n;
    insert into wire_preset (id, key, name, filter, position) values ('${PRESET}', 'first', 'First', '{}', 1);
    insert into wire_preset_chain (preset, newest, chain) select '${PRESET}', newest, id from wire_chain where filed % 5 = 0;`);
  await database.pool.query('analyze');
}

const WHOLE: WireQuestion = { languages: ['en'], isGrouped: true, most: 51 };
const AFTER = { newest: instant(new Date('2025-09-01T00:00:00Z')), id: PRESET };
const QUESTIONS: Readonly<Record<string, Partial<WireQuestion>>> = {
  'the first page': {},
  'the first page of items': { isGrouped: false },
  'a word in items': { words: 'w17', isGrouped: false },
  'a page deep down': { after: AFTER },
  'a preset': { preset: PRESET },
  'a preset deep down': { preset: PRESET, after: AFTER },
  'a supplier': { supplier: 'Agency 3' },
  'a supplier and a desk': { supplier: 'Agency 3', desk: 'desk-3' },
  'a supplier and a desk that never meet': { supplier: 'Agency 3', desk: 'desk-0' },
  'a desk of which there is nothing': { desk: 'none' },
  'a common word': { words: 'harbour' },
  'a rare word': { words: 'w17' },
  'a word that stands nowhere': { words: 'nowhere' },
  'a word deep down': { words: 'w17', after: AFTER },
  'a phrase that stands nowhere': { words: '"w17 tide"' },
  'a kind of which there is nothing': { kind: 'video' },
  'what is withdrawn': { state: 'killed' },
  'what is most urgent': { urgency: 1 },
};

test('however much copy there is, the live list and filing read no more of it than they show or touch', async (t) => {
  const room = await newsroom(t);
  const { database, desk } = room;
  await filled(room);
  const chain = '01a20002-0000-7000-8000-000000000007' as Id;
  const key = { supplier: 'Agency 7', itemId: 'urn:7' };
  const part = { supplier: 'Courier', before: AFTER.newest, most: 200 };
  const asked = (work: Parameters<typeof database.transaction>[0]) => () => database.transaction(work);
  const kept = (work: Parameters<typeof desk.archive.within>[0]) => () => desk.archive.within(work);
  const work: Readonly<Record<string, () => Promise<unknown>>> = {
    ...Object.fromEntries(
      Object.entries(QUESTIONS).map(([name, question]) => [
        name,
        asked((tx) => wireList(tx, { ...WHOLE, ...question })),
      ]),
    ),
    'what came since': asked((tx) => wireSince(tx, ITEMS - 5, 500)),
    'the last filing': asked(lastFiling),
    'an item': asked(async (tx) => [
      await wireRow(tx, chain),
      await wireVersions(tx, chain),
      await wireGroup(tx, chain),
    ]),
    'how much came today': asked((tx) => presetCounts(tx, instant(new Date('2026-03-13T00:00:00Z')))),
    'what is on file': kept(({ wire }) => wire.chainsOf([key])),
    'what is gone': kept(({ retention }) => retention.marksOf([key])),
    'the inbox': kept(({ inbox }) => inbox.take({ receipts: 64, bytes: 1_000_000, except: [] })),
    'what is to be done': kept(({ orders }) => orders.takeTodo()),
    'who sends': kept(({ suppliers }) => suppliers.all()),
    'old receipts': kept(({ retention }) => retention.clearReceipts(part)),
    'old items': kept(({ retention }) =>
      retention.clearChains({ ...part, supplier: 'Agency 9' }, AFTER.newest),
    ),
    'old marks': kept(({ retention }) => retention.forget(AFTER.newest, 200)),
  };
  for (const [name, does] of Object.entries(work)) {
    await t.test(name, async () => {
      for (const statement of await statementsOf(database, does))
        await assertBounded(database, statement, LARGE);
    });
  }
  await t.test(
    'what stands in nearly everything is refused rather than looked for without an end',
    async () => {
      const question = { ...WHOLE, words: '"tide harbour"', patience: 1 };
      const asking = database.transaction((tx) => wireList(tx, question));
      await assert.rejects(asking, (thrown) => isFault(thrown, SEARCH_TOO_BROAD));
    },
  );
});

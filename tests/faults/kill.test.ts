import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Database } from '@courant/store';
import type { Paper } from '../kits/paper.ts';
import { databaseUrl, startedPaper } from '../kits/paper.ts';
import { sized } from '../kits/soak.ts';
import type { Victim } from '../kits/storm.ts';
import { Storm } from '../kits/storm.ts';

const STRIKES = sized(9, 50);
const PUBLISHES = sized(90, 500);
const VICTIMS: readonly Victim[] = ['paper', 'postgres', 'both'];

test('killed at random moments, the paper has every publication that it answered, and none by half', {
  timeout: sized(240_000, 900_000),
}, async (t) => {
  const seed = Number(process.env.COURANT_STORM ?? Date.now() % 1_000_000);
  t.diagnostic(`the storm’s seed is ${seed}; COURANT_STORM=${seed} gives the same moments again`);
  const paper = await startedPaper(t);
  const began = performance.now();
  const storm = new Storm(paper, chanceOf(seed));
  try {
    for (let n = 0; n < STRIKES && storm.wrongs.length === 0; n++) {
      await storm.strike(VICTIMS[n % VICTIMS.length] ?? 'both');
    }
    // More than were under way at the last strike: the paper came back from it.
    await storm.untilPublished(Math.max(PUBLISHES, storm.published.size + 10));
  } finally {
    await storm.end();
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  t.diagnostic(`${STRIKES} strikes and ${storm.published.size} publications in ${seconds} s`);

  assert.deepEqual(storm.wrongs, []);
  assert.ok(paper.isRunning, `the paper ended after the storm: ${paper.said.slice(-2_000)}`);
  const left = [...storm.published];
  const read = async () => {
    for (let next = left.pop(); next; next = left.pop()) await isLive(paper, ...next);
  };
  await Promise.all(Array.from({ length: 8 }, read));
  await isWhole(paper, storm.published);
  const verified = await paper.courant('log', 'verify');
  assert.deepEqual([verified.exit, verified.stderr], [0, '']);
  assert.equal(await paper.stop(), 0);
  assert.equal(await paper.postgresPid(), undefined);
});

async function isLive(paper: Paper, story: string, words: string): Promise<void> {
  const told = await paper.get(`/api/v1/stories/${story}`);
  assert.equal(told.status, 200, `${words}: ${told.text}`);
  const { url, bodyText } = JSON.parse(told.text) as { readonly url: string; readonly bodyText: string };
  assert.equal(bodyText.trim(), `${words}.`);
  const page = await paper.get(new URL(url).pathname);
  assert.equal(page.status, 200, words);
  assert.ok(page.text.includes(`${words}.`), `the page of “${words}” has its text`);
}

/** What half a publication would leave behind, by the sentence that says so. */
const HALVES = {
  'a live story has no entry for its revision': `select s.id from story s where s.state = 'live' and not exists
    (select from publication_log l where l.story = s.id and l.revision = s.live_revision)`,
  'an entry names a revision that is not there': `select l.seq from publication_log l where l.kind = 'publish'
    and not exists (select from revision r where r.id = l.revision and r.story = l.story and r.copy is not null)`,
  'a story has an entry and is not live': `select l.story from publication_log l join story s on s.id = l.story
    where s.state <> 'live'`,
  'a revision has no entry': `select r.id from revision r where not exists
    (select from publication_log l where l.revision = r.id)`,
  'a live story has no address or stands nowhere': `select s.id from story s where s.state = 'live' and not
    (exists (select from address a where a.story = s.id and a.canonical)
     and exists (select from placement p where p.story = s.id and p.live))`,
  'a draft that is not live has an address or stands somewhere': `select s.id from story s where s.state = 'draft'
    and (exists (select from address a where a.story = s.id) or exists (select from placement p where p.story = s.id))`,
  'a story has no draft': `select s.id from story s where not exists
    (select from draft_update d where d.story = s.id)`,
  'a story was published twice': `select story from publication_log where kind = 'publish' group by story
    having count(*) > 1`,
  'the log has a hole': `select count(*) from publication_log having max(seq) <> count(*) or min(seq) <> 1`,
} as const;

async function isWhole(paper: Paper, published: ReadonlyMap<string, string>): Promise<void> {
  const database = new Database(await databaseUrl(paper.place.varDir));
  try {
    for (const [say, query] of Object.entries(HALVES)) {
      const { rows } = await database.pool.query(query);
      assert.deepEqual(rows, [], say);
    }
    const { rows } = await database.pool.query<{ story: string }>(
      `select story from publication_log where kind = 'publish'`,
    );
    const entered = new Set(rows.map((row) => row.story));
    for (const [story, words] of published) assert.ok(entered.has(story), `“${words}” has an entry`);
  } finally {
    await database.close();
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32, by T. Ettinger). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { servedPaper } from '../kits/served.ts';

const PAGE = fileURLToPath(new URL('../../../shared/data/newspaper-page.txt', import.meta.url));
const SKIP = existsSync(PAGE) ? false : 'no ../shared/data beside the project';
const FURNITURE = [
  'Myspace',
  'Yahoo',
  'Blowing in the wind',
  'otherlands',
  'Changchun',
  'Chernobyl',
  'Peking Opera',
];

test('the article page of 2011 is a page of this paper, without its furniture', { skip: SKIP }, async (t) => {
  const paper = await servedPaper(t);
  const words = [
    'import',
    PAGE,
    '--publish',
    '--edition',
    'european',
    '--section',
    'world/politics',
    '--json',
  ];
  const first = await paper.courant(...words);
  assert.equal(first.exit, 0, first.stderr);
  const imported = JSON.parse(first.stdout);
  assert.equal(imported.outcome, 'accepted');
  const page = await paper.get(new URL(imported.url).pathname);
  assert.equal(page.status, 200);
  assert.match(page.text, /<h1[^>]*>UN chief courts support from Russia<\/h1>/);
  assert.match(page.text, /Updated[\s\S]{0,120}23 April 2011,? (at )?17:57/);
  assert.match(page.text, /Agencies/);
  assert.match(page.text, /GORKI/);
  const paragraphs = [...page.text.matchAll(/<p(?: id="[^"]+")?>([\s\S]*?)<\/p>/g)].map(
    (found) => found[1] ?? '',
  );
  assert.equal(
    paragraphs.filter((text) => /Ban|Russia|Libya|secretary-general|mandates/.test(text)).length,
    11,
  );
  for (const words of FURNITURE) assert.equal(page.text.includes(words), false, words);
  // The other parts of that page, from this paper's own content.
  for (const part of ['E-paper', 'Photo features', 'European Edition', 'Specials', 'Hot topics']) {
    assert.ok(page.text.includes(part), part);
  }
  assert.ok((await paper.get('/european/world/politics')).text.includes('UN chief courts support'));
  assert.equal((await paper.get('/world/politics')).text.includes('UN chief courts support'), false);

  const again = JSON.parse((await paper.courant(...words)).stdout);
  assert.equal(again.outcome, 'duplicate');
  assert.equal(again.story, imported.story);
});

test('a file that cannot be read is rejected in a line, and nothing of it is kept', async (t) => {
  const paper = await servedPaper(t);
  const folder = await mkdtemp(join(tmpdir(), 'courant-import-'));
  t.after(() => rm(folder, { recursive: true }));
  const bad: readonly (readonly [string, string | Buffer])[] = [
    ['a-picture.xml', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    [
      'b-entities.xml',
      '<!DOCTYPE nitf [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><nitf><body>&b;</body></nitf>',
    ],
    ['c-broken.xml', '<nitf><body><body.content><p>one</body.content>'],
    ['d-deep.xml', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`],
    ['e-empty.txt', ''],
    ['f-hops.xml', '<hopItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"/>'],
  ];
  for (const [name, content] of bad) await writeFile(join(folder, name), content);
  const ended = await paper.courant('import', folder, '/no/such/file', '--json');
  assert.equal(ended.exit, 1);
  const lines = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map((line) => line.outcome),
    Array(bad.length + 1).fill('rejected'),
  );
  assert.match(lines[5].why, /^unsupported: hopItem/);
  assert.equal(lines.at(-1).why, 'there is no such file');
  const counts =
    'select (select count(*)::int from wire_item) as items, (select count(*)::int from wire_payload) as payloads';
  assert.deepEqual((await paper.database.pool.query(counts)).rows, [{ items: 0, payloads: 0 }]);
});

const PLACE = ['--edition', 'international', '--section', 'business'];

test('events and plans are filed, and nothing of them is published', async (t) => {
  const paper = await servedPaper(t);
  const folder = await mkdtemp(join(tmpdir(), 'courant-import-'));
  t.after(() => rm(folder, { recursive: true }));
  const plans = [
    {
      uri: 'urn:test:event',
      type: 'event',
      title: 'Regatta',
      eventDetails: { dates: { startDate: '2026-04-01' } },
    },
    { uri: 'urn:test:plan', type: 'planning', title: 'What comes from it', plannedCoverage: [] },
  ];
  await writeFile(join(folder, 'plans.json'), JSON.stringify(plans));
  const ended = await paper.courant('import', folder, '--publish', ...PLACE, '--json');
  const lines = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ outcome, story }) => [outcome, story]),
    [
      ['accepted', undefined],
      ['accepted', undefined],
    ],
  );
  for (const { why } of lines) assert.match(why, /not to readers/);
  const kinds = "select item->>'kind' as kind from wire_item order by 1";
  const { rows } = await paper.database.pool.query(kinds);
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['event', 'planning'],
  );
});

const ITEM = {
  uri: 'urn:test:1',
  version: '1',
  headline: 'Ice leaves the harbour',
  body_html: '<p>ORSUND (Test) - The ice left on Monday.</p><p>It was in no hurry.</p>',
  pubstatus: 'usable',
  language: 'en',
};

test('versions of an item update its story, an older one is kept and not used, and a kill wins', async (t) => {
  const paper = await servedPaper(t);
  const folder = await mkdtemp(join(tmpdir(), 'courant-import-'));
  t.after(() => rm(folder, { recursive: true }));
  const send = async (item: object) => {
    const file = join(folder, 'item.json');
    await writeFile(file, JSON.stringify(item));
    const place = ['--publish', '--edition', 'international', '--section', 'world/europe', '--json'];
    const ended = await paper.courant('import', file, ...place);
    assert.equal(ended.exit, 0, ended.stderr);
    return JSON.parse(ended.stdout);
  };
  const first = await send(ITEM);
  assert.equal(first.outcome, 'accepted');
  const path = new URL(first.url).pathname;
  assert.equal((await send(ITEM)).outcome, 'duplicate');
  const third = await send({ ...ITEM, version: '3', headline: 'Ice leaves the harbour late' });
  assert.deepEqual([third.outcome, third.story], ['updated', first.story]);
  assert.match((await paper.get(path)).text, /Ice leaves the harbour late/);
  const second = await send({ ...ITEM, version: '2', headline: 'Ice stays' });
  assert.equal(second.outcome, 'superseded');
  assert.match((await paper.get(path)).text, /Ice leaves the harbour late/);
  assert.equal((await send({ ...ITEM, version: '4', pubstatus: 'canceled' })).outcome, 'updated');
  assert.equal((await paper.get(path)).status, 410);
  const late = await send({ ...ITEM, version: '3', headline: 'Ice comes back' });
  assert.equal(late.outcome, 'superseded');
  assert.equal((await paper.get(path)).status, 410);
});

test('embargoed copy is filed and not published', async (t) => {
  const paper = await servedPaper(t);
  const folder = await mkdtemp(join(tmpdir(), 'courant-import-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'item.json');
  await writeFile(file, JSON.stringify({ ...ITEM, embargoed: '2999-01-01T00:00:00Z' }));
  const words = ['import', file, '--publish', '--edition', 'international', '--section', 'world', '--json'];
  const imported = JSON.parse((await paper.courant(...words)).stdout);
  assert.equal(imported.outcome, 'accepted');
  assert.match(imported.why, /embargoed until 2999-01-01/);
  assert.equal((await paper.get('/world')).text.includes('Ice leaves'), false);
});

test('copy of a status nobody knows is filed and not published', async (t) => {
  const paper = await servedPaper(t);
  const folder = await mkdtemp(join(tmpdir(), 'courant-import-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'item.json');
  await writeFile(file, JSON.stringify({ ...ITEM, pubstatus: 'Withdrawn' }));
  const words = ['import', file, '--publish', '--edition', 'international', '--section', 'world', '--json'];
  const imported = JSON.parse((await paper.courant(...words)).stdout);
  assert.equal(imported.outcome, 'accepted');
  assert.match(imported.why, /status is none we know/);
  assert.equal((await paper.get('/world')).text.includes('Ice leaves'), false);
});

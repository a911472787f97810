import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
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
  const body = /class="body[\s\S]*$/.exec(page.text)?.[0] ?? '';
  const paragraphs = [...body.matchAll(/<p>([\s\S]*?)<\/p>/g)].map((found) => found[1] ?? '');
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
  const ended = await paper.courant('import', fileURLToPath(import.meta.url), '/no/such/file', '--json');
  assert.equal(ended.exit, 1);
  const lines = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map((line) => line.outcome),
    ['rejected', 'rejected'],
  );
  assert.equal(lines[1].why, 'there is no such file');
  const counts =
    'select (select count(*)::int from wire_item) as items, (select count(*)::int from wire_payload) as payloads';
  assert.deepEqual((await paper.database.pool.query(counts)).rows, [{ items: 0, payloads: 0 }]);
});

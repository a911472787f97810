import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { servedPaper } from '../kits/served.ts';

const item = (number: number, status: string, title: string) => `<item><title>${title}</title>
<link>https://old.example/2016/05/0${number}/story-${number}/</link><guid isPermaLink="false">https://old.example/?p=${number}</guid>
<dc:creator>ada</dc:creator><content:encoded><![CDATA[<p>The text of ${title}.</p>]]></content:encoded>
<wp:post_id>${number}</wp:post_id><wp:post_date_gmt>2016-05-0${number} 08:00:00</wp:post_date_gmt>
<wp:post_name>story-${number}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type>
<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>first-words-${number}</wp:meta_value></wp:postmeta></item>`;

const EXPORT = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old Paper</title>
<link>https://old.example</link><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
${item(1, 'publish', 'The lamp')}${item(2, 'draft', 'The secret')}</channel></rss>`;

test('a paper that takes the place of another answers at every address of its stories', async (t) => {
  const paper = await servedPaper(t);
  const folder = await mkdtemp(join(tmpdir(), 'courant-old-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'export.xml');
  await writeFile(file, EXPORT);
  const old = ['/2016/05/01/first-words-1', '/?p=1'];
  // A reader who came too early is not remembered.
  for (const path of old.slice(0, 1)) assert.equal((await paper.get(path)).status, 404);
  assert.equal((await paper.get('/?p=1')).status, 200);

  const filed = await paper.courant('import', file, '--json');
  assert.equal(filed.exit, 0, filed.stderr);
  const places = ['--publish', '--edition', 'european', '--section', 'world/politics', '--json'];
  const ended = await paper.courant('import', file, ...places);
  assert.equal(ended.exit, 0, ended.stderr);
  const lines = ended.stdout.trim().split('\n');
  const [lamp, secret] = lines.map((line) => JSON.parse(line));
  const path = new URL(lamp.url).pathname;
  assert.equal(path, '/2016/05/01/story-1', 'day and words of the old address are those of the new one');
  assert.equal(secret.url, undefined);
  assert.equal((await paper.get(path)).status, 200);
  for (const from of old) {
    const answer = await paper.get(from);
    assert.deepEqual([answer.status, answer.headers.get('location')], [301, path], from);
  }
  // The draft's address says nothing of it; the front page is what other numbers ask for.
  assert.equal((await paper.get('/2016/05/02/story-2')).status, 404);
  assert.equal((await paper.get('/?p=2')).status, 200);
  assert.equal((await paper.get('/?p=777')).status, 200);

  const killed = await paper.courant('kill', lamp.story, '--notice', 'There is no such lamp.');
  assert.equal(killed.exit, 0, killed.stderr);
  for (const from of [path, ...old]) assert.equal((await paper.get(from)).status, 410, from);
});

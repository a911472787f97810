import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importItem, kill, publish } from '@courant/desk';
import { pageAt } from '@courant/press';
import { readWire } from '@courant/wire';
import type { Newsroom } from '../kits/newsroom.ts';
import { did, newsroom, PLACES } from '../kits/newsroom.ts';

const SITE = { origin: 'http://localhost', stylesheet: '/assets/x.css' };

const entry = (number: number, status: string) => `<item><title>Story ${number}</title>
<link>https://old.example/2016/05/0${number}/story-${number}/</link><guid>https://old.example/?p=${number}</guid>
<content:encoded><![CDATA[<p>The text of ${number}.</p>]]></content:encoded>
<wp:post_id>${number}</wp:post_id><wp:post_date_gmt>2016-05-0${number} 08:00:00</wp:post_date_gmt>
<wp:post_name>story-${number}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type>
<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>first-${number}</wp:meta_value></wp:postmeta></item>`;

const EXPORT = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old</title><link>https://old.example</link>
<wp:base_blog_url>https://old.example</wp:base_blog_url>${entry(1, 'publish')}${entry(2, 'draft')}</channel></rss>`;

/** Imports the export; gives the stories made. */
async function taken({ desk, editor, clock }: Newsroom) {
  const payload = new TextEncoder().encode(EXPORT);
  const reading = await readWire(payload, { received: clock.now() });
  assert.ok(reading.ok);
  const orders = reading.items.map((item) => ({ actor: editor, item, payload, received: clock.now() }));
  const imported = [];
  for (const order of orders)
    imported.push(did(await importItem(desk, { ...order, publish: { places: PLACES, language: 'en' } })));
  return imported;
}

test('old addresses lead to where a story stands, while it is public, and never before', async (t) => {
  const room = await newsroom(t);
  const { shelf, desk, editor, file } = room;
  const at = async (path: string) => {
    const { status, location } = await pageAt(shelf, path, SITE);
    return location === undefined ? status : `${status} ${location}`;
  };
  assert.deepEqual([await at('/2016/05/01/first-1'), await at('/?p=1')], [404, 200]);
  const [lamp, secret] = await taken(room);
  assert.equal(
    lamp?.acted?.path,
    '/2016/05/01/story-1',
    'the words and the day of the old address are those of the new',
  );
  assert.equal(await at('/2016/05/01/story-1'), 200);
  for (const path of ['/2016/05/01/first-1', '/?p=1'])
    assert.equal(await at(path), '301 /2016/05/01/story-1', path);
  // A draft is at no address; a number that is nobody's asks for the front page.
  assert.equal(secret?.story, undefined);
  for (const path of ['/2016/05/02/story-2', '/2016/05/02/first-2']) assert.equal(await at(path), 404, path);
  for (const path of ['/?p=2', '/?p=77']) assert.equal(await at(path), 200, path);
  // The same again changes nothing, and what another story has stays its own.
  await taken(room);
  assert.equal(await at('/?p=1'), '301 /2016/05/01/story-1');
  const other = await file({ headline: 'First 1', firstPublished: room.clock.now(), urlSlug: 'first-1' });
  did(await publish(desk, { actor: editor, story: other, places: PLACES }));
  assert.equal(await at('/2016/05/01/first-1'), '301 /2016/05/01/story-1');

  assert.ok(lamp?.story);
  did(await kill(desk, { actor: editor, story: lamp.story, notice: 'There is no such lamp.' }));
  for (const path of ['/2016/05/01/story-1', '/2016/05/01/first-1', '/?p=1'])
    assert.equal(await at(path), 410, path);
});

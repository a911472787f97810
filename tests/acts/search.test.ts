import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correct, kill, publish, unpublish } from '@courant/desk';
import { readSearch } from '@courant/edition';
import { pageAt } from '@courant/press';
import { addAuthor, indexMissing } from '@courant/store';
import fc from 'fast-check';
import { sql } from 'kysely';
import { bodyOf, did, newsroom, PLACES } from '../kits/newsroom.ts';

const SITE = { origin: 'http://localhost', stylesheet: '/assets/x.css' };

type Room = Awaited<ReturnType<typeof newsroom>>;

/** The headlines a question finds, in their order. */
async function found(room: Room, query: string, edition = room.editions.home): Promise<readonly string[]> {
  const results = await ask(room, query, edition);
  return results.hits.map((hit) => hit.card.headline);
}

function ask(room: Room, query: string, edition = room.editions.home) {
  const search = readSearch(query);
  return room.shelf.read((snapshot) => snapshot.search({ edition, search, most: 20 }));
}

async function release(
  room: Room,
  copy: Parameters<Room['file']>[0],
  places = PLACES as readonly { edition: string; section: string }[],
) {
  const story = await room.file(copy);
  room.clock.forward(60_000);
  did(await publish(room.desk, { actor: room.editor, story, places }));
  return story;
}

test('a story is found while it is live, by what it says now', async (t) => {
  const room = await newsroom(t);
  const story = await release(room, { headline: 'Herons return to the canal' });
  assert.deepEqual(await found(room, 'q=heron'), ['Herons return to the canal']);
  await room.write(story, { headline: 'Egrets return to the canal' });
  did(await publish(room.desk, { actor: room.editor, story, places: [] }));
  assert.deepEqual(await found(room, 'q=heron'), []);
  assert.deepEqual(await found(room, 'q=egret'), ['Egrets return to the canal']);
  did(await unpublish(room.desk, { actor: room.editor, story }));
  assert.deepEqual(await found(room, 'q=egret'), []);
  did(await publish(room.desk, { actor: room.editor, story, places: [] }));
  assert.deepEqual(await found(room, 'q=egret'), ['Egrets return to the canal']);
  did(await kill(room.desk, { actor: room.editor, story, notice: 'Not so.' }));
  assert.deepEqual(await found(room, 'q=egret'), []);
});

test('a correction is found by its words', async (t) => {
  const room = await newsroom(t);
  const story = await release(room, { body: bodyOf('The bridge is nine metres long.') });
  await room.write(story, { body: bodyOf('The bridge is eleven metres long.') });
  did(await correct(room.desk, { actor: room.editor, story, note: 'It is eleven metres long.' }));
  assert.equal((await found(room, 'q=nine+metres')).length, 0);
  assert.equal((await found(room, 'q=eleven+metres')).length, 1);
});

test('words must all stand, phrases together, and what is shut out nowhere', async (t) => {
  const room = await newsroom(t);
  await release(room, { headline: 'The salt road is open' });
  await release(room, { headline: 'A road made of salt' });
  await release(room, { headline: 'The road to Brava' });
  assert.deepEqual([...(await found(room, 'q=salt+road'))].sort(), [
    'A road made of salt',
    'The salt road is open',
  ]);
  assert.deepEqual(await found(room, 'q=%22salt+road%22'), ['The salt road is open']);
  assert.deepEqual(await found(room, 'q=road+-salt'), ['The road to Brava']);
  assert.deepEqual(await found(room, 'q=road+-%22made+of+salt%22+salt'), ['The salt road is open']);
  assert.deepEqual(await found(room, 'q=-road'), []);
});

test('filters narrow: section and those below it, author, topic, kind, days of the edition', async (t) => {
  const room = await newsroom(t);
  const author = {
    id: room.desk.newId(),
    urlSlug: 'ana-berg',
    name: 'Ana Berg',
    language: 'en',
    position: 0,
  };
  await room.database.transaction((tx) => addAuthor(tx, author));
  await release(room, { headline: 'Weir one', authors: ['ana-berg'], subjects: [{ name: 'Rivers' }] });
  await release(room, { headline: 'Weir two', kind: 'opinion' }, [{ edition: 'home', section: 'opinion' }]);
  room.clock.forward(3 * 24 * 3_600_000);
  await release(room, { headline: 'Weir three' }, [{ edition: 'home', section: 'world' }]);
  assert.deepEqual(await found(room, 'q=weir&section=world'), ['Weir three', 'Weir one']);
  assert.deepEqual(await found(room, 'q=weir+section:world/politics'), ['Weir one']);
  assert.deepEqual(await found(room, 'author=ana-berg'), ['Weir one']);
  assert.deepEqual(await found(room, 'topic=rivers'), ['Weir one']);
  assert.deepEqual(await found(room, 'q=type:opinion'), ['Weir two']);
  assert.deepEqual(await found(room, 'q=weir&after=2026-03-17'), ['Weir three']);
  assert.deepEqual(await found(room, 'q=weir&before=2026-03-14&order=newest'), ['Weir two', 'Weir one']);
  assert.deepEqual(await found(room, 'q=weir', room.editions.abroad), []);
});

test('stories of another language are found in an edition by their whole words', async (t) => {
  const room = await newsroom(t);
  await release(room, { headline: 'Das Wehr hält die Fluten', language: 'de' });
  await release(room, { headline: '海底电缆断了', language: 'zh-Hans', slug: 'x' });
  assert.deepEqual(await found(room, 'q=fluten'), ['Das Wehr hält die Fluten']);
  assert.deepEqual(await found(room, 'q=halt+wehr'), ['Das Wehr hält die Fluten']);
  assert.deepEqual(await found(room, `q=${encodeURIComponent('海底电缆')}`), ['海底电缆断了']);
});

test('a headline weighs more than a text, and what was found is marked in both', async (t) => {
  const room = await newsroom(t);
  await release(room, { headline: 'The bakers of Brava', body: bodyOf('They bake at night.') });
  await release(room, {
    headline: 'A quiet night',
    body: bodyOf('Only the baker was awake, and he was baking.'),
  });
  const { hits, count } = await ask(room, 'q=baker');
  assert.deepEqual(
    hits.map((hit) => hit.card.headline),
    ['The bakers of Brava', 'A quiet night'],
  );
  assert.equal(count, 2);
  const marks = (pieces: readonly { text: string; isMatch: boolean }[] = []) =>
    pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text);
  assert.deepEqual(marks(hits[0]?.headline), ['bakers']);
  assert.deepEqual(marks(hits[1]?.passage), ['baker']);
});

test('pages of results follow one another without a gap or a double, in both orders', async (t) => {
  const room = await newsroom(t);
  const headlines = Array.from({ length: 23 }, (_, i) => `Weir number ${i}`);
  for (const headline of headlines) await release(room, { headline });
  for (const order of ['', '&order=newest']) {
    const seen: string[] = [];
    let from: string | undefined;
    do {
      const search = readSearch(
        `q=weir${order}${from === undefined ? '' : `&from=${encodeURIComponent(from)}`}`,
      );
      const results = await room.shelf.read((snapshot) =>
        snapshot.search({ edition: room.editions.home, search, most: 7 }),
      );
      assert.equal(results.count, 23);
      seen.push(...results.hits.map((hit) => hit.card.headline));
      from = results.next;
    } while (from !== undefined);
    assert.deepEqual([...seen].sort(), headlines.toSorted());
  }
});

test('a page beyond the end says so, and a cursor that is none is passed over', async (t) => {
  const room = await newsroom(t);
  await release(room, { headline: 'Weir' });
  for (const from of ['nonsense', '0_zzzzzzzzz_x', '1e999_1_00000000-0000-4000-8000-000000000000', '%00'])
    assert.equal((await ask(room, `q=weir&from=${from}`)).count, 1, from);
  const page = await pageAt(room.shelf, '/search?q=weir&from=0_1_00000000-0000-7000-8000-000000000000', SITE);
  assert.equal(page.status, 200);
  assert.match(new TextDecoder().decode(page.body), /The list ends here/);
});

test('what was meant is offered where nothing is found, and only if it finds something', async (t) => {
  const room = await newsroom(t);
  await release(room, { headline: 'Herons return to the canal' });
  assert.equal((await ask(room, 'q=herrons')).suggestion, 'herons');
  assert.equal((await ask(room, 'q=cannal+herons')).suggestion, 'canal herons');
  assert.equal((await ask(room, 'q=zzzzzzz')).suggestion, undefined);
  assert.equal((await ask(room, 'q=herrons', room.editions.abroad)).suggestion, undefined);
});

test('a question of words that say nothing is answered by headlines that have them', async (t) => {
  const room = await newsroom(t);
  await release(room, { headline: 'To be or not to be' });
  await release(room, { headline: '100% of it' });
  assert.deepEqual(await found(room, 'q=to+be+or+not+to+be'), ['To be or not to be']);
  assert.deepEqual(await found(room, 'q=%25+of'), ['100% of it']);
  assert.deepEqual(await found(room, 'q=_+of'), []);
});

test('any question is answered: nothing a reader types breaks the search', async (t) => {
  const room = await newsroom(t);
  await release(room, { headline: 'Weir' });
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "'",
          '"',
          '\\',
          '&',
          '|',
          '!',
          '(',
          ')',
          '<->',
          ':*',
          '-',
          '%',
          '_',
          '\0',
          'weir',
          'section:',
          'after:',
          "';--",
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(text, text, text, async (q, section, from) => {
      const query = new URLSearchParams({ q, section, from, author: from, after: section }).toString();
      const page = await pageAt(room.shelf, `/search?${query}`, SITE);
      assert.equal(page.status, 200);
      const bare = await pageAt(room.shelf, `/search?${new URLSearchParams({ q })}`, SITE);
      assert.equal(bare.status, 200);
      assert.equal(bare.keep, false);
    }),
    { numRuns: 150 },
  );
});

test('stories that were live before there was a search are entered', async (t) => {
  const room = await newsroom(t);
  await release(room, { headline: 'Herons' });
  await release(room, { headline: 'Egrets' });
  await room.database.transaction((tx) => sql`delete from search_document`.execute(tx));
  assert.deepEqual(await found(room, 'q=heron'), []);
  assert.equal(await indexMissing(room.database), 2);
  assert.equal(await indexMissing(room.database), 0);
  assert.deepEqual(await found(room, 'q=heron'), ['Herons']);
});

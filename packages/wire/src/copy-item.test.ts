import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Copy } from '@courant/story';
import { copyFromItem } from './copy.ts';
import { itemFromCopy } from './copy-item.ts';
import { readStoryFile } from './story-file.ts';

const STORIES = fileURLToPath(new URL('../../../demo/stories', import.meta.url));

/** What a copy says for its own paper alone: an item has no word for it. */
function forOthers(copy: Copy): Copy {
  const { kind, authors, picture, pictureCaption, urlSlug, digitalSourceType, translates, ...rest } = copy;
  const { coverageEnds, firstPublished, lastUpdated, ...fields } = rest;
  return { kind: 'article', ...fields };
}

for (const name of readdirSync(STORIES)) {
  test(`the copy of ${name} comes back from the item made of it`, () => {
    const story = readStoryFile(readFileSync(`${STORIES}/${name}`, 'utf8'));
    assert.ok(story.ok);
    const { copy } = story.value;
    const item = itemFromCopy(copy, { id: 'urn:example:1' });
    assert.deepEqual(copyFromItem(item, { language: 'en' }), forOthers(copy));
  });
}

const COPY: Copy = {
  kind: 'article',
  language: 'en',
  slug: 'bridge',
  headline: 'Bridge opens',
  dateline: { place: 'SALTMOUTH, Devon', date: 'April 22', agencies: ['EX', 'Agencies'] },
  picture: 'p1',
  pictureCaption: 'The bridge at dawn.',
  body: {
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { id: 'a' }, content: [{ type: 'text', text: 'It opened.' }] },
      { type: 'picture', attrs: { id: 'b', picture: 'p1', caption: 'Again.' } },
      {
        type: 'gallery',
        attrs: { id: 'c', pictures: [{ picture: 'p2', caption: 'Two.' }, { picture: 'p3' }] },
      },
    ],
  },
};

test('the dateline opens the text, and pictures that may go out come beside it, each once', () => {
  const known = new Map([
    ['p1', { href: 'https://example.com/1.jpg', credit: 'B. Ink' }],
    ['p2', { href: 'https://example.com/2.jpg', caption: 'Of the library.' }],
  ]);
  const item = itemFromCopy(COPY, { id: 'urn:example:1', picture: (id) => known.get(id) });
  const [first] = item.body?.content ?? [];
  assert.deepEqual(first?.type === 'paragraph' && first.content?.[0], {
    type: 'text',
    text: 'SALTMOUTH, Devon, April 22 (EX, Agencies) - ',
  });
  assert.deepEqual(item.media, [
    { kind: 'picture', href: 'https://example.com/1.jpg', credit: 'B. Ink', caption: 'The bridge at dawn.' },
    { kind: 'picture', href: 'https://example.com/2.jpg', caption: 'Two.' },
  ]);
  assert.deepEqual(copyFromItem(item, { language: 'en' }), forOthers(COPY));
});

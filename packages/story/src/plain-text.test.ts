import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Block, Cell, Paragraph } from './body.ts';
import { bodyOf, paragraph } from './copy-testing.ts';
import { blockText, blockWords, plainText, wordsIn } from './plain-text.ts';

const attrs = { id: 'a' };
const line = (words: string): Paragraph => ({
  type: 'paragraph',
  attrs,
  content: [{ type: 'text', text: words }],
});
const cell = (words: string): Cell => ({
  type: 'cell',
  attrs: { head: false },
  content: [{ type: 'text', text: words }],
});

const TEXT_OF: readonly (readonly [Block, string])[] = [
  [
    {
      type: 'paragraph',
      attrs,
      content: [{ type: 'text', text: 'a' }, { type: 'break' }, { type: 'text', text: 'b' }],
    },
    'a\nb',
  ],
  [
    { type: 'quote', attrs: { ...attrs, attribution: 'She' }, content: [line('One.'), line('Two.')] },
    'One.\nTwo.\nShe',
  ],
  [
    {
      type: 'list',
      attrs: { ...attrs, ordered: false },
      content: [
        { type: 'item', attrs, content: [line('a')] },
        { type: 'item', attrs, content: [line('b')] },
      ],
    },
    'a\nb',
  ],
  [
    {
      type: 'table',
      attrs: { ...attrs, caption: 'Votes' },
      content: [{ type: 'row', content: [cell('A'), cell('7')] }, { type: 'row' }],
    },
    'Votes\nA\t7',
  ],
  [{ type: 'picture', attrs: { ...attrs, picture: 'p', caption: 'A man' } }, 'A man'],
  [
    {
      type: 'gallery',
      attrs: {
        ...attrs,
        pictures: [{ picture: 'p', caption: 'A' }, { picture: 'q' }, { picture: 'r', caption: 'B' }],
      },
    },
    'A\nB',
  ],
  [{ type: 'embed', attrs: { ...attrs, url: 'https://a.example/', title: 'Film' } }, 'Film'],
  [{ type: 'factbox', attrs: { ...attrs, title: 'Facts' }, content: [line('x')] }, 'Facts\nx'],
  [{ type: 'related', attrs: { ...attrs, links: [{ href: '/', title: 'Other' }] } }, ''],
  [{ type: 'divider', attrs }, ''],
  [{ type: 'notebook', attrs, content: [line('secret')] }, ''],
  [{ type: 'opaque', attrs: { ...attrs, json: '{}' } }, ''],
];

const suggested: Block = {
  type: 'paragraph',
  attrs,
  content: [
    { type: 'text', text: 'He ' },
    { type: 'text', text: 'never ', marks: [{ type: 'insertion', attrs: { by: 'x' } }] },
    { type: 'text', text: 'said it.', marks: [{ type: 'deletion', attrs: { by: 'x' } }] },
  ],
};

describe('plain text', () => {
  it('of each kind of block is what readers read in it', () => {
    for (const [block, text] of TEXT_OF) assert.equal(blockText(block), text, block.type);
  });

  it('has a blank line between blocks and none for those without words', () => {
    const body = bodyOf(paragraph('a', 'One.'), { type: 'divider', attrs }, paragraph('b', 'Two.'));
    assert.equal(plainText(body), 'One.\n\nTwo.');
    assert.equal(wordsIn(body), 2);
    assert.equal(plainText(bodyOf()), '');
  });

  it('is that of the copy before suggestions, while comparing sees them', () => {
    assert.equal(blockText(suggested), 'He said it.');
    assert.equal(blockWords(suggested), 'He never said it.');
    assert.equal(blockWords({ type: 'notebook', attrs, content: [line('secret')] }), 'secret');
    assert.equal(blockWords({ type: 'opaque', attrs: { ...attrs, json: '{"a":1}' } }), '{"a":1}');
  });
});

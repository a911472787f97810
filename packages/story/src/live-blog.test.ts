import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instant } from '@courant/base';
import { later } from '@courant/base';
import type { Block } from './body.ts';
import { bodyOf, MOMENT, paragraph } from './copy-testing.ts';
import { entryTitle, liveBlog } from './live-blog.ts';

function entry(id: string, at: Instant, said: { pinned?: boolean; key?: boolean } = {}): Block {
  const attrs = { id, from: null, at, pinned: said.pinned ?? false, key: said.key ?? false };
  return { type: 'entry', attrs, content: [{ type: 'text', text: `Title ${id}` }] };
}

const at = (minutes: number) => later(MOMENT.published, minutes * 60_000);

describe('a live blog', () => {
  it('keeps what stands before the first entry as its opening', () => {
    const blog = liveBlog(bodyOf(paragraph('a', 'First'), entry('b', at(1)), paragraph('c', 'In it')));
    assert.deepEqual(blog.opening, bodyOf(paragraph('a', 'First')));
    assert.deepEqual(blog.entries[0]?.body, bodyOf(paragraph('c', 'In it')));
  });

  it('shows the newest entry first, whatever the order of the body', () => {
    const blog = liveBlog(bodyOf(entry('a', at(1)), entry('b', at(3)), entry('c', at(2))));
    assert.deepEqual(blog.entries.map(entryTitle), ['Title b', 'Title c', 'Title a']);
  });

  it('takes the newest pinned entry out of the run, and leaves an older pinned one in it', () => {
    const blog = liveBlog(
      bodyOf(entry('a', at(1), { pinned: true }), entry('b', at(2), { pinned: true }), entry('c', at(3))),
    );
    assert.equal(blog.pinned && entryTitle(blog.pinned), 'Title b');
    assert.deepEqual(blog.entries.map(entryTitle), ['Title c', 'Title a']);
  });

  it('lists the titles of key entries, and no entry without a title', () => {
    const blank: Block = {
      type: 'entry',
      attrs: { id: 'd', from: null, at: at(4), pinned: false, key: true },
    };
    const blog = liveBlog(bodyOf(entry('a', at(1), { key: true }), entry('b', at(2)), blank));
    assert.deepEqual(blog.keyPoints.map(entryTitle), ['Title a']);
  });
});

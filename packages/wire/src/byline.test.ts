import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from '@courant/story';
import { openingByline } from './byline.ts';
import { bodyFromHtml } from './html-body.ts';

function opening(first: string, named?: string) {
  const found = openingByline(bodyFromHtml(`<p>${first}</p><p>SALTMOUTH (EX) - It opened.</p>`).body, named);
  return found && [found.byline, plainText(found.body)];
}

test('a first paragraph that only names the writer is the byline and no copy', () => {
  const rest = 'SALTMOUTH (EX) - It opened.';
  assert.deepEqual(opening('By Ada Quill'), ['Ada Quill', rest]);
  assert.deepEqual(opening('By ADA QUILL and B. INK'), ['ADA QUILL and B. INK', rest]);
  assert.deepEqual(opening('By Ada Quill', 'ADA QUILL'), ['Ada Quill', rest]);
});

test('a sentence stays, and so does a name that the item does not give', () => {
  assert.equal(opening('By Monday the water had gone.'), undefined);
  assert.equal(opening('By Ada Quill', 'B. Ink'), undefined);
  assert.equal(opening('Ada Quill'), undefined);
  assert.equal(openingByline(undefined, undefined), undefined);
});

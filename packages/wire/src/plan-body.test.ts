import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from '@courant/story';
import fc from 'fast-check';
import { planBody } from './plan-body.ts';

const FROM = { item: 'a', version: '1' };

test('a description is copy, and what is told to newsrooms is no word that readers see', () => {
  const body = planBody({ copy: ['One.\nTwo.\n\nThree.', '<p>Four.</p>'], notes: ['Ring 1 23.'] }, FROM);
  assert.ok(body);
  assert.equal(plainText(body), 'One.\nTwo.\n\nThree.\n\nFour.');
  assert.deepEqual(
    body.content.map(({ type }) => type),
    ['paragraph', 'paragraph', 'paragraph', 'notebook'],
  );
  assert.equal(new Set(body.content.map(({ attrs }) => attrs.id)).size, 4);
});

test('no text is no body', () => assert.equal(planBody({ copy: [' '], notes: [''] }, FROM), undefined));

test('no markup of a description draws a note in', () => {
  const markup = fc.array(
    fc.constantFrom(
      '<p>',
      '<table><tr><td>',
      '<div>',
      '<!--',
      '<ul><li>',
      '<b',
      '</p>',
      '"',
      'word ',
      '<br>',
    ),
  );
  fc.assert(
    fc.property(markup, (parts) => {
      const body = planBody({ copy: [parts.join('')], notes: ['secret'] }, FROM);
      assert.ok(body && !plainText(body).includes('secret'));
      assert.ok(JSON.stringify(body).includes('secret'));
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bylineText, namesIn } from './byline.ts';

const EDITION = { locale: 'en-GB' };

test('“By” stands before names and not twice', () => {
  assert.equal(bylineText(EDITION, 'Ada Holm'), 'By Ada Holm');
  assert.equal(bylineText(EDITION, 'By Ada Holm'), 'By Ada Holm');
  assert.equal(bylineText(EDITION, 'Words by Ada Holm'), 'Words by Ada Holm');
});

test('a byline gives up its names', () => {
  assert.deepEqual(namesIn('Words by Ada Holm, Piet Lomax and Alexander Byatt'), [
    'Ada Holm',
    'Piet Lomax',
    'Alexander Byatt',
  ]);
});

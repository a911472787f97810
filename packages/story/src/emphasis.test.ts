import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body, Inline } from './body.ts';
import { hasEmphasis } from './emphasis.ts';

function bodyOf(inlines: readonly Inline[]): Body {
  const paragraph = { type: 'paragraph', attrs: { id: 'a' }, content: inlines } as const;
  return { type: 'doc', content: [{ type: 'quote', attrs: { id: 'q' }, content: [paragraph] }] };
}

test('emphasis is found wherever it stands, and nothing else is taken for it', () => {
  assert.equal(hasEmphasis(bodyOf([{ type: 'text', text: 'a', marks: [{ type: 'em' }] }])), true);
  assert.equal(hasEmphasis(bodyOf([{ type: 'text', text: 'a', marks: [{ type: 'strong' }] }])), false);
  assert.equal(hasEmphasis(bodyOf([{ type: 'break' }, { type: 'text', text: 'em' }])), false);
  assert.equal(hasEmphasis({ type: 'doc', content: [] }), false);
});

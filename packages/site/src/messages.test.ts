import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH } from './messages.data.ts';
import { directionOf, say } from './messages.ts';

test('a message takes its values, and its form from their number', () => {
  assert.equal(say('en-GB', 'by', { name: 'Ada' }), 'By Ada');
  assert.equal(say('en-GB', 'storyCount', { count: 1 }), '1 story');
  assert.equal(say('en-GB', 'storyCount', { count: 1200 }), '1,200 stories');
});

test('a language without a catalogue is spoken to in English', () => {
  assert.equal(say('fr-CH', 'latest'), ENGLISH.latest);
});

test('a value that looks like a place for a value is left as it is', () => {
  assert.equal(say('en', 'by', { name: '{name} {count}' }), 'By {name} {count}');
});

test('direction comes from the primary language', () => {
  assert.equal(directionOf('ar-EG'), 'rtl');
  assert.equal(directionOf('HE'), 'rtl');
  assert.equal(directionOf('en-GB'), 'ltr');
});

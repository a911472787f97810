import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import { advised } from './advisory.ts';

test('marks before a headline tell what a version is', () => {
  const seen = {
    'UPDATE 2-Primeira Liga Results': 'update',
    'WRAPUP 1-Markets end mixed': 'update',
    'CORRECTED-S. Illinois battles flooding': 'correction',
    'REFILE-Minister to resign': 'correction',
    'MANDATORY KILL: Minister story': 'kill',
    'ADVISORY: Coverage of the summit': 'advisory',
  };
  for (const [headline, signal] of Object.entries(seen))
    assert.equal(advised({ headline }).signal, signal, headline);
});

test('headlines that only look like marks say nothing', () => {
  for (const headline of [
    'KILL BILL RETURNS TO CINEMAS',
    'CORRECTION OFFICER HELD',
    'Update on the floods',
    'EU embargoed oil in 2022',
    'WITHDRAWAL FROM KABUL COMPLETE',
  ]) {
    assert.deepEqual(advised({ headline }), { warnings: [] }, headline);
  }
});

test('slugs and notes tell it as well, and the gravest word counts', () => {
  assert.equal(advised({ slug: 'BC-US--Earns-Example, 1st Ld-Writethru' }).signal, 'update');
  assert.equal(advised({ slug: 'USA-WEATHER/ (UPDATE 1, PIX, CORRECTED)' }).signal, 'correction');
  assert.equal(advised({ edNote: 'Eds: UPDATES: with quotes.' }).signal, 'update');
  assert.equal(advised({ edNote: 'Eds: CORRECTS name in 2nd graf.' }).signal, 'correction');
  assert.equal(advised({ edNote: 'This story has been withdrawn.' }).signal, 'kill');
  assert.equal(advised({ headline: 'UPDATE 1-Flood', edNote: 'CORRECTED: river' }).signal, 'correction');
});

test('a field is never overruled by words', () => {
  assert.equal(advised({ headline: 'UPDATE 1-Flood', signal: 'kill' }).signal, undefined);
  const embargo = instant(new Date('2026-01-01T00:00:00Z'));
  assert.equal(advised({ edNote: 'Embargoed to 0001 Friday', embargo }).embargo, undefined);
});

test('an embargo without a date we can read holds until a person lifts it', () => {
  for (const edNote of [
    'Embargoed to 0001 Friday September 9',
    'STRICTLY EMBARGOED. Not for release.',
    'Under embargo until noon',
    'EMBARGO: 12.00',
  ]) {
    assert.equal(advised({ edNote }).embargo, 'indefinite', edNote);
  }
  assert.equal(advised({ headline: 'EMBARGOED UNTIL 0900 - Prize goes to poet' }).embargo, 'indefinite');
  assert.equal(advised({ edNote: 'Embargo lifted.' }).embargo, undefined);
});

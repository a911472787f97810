import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import { advised } from './advisory.ts';
import { bodyFromText } from './html-body.ts';

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

test('marks in front of a headline are cut and told, and give the number of a rewrite', () => {
  const { headline, take, signal, warnings } = advised({ headline: 'RPT-UPDATE 2-Harbour bridge opens' });
  assert.deepEqual(
    { headline, take, signal },
    { headline: 'Harbour bridge opens', take: 2, signal: 'update' },
  );
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['signal-from-words', 'headline-mark'],
  );
  const cut = {
    'CORRECTED (OFFICIAL)-Bridge opens': 'Bridge opens',
    'BERICHTIGUNG: Brücke geöffnet': 'Brücke geöffnet',
    '2. ZUSAMMENFASSUNG - Brücke geöffnet': 'Brücke geöffnet',
    'EMBARGOED UNTIL 0900 - Prize goes to poet': 'Prize goes to poet',
  };
  for (const [before, after] of Object.entries(cut))
    assert.equal(advised({ headline: before }).headline, after);
  for (const whole of ['RPT-', 'UPDATE 1-', 'EMBARGO ON OIL - what it means', 'Annulation: la fête']) {
    assert.equal(advised({ headline: whole }).headline, undefined, whole);
  }
});

test('the number of a rewrite is read from slugs; a writethru without one is the first', () => {
  assert.equal(advised({ slug: 'BC-US--Bridge, 3rd Ld-Writethru' }).take, 3);
  assert.equal(advised({ slug: 'BC-US--Bridge, Ld-Writethru' }).take, 1);
  assert.equal(advised({ slug: 'Bridge/ 2ND LEAD' }).take, 2);
  assert.equal(advised({ slug: 'USA-BRIDGE/ (UPDATE 4, PIX)' }).take, 4);
  assert.equal(advised({ slug: 'Bridge', take: 5 }).take, undefined);
});

test('a kill is read from words in other languages only where a sentence can mean nothing else', () => {
  assert.equal(advised({ edNote: 'Diese Meldung wird zurückgezogen.' }).signal, 'kill');
  assert.equal(advised({ edNote: 'Cette dépêche est annulée.' }).signal, 'kill');
  assert.equal(advised({ slug: 'BC-US--Bridge, Mandatory Kill' }).signal, 'kill');
  for (const headline of [
    'ANNULATION: la fête est reportée',
    'RÜCKZUG: Minister geht',
    'Kill switch: how it works',
  ])
    assert.equal(advised({ headline }).signal, undefined, headline);
});

test('an embargo with a date that can be read ends there, and the zone it was read in is told', () => {
  const received = instant(new Date('2026-09-09T10:00:00Z'));
  const read = advised({ edNote: 'Embargoed to 0001 Friday September 11' }, { received });
  assert.equal(read.embargo, '2026-09-11T00:01:00.000Z');
  assert.match(read.warnings[0]?.say ?? '', /No zone was named: the time was read in UTC/);
  assert.equal(
    advised({ headline: 'SPERRFRIST 18.00 Uhr - Preis' }, { received }).embargo,
    '2026-09-09T18:00:00.000Z',
  );
  // Where two are named, nothing leaves before the later.
  const two = { edNote: 'Embargoed until 1800 GMT', headline: 'EMBARGOED UNTIL 2000 GMT - Prize' };
  assert.equal(advised(two, { received }).embargo, '2026-09-09T20:00:00.000Z');
});

test('what a text says to editors may hold an embargo too', () => {
  const { body } = bodyFromText('Eds: strictly under embargo.\n\nThe bridge opened.');
  assert.equal(advised({ body }).embargo, 'indefinite');
  assert.equal(advised({ body: bodyFromText('They kept it under embargo.').body }).embargo, undefined);
});

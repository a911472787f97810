import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageDateline } from './page-text-dateline.ts';

test('a place in capitals, or any place before an agency, opens a paragraph as its dateline', () => {
  assert.deepEqual(pageDateline('GORKI - United Nations'), { place: 'GORKI' });
  assert.deepEqual(pageDateline('NEW YORK (AP) — Stocks'), { place: 'NEW YORK', agencies: ['AP'] });
  assert.deepEqual(pageDateline('Berlin (dpa) - Der'), { place: 'Berlin', agencies: ['dpa'] });
  assert.deepEqual(pageDateline('San Mateo (ANP) - De'), { place: 'San Mateo', agencies: ['ANP'] });
  assert.deepEqual(pageDateline('PARIS (AFP/Reuters) -- Le'), {
    place: 'PARIS',
    agencies: ['AFP', 'Reuters'],
  });
  assert.deepEqual(pageDateline('BUENOS AIRES, Argentina (AP) _ The'), {
    place: 'BUENOS AIRES, Argentina',
    agencies: ['AP'],
  });
  assert.deepEqual(pageDateline('SAITAMA, Japan, Dec. 9 (Kyodo) - A'), {
    place: 'SAITAMA, Japan',
    date: 'Dec. 9',
    agencies: ['Kyodo'],
  });
  assert.deepEqual(pageDateline('PUTRAJAYA, Nov 22 — The'), { place: 'PUTRAJAYA', date: 'Nov 22' });
});

test('an ordinary sentence with a dash has no dateline', () => {
  const sentences = [
    'Tillakaratne Dilshan (cricket) - out',
    'Everything - or nothing',
    'LE POINT SUR LA SITUATION - Nous',
    'A - b',
    'GORKI is quiet.',
    '',
  ];
  for (const sentence of sentences) assert.equal(pageDateline(sentence), undefined, sentence);
});

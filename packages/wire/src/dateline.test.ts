import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { datelineOf } from './dateline.ts';

const SEEN: readonly (readonly [string, object, string])[] = [
  ['DAMASCUS (Reuters) - Troops', { place: 'DAMASCUS', agencies: ['Reuters'] }, 'Troops'],
  ['NEW YORK (AP) — Stocks', { place: 'NEW YORK', agencies: ['AP'] }, 'Stocks'],
  ['BUENOS AIRES, Argentina (AP) _ The', { place: 'BUENOS AIRES, Argentina', agencies: ['AP'] }, 'The'],
  ['   Berlin (dpa) - Der', { place: 'Berlin', agencies: ['dpa'] }, 'Der'],
  ['Paris (ats afp) Les', { place: 'Paris', agencies: ['ats afp'] }, 'Les'],
  ['SAITAMA, Japan, Dec. 9 Kyodo - A', { place: 'SAITAMA, Japan', date: 'Dec. 9', agencies: ['Kyodo'] }, 'A'],
  ['SEOUL, Nov 26 AFP - The', { place: 'SEOUL', date: 'Nov 26', agencies: ['AFP'] }, 'The'],
  [
    'MARLBOROUGH, Mass.--(BUSINESS WIRE)--Dec 5, 2024--A',
    { place: 'MARLBOROUGH, Mass.', agencies: ['BUSINESS WIRE'] },
    'A',
  ],
  ['Tegucigalpa, Jan 2 (EFE).- The', { place: 'Tegucigalpa', date: 'Jan 2', agencies: ['EFE'] }, 'The'],
  ['(ANSA) - ROME, JUL 11 - The', { place: 'ROME', date: 'JUL 11', agencies: ['ANSA'] }, 'The'],
  ['Rome, October 11 - Italian', { place: 'Rome', date: 'October 11' }, 'Italian'],
  ['København /ritzau/: En', { place: 'København', agencies: ['ritzau'] }, 'En'],
  ['Oslo (NTB-AFP): Noe', { place: 'Oslo', agencies: ['NTB-AFP'] }, 'Noe'],
  ['SÃO PAULO, 3 nov (EFE).- El', { place: 'SÃO PAULO', date: '3 nov', agencies: ['EFE'] }, 'El'],
  ['MOSCOW. Nov 3 (Interfax) - The', { place: 'MOSCOW', date: 'Nov 3', agencies: ['Interfax'] }, 'The'],
  ['Frankfurt/Main (dpa/lhe) - Der', { place: 'Frankfurt/Main', agencies: ['dpa', 'lhe'] }, 'Der'],
  ['FORT WASHINGTON, Pa. (AP) _ A', { place: 'FORT WASHINGTON, Pa.', agencies: ['AP'] }, 'A'],
  ['GORKI - United Nations', { place: 'GORKI' }, 'United Nations'],
  ['San Mateo (ANP) - Een', { place: 'San Mateo', agencies: ['ANP'] }, 'Een'],
];

test('datelines are found as the agencies write them', () => {
  for (const [text, dateline, rest] of SEEN) assert.deepEqual(datelineOf(text), { dateline, rest }, text);
});

test('a sentence, a name with a note in brackets, and a list are no datelines', () => {
  for (const text of [
    'Tillakaratne Dilshan (cricket) - the batsman',
    'The minister said on Friday that talks would go on - but not when.',
    'Well - it depends.',
    'WHO - The agency said',
    'U.S. - China talks',
    'I - for one - agree.',
    '',
    '(AP) - no place',
  ]) {
    assert.equal(datelineOf(text), undefined, text);
  }
});

test('whatever a text begins with, what follows the dateline is its end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const found = datelineOf(text);
      if (found) assert.ok(text.endsWith(found.rest));
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import type { Dateline } from '@courant/story';
import { plainText } from '@courant/story';
import { copyFromItem } from './copy.ts';
import { bodyFromHtml } from './html-body.ts';
import type { WireItem } from './wire-item.ts';

const MADE = '2011-04-23T15:57:00.000Z' as Instant;

function item(more: Partial<WireItem> = {}): WireItem {
  const { body } = bodyFromHtml('<p><b>GORKI</b> (AP) - United Nations.</p><p>Second.</p>');
  return { format: 'ninjs-1', id: 'a', headline: 'Head', body, warnings: [], unmapped: {}, ...more };
}

test('the dateline is cut from the copy, because the page sets it in front again', () => {
  const copy = copyFromItem(item({ dateline: { place: 'GORKI', agencies: ['AP'] } }), { language: 'en' });
  assert.equal(plainText(copy.body), 'United Nations.\n\nSecond.');
  assert.equal(copy.dateline?.place, 'GORKI');
});

test('copy that does not begin with its dateline keeps every word', () => {
  const copy = copyFromItem(item({ dateline: { place: 'Moscow' } }), { language: 'en' });
  assert.match(plainText(copy.body), /^GORKI \(AP\) - United/);
});

const DATELINES: readonly (readonly [dateline: Dateline, opening: string, kept: string])[] = [
  [
    { place: 'London' },
    'London police said – after a day – that it is so.',
    'London police said – after a day – that it is so.',
  ],
  [{ place: 'Paris', agencies: ['ats afp'] }, 'Paris (ats afp) Les ministres.', 'Les ministres.'],
  [
    { place: 'København', agencies: ['ritzau'] },
    'København /ritzau/: Det regner - igen.',
    'Det regner - igen.',
  ],
  [
    { place: 'ROME', date: 'JUL 11', agencies: ['ANSA'] },
    '(ANSA) - ROME, JUL 11 - Police said.',
    'Police said.',
  ],
  [{ place: 'SEOUL', date: 'Nov 26', agencies: ['AFP'] }, 'SEOUL, Nov 26 AFP - Rain.', 'Rain.'],
  [{ place: 'Varde', agencies: ['Agencies'] }, 'Varde (Agencies) – Rain – and more.', 'Rain – and more.'],
  [{ place: 'DAMASCUS, Syria' }, 'Damascus (AP) — Rain.', 'Rain.'],
  [{ place: 'London' }, 'LONDON, Ontario (AP) — Rain.', 'LONDON, Ontario (AP) — Rain.'],
  [{ place: 'New York, NY' }, '(New York, NY - October 21) Rain.', '(New York, NY - October 21) Rain.'],
];

for (const [dateline, opening, kept] of DATELINES) {
  test(`of “${opening}” no more than the dateline is cut`, () => {
    const { body } = bodyFromHtml(`<p>${opening}</p>`);
    assert.equal(plainText(copyFromItem(item({ body, dateline }), { language: 'en' }).body), kept);
  });
}

test('what only the text says of a dateline is kept with what the item says', () => {
  const { body } = bodyFromHtml('<p>Damascus (AP) — Rain.</p>');
  const copy = copyFromItem(item({ body, dateline: { place: 'DAMASCUS, Syria' } }), { language: 'en' });
  assert.deepEqual(copy.dateline, { place: 'DAMASCUS, Syria', agencies: ['AP'] });
});

test('an archive keeps its times, agency copy has those of our own acts', () => {
  const archive = copyFromItem(item({ format: 'page-text', versionCreated: MADE }), { language: 'en' });
  assert.deepEqual([archive.firstPublished, archive.lastUpdated], [MADE, MADE]);
  const agency = copyFromItem(item({ versionCreated: MADE }), { language: 'en' });
  assert.deepEqual([agency.firstPublished, agency.lastUpdated], [undefined, undefined]);
});

test('what an item does not say comes from the edition, or from the headline', () => {
  const copy = copyFromItem(item(), { language: 'de' });
  assert.deepEqual([copy.language, copy.slug, copy.kind], ['de', 'head', 'article']);
});

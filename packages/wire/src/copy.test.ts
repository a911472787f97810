import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
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

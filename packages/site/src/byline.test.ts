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

test('each language has its own word before names, and its own ways to have said it already', () => {
  const told = (locale: string, byline: string) => bylineText({ locale }, byline);
  assert.equal(told('de', 'Ada Holm'), 'Von Ada Holm');
  assert.equal(told('de', 'Von Ada Holm'), 'Von Ada Holm');
  assert.equal(told('de', 'Ursula von Behr'), 'Von Ursula von Behr');
  assert.equal(told('fr', 'Propos recueillis par Ada Holm'), 'Propos recueillis par Ada Holm');
  assert.equal(told('ar', 'هالة نصّار'), 'بقلم هالة نصّار');
  assert.equal(told('ar', 'بقلم هالة نصّار'), 'بقلم هالة نصّار');
  assert.equal(told('zh-Hans', '方远'), '文：方远');
  assert.equal(told('zh-Hans', '记者：方远'), '记者：方远');
});

test('names are found after the word of any language', () => {
  assert.deepEqual(namesIn('Von Ada Holm und Piet Lomax'), ['Ada Holm', 'Piet Lomax']);
  assert.deepEqual(namesIn('文：方远、陆敏之'), ['方远', '陆敏之']);
  assert.deepEqual(namesIn('بقلم هالة نصّار، سلوى القاضي'), ['هالة نصّار', 'سلوى القاضي']);
});

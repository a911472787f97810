import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headlineHtml } from './headline.ts';

test('a Chinese headline may break between its words, never before a mark', () => {
  const said = headlineHtml('补胎八元，学会十二元', 'zh-Hans').markup;
  assert.equal(said.replaceAll('<wbr>', ''), '补胎八元，学会十二元');
  assert.match(said, /元，学会/);
  assert.ok(said.includes('<wbr>'));
});

test('words parted by blanks are left to the browser', () => {
  assert.equal(headlineHtml('Salt & water', 'en-GB').markup, 'Salt &amp; water');
});

test('what looks like markup stays text in every script', () => {
  assert.doesNotMatch(headlineHtml('电缆<img onerror=x>电缆', 'zh').markup, /<img/);
});

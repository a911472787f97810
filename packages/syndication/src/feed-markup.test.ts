import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '@courant/base';
import fc from 'fast-check';
import { anyText } from './feed-sample-testing.ts';
import { htmlFaults } from './html-rules-testing.ts';
import { feedMarkup } from './syndication.ts';

const PAGE = 'https://courant.example/world/story';

test('every address becomes absolute', () => {
  const markup = html`<p><a href="/world?a=1&b=2">w</a> <a href="#b-1">b</a> <a href="mailto:a@b.example">m</a></p>`;
  assert.equal(
    feedMarkup(markup, PAGE),
    '<p><a href="https://courant.example/world?a=1&amp;b=2">w</a> <a href="https://courant.example/world/story#b-1">b</a> ' +
      '<a href="mailto:a@b.example">m</a></p>',
  );
  const picture = html`<img class="wide" srcset="/a-320.jpg 320w, /a-640.jpg 640w" sizes="100vw" src="/a.jpg" alt="A &quay&quot;" loading="lazy">`;
  assert.equal(
    feedMarkup(picture, PAGE),
    '<img srcset="https://courant.example/a-320.jpg 320w, https://courant.example/a-640.jpg 640w" ' +
      'src="https://courant.example/a.jpg" alt="A &quay&quot;">',
  );
});

test('what runs, asks or styles stays at home', () => {
  const markup = html`<p id="b-1" style="color:red" onclick="x()" data-id="7">a</p><script>alert("<p>")</script><svg><path d="M0 0"/></svg><button type="button">b</button>`;
  assert.equal(feedMarkup(markup, PAGE), '<p>a</p>');
  assert.equal(feedMarkup(html`<a href="javascript:alert(1)">a</a>`, PAGE), '<a>a</a>');
});

test('markup with any text in it is fit for feeds', () => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const fit = one.replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, '');
      const said = other.replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, '');
      const markup = html`<p class="${fit}" title="${said}"><a href="${`/${encodeURIComponent(fit)}`}">${said}</a></p><img src="/a.jpg" alt="${fit}">`;
      assert.deepEqual(htmlFaults(feedMarkup(markup, PAGE)), []);
      assert.ok(feedMarkup(markup, PAGE).includes(html`>${said}</a>`.markup));
    }),
  );
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Hole, Json } from './base.ts';
import { href, html, jsonLd, NOTHING, trustedHtml } from './base.ts';

const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('<', '>', '"', '&', "'", ';', '/'), fc.string()),
});

/** What a browser reads back out of escaped text. */
function read(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('html', () => {
  it('escapes text so that it opens no tag, ends no attribute and reads back as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        const found = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/s.exec(markup);
        assert.ok(found, markup);
        assert.equal(read(found[1] ?? ''), text);
        assert.equal(read(found[2] ?? ''), text);
      }),
    );
  });

  it('keeps markup, joins lists at any depth and leaves no trace of what is absent', () => {
    const rows: readonly Hole[] = [
      html`<li>${1}</li>`,
      [html`<li>${'<'}</li>`, [false, null, undefined, '']],
    ];
    assert.equal(html`<ul>${rows}${NOTHING}</ul>`.markup, '<ul><li>1</li><li>&lt;</li></ul>');
    assert.equal(html`${0}`.markup, '0');
  });

  it('shows markup in an attribute as its source, wherever the hole stands in the tag', () => {
    const quote = html`<b title="x">${'"'}</b>`;
    const source = '&lt;b title=&quot;x&quot;&gt;&amp;quot;&lt;/b&gt;';
    assert.equal(html`<p title="${quote}">${quote}</p>`.markup, `<p title="${source}">${quote.markup}</p>`);
    const many = html`<p class="a > ${'b'} ${[quote, '"', [NOTHING]]}" id="${1}">${[quote]}<br></p>`.markup;
    assert.equal(many, `<p class="a > b ${source}&quot;" id="1">${quote.markup}<br></p>`);
    assert.equal(html`it's < 3 "${quote}"`.markup, `it's < 3 "${quote.markup}"`);
  });

  it('lets no value end an attribute, be it text, markup or a list of both', () => {
    const hole: fc.Arbitrary<Hole> = fc.oneof(
      anyText,
      anyText.map((text) => html`<a title="${text}">${text}</a>`),
      fc.array(fc.oneof(anyText, anyText.map(trustedHtml))),
    );
    fc.assert(
      fc.property(hole, hole, (one, other) => {
        assert.match(
          html`<p lang="en" title="${one} > ${other}">`.markup,
          /^<p lang="en" title="[^"<>]* > [^"<>]*">$/,
        );
      }),
    );
  });

  it('takes no object for markup that only looks like it', () => {
    const forged = { markup: '<script>alert(1)</script>' };
    assert.equal(html`<p>${forged}</p>`.markup, '<p></p>');
    assert.equal(html`<p>${trustedHtml('<b>x</b>')}</p>`.markup, '<p><b>x</b></p>');
  });
});

describe('href', () => {
  it('lets relative addresses and the four schemes through as they are', () => {
    const addresses = [
      '',
      '#',
      '#b-12',
      '/2011/04/23/putin',
      '?q=a&b=c',
      '//cdn.example/x.jpg',
      'http://a.example/',
      'HTTPS://a.example/?q=%20',
      'mailto:desk@example.org',
      'tel:+4412345',
      'https://例え.jp/道?q=é',
      'a/b:c',
    ];
    for (const address of addresses) assert.equal(href(address), address);
  });

  it('gives # for scripts, data and every other scheme, however they are dressed', () => {
    const addresses = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'java\tscript:alert(1)',
      '\u0000javascript:alert(1)',
      '\u0001 \u001fjavascript:alert(1)',
      'javascript\u200b:alert(1)',
      '\ufeffjavascript:alert(1)',
      '\u2028javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'blob:https://a.example/1',
      'file:///etc/passwd',
      'ftp://a.example/',
    ];
    for (const address of addresses) assert.equal(href(address), '#', JSON.stringify(address));
  });

  it('lets no browser find a scheme that is not allowed, whatever stands around it', () => {
    const noise = fc.string({
      unit: fc.constantFrom('\u0000', '\t', '\n', '\r', ' ', '\u00a0', '\u200b', '\ud800', '%', '&#9;'),
    });
    const parts = fc.tuple(
      noise,
      fc.constantFrom('java', 'da'),
      noise,
      fc.constantFrom('script:', 'ta:'),
      noise,
    );
    fc.assert(
      fc.property(parts, (pieces) => {
        const { protocol } = new URL(href(pieces.join('')), 'https://paper.example/');
        assert.equal(protocol, 'https:');
      }),
    );
  });

  it('gives an address that means the same, in characters that may stand in one', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        assert.equal(new URL(href(address)).href, new URL(address).href);
      }),
    );
    assert.equal(
      href(' https://a.example/b c?q={"x"}|50% '),
      'https://a.example/b%20c?q=%7B%22x%22%7D%7C50%25',
    );
    assert.equal(href('/a\u0000b\r\nc'), '/abc');
  });
});

describe('jsonLd', () => {
  it('cannot be ended early, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anyText), (value) => {
        // What fast-check calls a JSON value is one.
        const { markup } = jsonLd(value as Json);
        const inner = markup.slice('<script type="application/ld+json">'.length, -'</script>'.length);
        assert.ok(!/<|\u2028|\u2029/.test(inner));
        assert.deepEqual(JSON.parse(inner), JSON.parse(JSON.stringify(value)));
      }),
    );
    assert.ok(!jsonLd('</script><!--').markup.slice(8, -9).includes('<'));
  });
});

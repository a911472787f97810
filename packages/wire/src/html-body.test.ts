import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyHtml, PLAIN_VIEW, parseBody, plainText } from '@courant/story';
import fc from 'fast-check';
import { bodyFromHtml, bodyFromText } from './html-body.ts';

const markup = (html: string, isHouse = false) =>
  bodyHtml(bodyFromHtml(html, { isHouse }).body, PLAIN_VIEW).markup;

test('paragraphs, crossheads, lists, tables and marks of agencies become blocks', () => {
  assert.equal(
    markup('<p>One <b>two</b> <i>three</i></p>'),
    '<p>One <strong>two</strong> <em>three</em></p>',
  );
  assert.equal(markup('<h1>Head</h1><h4>Sub</h4>'), '<h2>Head</h2><h3>Sub</h3>');
  assert.equal(markup('<ul><li>a<li>b</ul>'), '<ul><li>a</li><li>b</li></ul>');
  assert.match(
    markup('<table><tr><th>a</th></tr><tr><td>b</td></tr></table>'),
    /<th scope="col"[^>]*>a<\/th>.*<td[^>]*>b<\/td>/,
  );
  assert.equal(
    markup('<blockquote>So it is.</blockquote>'),
    '<figure class="quote"><blockquote><p>So it is.</p></blockquote></figure>',
  );
});

test('two line breaks part paragraphs, as old systems write, and one is a break', () => {
  assert.equal(markup('one<br><br>two<br>three'), '<p>one</p><p>two<br>three</p>');
  assert.equal(markup('<div>a<div>b</div>c</div>'), '<p>a</p><p>b</p><p>c</p>');
});

test('spaces fold outside preformatted copy and stand inside it', () => {
  assert.equal(markup('<p>  a \n  b  </p>'), '<p>a b</p>');
  assert.match(markup('<pre>a   1\nb  22</pre>'), />\n?a {3}1\nb {2}22</);
});

test('scripts, styles, forms, frames, handlers and odd schemes leave no trace', () => {
  const html = `<script>x()</script><style>p{}</style><p onclick="x()">a <a href="javascript:x()">b</a>
    <a href=" java&#10;script:x()">c</a> <a href="https://a.example/?q=1">d</a></p><iframe src="//e"></iframe><form><input value="y"></form>`;
  const made = markup(html);
  assert.equal(/script|style|onclick|iframe|input|x\(\)|p\{\}/.test(made), false, made);
  assert.match(made, /<a href="https:\/\/a\.example\/\?q=1">d<\/a>/);
});

test('pictures in the copy become media of the item, by address', () => {
  const { media } = bodyFromHtml(
    '<p>a<img src="https://a.example/1.jpg" alt="A quay"></p><img src="data:x">',
  );
  assert.deepEqual(media, [{ kind: 'picture', href: 'https://a.example/1.jpg', caption: 'A quay' }]);
});

test('only our own files may name pictures, fact boxes and related stories', () => {
  const html =
    '<figure data-picture="quay"><figcaption>The quay</figcaption></figure><aside class="facts"><h3>Facts</h3><ul><li>a</li></ul></aside>' +
    '<nav class="related"><a href="slug:b">B</a></nav><div class="gallery"><figure data-picture="x"></figure></div>';
  const types = (isHouse: boolean) => bodyFromHtml(html, { isHouse }).body.content.map((block) => block.type);
  assert.deepEqual(types(true), ['picture', 'factbox', 'related', 'gallery']);
  assert.deepEqual(
    types(false).filter((type) => !['paragraph', 'subhead', 'list'].includes(type)),
    [],
  );
});

test('what an agency says to editors is a notebook and never shows', () => {
  const html =
    '<p>Copy.</p><p>Eds: UPDATES with quotes.</p><p>More.</p><p># Notebook</p><p>Call the desk.</p>';
  assert.equal(markup(html), '<p>Copy.</p><p>More.</p>');
  assert.equal(bodyFromHtml(html).body.content.length, 5);
  assert.equal(markup('<p>Ed. Balls said so.</p>'), '<p>Ed. Balls said so.</p>');
});

test('every block says which block of which item it came from', () => {
  const { body } = bodyFromHtml('<p>a</p><ul><li>b</li></ul><p>c</p>', { from: { item: 'i', version: '2' } });
  assert.deepEqual(
    body.content.map((block) => block.attrs.from),
    [0, 1, 2].map((block) => ({ item: 'i', version: '2', block })),
  );
});

test('blocks are numbered in the order they stand in', () => {
  const from = { item: 'i', version: '2' };
  const { body } = bodyFromHtml('a<p>b</p>c<ul><li>d</li></ul>e', { from });
  assert.deepEqual(
    body.content.map((block) => block.attrs.from?.block),
    [0, 1, 2, 3, 4],
  );
  assert.deepEqual(
    body.content.map((block) => block.attrs.id),
    ['b1', 'b2', 'b3', 'b4', 'b7'],
  );
});

test('what is left out of a line does not part it', () => {
  assert.equal(markup('<p>a <svg><path/></svg><script>x()</script>b</p>'), '<p>a b</p>');
  assert.equal(markup(`${'<div>'.repeat(30)}a <b>b</b> c`), '<p>a <strong>b</strong> c</p>');
});

test('plain text parts at blank lines, or at every line where there are none', () => {
  assert.equal(plainText(bodyFromText('a\nb\n\nc').body), 'a b\n\nc');
  assert.equal(plainText(bodyFromText('a\nb').body), 'a\n\nb');
  assert.equal(plainText(bodyFromText('1 < 2 & "3"').body), '1 < 2 & "3"');
});

test('words keep their bounds and blocks their shape inside elements of a line', () => {
  assert.equal(markup('<span><p>one</p><p>two</p></span>'), '<p>one</p><p>two</p>');
  assert.equal(markup('<font><div>a</div><ul><li>b</li></ul></font>'), '<p>a</p><ul><li>b</li></ul>');
  assert.equal(
    markup('<a href="https://a.example/"><h3>a</h3><p>b</p></a>').replaceAll(/<\/?a\b[^>]*>/g, ''),
    '<p>a</p><p>b</p>',
  );
  assert.match(
    markup('<table><tr><td>a<ul><li>b</li></ul><p>c</p></td><td>d</td></tr></table>'),
    />a<br>b<br>c</,
  );
});

test('lists and tables keep their words wherever they stand', () => {
  const words = (html: string) => plainText(bodyFromHtml(html).body).replace(/\s+/g, ' ');
  assert.equal(words('<blockquote><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul></blockquote>'), 'a b c');
  assert.equal(
    words('<blockquote><p>a</p><table><tr><td>b</td><td>c</td></tr></table></blockquote>'),
    'a b c',
  );
  assert.equal(words('<ul><li>a<table><tr><td>b</td></tr></table></li></ul>'), 'a b');
  assert.equal(words('<ul>a<li>b</li><p>c</p><ul><li>d</li></ul></ul>'), 'a b c d');
});

test('a table of one cell is a box around its paragraphs', () => {
  assert.equal(markup('<table><tr><td><p>a</p><p>b</p></td></tr></table>'), '<p>a</p><p>b</p>');
});

test('a picture with its caption is a medium, and neither stands in the text', () => {
  const figure =
    '<figure><img src="https://a.example/1.jpg" alt="Alt"><figcaption>A quay. <i>Foto</i></figcaption></figure>';
  const { body, media } = bodyFromHtml(
    `<p>a</p>${figure}<table><tr><td><img src="https://a.example/2.jpg"></td><td>b</td></tr></table>`,
  );
  assert.deepEqual(media, [
    { kind: 'picture', href: 'https://a.example/1.jpg', caption: 'A quay. Foto' },
    { kind: 'picture', href: 'https://a.example/2.jpg' },
  ]);
  assert.deepEqual(
    body.content.map((block) => block.type),
    ['paragraph', 'table'],
  );
  const other = '<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>';
  assert.match(plainText(bodyFromHtml(other).body), /a\s+b/);
});

test('a body of more blocks than any story has is cut with a warning', () => {
  const { body, warnings } = bodyFromHtml(`<div>${'<p>a'.repeat(200_000)}</div>`);
  assert.equal(body.content.length, 20_000);
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['body-cut'],
  );
});

test('any HTML gives a body the document schema accepts', () => {
  const part = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<ul>',
      '<li>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td>',
      '<blockquote>',
      '<br>',
      '<b>',
      '</b>',
      '<pre>',
    ],
    ...[
      'text',
      ' ',
      '\0',
      '\ud800',
      '&amp;',
      '<h2>',
      '<hr>',
      '<constructor>',
      '<span>',
      '<a href="/x">',
      '<figure><img src="/x">',
      '<aside class="facts">',
      '<div class="gallery">',
      '<figure data-picture="a">',
    ],
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), fc.boolean(), (parts, isHouse) => {
      const { body } = bodyFromHtml(parts.join(''), { isHouse });
      const parsed = parseBody(body, () => 'never');
      assert.ok(parsed.ok, parsed.ok ? '' : parsed.say);
    }),
    { numRuns: 500 },
  );
});

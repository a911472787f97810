import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { decode } from './charset.ts';

const TEXT = '<?xml version="1.0"?><p>Zürich – “naïve” €</p>';
const declared = (charset: string) => TEXT.replace('?>', ` encoding="${charset}"?>`);

test('a charset is found by mark, by zeros, by validity, by declaration, in this order', () => {
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['utf-8', iconv.encode(TEXT, 'utf-8'), 'utf-8'],
    ['utf-8 with mark', iconv.encode(TEXT, 'utf-8', { addBOM: true }), 'utf-8'],
    ['utf-16 with mark', iconv.encode(TEXT, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['utf-16 without', iconv.encode(TEXT, 'utf-16be'), 'utf-16be'],
    ['declared', iconv.encode(declared('windows-1252'), 'windows-1252'), 'windows-1252'],
    [
      'iso 8859-15',
      iconv.encode(declared('iso-8859-15').replace(/[–“”]/g, '-'), 'iso-8859-15'),
      'iso-8859-15',
    ],
    ['nothing said', iconv.encode(TEXT, 'windows-1252'), 'windows-1252'],
  ];
  for (const [name, bytes, charset] of cases) {
    const decoded = decode(bytes);
    assert.equal(decoded.charset, charset, name);
    assert.match(decoded.text, /Zürich/, name);
    assert.match(decoded.text, /€/, name);
    assert.deepEqual(decoded.warnings, [], name);
  }
});

test('a document that says one charset and is in another is read, with a warning', () => {
  const wrong = decode(iconv.encode(declared('UTF-8'), 'windows-1252'));
  assert.match(wrong.text, /Zürich/);
  assert.equal(wrong.warnings.length, 1);
  const other = decode(iconv.encode(declared('iso-8859-1'), 'utf-8'));
  assert.match(other.text, /Zürich/);
  assert.equal(other.warnings.length, 1);
});

test('UTF-8 with a few bytes damaged stays UTF-8, with a warning', () => {
  const bytes = iconv.encode(TEXT, 'utf-8');
  const cut = decode(bytes.subarray(0, bytes.indexOf(0xe2, bytes.indexOf(0x80)) + 1));
  assert.equal(cut.charset, 'utf-8');
  assert.match(cut.text, /Zürich –/);
  assert.deepEqual(
    cut.warnings.map(({ code }) => code),
    ['charset'],
  );
});

test('a declaration that names no charset of text is not followed', () => {
  for (const name of ['base64', 'hex', 'utf-7', 'x-unknown']) {
    const decoded = decode(iconv.encode(declared(name), 'windows-1252'));
    assert.equal(decoded.charset, 'windows-1252', name);
    assert.match(decoded.text, /Zürich – “naïve” €/, name);
  }
});

test('zeros are taken out of a text', () => {
  assert.equal(decode(new TextEncoder().encode('<p>one\0two</p>')).text, '<p>onetwo</p>');
});

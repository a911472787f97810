import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { decode } from './charset.ts';
import { readJson } from './loose-json.ts';

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

test('JSON as agencies break it is mended, and told from JSON that is whole', () => {
  assert.deepEqual(readJson('{"a":"b"}'), { value: { a: 'b' }, isMended: false });
  const broken: readonly (readonly [string, unknown])[] = [
    ['{"a":"one\ttwo\nthree"}', { a: 'one\ttwo\nthree' }],
    ['{"a":[1,2,],}', { a: [1, 2] }],
    ['{"a":"he said \\\\"no\\\\" twice"}', { a: 'he said "no" twice' }],
    ['{"a":"c:\\docs"}', { a: 'c:\\docs' }],
  ];
  for (const [text, value] of broken) assert.deepEqual(readJson(text), { value, isMended: true }, text);
  assert.equal(readJson('{"a":'), undefined);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { anyText } from './feed-sample-testing.ts';
import { cdata, element, elementWith, fitText, xmlDocument } from './xml.ts';

interface Read {
  text: string;
  attribute: string | undefined;
  elements: number;
}

/** What a parser that throws on any fault makes of a document. */
function read(document: string): Read {
  const found: Read = { text: '', attribute: undefined, elements: 0 };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes }) => {
    found.elements++;
    const value = attributes.of;
    if (typeof value === 'string') found.attribute = value;
  });
  let isWithin = false;
  parser.on('opentagstart', () => {
    isWithin = true;
  });
  parser.on('closetag', () => {
    isWithin = false;
  });
  for (const kind of ['text', 'cdata'] as const) {
    parser.on(kind, (text) => {
      if (isWithin) found.text += text;
    });
  }
  parser.write(document).close();
  return found;
}

test('any text comes back from an element and an attribute as it went in, but for what XML may not hold', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: back, attribute, elements } = read(xmlDocument(elementWith('a', { of: text }, text)));
      assert.deepEqual([back, attribute, elements], [fitText(text), fitText(text), 1]);
    }),
  );
});

test('any text comes back from CDATA with line ends as parsers make them', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: back } = read(xmlDocument(element('a', cdata(text))));
      assert.equal(back, fitText(text).replace(/\r\n?/g, '\n'));
    }),
  );
});

test('characters that no XML may hold are dropped and all others kept', () => {
  assert.equal(fitText('a\u0000\u0008\u000b\u001f\u007f\u0085\ufdd0\ufffd\ufffe\ud800b\udc00'), 'ab');
  const kept = '\t\n\r é ￼ 上海 ميناء \u{10000}\u{1fffd}\u{10fffd} 👩‍👩‍👧';
  assert.equal(fitText(kept), kept);
  assert.equal(fitText('\u{1fffe}\u{10ffff}'), '');
});

test('an element without content closes itself, and absent children and attributes leave no trace', () => {
  assert.equal(element('a', undefined, false, []).xml, '<a/>');
  assert.equal(elementWith('a', { b: undefined, c: 1 }, [element('d'), 2]).xml, '<a c="1"><d/>2</a>');
});

test('XML that was not made here is not taken as XML', () => {
  const forged = { xml: '<script/>' };
  assert.equal(element('a', forged).xml, '<a/>');
});

test('what is no name of XML is refused as one', () => {
  assert.throws(() => element('a b'), RangeError);
  assert.throws(() => elementWith('a', { 'b="': 'c' }), RangeError);
});

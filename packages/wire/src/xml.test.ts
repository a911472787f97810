import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { XmlElement } from './xml.ts';
import { at, below, readXml, textOf } from './xml.ts';

function root(text: string): XmlElement {
  const reading = readXml(text);
  assert.ok(reading.ok, reading.ok ? '' : reading.say);
  return reading.root;
}

function failure(text: string) {
  const reading = readXml(text);
  return reading.ok ? undefined : { why: reading.why, say: reading.say };
}

test('elements are known by local name, prefixed or not, in any namespace or none', () => {
  const tree = root('<n:a xmlns:n="urn:x" n:id="1" xml:lang="de"><n:b>eins</n:b><b>zwei</b></n:a>');
  assert.equal(tree.name, 'a');
  assert.equal(tree.attrs.id, '1');
  assert.equal(tree.attrs['xml:lang'], 'de');
  assert.deepEqual(below(tree, 'b').map(textOf), ['eins', 'zwei']);
  assert.equal(root('<x:a>undeclared prefix</x:a>').name, 'a');
});

test('a mark or blank lines before the declaration do no harm', () => {
  assert.equal(root('\uFEFF\n\n <?xml version="1.0"?>\n<a/>').name, 'a');
});

test('bare ampersands, unknown entities and control characters are mended, and it is told', () => {
  const reading = readXml('<a t="R&D">AT&T &unknown; \u0001&amp; Söhne &#8211; &eacute;</a>');
  assert.ok(reading.ok && reading.isMended);
  assert.equal(textOf(reading.root), 'AT&T &unknown; & Söhne – é');
  assert.equal(reading.root.attrs.t, 'R&D');
});

test('mending leaves character data as it stands', () => {
  const reading = readXml('<a>AT&T <![CDATA[R&D <b>]]></a>');
  assert.ok(reading.ok && reading.isMended);
  assert.equal(textOf(reading.root), 'AT&T R&D <b>');
});

test('entities of HTML need no declaration and are no damage', () => {
  const reading = readXml('<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf>a&nbsp;b&ndash;c</nitf>');
  assert.ok(reading.ok && !reading.isMended);
  assert.equal(reading.root.children.join(''), 'a\u00a0b–c');
});

test('a document that declares entities is refused as hostile, used or not', () => {
  const bombs = [
    '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://example.com/p.dtd"> %p;]><a/>',
    '<!DOCTYPE a [<!ENTITY unused "x">]><a/>',
  ];
  for (const bomb of bombs) assert.equal(failure(bomb)?.why, 'hostile', bomb);
  const named = '<!DOCTYPE a [<!ENTITY % nitf SYSTEM "../dtd/nitf-3-0.dtd"> %nitf; ]><a>b</a>';
  assert.equal(textOf(root(named)), 'b', 'a grammar named by a file is passed over');
});

test('depth, attributes and elements have limits', () => {
  assert.equal(failure('<a>'.repeat(257) + '</a>'.repeat(257))?.why, 'too-deep');
  assert.equal(root('<a>'.repeat(256) + '</a>'.repeat(256)).name, 'a');
  const attributes = Array.from({ length: 1_001 }, (_, i) => `a${i}=""`).join(' ');
  assert.equal(failure(`<a ${attributes}/>`)?.why, 'too-large');
  assert.equal(failure(`<a>${'<b/>'.repeat(500_000)}</a>`)?.why, 'too-large');
});

test('what is broken is told with its line', () => {
  assert.match(failure('<a>\n<b>\n</a>')?.say ?? '', /^broken XML: line 3: /);
  assert.equal(failure('')?.why, 'broken');
  assert.equal(failure('no markup at all')?.why, 'broken');
  assert.equal(failure('<a><b>cut off')?.why, 'broken');
});

test('an attribute or element of any name is only data', () => {
  const tree = root('<a __proto__="x" constructor="y"><constructor>z</constructor></a>');
  assert.equal(tree.attrs.constructor, 'y');
  assert.equal(textOf(at(tree, 'constructor')), 'z');
});

test('no text makes the reader throw', () => {
  const piece = fc.constantFrom(
    ...['<a>', '</a>', '<b x="', '"', '>', '&', '&amp;', ']]>', '<![CDATA[', '<!--', '-->', '<?', '?>', '<!'],
  );
  const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 });
  fc.assert(
    fc.property(text, (parts) => {
      const reading = readXml(parts.join(''));
      assert.equal(typeof reading.ok, 'boolean');
    }),
  );
});

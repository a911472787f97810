import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import fc from 'fast-check';
import { jsonFault } from './json-fault.ts';
import type { SchemaFile } from './schema-shelf.ts';
import type { Judgement } from './strict.ts';
import { SchemaJudge } from './strict.ts';

const RECEIVED = '2026-11-01T00:00:00.000Z' as Instant;
const NAR = 'http://iptc.org/std/nar/2006-10-01/';

/** Schemas of our own, which say of themselves what the IPTC's say, under names that tell nothing. */
function ninjs(version: string, members: object, draft = '2020-12/schema'): SchemaFile {
  const $schema =
    draft === 'draft-03/schema#'
      ? `http://json-schema.org/${draft}`
      : `https://json-schema.org/draft/${draft}`;
  const id = `http://www.iptc.org/std/ninjs/ninjs-schema_${version}.json#`;
  const schema = { $schema, [draft.startsWith('draft') ? 'id' : '$id']: id, title: 'News', type: 'object' };
  const all = {
    uri: { type: 'string' },
    standard: { type: 'object' },
    headline: { type: 'string' },
    ...members,
  };
  return {
    path: `ninjs/${version.replace('.', '')}.txt`,
    text: JSON.stringify({ ...schema, additionalProperties: false, properties: all }),
  };
}

const G2 = (version: string): SchemaFile => ({
  path: `g2/${version}/a.xsd`,
  text: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${NAR}" xmlns="${NAR}"
    elementFormDefault="qualified" version="${version}">
    <xs:include schemaLocation="../parts/b.xsd"/>
    <xs:element name="newsMessage"/>
    <xs:element name="newsItem"><xs:complexType>
      <xs:sequence><xs:element name="urgency" type="level"/></xs:sequence>
      <xs:attribute name="standardversion" use="required"/>
    </xs:complexType></xs:element></xs:schema>`,
});
const PART: SchemaFile = {
  path: 'g2/parts/b.xsd',
  text: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${NAR}" version="2.0">
    <xs:simpleType name="level"><xs:restriction base="xs:integer"><xs:maxInclusive value="9"/></xs:restriction>
    </xs:simpleType></xs:schema>`,
};
const FILES: readonly SchemaFile[] = [
  ninjs('3.3', { place: { $ref: 'https://geojson.org/schema/GeoJSON.json#' } }),
  ninjs('3.0', { urgency: { type: 'integer', maximum: 9 } }),
  ninjs('1.0', { uri: { type: 'string', required: true } }, 'draft-03/schema#'),
  ninjs('1.1', { kind: { enum: ['text', 'picture'] } }, '2020-12/schema'),
  ...[G2('2.30'), G2('2.9'), PART],
];
const schemas = new SchemaJudge(FILES, 'var/schemas');

function judged(content: unknown, as?: string): Judgement {
  const bytes = new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  return schemas.judge(bytes, { received: RECEIVED, ...(as === undefined ? {} : { as }) });
}

function faults(judgement: Judgement): readonly string[] {
  assert.ok(judgement.isJudged, JSON.stringify(judgement));
  return judgement.faults;
}

const item = (version: string, members: object = {}) => ({ uri: 'urn:a', standard: { version }, ...members });
const newsItem = (version: string, inner: string, xmlns = ` xmlns="${NAR}"`) =>
  `<?xml version="1.0"?>\n<newsItem${xmlns} standardversion="${version}">\n${inner}\n</newsItem>`;

test('a document is judged by the schema of the version that it states', () => {
  assert.deepEqual(judged(item('3.0', { urgency: 4 })), { isJudged: true, by: 'ninjs 3.0', faults: [] });
  assert.deepEqual(judged(item('3.0', { urgency: 40, fast: 1 })), {
    isJudged: true,
    by: 'ninjs 3.0',
    faults: [
      'the document has “fast”, which the schema does not know there (#/additionalProperties)',
      '/urgency must be <= 9 (#/properties/urgency/maximum)',
    ],
  });
  assert.deepEqual(judged(newsItem('2.9', '<urgency>4</urgency>')), {
    isJudged: true,
    by: 'NewsML-G2 2.9',
    faults: [],
  });
  assert.deepEqual(judged(newsItem('2.30', '<urgency>14</urgency>')), {
    isJudged: true,
    by: 'NewsML-G2 2.30',
    faults: [
      "line 3: Element 'urgency': [facet 'maxInclusive'] The value '14' is greater than the maximum value allowed ('9') (cvc-maxInclusive-valid)",
    ],
  });
});

test('where the very version has no schema, the next later of its line judges, and that is said', () => {
  const later = judged(item('3.1', { urgency: 4 }));
  assert.equal(
    later.isJudged && later.note,
    'ninjs 3.1 has no schema here: judged by 3.3, the next later one',
  );
  assert.equal(faults(later).length, 1);
  const g2 = judged(newsItem('2.10', '<urgency>4</urgency>'));
  assert.equal(
    g2.isJudged && g2.note,
    'NewsML-G2 2.10 has no schema here: judged by 2.30, the next later one',
  );
  const none = judged('<newsItem><urgency>1</urgency></newsItem>');
  assert.equal(none.isJudged && none.note, 'states no version of NewsML-G2: judged by 2.30, the latest here');
});

test('a schema that is missing is named, with where it is published', () => {
  const expected =
    /^var\/schemas holds no schema of ninjs 2\.1: .*https:\/\/www\.iptc\.org\/\S*ninjs-schema_2\.1\.json/;
  for (const [content, say] of [
    [item('2.1'), expected],
    [
      newsItem('2.35', ''),
      /^var\/schemas holds no schema of NewsML-G2 2\.35: .*NewsML-G2_2\.35-spec-All-Power\.xsd/,
    ],
    ['<nitf/>', /^var\/schemas holds no schema of NITF of any version: .*nitf-3-6\.xsd/],
  ] as const) {
    const judgement = judged(content);
    assert.ok(!judgement.isJudged);
    assert.match(judgement.say, say);
  }
});

test('a document that states no version is right where every version of its line takes it, or the one it is said to be', () => {
  assert.deepEqual(faults(judged({ uri: 'urn:a', headline: 'Ferry' })), []);
  assert.deepEqual(faults(judged({ uri: 'urn:a', headline: 'Ferry', kind: 'text' })), [
    'by 1.0: the document has “kind”, which the schema does not know there (#/additionalProperties)',
  ]);
  assert.deepEqual(faults(judged({ uri: 'urn:a', headline: 'Ferry', kind: 'text' }, '1.1')), []);
  assert.deepEqual(faults(judged({ uri: 'urn:a', headline: 'Ferry', kind: 'film' })), [
    '/kind is film, not one of text, picture (#/properties/kind/enum)',
  ]);
  // Draft 3 asks for a member within the member.
  assert.deepEqual(faults(judged({ headline: 'Ferry' }, '1.0')), [
    "the document must have required property 'uri' (#/required)",
  ]);
});

test('GeoJSON is judged without asking for its schema, and one line speaks for all its shapes', () => {
  const place = (value: unknown) => faults(judged(item('3.3', { place: value })));
  assert.deepEqual(place({ type: 'Point', coordinates: [35, 39] }), []);
  const collection = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: null, geometry: null }],
  };
  assert.deepEqual(place(collection), []);
  const [fault = '', ...others] = place({ type: 'Point', coordinates: ['here', 39] });
  assert.deepEqual(others, []);
  assert.match(
    fault,
    /^\/place fits none of the shapes the schema has for it: .*\/place\/coordinates\/0 must be number/,
  );
});

test('what is no JSON is told with line and column', () => {
  for (const [content, place] of [
    ['{"uri":\n "a" "b"}', 'line 2, column 6: a comma or } is missing (RFC 8259)'],
    ['{"uri": "a\tb"}', 'line 1, column 11: a control character stands bare in a text (RFC 8259)'],
    ['{"uri": "a\\x"}', 'line 1, column 11: a text has an escape that JSON does not know (RFC 8259)'],
    ['{"uri": [1, ]}', 'line 1, column 13: a value is missing (RFC 8259)'],
    ['{"uri": 01}', 'line 1, column 10: a comma or } is missing (RFC 8259)'],
    ['{"uri": "a"', 'line 1, column 12: it ends too early (RFC 8259)'],
    ['{"uri": "a}', 'line 1, column 9: a text that begins here has no end (RFC 8259)'],
    ['{"uri": "a"} {}', 'line 1, column 14: something stands behind the value (RFC 8259)'],
    ['{uri: 1}', 'line 1, column 2: a name in quotes or } is missing (RFC 8259)'],
  ] as const) {
    assert.deepEqual(judged(content), { isJudged: true, by: 'JSON', faults: [place] }, content);
  }
});

test('what is no XML is told with line and column, and nothing outside is ever loaded', () => {
  assert.deepEqual(faults(judged(newsItem('2.30', '<urgency>4</urgent>'))), [
    'line 3, column 20: Opening and ending tag mismatch: urgency line 3 and urgent',
  ]);
  const entity = '<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const hostile = judged(`${entity}${newsItem('2.30', '<urgency>&x;</urgency>').slice(22)}`);
  assert.ok(!hostile.isJudged);
  assert.match(hostile.say, /it declares entities of its own/);
  const elsewhere = `<!DOCTYPE newsItem SYSTEM "g2/parts/b.xsd">${newsItem('2.30', '<urgency>4</urgency>').slice(22)}`;
  assert.deepEqual(faults(judged(elsewhere)), []);
});

test('an element in no namespace is not taken for one of the standard', () => {
  assert.deepEqual(faults(judged(newsItem('2.30', '<urgency>4</urgency>', ''))), [
    "line 2: Element 'newsItem': No matching global declaration available for the validation root: it is in no namespace (cvc-elt.1)",
  ]);
});

test('what has no schema is not judged, and is not called right', () => {
  const rss = '<rss version="2.0"><channel><title>a</title></channel></rss>';
  for (const content of [
    rss,
    'SALTMOUTH, Nov 1 - A ferry.',
    { $schema: 'https://json-schema.org/x', properties: {} },
  ]) {
    const judgement = judged(content);
    assert.ok(!judgement.isJudged);
    assert.match(judgement.say, /ninjs, NewsML-G2 and NITF are judged$/);
  }
  const large = schemas.judge(new Uint8Array(21 * 1024 * 1024), { received: RECEIVED });
  assert.ok(!large.isJudged);
});

test('a schema that cannot be used says why', () => {
  const alone = new SchemaJudge([G2('2.30')], 'var/schemas');
  const bytes = new TextEncoder().encode(newsItem('2.30', '<urgency>4</urgency>'));
  const judgement = alone.judge(bytes, { received: RECEIVED });
  assert.ok(!judgement.isJudged);
  assert.match(judgement.say, /^g2\/2\.30\/a\.xsd is no schema that can be used: .*b\.xsd/);
  alone.close();
});

test('what JSON is and what it is not is as the engine has it, whatever the text', () => {
  const pieces = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '\\n',
      '1',
      '-',
      '0',
      '.5',
      'e1',
      'true',
      'null',
      ' ',
      '\n',
      '\u0001',
      'é',
    ],
  );
  const texts = fc.oneof(
    fc.json(),
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
    fc.tuple(fc.json(), fc.nat(), pieces).map(damaged),
  );
  fc.assert(
    fc.property(texts, (text) => {
      assert.equal(jsonFault(text) === undefined, isJson(text), text);
    }),
    { numRuns: 3_000 },
  );
});

function damaged([json, at, piece]: readonly [string, number, string]): string {
  const place = at % (json.length + 1);
  return json.slice(0, place) + piece + json.slice(place + (at % 3));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Not JSON: that is the answer.
    return false;
  }
}

test('no damage makes judging throw, and each fault is one line', () => {
  const good = [JSON.stringify(item('3.0', { urgency: 4 })), newsItem('2.30', '<urgency>4</urgency>')];
  const bytes = fc.tuple(
    fc.constantFrom(...good),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
  );
  fc.assert(
    fc.property(bytes, ([text, damage]) => {
      const broken = new TextEncoder().encode(text);
      for (const [at, byte] of damage) broken[at % broken.length] = byte;
      const judgement = schemas.judge(broken, { received: RECEIVED });
      const lines = judgement.isJudged ? judgement.faults : [judgement.say];
      for (const line of lines) assert.doesNotMatch(line, /[\r\n]/);
    }),
    // A name with a line break in it, once found by chance.
    { numRuns: 1_000, examples: [[[good[0] ?? '', [[1595069133, 92]]]]] },
  );
});

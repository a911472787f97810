import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyFromText } from '@courant/wire';
import fc from 'fast-check';
import type { Looked } from './wire-fields.data.ts';
import { WIRE_FIELDS } from './wire-fields.data.ts';
import type { Means } from './wire-filter.ts';
import { readFilter } from './wire-filter.ts';

const FERRY: Looked = {
  supplier: 'Courier',
  channel: 'courier-http',
  item: {
    format: 'ninjs-1',
    id: 'urn:courier:ferry',
    headline: 'Ferry adrift off Skåland',
    language: 'en',
    urgency: 2,
    versionCreated: '2026-11-24T08:00:00.000Z' as never,
    keywords: ['shipping', 'Rescue'],
    subjects: [{ code: 'medtop:03000000', name: 'disaster' }],
    body: bodyFromText('The engines failed at noon. 渡轮在中午漂流。').body,
    warnings: [],
    unmapped: {},
  },
};

function means(filter: unknown): Means {
  const read = readFilter(filter);
  assert.ok(read.ok, read.ok ? '' : `${read.at}: ${read.say}`);
  return read.means;
}

const TABLE: readonly (readonly [filter: object, is: boolean])[] = [
  [{ field: 'supplier', is: 'courier' }, true],
  [{ field: 'supplier', is: 'Cour' }, false],
  [{ field: 'supplier', in: ['Northern', 'COURIER'] }, true],
  [{ field: 'channel', begins: 'courier' }, true],
  [{ field: 'headline', contains: 'skaland' }, true],
  [{ field: 'headline', contains: 'tug' }, false],
  [{ field: 'headline', exists: true }, true],
  [{ field: 'standfirst', exists: false }, true],
  [{ field: 'keyword', is: 'rescue' }, true],
  [{ field: 'subject', begins: 'medtop:03' }, true],
  [{ field: 'subject', is: 'disaster' }, true],
  [{ field: 'urgency', atMost: 2 }, true],
  [{ field: 'urgency', atLeast: 3 }, false],
  [{ field: 'urgency', is: 2 }, true],
  [{ field: 'urgency', in: [1, 3] }, false],
  [{ field: 'take', atMost: 9 }, false],
  [{ field: 'made', after: '2026-11-24' }, true],
  [{ field: 'made', before: '2026-11-24T07:00Z' }, false],
  [{ field: 'kind', is: 'text' }, true],
  [{ field: 'status', is: 'usable' }, true],
  [{ field: 'text', words: 'engines ferry' }, true],
  [{ field: 'text', words: 'engines noon' }, true],
  [{ field: 'text', words: 'engine' }, false],
  [{ field: 'text', words: 'engine*' }, true],
  [{ field: 'text', words: '"failed at noon"' }, true],
  [{ field: 'text', words: '"at failed"' }, false],
  [{ field: 'text', words: 'engines -noon' }, false],
  [{ field: 'text', words: '中午' }, true],
  [{ field: 'body', words: 'noon' }, true],
  [{ not: { field: 'language', is: 'fr' } }, true],
  [
    {
      all: [
        { field: 'language', is: 'en' },
        { field: 'urgency', atMost: 1 },
      ],
    },
    false,
  ],
  [
    {
      any: [
        { field: 'language', is: 'fr' },
        { field: 'urgency', atMost: 3 },
      ],
    },
    true,
  ],
];

for (const [filter, is] of TABLE) {
  test(`${JSON.stringify(filter)} ${is ? 'means' : 'does not mean'} the ferry`, () => {
    assert.equal(means(filter)(FERRY), is);
  });
}

const WRONG: readonly (readonly [filter: unknown, at: string, say: RegExp])[] = [
  [undefined, 'filter', /a filter is an object/],
  [[], 'filter', /a filter is an object/],
  [{ field: 'colour', is: 'red' }, 'filter.field', /“colour” is no field; there are .*headline/],
  [{ field: 'toString', is: 'red' }, 'filter.field', /is no field/],
  [{ field: 'headline' }, 'filter', /is asked by one of is, in/],
  [{ field: 'headline', is: 'a', begins: 'b' }, 'filter', /one of/],
  [{ field: 'headline', atLeast: 3 }, 'filter', /is asked by one of/],
  [{ field: 'headline', is: ' ' }, 'filter.is', /words stand here/],
  [{ field: 'urgency', is: '2' }, 'filter.is', /a number stands here/],
  [{ field: 'made', after: 'soon' }, 'filter.after', /a time stands here/],
  [{ field: 'headline', exists: 'yes' }, 'filter.exists', /true or false/],
  [{ field: 'text', words: '-noon' }, 'filter.words', /without a minus/],
  [{ field: 'text', words: '…' }, 'filter.words', /without a minus/],
  [{ all: [] }, 'filter.all', /at least one filter/],
  [{ any: [{ not: { field: 'x', is: 'y' } }] }, 'filter.any[0].not.field', /is no field/],
  [{ all: [{ field: 'language', is: 'en' }], not: {} }, 'filter', /nothing else may stand/],
];

for (const [filter, at, say] of WRONG) {
  test(`${JSON.stringify(filter)} is answered with where it is wrong`, () => {
    const read = readFilter(filter);
    assert.ok(!read.ok);
    assert.equal(read.at, at);
    assert.match(read.say, say);
  });
}

test('filters beyond the limits are refused', () => {
  const deep = Array.from({ length: 20 }).reduce<object>((inner) => ({ not: inner }), {
    field: 'id',
    is: 'a',
  });
  assert.match(said(deep), /deep at the most/);
  const wide = { any: Array.from({ length: 600 }, () => ({ field: 'id', is: 'a' })) };
  assert.match(said(wide), /more than 500 conditions/);
});

function said(filter: unknown): string {
  const read = readFilter(filter);
  return read.ok ? '' : read.say;
}

const aFilter: fc.Arbitrary<object> = fc.letrec<{ one: object }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...TABLE.map(([filter]) => filter)),
    fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('one').map((not) => ({ not })),
  ),
})).one;

test('not, all and any keep to the laws of De Morgan', () => {
  const property = fc.property(aFilter, aFilter, (one, other) => {
    const negated = { not: { all: [one, other] } };
    const turned = { any: [{ not: one }, { not: other }] };
    assert.equal(means(negated)(FERRY), means(turned)(FERRY));
  });
  fc.assert(property, { numRuns: 200 });
});

test('whatever is handed in, reading a filter answers', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record({ field: fc.constantFrom(...Object.keys(WIRE_FIELDS)), is: fc.jsonValue() }),
    fc.record({ field: fc.constantFrom(...Object.keys(WIRE_FIELDS)), words: fc.string() }),
  );
  const property = fc.property(anything, (json) => {
    const read = readFilter(json);
    if (read.ok) assert.equal(typeof read.means(FERRY), 'boolean');
    else assert.ok(read.at !== '' && read.say !== '');
  });
  fc.assert(property, { numRuns: 500 });
});

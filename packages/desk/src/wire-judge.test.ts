import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '@courant/base';
import { instant } from '@courant/base';
import type { WireItem } from '@courant/wire';
import { bodyFromText } from '@courant/wire';
import { readFilter } from './wire-filter.ts';
import { isWithin, readHours } from './wire-hours.ts';
import { judge } from './wire-judge.ts';
import { readRules } from './wire-rule.ts';

const NOON = instant(new Date('2026-11-24T12:00:00Z'));

const ITEM: WireItem = {
  ...{ format: 'ninjs-1', id: 'ferry', headline: 'Ferry adrift', language: 'en', urgency: 2 },
  body: bodyFromText('The engines failed.').body,
  ...{ warnings: [], unmapped: {} },
};

const ALL = { field: 'id', exists: true };
const HOME = { places: [{ edition: 'home', section: 'world' }] };

function judged(rules: readonly object[], item: Partial<WireItem> = {}, at = NOON) {
  const read = readRules(rules);
  assert.ok(read.ok, read.ok ? '' : `${read.at}: ${read.say}`);
  return judge({ rules: read.rules, presets: [] }, { item: { ...ITEM, ...item }, supplier: 'courier' }, at);
}

test('rules are asked in their order, and one may stop the rest', () => {
  const { routes, trail } = judged([
    { name: 'Off', on: false, when: ALL, route: { desk: 'off' } },
    { name: 'Urgent', when: { field: 'urgency', atMost: 2 }, route: { desk: 'foreign', priority: 1 } },
    { name: 'Other', when: { field: 'urgency', atLeast: 5 }, route: { desk: 'features' } },
    { name: 'Last', when: ALL, notify: ['night'], stop: true },
    { name: 'Never', when: ALL, route: { desk: 'never' } },
  ]);
  assert.deepEqual(routes, [{ rule: 'Urgent', desk: 'foreign', priority: 1 }]);
  assert.deepEqual(trail, [
    { rule: 'Urgent', did: 'routed to desk foreign, priority 1' },
    { rule: 'Last', did: 'told night' },
    { rule: 'Last', did: 'asked no later rule' },
  ]);
});

test('outside its hours a rule does nothing and says so', () => {
  const hours = { days: ['tue'], from: '08:00', until: '10:00', timeZone: 'Europe/London' };
  const { routes, trail } = judged([{ name: 'Morning', when: ALL, route: { desk: 'early' }, hours }]);
  assert.deepEqual(routes, []);
  assert.deepEqual(trail, [{ rule: 'Morning', did: 'nothing', why: 'it is outside its hours' }]);
});

test('what is published by itself has a headline, a text and what else is required, and may be used', () => {
  const rules = [{ name: 'Out', when: ALL, publish: { ...HOME, require: ['source'] } }];
  assert.deepEqual(judged(rules, { source: 'Courier' }).todo, {
    publish: { rule: 'Out', places: HOME.places },
  });
  const lacks: readonly (readonly [Partial<WireItem>, RegExp])[] = [
    [{}, /no source/],
    [{ source: 'C', headline: ' \t' }, /no headline/],
    [{ source: 'C', body: { type: 'doc', content: [] } }, /no text/],
    [{ source: 'C', body: bodyFromText(' \n ').body }, /no text/],
    [{ source: 'C', status: 'withheld' }, /withholds/],
    [{ source: 'C', status: 'canceled' }, /withdrawn/],
    [{ source: 'C', signal: 'advisory' }, /note to editors/],
    [{ source: 'C', embargo: 'indefinite' }, /embargo has no end/],
    [{ source: 'C', embargo: NOON }, /embargoed until/],
    [{ source: 'C', warnings: [{ code: 'restricted', say: '' }] }, /restricted/],
  ];
  for (const [item, why] of lacks) {
    const { todo, trail } = judged(rules, item);
    assert.equal(todo, undefined);
    assert.equal(trail[0]?.did, 'did not publish');
    assert.match(trail[0]?.why ?? '', why);
  }
});

test('a kill is for rules that kill, and no story is made of it', () => {
  const rules = [{ name: 'Both', when: ALL, make: true, kill: true }];
  assert.deepEqual(judged(rules, { signal: 'kill' }).todo, { kill: { rule: 'Both' } });
  assert.deepEqual(judged(rules).todo, { make: { rule: 'Both' } });
});

test('presets are those whose filter means the item', () => {
  const ready = (filter: object) => {
    const read = readFilter(filter);
    assert.ok(read.ok);
    return read.means;
  };
  const presets = [
    { id: 'a' as Id, means: ready({ field: 'urgency', atMost: 2 }) },
    { id: 'b' as Id, means: ready({ field: 'urgency', atLeast: 3 }) },
  ];
  assert.deepEqual(judge({ rules: [], presets }, { item: ITEM, supplier: 'courier' }, NOON).presets, ['a']);
});

const WRONG: readonly (readonly [rules: unknown, at: string, say: RegExp])[] = [
  [{}, 'rules', /a list of rules/],
  [[3], 'rules[0]', /a rule is an object/],
  [[{ when: ALL }], 'rules[0].name', /needs a name/],
  [[{ name: 'A', when: ALL, colour: 1 }], 'rules[0].colour', /a rule has name/],
  [[{ name: 'A' }], 'rules[0].when', /a filter is an object/],
  [[{ name: 'A', when: ALL, stop: 1 }], 'rules[0].stop', /true or false/],
  [[{ name: 'A', when: ALL, route: {} }], 'rules[0].route', /leads somewhere/],
  [[{ name: 'A', when: ALL, route: { priority: 10 } }], 'rules[0].route', /from 1/],
  [[{ name: 'A', when: ALL, notify: 'me' }], 'rules[0].notify', /list of desks/],
  [[{ name: 'A', when: ALL, publish: { places: [] } }], 'rules[0].publish', /at least one/],
  [[{ name: 'A', when: ALL, publish: { ...HOME, require: ['x'] } }], 'rules[0].publish', /standfirst/],
  [[{ name: 'A', when: ALL, hours: { timeZone: 'Mars' } }], 'rules[0].hours', /IANA/],
  [
    [
      { name: 'A', when: ALL },
      { name: 'A', when: ALL },
    ],
    'rules[1].name',
    /two rules/,
  ],
];

for (const [rules, at, say] of WRONG) {
  test(`rules ${JSON.stringify(rules)} are answered with where they are wrong`, () => {
    const read = readRules(rules);
    assert.ok(!read.ok);
    assert.equal(read.at, at);
    assert.match(read.say, say);
  });
}

const HOURS: readonly (readonly [hours: object, at: string, is: boolean])[] = [
  [{ timeZone: 'Europe/London' }, '2026-11-24T03:00Z', true],
  [{ from: '08:00', until: '18:00', timeZone: 'Europe/London' }, '2026-11-24T08:00Z', true],
  [{ from: '08:00', until: '18:00', timeZone: 'Europe/London' }, '2026-11-24T18:00Z', false],
  [{ from: '08:00', until: '18:00', timeZone: 'Asia/Tokyo' }, '2026-11-24T23:30Z', true],
  [{ days: ['sat', 'sun'], timeZone: 'UTC' }, '2026-11-24T12:00Z', false],
  // The night from Friday to Saturday is Friday's.
  [{ days: ['fri'], from: '22:00', until: '06:00', timeZone: 'UTC' }, '2026-11-28T05:00Z', true],
  [{ days: ['fri'], from: '22:00', until: '06:00', timeZone: 'UTC' }, '2026-11-27T05:00Z', false],
  [{ days: ['fri'], from: '22:00', until: '06:00', timeZone: 'UTC' }, '2026-11-27T23:00Z', true],
  [{ from: '00:00', until: '24:00', timeZone: 'UTC' }, '2026-11-27T23:59Z', true],
];

for (const [json, at, is] of HOURS) {
  test(`${JSON.stringify(json)} ${is ? 'hold' : 'do not hold'} at ${at}`, () => {
    const hours = readHours(json);
    assert.ok(typeof hours !== 'string');
    assert.equal(isWithin(hours, instant(new Date(at))), is);
  });
}

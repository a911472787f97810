import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import { latestOf, supersedes } from './version.ts';
import type { WireItem } from './wire-item.ts';

function version(number: string | undefined, made?: string): WireItem {
  return {
    format: 'ninjs-1',
    id: 'a',
    warnings: [],
    unmapped: {},
    ...(number === undefined ? {} : { version: number }),
    ...(made === undefined ? {} : { versionCreated: made as Instant }),
  };
}

test('versions count as numbers, not as text', () => {
  assert.equal(supersedes(version('10'), version('9')), true);
  assert.equal(supersedes(version('978556838'), version('1542761538')), false);
});

test('where the numbers are equal or absent the time decides', () => {
  const early = '2026-01-01T00:00:00.000Z';
  const late = '2026-01-01T00:00:01.000Z';
  assert.equal(supersedes(version('2', late), version('2', early)), true);
  assert.equal(supersedes(version(undefined, early), version(undefined, late)), false);
});

test('an equal version does not supersede', () => {
  assert.equal(supersedes(version('2'), version('2')), false);
});

test('the latest of several is found in any order', () => {
  const items = ['3', '11', '2'].map((number) => version(number));
  assert.equal(latestOf(items)?.version, '11');
  assert.equal(latestOf(items.toReversed())?.version, '11');
  assert.equal(latestOf([]), undefined);
});

test('of two versions that nothing tells apart a kill is the later one', () => {
  const live = version('2');
  const kill: WireItem = { ...version('2'), status: 'canceled' };
  assert.equal(supersedes(kill, live), true);
  assert.equal(supersedes(live, kill), false);
});

test('a kill wins over what arrives later with a lower number', () => {
  const kill: WireItem = { ...version('3'), signal: 'kill' };
  assert.equal(latestOf([kill, version('2')]), kill);
});

test('numbers of different ids say nothing of each other', () => {
  const early = version('900', '2026-01-01T00:00:00.000Z');
  const late: WireItem = { ...version('1', '2026-01-01T01:00:00.000Z'), id: 'b' };
  assert.equal(supersedes(late, early), true);
});

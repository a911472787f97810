import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestEvent } from './test-report.ts';
import { testReport } from './test-report.ts';

const FILE = '/srv/paper/tools/kill.test.ts';

function told(...events: readonly TestEvent[]): { readonly text: string; readonly isGood: boolean } {
  let text = '';
  const report = testReport('/srv/paper', (more) => {
    text += more;
  });
  for (const event of events) report.take(event);
  const isGood = report.end();
  return { text, isGood };
}

const ended = (success: boolean): readonly TestEvent[] => [
  { type: 'test:diagnostic', data: { message: 'tests 2' } },
  { type: 'test:summary', data: { success } },
];

test('a run shows a sign a test, its notes and the runner’s counts', () => {
  const { text, isGood } = told(
    { type: 'test:pass', data: { name: 'a', file: FILE } },
    { type: 'test:pass', data: { name: 'b', file: FILE, skip: false } },
    { type: 'test:diagnostic', data: { file: FILE, message: 'agreed 96 of 100' } },
    ...ended(true),
  );
  assert.equal(text, '..\ntools/kill.test.ts: agreed 96 of 100\n\n# tests 2\n');
  assert.equal(isGood, true);
});

test('files that take long are told of, the longest first', () => {
  const of = (file: string, duration_ms: number): TestEvent => ({
    type: 'test:summary',
    data: { file: `/srv/paper/${file}`, success: true, duration_ms },
  });
  const { text } = told(of('a', 5_400), of('b', 4_999), of('c', 61_000), ...ended(true));
  assert.match(text, /^\nSlowest:\n {4}61 s c\n {4}5 s a\n\n# tests 2\n$/);
});

test('skipped tests are gathered by their reason', () => {
  const skipped = (name: string): TestEvent => ({
    type: 'test:pass',
    data: { name, file: FILE, skip: 'no Chromium' },
  });
  const { text } = told(skipped('a'), skipped('b'), ...ended(true));
  assert.match(
    text,
    /^ss\nNot run: no Chromium\n {4}tools\/kill\.test\.ts: a\n {4}tools\/kill\.test\.ts: b\n/,
  );
});

test('a failure tells its place and its cause, and the suite around it is not told again', () => {
  const error = Object.assign(new Error('wrapped'), { cause: new Error('1 is not 2') });
  const around = Object.assign(new Error('1 subtest failed'), { failureType: 'subtestsFailed' });
  const { text, isGood } = told(
    { type: 'test:fail', data: { name: 'a', file: FILE, line: 7, details: { error } } },
    {
      type: 'test:fail',
      data: { name: 'all', file: FILE, line: 1, details: { error: around, type: 'suite' } },
    },
    ...ended(false),
  );
  assert.match(text, /^X\n/);
  assert.match(text, /✗ a\n {2}tools\/kill\.test\.ts:7\n {4}Error: 1 is not 2/);
  assert.equal(isGood, false);
});

test('a file that breaks shows what it printed', () => {
  const { text } = told(
    { type: 'test:stderr', data: { file: FILE, message: 'Error: crash\n' } },
    { type: 'test:fail', data: { name: FILE, file: FILE, line: 1, details: { error: new Error('failed') } } },
    ...ended(false),
  );
  assert.match(text, /✗ the file itself\n {2}tools\/kill\.test\.ts:1\n {4}Error: crash/);
});

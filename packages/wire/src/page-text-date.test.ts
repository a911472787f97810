import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printedDates } from './page-text-date.ts';

const LINES: readonly (readonly [line: string, ...dates: string[]])[] = [
  ['Updated: 2011-04-23 17:57', 'u 2011-04-23T17:57'],
  ['05.06.2025 um 14:46', '2025-06-05T14:46'],
  ['June 30, 2026 - 4.34pm', '2026-06-30T16:34'],
  ['Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 8', '2024-08-08T08:00'],
  ['20:00, 29 Jan 2024', '2024-01-29T20:00'],
  ['15 oct 2024 - 08:22Actualizado: 15 oct 2024 - 17:38CEST', '2024-10-15T08:22', 'u 2024-10-15T15:38'],
  ['06/01/2026 - 14:16 UTC+1', '2026-01-06T13:16'],
  ['12/31/2024', '2024-12-31T00:00'],
  ['2025年1月14日 01時28分 (1月14日 01時40分更新)', '2025-01-14T01:28'],
  ['입력 2026.07.12 22:09', '2026-07-12T22:09'],
  ['25 de mayo de 2025', '2025-05-25T00:00'],
  ['Uppfært 12.2.2025 7:25', 'u 2025-02-12T07:25'],
  ['Friday, 22 Nov 2024 4:55 PM MYT', '2024-11-22T08:55'],
  ['Stand: 26.04.2024, 20:44 Uhr', 'u 2024-04-26T20:44'],
  ['1er août 2023 à 09h42', '2023-08-01T09:42'],
  ['3 марта 2025, 12:05', '2025-03-03T12:05'],
  ['25.4.24', '2024-04-25T00:00'],
  ['12:15 am, 1 May 2024', '2024-05-01T00:15'],
];

for (const [line, ...dates] of LINES) {
  test(`"${line}" is read as ${dates.join(' and ')}`, () => {
    const read = printedDates(line).map(({ at, isUpdate }) => `${isUpdate ? 'u ' : ''}${at.slice(0, 16)}`);
    assert.deepEqual(read, dates);
  });
}

test('days that do not exist, scores, prices and long prose are no dates', () => {
  const lines = [
    '31.02.2024',
    '2024-13-01',
    '3:2',
    '1.299 €',
    'Call 030 2024 2025',
    `${'On 3 March 2025 '.repeat(20)}.`,
  ];
  for (const line of lines) assert.deepEqual(printedDates(line), [], line);
});

test('the date, time and zone are cut from the line and the rest is given', () => {
  assert.equal(printedDates('By Ada Example, 3 March 2025 08:15 GMT')[0]?.rest.trim(), 'By Ada Example,');
});

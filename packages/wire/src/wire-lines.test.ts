import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlOfLines, isWrapped } from './wire-lines.ts';

test('a text sent as one paragraph parts where its lines are indented', () => {
  const text = [
    'LONDON, Jan 30 (Agency) - Gold rose on',
    'Tuesday.',
    '    Traders waited for',
    'the meeting & its end.',
    '',
    ' (Reporting by A)',
  ].join('\n');
  assert.equal(
    htmlOfLines(text),
    '<p>LONDON, Jan 30 (Agency) - Gold rose on Tuesday.</p><p>    Traders waited for the meeting &amp; its end.</p><p> (Reporting by A)</p>',
  );
});

test('columns stay as they were set', () => {
  const text = [
    'Results of Monday, as sent by the league this evening to all',
    'Monday',
    'Adana               2 Kasim                0',
    'Besik               5 Konya                1',
    '-------------------------',
    '   Standings             P  W  D L',
  ].join('\n');
  const html = htmlOfLines(text) ?? '';
  assert.match(html, /^<p>Results of Monday[^<]*<\/p><pre>Monday\nAdana {15}2 Kasim {16}0\n/);
  assert.match(html, /-{25}\n {3}Standings/);
});

test('an ordinary paragraph is left alone, also in a document printed prettily', () => {
  assert.equal(htmlOfLines('One line only.'), undefined);
  assert.equal(htmlOfLines('A line that a printer\nbroke after twenty\nletters or so.'), undefined);
  assert.equal(htmlOfLines('\n      A line\n      that is\n      set in.\n    '), undefined);
});

test('breaks after lines of a machine’s length mean nothing', () => {
  const line = 'x'.repeat(60);
  assert.equal(isWrapped([line, line, 'end.']), true);
  assert.equal(isWrapped(['12 Main Street', 'Springfield']), false);
  assert.equal(isWrapped([line]), false);
});

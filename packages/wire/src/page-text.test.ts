import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseInstant } from '@courant/base';
import type { Block } from '@courant/story';
import fc from 'fast-check';
import { type PageTextOptions, readPageText } from './page-text.ts';
import type { WireItem } from './wire-item.ts';

const NEWSPAPER_PAGE = new URL('../../../../shared/data/newspaper-page.txt', import.meta.url);

const received = parseInstant('2026-11-23T12:00:00Z') ?? assert.fail('a moment is a moment');
const options: PageTextOptions = { received };

/** An invented page in the manner of a web paper: title, menu, breadcrumb, head, story with insertions, foot. */
const PAGE = `Harbour bridge closes for a year | The Example Post
Skip to content
Home
News
Sport
Opinion
Search
Home » News » Transport
Harbour bridge closes for a year
Engineers say the cables must be replaced before winter storms reach the estuary.
By Ada Example
Published 3 March 2025 08:15 GMT+1
Last updated 3 March 2025 11:40 GMT+1
Share
Facebook
The bridge at dawn. Photo: Example Pictures
PORT EXAMPLE, March 3 (Example News) - The harbour bridge will close to all traffic on Monday for at least twelve months, the city said.
Inspectors found broken strands in two of its four main cables during a routine check in January, according to the report.
Read more
Ten bridges that never opened
“We would rather explain a closure than a collapse,” the mayor, Nora Invented, told reporters at the town hall.
What drivers can do
Ferries will run every ten minutes at peak hours, and tickets will cost nothing for residents of both banks.
Related
City counts the cost of a wet spring
New tram line may come early
Sign up for our newsletter
© The Example Post. All rights reserved.`;

test('an article page gives its headline, head and story, and nothing of what stands around them', () => {
  const item = only(PAGE);
  assert.equal(item.format, 'page-text');
  assert.equal(item.headline, 'Harbour bridge closes for a year');
  assert.deepEqual(item.sectionPath, ['News', 'Transport']);
  assert.equal(
    item.standfirst,
    'Engineers say the cables must be replaced before winter storms reach the estuary.',
  );
  assert.equal(item.byline, 'Ada Example');
  assert.equal(item.firstCreated, '2025-03-03T07:15:00.000Z');
  assert.equal(item.versionCreated, '2025-03-03T10:40:00.000Z');
  assert.deepEqual(item.dateline, { place: 'PORT EXAMPLE', date: 'March 3', agencies: ['Example News'] });
  assert.deepEqual(shape(item), ['paragraph', 'paragraph', 'paragraph', 'subhead', 'paragraph']);
  assert.match(textOf(item)[0] ?? '', /^PORT EXAMPLE, March 3 \(Example News\) - The harbour bridge/);
});

test('what a page shows around its story is listed by kind with a warning', () => {
  const item = only(PAGE);
  const pieces = leftOutOf(item);
  const kinds = new Map(
    pieces.flatMap(({ kind, lines }) => lines.map((line): [string, string] => [line, kind])),
  );
  assert.equal(kinds.get('Sport'), 'menu');
  assert.equal(kinds.get('Facebook'), 'share bar');
  assert.equal(kinds.get('The bridge at dawn. Photo: Example Pictures'), 'caption');
  assert.equal(kinds.get('Ten bridges that never opened'), 'read also');
  assert.equal(kinds.get('New tram line may come early'), 'related');
  assert.equal(kinds.get('Sign up for our newsletter'), 'subscription');
  assert.equal(kinds.get('© The Example Post. All rights reserved.'), 'footer');
  assert.deepEqual(
    item.warnings.map(({ code }) => code),
    ['furniture-left-out'],
  );
});

test('every line of a page is in the item or in what was left out', () => {
  const item = only(PAGE);
  const left = new Set(leftOutOf(item).flatMap(({ lines }) => lines));
  const said = JSON.stringify({ ...item, unmapped: {} });
  const facts = /^(?:By Ada|Published|Last updated|Home »)/;
  for (const line of PAGE.split('\n')) {
    assert.ok(left.has(line) || said.includes(line) || facts.test(line), `lost: ${line}`);
  }
});

test('the blocks of a page name the item, version and place they came from', () => {
  const item = only(PAGE);
  assert.deepEqual(item.body?.content[3]?.attrs, {
    id: 'b4',
    from: { item: item.id, version: '2025-03-03T10:40:00.000Z', block: 3 },
    level: 2,
  });
  assert.equal(item.version, '2025-03-03T10:40:00.000Z');
});

test('a page keeps its id while headline and day stay, whatever its menus and time of update say', () => {
  const later = PAGE.replace('updated 3 March 2025 11:40', 'updated 4 March 2025 09:00').replace(
    'Sport',
    'Chess',
  );
  assert.equal(only(later).id, only(PAGE).id);
  assert.equal(only(later).version, '2025-03-04T08:00:00.000Z');
  const another = PAGE.replaceAll('closes for a year', 'opens for a day');
  assert.notEqual(only(another).id, only(PAGE).id);
});

test('a date after the page was received is not the story’s', () => {
  const item = only(PAGE.replaceAll('2025', '2031'));
  assert.equal(item.firstCreated, undefined);
  assert.deepEqual(
    item.warnings.map(({ code }) => code),
    ['furniture-left-out', 'no-date'],
  );
});

test('short sentences, dates in them and agencies behind them stay in the story', () => {
  const more = [
    'Share prices fell.',
    'The vote is on 3 March 2025.',
    'Nobody was hurt, the city said. (dpa)',
  ];
  const item = only(PAGE.replace('What drivers can do', more.join('\n')));
  assert.deepEqual(textOf(item).slice(3, 6), more);
});

test('a page in a script without full stops or spaces is read too', () => {
  const thai = Array.from({ length: 4 }, (_, at) => `${'นี่คือย่อหน้าตัวอย่างสำหรับการทดสอบ '.repeat(4)}${at + 1}`);
  const japanese = Array.from(
    { length: 4 },
    (_, at) => `${'これは試験のための段落の例です。'.repeat(4)}${at + 1}回目です。`,
  );
  for (const story of [thai, japanese]) {
    const item = only(
      [
        'メニュー',
        'ニュース',
        '見出しはここにあります、試験のために',
        '2025年3月3日 08時15分',
        ...story,
        '©',
      ].join('\n'),
    );
    assert.equal(item.headline, '見出しはここにあります、試験のために');
    assert.equal(item.firstCreated, '2025-03-03T08:15:00.000Z');
    assert.deepEqual(textOf(item), story);
  }
});

test('the supplier is the one the caller names', () => {
  const reading = readPageText(PAGE, { received, supplier: 'Example Post' });
  assert.equal(reading.ok && reading.items[0]?.supplier, 'Example Post');
  assert.equal('supplier' in only(PAGE), false);
});

test('a text that is no article page is unknown', () => {
  const texts = [
    '',
    'One line.',
    'A\nB\nC',
    'Home\nNews\nSport\nWeather\nLogin',
    '<html><body>x</body></html>',
    '{"a":1}',
  ];
  for (const text of [...texts, `${PAGE}\u0000`]) {
    const reading = readPageText(text, options);
    assert.equal(reading.ok ? reading.items[0]?.headline : reading.why, 'unknown', text.slice(0, 40));
  }
});

test('a text beyond the limits is too large', () => {
  for (const text of ['x'.repeat(2_000_001), 'word\n'.repeat(20_001)]) {
    const reading = readPageText(text, options);
    assert.equal(reading.ok ? undefined : reading.why, 'too-large');
  }
});

test('hostile texts up to the limit are answered', { timeout: 60_000 }, () => {
  const seeds = [
    'a',
    ' ',
    '(',
    '1.1.11 ',
    '. ',
    '© (',
    '2024-01-01 ',
    '| - ',
    'A, ',
    '\u0301',
    '한',
    'By A',
    ' – x',
    'a\n',
    '?\n\n',
  ];
  for (const seed of seeds) {
    const most = Math.min(
      Math.floor(1_900_000 / seed.length),
      seed.includes('\n') ? 19_000 : Number.MAX_SAFE_INTEGER,
    );
    const reading = readPageText(seed.repeat(most), options);
    assert.ok(reading.ok || reading.why === 'unknown', seed);
  }
});

test('any text is answered, the same each time, and nothing is in the body that is not on the page', () => {
  const line = fc.oneof(
    fc.constantFrom(...PAGE.split('\n')),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const text = lines.join('\n');
      const reading = readPageText(text, options);
      assert.deepEqual(readPageText(text, options), reading);
      if (!reading.ok) return;
      const page = squeezed(text);
      assert.equal(reading.items.length, 1);
      for (const paragraph of reading.items.flatMap(textOf)) {
        assert.ok(paragraph.length > 0 && page.includes(squeezed(paragraph)), paragraph);
      }
    }),
    { numRuns: 400 },
  );
});

test('the yardstick page gives section, headline, time, source, dateline and eleven paragraphs', {
  skip: existsSync(NEWSPAPER_PAGE) ? false : 'newspaper-page.txt is not beside the project (../shared/data)',
}, () => {
  const item = only(readFileSync(NEWSPAPER_PAGE, 'utf8'));
  assert.deepEqual(item.sectionPath, ['World', 'Politics']);
  assert.equal(item.headline, 'UN chief courts support from Russia');
  assert.equal(item.versionCreated, '2011-04-23T17:57:00.000Z');
  assert.equal(item.source, 'Agencies');
  assert.deepEqual(item.dateline, { place: 'GORKI' });
  assert.deepEqual(shape(item), new Array(11).fill('paragraph'));
  assert.match(textOf(item)[0] ?? '', /^GORKI - United Nations/);
  assert.match(textOf(item)[10] ?? '', /his intention to seek a second term\.$/);
  assert.deepEqual(
    leftOutOf(item).map(({ kind, lines }) => [kind, lines[0]]),
    [
      ['share bar', 'Twitter Facebook Myspace Yahoo! Linkedin Mixx'],
      ['e-paper', 'E-paper'],
      ['photo features', 'Image maker'],
      ['edition', 'European Edition'],
      ['specials', 'Specials'],
      ['hot topics', '25 years after Chernobyl'],
    ],
  );
});

function only(text: string): WireItem {
  const reading = readPageText(text, options);
  assert.ok(reading.ok, reading.ok ? '' : reading.say);
  return reading.items[0] ?? assert.fail('a page gives one item');
}

function shape(item: WireItem): readonly string[] {
  return (item.body?.content ?? []).map((block) => block.type);
}

function textOf(item: WireItem): readonly string[] {
  return (item.body?.content ?? []).map(blockText);
}

function blockText(block: Block): string {
  if (block.type !== 'paragraph' && block.type !== 'subhead')
    return assert.fail(`a page has no ${block.type}`);
  return (block.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
}

function leftOutOf(item: WireItem): readonly { kind: string; lines: readonly string[] }[] {
  return (item.unmapped.leftOut ?? []) as { kind: string; lines: string[] }[];
}

function squeezed(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/\s+/gu, ' ');
}

test('times a page prints without a zone are of the zone given, those with one stay', () => {
  const zoneless = PAGE.replaceAll(' GMT+1', '');
  const times = (text: string, timeZone?: string) => {
    const reading = readPageText(text, timeZone === undefined ? options : { ...options, timeZone });
    const [item] = reading.ok ? reading.items : [];
    return [item?.firstCreated, item?.versionCreated];
  };
  assert.deepEqual(times(zoneless), ['2025-03-03T08:15:00.000Z', '2025-03-03T11:40:00.000Z']);
  // Sydney keeps summer time in March: eleven hours before UTC.
  assert.deepEqual(times(zoneless, 'Australia/Sydney'), [
    '2025-03-02T21:15:00.000Z',
    '2025-03-03T00:40:00.000Z',
  ]);
  assert.deepEqual(times(PAGE, 'Australia/Sydney'), ['2025-03-03T07:15:00.000Z', '2025-03-03T10:40:00.000Z']);
});

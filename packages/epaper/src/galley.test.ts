import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Face } from './face.ts';
import { textFaces, textType } from './faces-testing.ts';
import { setParagraph } from './galley.ts';
import { hyphenationOf } from './hyphenation.ts';
import type { SetLine } from './line.ts';
import { LADDER } from './line-break.ts';
import type { Run, Style, Type } from './piece.ts';

const english = await hyphenationOf('en-GB');
const whole = await hyphenationOf('ar');
const STORIES = new URL('../../../demo/stories/', import.meta.url);

const roman = (text: string): readonly Run[] => [{ text, style: 'roman' }];

/** Every number of lines a paragraph can be set in. */
function everyWay(runs: readonly Run[], type: Type, indent = 0): readonly (readonly SetLine[])[] {
  const galley = setParagraph(runs, type, indent);
  return galley.counts.map(({ lines }) => galley.lines(lines));
}

/** The text of lines, put together again. */
function joined(lines: readonly SetLine[]): string {
  return lines
    .map(({ spans, isHyphenated, isJoined }) => {
      const text = spans.map((span) => span.text).join('');
      return isHyphenated ? text.slice(0, -1) : isJoined ? text : `${text} `;
    })
    .join('')
    .trim();
}

/** How wide a line is as it will be drawn: word for word, as its faces shape it. */
function drawnWidth({ spans, space, scale, tracking, direction }: SetLine): number {
  const faces = new Map(Object.values(textFaces()).map((face): [string, Face] => [face.id, face]));
  let width = 0;
  for (const { text, face, size } of spans) {
    for (const word of text.split(/( )/)) {
      if (word === ' ') width += space;
      else if (word !== '')
        width += (faces.get(face)?.width(word, direction) ?? 0) * size * scale + word.length * tracking;
    }
  }
  return width;
}

function checkLines(lines: readonly SetLine[], text: string, measure: number): void {
  assert.equal(
    joined(lines),
    text
      .split(/[ \t\n\r\u200b]+/)
      .join(' ')
      .trim(),
  );
  let ladder = 0;
  for (const [i, line] of lines.entries()) {
    const isLast = i === lines.length - 1;
    const width = drawnWidth(line);
    assert.ok(Math.abs(width - line.width) < 0.15, `${width} drawn, ${line.width} said`);
    // What hangs over is at most two thirds of a sign on either side.
    assert.ok(line.inset + width < measure + 6, `a line of ${width} points on ${measure}`);
    if (!isLast && line.spans.some((span) => span.text.trim().includes(' ')))
      assert.ok(line.inset + width > measure - 0.5, `a short line: ${width} of ${measure}`);
    ladder = line.isHyphenated ? ladder + 1 : 0;
    assert.ok(ladder <= LADDER);
  }
}

const WORDS = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom('the', 'harbour', 'ministers', 'agreement', 'of', 'in', 'yesterday'),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom('“Never,”', 'north-eastern', '1,200', 'U.S.', 'understanding', '—', 'km/h'),
    },
    {
      weight: 1,
      arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replace(/\p{C}/gu, '')),
    },
  ),
  { maxLength: 120 },
);

test('whatever is set, in whatever number of lines, is all there and fills its measure', () => {
  fc.assert(
    fc.property(WORDS, fc.integer({ min: 60, max: 320 }), fc.boolean(), (words, measure, isIndented) => {
      const text = words.join(' ');
      for (const lines of everyWay(roman(text), textType(english, { measure }), isIndented ? 9 : 0))
        checkLines(lines, text, measure);
    }),
    { numRuns: 150 },
  );
});

test('styles change within a line and within a word, and a link stays with its words', () => {
  const runs: readonly Run[] = [
    { text: 'The ', style: 'roman' },
    { text: 'Understanding', style: 'italic' },
    { text: '’s captain told ', style: 'roman' },
    { text: 'reporters at the harbour', style: 'bold', link: 'https://example.org/' },
    { text: ' that she would sail on Monday, whatever the weather did.', style: 'roman' },
  ];
  const [lines = []] = everyWay(runs, textType(english));
  checkLines(lines, runs.map(({ text }) => text).join(''), 143.3);
  const spans = lines.flatMap((line) => line.spans);
  const linked = spans.filter(({ link }) => link === 'https://example.org/');
  assert.equal(
    linked
      .map(({ text }) => text.trim())
      .join(' ')
      .replaceAll('- ', ''),
    'reporters at the harbour',
  );
  assert.ok(linked.every(({ face }) => face.includes('Bold')));
  assert.match(spans.find(({ face }) => face.includes('Italic'))?.text ?? '', /Underst/);
});

test('Chinese is broken between signs, and no line begins with a stop or ends with an opening mark', () => {
  const text =
    '四十一个国家在黎明前同意，把铺在海底的电缆当作灯塔一样对待：“人人受益，人人有责。”代表们在岛上住了九天，最后让修理船先行出发，途中再补办许可。（完）';
  for (const lines of everyWay(roman(text), textType(whole, { measure: 60 }))) {
    assert.equal(lines.map(({ spans }) => spans.map((span) => span.text).join('')).join(''), text);
    for (const { spans } of lines) {
      const shown = spans.map((span) => span.text).join('');
      assert.doesNotMatch(shown, /^[，。：”）、]/u);
      assert.doesNotMatch(shown, /[“（]$/u);
    }
  }
});

test('Arabic is set from the right and its words are not parted', () => {
  const text =
    'اتفقت إحدى وأربعون دولة قبيل الفجر على أن تعامل الكابلات الممدودة في قاع البحر كما تعامل المنارات';
  const type = textType(whole, { direction: 'rtl' });
  for (const lines of everyWay(roman(text), type)) {
    assert.equal(joined(lines), text);
    assert.ok(lines.every(({ direction, isHyphenated }) => direction === 'rtl' && !isHyphenated));
  }
});

test('a word wider than any line is cut, and nothing of it is lost', () => {
  const address = `https://example.org/${'x'.repeat(200)}`;
  const [lines = []] = everyWay(roman(`See ${address} for more`), textType(english));
  assert.equal(joined(lines), `See ${address} for more`);
  assert.ok(lines.every((line) => drawnWidth(line) < 150));
});

test('no word gives no line', () => {
  for (const text of ['', ' ', '\n\t \u200b'])
    assert.deepEqual(setParagraph(roman(text), textType(english)).counts, []);
});

/** The paragraphs of the demo's English stories, under the styles they are set in. */
function demoParagraphs(): readonly (readonly Run[])[] {
  const names = readdirSync(STORIES).filter((name) => !/^(ar|zh)-/.test(name));
  return names.flatMap((name) => {
    const text = readFileSync(new URL(name, STORIES), 'utf8');
    return [...text.matchAll(/<p>(.*?)<\/p>/gs)].map(([, inner = '']) => runsOf(inner));
  });
}

function runsOf(inner: string): readonly Run[] {
  let style: Style = 'roman';
  return inner.split(/(<[^>]+>)/).flatMap((part) => {
    if (/^<(em|i)>/.test(part)) style = 'italic';
    else if (/^<(strong|b)>/.test(part)) style = 'bold';
    else if (/^<\/(em|i|strong|b)>/.test(part)) style = 'roman';
    else if (part !== '' && !part.startsWith('<')) return [{ text: part.replaceAll('&amp;', '&'), style }];
    return [];
  });
}

test('the demo’s copy on a column of a broadsheet is set evenly', (t) => {
  const type = textType(english);
  const space = type.faces.roman.width(' ') * type.size;
  const lines = demoParagraphs().map((runs) => everyWay(runs, type, 9)[0] ?? []);
  const inner = lines.flatMap((own) => own.slice(0, -1));
  const ratios = inner.filter((line) => line.space > 0).map((line) => line.space / space);
  const sorted = ratios.toSorted((a, b) => a - b);
  const hyphenated = inner.filter(({ isHyphenated }) => isHyphenated).length / lines.flat().length;
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  t.diagnostic(
    `${lines.flat().length} lines: ${(hyphenated * 100).toFixed(1)} % hyphenated, word space at p99 ${p99.toFixed(2)}`,
  );
  assert.ok(sorted.length > 3_000);
  assert.ok(hyphenated <= 0.28);
  assert.ok(p99 <= 3);
});

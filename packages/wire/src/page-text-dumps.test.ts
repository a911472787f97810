import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseInstant } from '@courant/base';
import { readPageText } from './page-text.ts';
import type { WireItem } from './wire-item.ts';

const DUMPS = fileURLToPath(new URL('../../../../shared/data/page-dumps', import.meta.url));
const received = parseInstant('2026-11-23T12:00:00Z') ?? assert.fail('a moment is a moment');

/** How one page came out: whether the headline is the true one, and F1 of its paragraphs and of its whole body. */
interface Outcome {
  readonly page: string;
  readonly hasHeadline: boolean;
  readonly paragraphs: number;
  readonly body: number;
}

interface Truth {
  readonly title: string;
  readonly body: { readonly sections: readonly { readonly paragraphs: readonly string[] }[] };
}

test('pages of 75 papers in 20 languages give the true headline (85 %) and body (F1 0.90)', {
  skip: existsSync(DUMPS) ? false : 'page-dumps is not beside the project (../shared/data)',
}, (t) => {
  const outcomes = pageFolders().map(outcomeOf);
  assert.ok(outcomes.length >= 70, `only ${outcomes.length} pages found`);
  // Both halves are printed: a weight that fits one half alone shows here.
  t.diagnostic(summary('all', outcomes));
  t.diagnostic(
    summary(
      'even half',
      outcomes.filter((_, at) => at % 2 === 0),
    ),
  );
  t.diagnostic(
    summary(
      'odd half',
      outcomes.filter((_, at) => at % 2 === 1),
    ),
  );
  const missed = outcomes.filter(({ hasHeadline, body }) => !hasHeadline || body < 0.8);
  t.diagnostic(
    `below: ${missed.map(({ page, hasHeadline, body }) => `${page} ${hasHeadline ? 'h' : '-'} ${body.toFixed(2)}`).join(', ')}`,
  );
  assert.ok(mean(outcomes.map(({ hasHeadline }) => Number(hasHeadline))) >= 0.85);
  // The stricter of the two readings: subheads of our body count against it, for the truth has paragraphs only.
  assert.ok(mean(outcomes.map(({ body }) => body)) >= 0.9);
});

function pageFolders(): readonly string[] {
  return readdirSync(DUMPS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('truth.json'))
    .map((path) => path.replace(/[/\\]?truth\.json$/, ''))
    .sort();
}

function outcomeOf(page: string): Outcome {
  const truth = JSON.parse(readFileSync(`${DUMPS}/${page}/truth.json`, 'utf8')) as Truth;
  const reading = readPageText(readFileSync(`${DUMPS}/${page}/page.txt`, 'utf8'), { received });
  const item = reading.ok ? reading.items[0] : undefined;
  const wanted = shingles(truth.body.sections.flatMap(({ paragraphs }) => paragraphs).join('\n'));
  return {
    page: page.split(/[/\\]/).at(-1) ?? page,
    hasHeadline: item?.headline !== undefined && folded(item.headline) === folded(truth.title),
    paragraphs: f1(shingles(bodyText(item, ['paragraph'])), wanted),
    body: f1(shingles(bodyText(item, ['paragraph', 'subhead'])), wanted),
  };
}

function bodyText(item: WireItem | undefined, types: readonly string[]): string {
  const blocks = (item?.body?.content ?? []).filter(({ type }) => types.includes(type));
  return blocks
    .flatMap((block) => (block.type === 'paragraph' || block.type === 'subhead' ? (block.content ?? []) : []))
    .map((inline) => (inline.type === 'text' ? inline.text : ''))
    .join('\n');
}

/**
 * The rule for headlines: equal letters and digits in order, after NFKC and lower case; space, punctuation, quotes and
 * soft hyphens do not count, accents do. A word more or less is a miss.
 */
function folded(headline: string): string {
  return headline
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** The set of runs of four tokens: lower-cased words, one character each in Chinese, Japanese and Korean. */
function shingles(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('\u00ad', '');
  const tokens =
    plain.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{M}\p{N}])+/gu,
    ) ?? [];
  return new Set(
    tokens.slice(0, Math.max(0, tokens.length - 3)).map((_, at) => tokens.slice(at, at + 4).join(' ')),
  );
}

function f1(got: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
  const both = [...got].filter((shingle) => wanted.has(shingle)).length;
  return both === 0 ? 0 : (2 * both) / (got.size + wanted.size);
}

function summary(name: string, outcomes: readonly Outcome[]): string {
  const right = outcomes.filter(({ hasHeadline }) => hasHeadline).length;
  const paragraphs = mean(outcomes.map((outcome) => outcome.paragraphs)).toFixed(4);
  const body = mean(outcomes.map((outcome) => outcome.body)).toFixed(4);
  const share = ((100 * right) / outcomes.length).toFixed(1);
  return `${name}: headline ${right}/${outcomes.length} (${share} %), body F1 ${paragraphs} paragraphs, ${body} with subheads`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { instant } from '@courant/base';
import { readPayload } from './read.ts';

const FEEDS = fileURLToPath(new URL('../../../../shared/data/feeds', import.meta.url));
const SKIP = existsSync(FEEDS) ? false : 'no ../shared/data/feeds beside the project';
const OPTIONS = { received: instant(new Date('2026-11-01T00:00:00Z')) };
const CASES = `${FEEDS}/w3c-feedvalidator-testcases`;

/** Whether a file is, by its text alone, a feed with an entry that has an id, a title, an address or a text. */
function isFeed(text: string): boolean {
  const plain = text.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  const isRoot = /^\s*(?:<!DOCTYPE[^>]*>\s*)?<(?:\w+:)?(?:rss|RDF|feed|entry)[\s>]/.test(plain);
  const [, inside = ''] = /<(?:item|entry)[\s>]([\s\S]*)<\/(?:item|entry)>/.exec(plain) ?? [];
  const says =
    /<(id|guid|title|link|description|summary|content|content:encoded)\b[^>]*>\s*(?:<!\[CDATA\[)?\s*[^<\s]/;
  return isRoot && (says.test(inside) || /<link\b(?![^>]*\brel=)[^>]*\bhref="[^"]/.test(inside));
}

test('every well-formed feed of the W3C’s cases that holds an entry is read, and the others are answered', {
  skip: SKIP,
}, (t) => {
  const names = readdirSync(CASES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.xml'),
  );
  const [read, not]: [string[], string[]] = [[], []];
  for (const name of names.toSorted()) {
    const bytes = readFileSync(`${CASES}/${name}`);
    const reading = readPayload(bytes, OPTIONS);
    if (!reading.ok) assert.ok(reading.say !== '' && !reading.say.includes('\n'), name);
    // Those that are broken on purpose are refused or mended; either is right.
    if (
      !isFeed(bytes.toString('latin1')) ||
      (!reading.ok && reading.why !== 'unknown' && reading.why !== 'unsupported')
    )
      continue;
    (reading.ok ? read : not).push(reading.ok ? name : `${name}: ${reading.say}`);
  }
  t.diagnostic(`${read.length} of ${read.length + not.length} well-formed feeds with an entry are read`);
  for (const name of not) t.diagnostic(`  ${name}`);
  assert.ok(read.length > 450);
  assert.ok(read.length >= (read.length + not.length) * 0.98, not.join('\n'));
});

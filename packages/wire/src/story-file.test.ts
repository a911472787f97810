import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStoryFile } from './story-file.ts';

const FILE = `---
slug: quay
headline: The quay: a night
kicker: Harbour
dateline: HALDEN BAY, Norway (Agencies, NTB)
urgency: 2
keywords: quay, night
subjects: medtop:04000000 economy, business and finance, medtop:13000000 science
section: world/europe
published: -PT3H
---
<p>It was <strong>late</strong>.</p>
<blockquote><p>Very late.</p><cite>A watchman</cite></blockquote>
`;

test('a story file gives its copy, and beside it where and when the story stands', () => {
  const read = readStoryFile(FILE);
  assert.ok(read.ok);
  const { copy, extra } = read.value;
  const { body, ...fields } = copy;
  assert.deepEqual(fields, {
    kind: 'article',
    language: 'en',
    slug: 'quay',
    headline: 'The quay: a night',
    kicker: 'Harbour',
    dateline: { place: 'HALDEN BAY, Norway', agencies: ['Agencies', 'NTB'] },
    urgency: 2,
    keywords: ['quay', 'night'],
    subjects: [
      { code: 'medtop:04000000', name: 'economy, business and finance' },
      { code: 'medtop:13000000', name: 'science' },
    ],
  });
  assert.deepEqual(
    body.content.map((block) => block.type),
    ['paragraph', 'quote'],
  );
  assert.deepEqual(extra, { section: 'world/europe', published: '-PT3H' });
});

test('a file that is none, or says what nobody can read, is refused with the line', () => {
  const bad: readonly (readonly [string, RegExp])[] = [
    ['<p>no front matter</p>', /begins with a line ---/],
    ['---\nslug: a\n---\n', /has no headline/],
    ['---\nslug: a\nheadline: b\ncolour: red\n---\n', /line 4: there is no key “colour”/],
    ['---\nslug: a\nheadline: b\nconstructor: c\n---\n', /line 4: there is no key “constructor”/],
    ['---\nslug: a\nheadline: b\nslug: c\n---\n', /line 4: slug is said twice/],
    ['---\nslug: a\nheadline b\n---\n', /line 3 is no “key: value”/],
    ['---\nslug: a\nheadline: b\nurgency: 12\n---\n', /urgency is a number from 1 to 9/],
    ['---\nslug: a\nheadline: b\nkind: poem\n---\n', /kind is one of/],
    ['---\nslug: a\nheadline: b\nembargo: tomorrow\n---\n', /embargo is a time with zone/],
  ];
  for (const [text, say] of bad) {
    const read = readStoryFile(text);
    assert.ok(!read.ok);
    assert.match(read.say, say);
  }
});

test('line ends of any system and a byte order mark are no matter', () => {
  assert.ok(readStoryFile(`\uFEFF${FILE.replaceAll('\n', '\r\n')}`).ok);
});

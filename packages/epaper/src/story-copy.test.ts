import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '@courant/base';
import type { Picture } from '@courant/picture';
import type { Block, Copy, Inline } from '@courant/story';
import { issueStory } from './story-copy.ts';

const words = {
  by: (names: string) => `By ${names}`,
  listed: (first: string, next: string) => `${first}, ${next}`,
};
const text = (said: string): readonly Inline[] => [{ type: 'text', text: said }];
const paragraph = (id: string, said: string) =>
  ({ type: 'paragraph', attrs: { id }, content: text(said) }) as const;

function picture(id: string): Picture {
  return {
    ...{ id: id as Id, hash: id.repeat(8), width: 900, height: 600, mediaType: 'image/jpeg' },
    ...{ alt: `alt ${id}`, caption: `caption ${id}`, credit: 'A. Berg', focus: { x: 0.5, y: 0.4 } },
  };
}

function printed(content: readonly Block[], more: Partial<Copy> = {}) {
  const copy: Copy = {
    ...{ kind: 'article', language: 'en', slug: 'ferry', headline: 'Last ferry leaves' },
    ...more,
    body: { type: 'doc', content },
  };
  const pictures = new Map(['a', 'b', 'c'].map((id) => [id, picture(id)]));
  return issueStory({ id: 's', revision: 'r', section: 'world', priority: 50, copy, pictures }, words);
}

const saysOf = (story: ReturnType<typeof printed>) =>
  story.body.map(({ kind, runs }) => `${kind[0]} ${runs.map((run) => run.text).join('')}`);

test('every block that can be printed is, in its order, and what only a screen shows is not', () => {
  const content: readonly Block[] = [
    paragraph('p1', 'One.'),
    { type: 'subhead', attrs: { id: 'h', level: 2 }, content: text('At noon') },
    {
      type: 'quote',
      attrs: { id: 'q', attribution: 'Marta Lind' },
      content: [paragraph('q1', '“Wait,” she said.')],
    },
    {
      type: 'list',
      attrs: { id: 'l', ordered: true },
      content: [
        { type: 'item', attrs: { id: 'i1' }, content: [paragraph('i1p', 'First.')] },
        { type: 'item', attrs: { id: 'i2' }, content: [paragraph('i2p', 'Second.')] },
      ],
    },
    { type: 'factbox', attrs: { id: 'f', title: 'The ferry' }, content: [paragraph('f1', 'Built in 1911.')] },
    { type: 'embed', attrs: { id: 'e', url: 'https://a.example/', title: 'A film' } },
    { type: 'notebook', attrs: { id: 'n' }, content: [paragraph('n1', 'Check the name.')] },
    {
      type: 'table',
      attrs: { id: 't', caption: 'One way, in crowns' },
      content: [
        {
          type: 'row',
          content: [
            { type: 'cell', attrs: { head: true }, content: text('Fare') },
            { type: 'cell', attrs: { head: false }, content: text('12') },
          ],
        },
      ],
    },
  ];
  assert.deepEqual(saysOf(printed(content)), [
    ...['p One.', 'c At noon', 'p “Wait,” she said.', 'p — Marta Lind', 'p 1. First.', 'p 2. Second.'],
    ...['c The ferry', 'p Built in 1911.', 'c One way, in crowns', 'r Fare 12'],
  ]);
});

test('what stands in a box of facts knows it, and a row knows its cells, its table and its place there', () => {
  const cell = (said: string, head: boolean, span = 1) =>
    ({ type: 'cell', attrs: { head, span }, content: text(said) }) as const;
  const content: readonly Block[] = [
    { type: 'factbox', attrs: { id: 'f', title: 'The ferry' }, content: [paragraph('f1', 'Built in 1911.')] },
    {
      type: 'table',
      attrs: { id: 't' },
      content: [
        { type: 'row', content: [cell('Line', true), cell('Fares', true, 2)] },
        { type: 'row', content: [cell('North', true), cell('12', false), cell('14', false)] },
        { type: 'row', content: [cell(' ', false)] },
      ],
    },
  ];
  const { body } = printed(content);
  assert.deepEqual(
    body.map(({ isBoxed = false }) => isBoxed),
    [true, true, false, false],
  );
  assert.deepEqual(
    body.slice(2).map(({ row }) => row),
    [
      { table: 't', cells: ['Line', 'Fares', ''], isHead: true, isFirst: true, isLast: false },
      { table: 't', cells: ['North', '12', '14'], isHead: false, isFirst: false, isLast: true },
    ],
  );
});

test('the dateline opens the first paragraph, and where the block’s own text begins is known', () => {
  const dateline = { place: 'GORKI, Russia', date: 'April 22', agencies: ['Agencies'] };
  const [first] = printed([paragraph('p1', 'It began.')], { dateline }).body;
  assert.equal(first?.runs.map((run) => run.text).join(''), 'GORKI, Russia, April 22 (Agencies) – It began.');
  assert.equal(
    first?.runs
      .map((run) => run.text)
      .join('')
      .slice(-(first?.start ?? 0)),
    'It began.',
  );
});

test('marks are kept as type, links lead on, and what is only proposed is not printed', () => {
  const content: readonly Inline[] = [
    { type: 'text', text: 'A ' },
    { type: 'text', text: 'bold', marks: [{ type: 'strong' }, { type: 'em' }] },
    { type: 'text', text: ' link', marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }] },
    { type: 'text', text: ' perhaps', marks: [{ type: 'insertion', attrs: { by: 'm' } }] },
  ];
  const [block] = printed([{ type: 'paragraph', attrs: { id: 'p' }, content }]).body;
  assert.deepEqual(block?.runs, [
    { text: 'A ', style: 'roman' },
    { text: 'bold', style: 'bold-italic' },
    { text: ' link', style: 'roman', link: 'https://a.example/' },
  ]);
});

test('pictures come once, the main one first, with the words of the story before those of the library', () => {
  const story = printed(
    [
      paragraph('p', 'One.'),
      { type: 'picture', attrs: { id: 'x', picture: 'b', alt: 'The quay' } },
      {
        type: 'gallery',
        attrs: { id: 'g', pictures: [{ picture: 'a' }, { picture: 'c' }, { picture: 'gone' }] },
      },
    ],
    { picture: 'a', pictureCaption: 'The ferry at one.' },
  );
  assert.deepEqual(
    story.pictures.map(({ hash, caption, alt }) => [hash[0], caption, alt]),
    [
      ['a', 'The ferry at one.', 'alt a'],
      ['b', 'caption b', 'The quay'],
      ['c', 'caption c', 'alt c'],
    ],
  );
});

test('a few words without a picture are a brief; an argument loses less than a report', () => {
  const long = Array.from({ length: 40 }, (_, n) =>
    paragraph(`p${n}`, 'The ferry left at one o’clock again.'),
  );
  assert.equal(printed([paragraph('p', 'Short.')]).kind, 'brief');
  assert.equal(printed([paragraph('p', 'Short.')], { picture: 'a' }).kind, 'news');
  const [report, argument] = [printed(long), printed(long, { kind: 'opinion' })];
  assert.equal(argument.kind, 'opinion');
  assert.ok(argument.mayLose < report.mayLose);
  const chinese = Array.from({ length: 20 }, (_, n) => paragraph(`p${n}`, '渡轮在一点钟离开码头。'));
  assert.equal(printed(chinese, { language: 'zh' }).kind, 'news');
});

test('what somebody says word for word may be set large, once the story is long enough', () => {
  const said = '“Nobody on the quay could tell us where the second crew had gone,” she said.';
  const long = Array.from({ length: 60 }, (_, n) => paragraph(`p${n}`, 'The ferry left at one o’clock.'));
  assert.deepEqual(printed([...long, paragraph('q', said)]).pullQuotes, []);
  const full = said.replace(',”', ' at all.”');
  assert.deepEqual(printed([...long, paragraph('q', full)]).pullQuotes, [
    '“Nobody on the quay could tell us where the second crew had gone at all.”',
  ]);
  assert.deepEqual(printed([paragraph('p', 'One.'), paragraph('q', full)]).pullQuotes, []);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Block } from './body.ts';
import type { Copy } from './copy.ts';
import { anyCopy, bodyOf, copyOf, paragraph } from './copy-testing.ts';
import type { CopyDifference } from './difference.ts';
import { differences } from './difference.ts';
import { blockWords } from './plain-text.ts';
import type { Run } from './text-difference.ts';

const three = copyOf({
  body: bodyOf(
    paragraph('a', 'The premier spoke in Gorki on Friday.'),
    paragraph('b', 'He would not say whether he stands.'),
    paragraph('c', 'The vote is in March.'),
  ),
});

/** The words of a version, from the runs of the difference. */
const side = (runs: readonly Run[], kind: 'removed' | 'added') =>
  runs
    .filter((run) => run.kind === 'kept' || run.kind === kind)
    .map(({ text }) => text)
    .join('');

/** What became of each block, by the id that a page would show it under. */
const told = ({ blocks }: CopyDifference) =>
  blocks.map((block) => `${block.kind} ${'after' in block ? block.after.attrs.id : block.before.attrs.id}`);

const withBlocks = (...content: readonly Block[]): Copy => ({ ...three, body: bodyOf(...content) });

describe('differences', () => {
  it('of a copy with itself are none', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        const { isSame, texts, choices } = differences(copy, copy);
        assert.deepEqual([isSame, texts, choices], [true, [], []]);
      }),
    );
  });

  it('give both versions back: what is kept and removed the first, what is kept and added the second', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, (before, after) => {
        const { blocks, texts, choices } = differences(before, after);
        const first = blocks.flatMap((block) => ('before' in block ? [block.before] : []));
        const second = blocks.flatMap((block) => ('after' in block ? [block.after] : []));
        assert.deepEqual([first, second], [before.body.content, after.body.content]);
        for (const { field, runs } of texts) {
          assert.deepEqual(
            [side(runs, 'removed'), side(runs, 'added')],
            [before[field] ?? '', after[field] ?? ''],
          );
        }
        for (const block of blocks) {
          if (block.kind !== 'changed') continue;
          assert.equal(side(block.runs, 'removed'), blockWords(block.before));
          assert.equal(side(block.runs, 'added'), blockWords(block.after));
        }
        for (const { field } of choices) assert.notDeepEqual(before[field], after[field]);
      }),
    );
  });

  it('name the fields that changed, came and went, and no other', () => {
    const before = copyOf({ headline: 'Premier speaks', kicker: 'World', urgency: 3, keywords: ['a'] });
    const after = copyOf({ headline: 'Premier speaks out', byline: 'A Writer', urgency: 2, keywords: ['a'] });
    const { isSame, texts, choices } = differences(before, after);
    assert.equal(isSame, false);
    assert.deepEqual(texts, [
      { field: 'kicker', runs: [{ kind: 'removed', text: 'World' }] },
      {
        field: 'headline',
        runs: [
          { kind: 'kept', text: 'Premier speaks' },
          { kind: 'added', text: ' out' },
        ],
      },
      { field: 'byline', runs: [{ kind: 'added', text: 'A Writer' }] },
    ]);
    assert.deepEqual(choices, [{ field: 'urgency', before: 3, after: 2 }]);
  });

  it('follow a block by its id, however much its words changed', () => {
    const [a, , c] = three.body.content;
    assert.ok(a && c);
    const after = withBlocks(a, paragraph('b', 'Nothing else is known.'), c);
    assert.deepEqual(told(differences(three, after)), ['kept a', 'changed b', 'kept c']);
  });

  it('follow blocks under new ids by their words, and by likeness where a word changed', () => {
    const after = withBlocks(
      paragraph('x', 'The premier spoke in Gorki on Friday.'),
      paragraph('n', 'A new one.'),
      paragraph('y', 'He would not say whether he runs.'),
      paragraph('z', 'The vote is in March.'),
    );
    const difference = differences(three, after);
    assert.deepEqual(told(difference), ['kept x', 'added n', 'changed y', 'kept z']);
    const changed = difference.blocks[2];
    assert.ok(changed?.kind === 'changed');
    assert.deepEqual(changed.runs, [
      { kind: 'kept', text: 'He would not say whether he ' },
      { kind: 'removed', text: 'stands' },
      { kind: 'added', text: 'runs' },
      { kind: 'kept', text: '.' },
    ]);
  });

  it('tell a block that moved once as removed and once as added', () => {
    const [a, b, c] = three.body.content;
    assert.ok(a && b && c);
    assert.deepEqual(told(differences(three, withBlocks(b, c, a))), [
      'removed a',
      'kept b',
      'kept c',
      'added a',
    ]);
  });

  it('see a block as changed where only its marks or attributes did', () => {
    const after = withBlocks(paragraph('a', 'The vote is in March.', [{ type: 'em' }]));
    const before = withBlocks(paragraph('a', 'The vote is in March.'));
    const { blocks, isSame } = differences(before, after);
    assert.equal(isSame, false);
    assert.deepEqual(blocks[0]?.kind === 'changed' && blocks[0].runs, [
      { kind: 'kept', text: 'The vote is in March.' },
    ]);
  });

  it('compare the words of a book rewritten under its old ids, however little time that leaves a paragraph', () => {
    const book = (word: string) => {
      const words = Array.from({ length: 400 }, (_, n) => `${word}${n}`).join(' ');
      return bodyOf(...Array.from({ length: 1500 }, (_, i) => paragraph(`p${i}`, `Number ${i}. ${words}`)));
    };
    const { blocks } = differences(copyOf({ body: book('a') }), copyOf({ body: book('b') }));
    const changed = blocks.flatMap((block) => (block.kind === 'changed' ? [block.runs.length] : []));
    assert.deepEqual([changed.length, Math.max(...changed)], [1500, 3]);
  });

  it('are bounded for copy as long as a book, rewritten from end to end', () => {
    const book = (word: string) =>
      bodyOf(
        ...Array.from({ length: 3000 }, (_, i) =>
          paragraph(
            `${word}${i}`,
            Array.from({ length: 100 }, (_, n) => `${word}${(i * 7 + n * 13) % 997}`).join(' '),
          ),
        ),
      );
    const { blocks } = differences(copyOf({ body: book('a') }), copyOf({ body: book('b') }));
    assert.equal(blocks.length, 6000);
  });
});

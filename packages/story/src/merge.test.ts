import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { never } from '@courant/base';
import fc from 'fast-check';
import type { Block, Body } from './body.ts';
import { bodySchema } from './body-schema.ts';
import { idsIn } from './conflict.ts';
import type { Copy } from './copy.ts';
import { anyCopy, bodyOf, copyOf, countedIds, paragraph } from './copy-testing.ts';
import { wholeBody } from './document.ts';
import { type MergeOrder, merge, unmerge } from './merge.ts';
import { looksOf, wordsOf } from './merge-part.ts';
import { WIRE } from './merge-testing.ts';

const looks = ({ content }: Body) => content.map(looksOf);
const fieldsOf = ({ body: _, wire: __, conflicts: ___, ...fields }: Copy) => fields;
const mergedOf = (order: Omit<MergeOrder, 'wire'>) => merge({ ...order, wire: WIRE }, countedIds());

/** Paragraphs of a few words, some of them in several. */
const aWord = fc.constantFrom(
  ...'the a ferry left at noon engine crew said on Friday 人 民 12 no. was. hurt,'.split(' '),
);
const aLine = fc.array(aWord, { maxLength: 14 }).map((words) => words.join(' '));
const someLines = fc.array(aLine, { maxLength: 9 });

/** What one hand does to a text: places are shares of its length, so that any edit fits any text. */
interface Edit {
  readonly does: 'insert' | 'rewrite' | 'take-word' | 'drop' | 'copy' | 'split' | 'join' | 'move';
  readonly at: number;
  readonly word: number;
}

const someEdits = fc.array(
  fc.record({
    does: fc.constantFrom<Edit['does']>(
      ...(['insert', 'rewrite', 'take-word', 'drop', 'copy', 'split', 'join', 'move'] as const),
    ),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    word: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  { maxLength: 8 },
);

interface Line {
  readonly id: string;
  readonly words: readonly string[];
}

/** A text as somebody leaves it; every word they write is marked with their name, so that it can be found again. */
function edited(lines: readonly Line[], edits: readonly Edit[], hand: string): readonly Line[] {
  let made = 0;
  return edits.reduce((now, edit) => editedOnce(now, edit, () => `${hand}${++made}`), lines);
}

function editedOnce(now: readonly Line[], { does, at, word }: Edit, fresh: () => string): readonly Line[] {
  const i = Math.floor(at * now.length);
  const [line, next] = [now[i], now[i + 1]];
  if (!line) return [...now, { id: fresh(), words: [fresh(), 'new'] }];
  const place = Math.floor(word * (line.words.length + 1));
  const [before, after] = [line.words.slice(0, place), line.words.slice(place)];
  switch (does) {
    case 'insert':
      return now.toSpliced(i, 1, { ...line, words: [...before, fresh(), ...after] });
    case 'rewrite':
      return now.toSpliced(i, 1, { ...line, words: [...before, fresh(), ...after.slice(2)] });
    case 'take-word':
      return now.toSpliced(i, 1, { ...line, words: [...before, ...after.slice(1)] });
    case 'drop':
      return now.toSpliced(i, 1);
    case 'copy':
      return now.toSpliced(Math.floor(word * now.length), 0, { ...line, id: fresh() });
    case 'split':
      return now.toSpliced(i, 1, { ...line, words: before }, { id: fresh(), words: after });
    case 'join':
      return next ? now.toSpliced(i, 2, { ...line, words: [...line.words, ...next.words] }) : now;
    case 'move':
      return now.toSpliced(i, 1).toSpliced(Math.floor(word * now.length), 0, line);
    default:
      return never(does);
  }
}

function copyOfLines(lines: readonly Line[], version: string, isNumbered: boolean): Copy {
  const content = lines.map(({ id, words }, i): Block => {
    const block = isNumbered ? i : Number.parseInt(id.slice(1), 10) - 1;
    const from = isNumbered || id.startsWith('b') ? { item: 'afp', version, block } : null;
    return {
      type: 'paragraph',
      attrs: { id: isNumbered ? `b${i + 1}` : id, from },
      content: words.length > 0 ? [{ type: 'text', text: words.join(' ') }] : [],
    };
  });
  return copyOf({ body: wholeBody({ type: 'doc', content }) });
}

/** Three versions of a text: as it was, as we left it, and as the wire has it now. */
const someWork = fc.record({ lines: someLines, ours: someEdits, theirs: someEdits }).map((work) => {
  const base = work.lines.map((line, i) => ({ id: `b${i + 1}`, words: line.split(' ').filter(Boolean) }));
  return {
    base: copyOfLines(base, '1', true),
    ours: copyOfLines(edited(base, work.ours, 'ours'), '1', false),
    theirs: copyOfLines(edited(base, work.theirs, 'theirs'), '2', true),
  };
});

function wordsIn(body: Body): readonly string[] {
  return body.content.flatMap((block) => wordsOf(block).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
}

function assertWhole(copy: Copy): void {
  const node = bodySchema.nodeFromJSON(copy.body);
  node.check();
  assert.deepEqual(wholeBody(copy.body), copy.body);
  const ids = copy.body.content.flatMap(idsIn);
  assert.equal(new Set(ids).size, ids.length);
}

describe('merge', () => {
  it('loses no word that a person typed, and makes a body the schema accepts', () => {
    fc.assert(
      fc.property(someWork, (work) => {
        const { copy } = mergedOf(work);
        assertWhole(copy);
        const left = wordsIn(copy.body);
        for (const word of new Set(wordsIn(work.ours.body).filter((one) => one.startsWith('ours')))) {
          assert.ok(left.includes(word), `${word} is gone`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('loses no word of a person in any copy, whatever it is made of', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, anyCopy, (base, ours, theirs) => {
        const { copy } = mergedOf({ base, ours, theirs });
        assertWhole(copy);
        const was = new Set(wordsIn(base.body));
        const left = new Set(wordsIn(copy.body));
        assert.deepEqual(
          wordsIn(ours.body).filter((word) => !was.has(word) && !left.has(word)),
          [],
        );
      }),
      { numRuns: 300 },
    );
  });

  it('gives theirs where nobody touched ours', () => {
    fc.assert(
      fc.property(someWork, ({ base, theirs }) => {
        const { copy, conflicts } = mergedOf({ base, ours: base, theirs });
        const isBlank = wordsIn(theirs.body).length === 0;
        assert.deepEqual(looks(copy.body), looks(isBlank ? base.body : theirs.body));
        assert.deepEqual(conflicts, []);
      }),
      { numRuns: 500 },
    );
  });

  it('gives theirs where nobody touched ours, fields too, whatever they are', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, (base, theirs) => {
        const { copy, conflicts } = mergedOf({ base, ours: base, theirs });
        const { headline, slug } = base;
        const wanted = { ...theirs, headline: theirs.headline || headline, slug: theirs.slug || slug };
        assert.deepEqual(fieldsOf(copy), fieldsOf(wanted));
        assert.deepEqual(conflicts, []);
        const hasBody = theirs.body.content.some(
          (block) => wordsOf(block) !== '' || block.type === 'picture',
        );
        if (hasBody) assert.deepEqual(looks(copy.body), looks(theirs.body));
      }),
      { numRuns: 300 },
    );
  });

  it('gives ours where the wire changed nothing', () => {
    const check = ({ base, ours }: { base: Copy; ours: Copy }) => {
      const { copy, conflicts, changes } = mergedOf({ base, ours, theirs: base });
      assert.deepEqual(looks(copy.body), looks(ours.body));
      assert.deepEqual(
        copy.body.content.map(({ attrs }) => attrs.id),
        ours.body.content.map(({ attrs }) => attrs.id),
      );
      assert.deepEqual(fieldsOf(copy), fieldsOf(ours));
      assert.deepEqual([conflicts, changes.filter(({ kind }) => kind !== 'no-body')], [[], []]);
    };
    fc.assert(fc.property(someWork, check), { numRuns: 500 });
    fc.assert(fc.property(fc.record({ base: anyCopy, ours: anyCopy }), check), { numRuns: 300 });
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(someWork, fc.record({ base: anyCopy, ours: anyCopy, theirs: anyCopy })),
        (work) => {
          const first = mergedOf(work);
          const second = mergedOf({ ...work, ours: first.copy });
          assert.deepEqual(second.copy, first.copy);
          assert.deepEqual(second.changes, []);
          const later = mergedOf({ ...work, base: work.theirs, ours: first.copy });
          assert.deepEqual(looks(later.copy.body), looks(first.copy.body));
          assert.deepEqual(fieldsOf(later.copy), fieldsOf(first.copy));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('merges the next version over the first: blocks are known by what they came from', () => {
    const version = (n: number, ...lines: readonly string[]) =>
      copyOf({
        body: bodyOf(
          ...lines.map((line, i) => {
            const block = paragraph(`b${i + 1}`, line);
            return {
              ...block,
              attrs: { ...block.attrs, from: { item: 'afp', version: `${n}`, block: i } },
            } as Block;
          }),
        ),
      });
    const one = version(1, 'The ferry left at noon.', 'Nobody was hurt.');
    const two = version(2, 'It is adrift off Skaland.', 'The ferry left at noon.', 'Nobody was hurt.');
    const three = version(
      3,
      'It is adrift off Skaland.',
      'The ferry left at noon.',
      'Two were hurt, police said.',
    );
    const ours = version(1, 'The ferry left at noon, late.', 'Nobody was hurt.');
    const first = merge({ base: one, ours, theirs: two, wire: { item: 'afp', version: '2' } }, countedIds());
    const second = merge(
      { base: two, ours: first.copy, theirs: three, wire: { item: 'afp', version: '3' } },
      countedIds(),
    );
    assert.deepEqual(second.copy.body.content.map(wordsOf), [
      'It is adrift off Skaland.',
      'The ferry left at noon, late.',
      'Two were hurt, police said.',
    ]);
    assert.deepEqual(
      second.copy.body.content.map(({ attrs }) => [attrs.id, attrs.from?.version, attrs.from?.block]),
      [
        ['new-0', '3', 0],
        ['b1', '3', 1],
        ['b2', '3', 2],
      ],
    );
  });

  it('keeps a dispute open until it is settled, with what the wire says by then', () => {
    const copies = ['40', '41', '42', '43'].map((n) =>
      copyOf({ headline: `Ferry adrift with ${n} on board` }),
    );
    const [base = copyOf(), ours = copyOf(), two = copyOf(), three = copyOf()] = copies;
    const first = mergedOf({ base, ours, theirs: two });
    const wire = { item: 'afp', version: '3' };
    const second = merge({ base: two, ours: first.copy, theirs: three, wire }, countedIds());
    assert.deepEqual(
      second.conflicts.map(({ theirs }) => theirs),
      ['Ferry adrift with 43 on board'],
    );
    const third = merge({ base: two, ours: first.copy, theirs: two, wire }, countedIds());
    assert.deepEqual(third.conflicts, first.conflicts);
  });

  it('merges a thousand paragraphs that both sides edited, in time that grows with the text', () => {
    const long = (n: number, hand: (words: string, i: number) => string) =>
      Array.from({ length: n }, (_, i) =>
        hand(`Paragraph ${i} of the report tells of ship ${i * 7} and port ${i}.`, i),
      );
    const copyOfWords = (lines: readonly string[]) =>
      copyOf({ body: bodyOf(...lines.map((line, i) => paragraph(`b${i}`, line))) });
    const order = (n: number) => ({
      base: copyOfWords(long(n, (words) => words)),
      ours: copyOfWords(long(n, (words) => words.replace('tells', 'told us'))),
      theirs: copyOfWords(
        long(n, (words, i) => (i % 3 === 0 ? words.replace('port', 'harbour') : words)).toReversed(),
      ),
    });
    const took = (n: number) => {
      const start = performance.now();
      const { copy } = mergedOf(order(n));
      assert.equal(copy.body.content.filter((block) => wordsOf(block).includes('told us')).length, n);
      return performance.now() - start;
    };
    took(100);
    assert.ok(took(1000) < 10_000);
  });
});

describe('unmerge', () => {
  it('brings back the copy before the merge to the letter where nobody wrote since', () => {
    fc.assert(
      fc.property(someWork, (work) => {
        const { copy } = mergedOf(work);
        assert.deepEqual(
          unmerge({ before: work.ours, merged: copy, now: copy }, countedIds()).copy,
          work.ours,
        );
      }),
    );
  });

  it('keeps what was written since the merge', () => {
    fc.assert(
      fc.property(someWork, fc.nat(20), (work, at) => {
        const { copy } = mergedOf(work);
        const added = paragraph('late', 'Lastly this.');
        const now = { ...copy, body: { ...copy.body, content: copy.body.content.toSpliced(at, 0, added) } };
        const back = unmerge({ before: work.ours, merged: copy, now }, countedIds()).copy;
        assertWhole(back);
        assert.ok(back.body.content.some((block) => wordsOf(block) === 'Lastly this.'));
        const rest = back.body.content.filter(({ attrs }) => attrs.id !== 'late');
        if (wordsIn(work.ours.body).length > 0)
          assert.deepEqual(looks({ type: 'doc', content: rest }), looks(work.ours.body));
        assert.deepEqual(back.conflicts, undefined);
      }),
      { numRuns: 300 },
    );
  });
});

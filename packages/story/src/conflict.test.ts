import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as Y from 'yjs';
import { clean } from './clean.ts';
import { conflictsIn, settle, unsettled } from './conflict.ts';
import type { Conflict, Copy } from './copy.ts';
import { bodyOf, copyOf, countedIds, MOMENT, paragraph, STORY_IN } from './copy-testing.ts';
import { type Draft, openDraft, readCopy, writeCopy } from './draft.ts';
import { merge } from './merge.ts';
import { wordsOf } from './merge-part.ts';
import { WIRE } from './merge-testing.ts';
import { publish } from './publish.ts';

const wordsIn = (copy: Copy) => copy.body.content.map(wordsOf);

const base = copyOf({
  headline: 'Ferry adrift',
  body: bodyOf(
    paragraph('a', 'It has 40 on board.'),
    paragraph('b', 'All are well.'),
    paragraph('c', 'It left at noon.'),
  ),
});
const ours = copyOf({
  headline: 'Forty at sea',
  body: bodyOf(
    paragraph('a', 'It has 41 on board.'),
    paragraph('b', 'All are well, we hear.'),
    paragraph('c', 'It left at noon.'),
  ),
});
const theirs = copyOf({
  headline: 'Ferry towed in',
  body: bodyOf(paragraph('x', 'It has 42 on board.'), paragraph('y', 'It left at one.')),
});

function disputed(): Copy {
  return merge({ base, ours, theirs, wire: WIRE }, countedIds()).copy;
}

function settled(copy: Copy, conflict: string, choice: 'ours' | 'theirs' | 'both'): Copy {
  const result = settle(copy, { conflict, choice }, countedIds());
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

describe('settle', () => {
  it('leaves ours and takes the conflict away', () => {
    const copy = settled(disputed(), 'field-headline', 'ours');
    assert.equal(copy.headline, 'Forty at sea');
    assert.deepEqual(
      unsettled(copy).map(({ id }) => id),
      ['block-a', 'block-b'],
    );
  });

  it('puts theirs in its place, under the same id', () => {
    const copy = settled(settled(disputed(), 'field-headline', 'theirs'), 'block-a', 'theirs');
    assert.equal(copy.headline, 'Ferry towed in');
    assert.deepEqual(wordsIn(copy), ['It has 42 on board.', 'All are well, we hear.', 'It left at one.']);
    assert.equal(copy.body.content[0]?.attrs.id, 'a');
    assert.deepEqual(copy.body.content[0]?.attrs.from, { ...WIRE, block: 0 });
  });

  it('puts theirs after ours, under an id of its own', () => {
    const copy = settled(disputed(), 'block-a', 'both');
    assert.deepEqual(wordsIn(copy).slice(0, 2), ['It has 41 on board.', 'It has 42 on board.']);
    assert.deepEqual(
      copy.body.content.map(({ attrs }) => attrs.id),
      ['a', 'new-0', 'b', 'c'],
    );
  });

  it('takes out what the wire took out', () => {
    assert.deepEqual(wordsIn(settled(disputed(), 'block-b', 'theirs')), [
      'It has 41 on board.',
      'It left at one.',
    ]);
  });

  it('takes a field away where the wire has none', () => {
    const one = {
      base: copyOf({ kicker: 'News' }),
      ours: copyOf({ kicker: 'Sea' }),
      theirs: copyOf(),
      wire: WIRE,
    };
    const copy = settled(merge(one, countedIds()).copy, 'field-kicker', 'theirs');
    assert.equal('kicker' in copy, false);
  });

  it('refuses what cannot be: both values of one field, both of what is out, what is settled', () => {
    const told = (conflict: string, choice: 'ours' | 'both', copy = disputed()) => {
      const result = settle(copy, { conflict, choice }, countedIds());
      assert.ok(!result.ok);
      assert.match(result.say, /^[A-Z].*\.$/);
      return result.why;
    };
    assert.equal(told('field-headline', 'both'), 'no-both');
    assert.equal(told('block-b', 'both'), 'no-both');
    assert.equal(told('block-z', 'ours'), 'unknown-conflict');
    assert.equal(told('block-b', 'ours', settled(disputed(), 'block-b', 'ours')), 'unknown-conflict');
  });
});

describe('a conflict', () => {
  it('is none any more where its block is gone or says what the wire says', () => {
    const copy = disputed();
    const [, b, c] = copy.body.content;
    assert.ok(b && c);
    const retyped = {
      ...copy,
      headline: 'Ferry towed in',
      body: bodyOf(paragraph('a', 'It has 42 on board.'), c),
    };
    assert.deepEqual(unsettled(retyped), []);
  });

  it('lets nothing be published, and says where to look', () => {
    const refusal = publish(STORY_IN.draft, disputed(), MOMENT.now);
    assert.ok(!refusal.ok);
    assert.equal(refusal.why, 'unsettled');
    assert.match(refusal.say, /\(headline, 2 places in the text\)/);
    const ids = unsettled(disputed()).map(({ id }) => id);
    const copy = ids.reduce((one, id) => settled(one, id, 'ours'), disputed());
    const done = publish(STORY_IN.draft, copy, MOMENT.now);
    assert.ok(done.ok);
    assert.equal('wire' in done.value.copy || 'conflicts' in done.value.copy, false);
  });

  it('is never in clean copy', () => {
    assert.deepEqual(clean(disputed()).conflicts, undefined);
    assert.ok(!JSON.stringify(clean(disputed())).includes('42'));
  });

  it('is read from a draft as it was written, and what is no conflict is not', () => {
    const draft = openDraft([], 1);
    writeCopy(draft, disputed());
    assert.deepEqual(readCopy(draft), disputed());
    assert.deepEqual(
      conflictsIn({
        a: 'x',
        b: { at: 'field', field: 'nothing', theirs: 1 },
        c: { at: 'field', field: 'headline', theirs: null },
        d: { at: 'field', field: 'urgency', theirs: 'high' },
        e: { at: 'blocks', blocks: 3 },
        f: { at: 'blocks', blocks: ['a', 7], theirs: [{ type: 'unheard-of' }] },
      }).map(({ id, theirs: words }: Conflict) => [id, words]),
      [
        ['d', null],
        ['f', [{ type: 'opaque', attrs: { id: 'n0', from: null, json: '{"type":"unheard-of"}' } }]],
      ],
    );
  });

  it('stays settled when somebody else settles another at the same time', () => {
    const draft = openDraft([], 1);
    const first = writeCopy(draft, disputed()) ?? new Uint8Array();
    const settledBy = (client: number, id: string) =>
      writeCopy(openDraft([first], client), settled(disputed(), id, 'ours')) ?? new Uint8Array();
    const both = [settledBy(2, 'block-a'), settledBy(3, 'field-headline')];
    assert.deepEqual(
      unsettled(readCopy(openDraft([first, ...both], 4))).map(({ id }) => id),
      ['block-b'],
    );
  });
});

/** Everything a draft is made of, for an editor's undo. */
function undoOf({ doc }: Draft): Y.UndoManager {
  const texts = ['slug', 'kicker', 'headline', 'standfirst', 'byline', 'source', 'pictureCaption', 'edNote'];
  const scope = [
    ...texts.map((name) => doc.getText(name)),
    ...['fields', 'conflicts'].map((name) => doc.getMap(name)),
    doc.getXmlFragment('body'),
  ];
  return new Y.UndoManager(scope, { captureTimeout: 0 });
}

describe('a merge in an open editor', () => {
  it('is one step of Yjs, and undone by one: the copy is the one before, conflicts gone', () => {
    const draft = openDraft([], 1);
    writeCopy(draft, ours);
    const undo = undoOf(draft);
    writeCopy(draft, disputed());
    assert.equal(undo.undoStack.length, 1);
    assert.deepEqual(readCopy(draft), disputed());
    undo.undo();
    assert.deepEqual(readCopy(draft), ours);
    undo.redo();
    assert.deepEqual(readCopy(draft), disputed());
    undo.destroy();
  });

  it('is undone without what others typed meanwhile', () => {
    const draft = openDraft([], 1);
    const first = writeCopy(draft, ours) ?? new Uint8Array();
    const undo = undoOf(draft);
    const second = writeCopy(draft, disputed()) ?? new Uint8Array();
    const other = openDraft([first, second], 2);
    other.doc.getText('byline').insert(0, 'Ada Lund');
    Y.applyUpdate(draft.doc, Y.encodeStateAsUpdate(other.doc), 'remote');
    undo.undo();
    assert.deepEqual(readCopy(draft), { ...ours, byline: 'Ada Lund' });
    undo.destroy();
  });
});

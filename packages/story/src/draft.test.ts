import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isFault } from '@courant/base';
import fc from 'fast-check';
import { initProseMirrorDoc } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Body } from './body.ts';
import { bodySchema } from './body-schema.ts';
import type { Copy } from './copy.ts';
import { anyCopy, bodyOf, copyOf, paragraph } from './copy-testing.ts';
import { covers, openDraft, readCopy, stateVector, writeCopy } from './draft.ts';
import { blockText } from './plain-text.ts';

function written(updates: readonly Uint8Array[], copy: Copy, client: number): Uint8Array {
  const update = writeCopy(openDraft(updates, client), copy);
  assert.ok(update);
  return update;
}

/** Two writers who saw the same, and what the draft reads as once both have written. */
function together(start: Copy, one: Copy, other: Copy): Copy {
  const first = written([], start, 1);
  const updates = [written([first], one, 2), written([first], other, 3)];
  const read = readCopy(openDraft([first, ...updates], 9));
  assert.deepEqual(readCopy(openDraft([first, ...updates.toReversed()], 9)), read);
  return read;
}

const linesOf = (copy: Copy) => copy.body.content.map(blockText);
const three = bodyOf(paragraph('a', 'One.'), paragraph('b', 'Two.'), paragraph('c', 'Three.'));

describe('writeCopy', () => {
  it('makes a draft read as the copy, from nothing and over any other copy', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, (copy, next) => {
        const first = written([], copy, 1);
        assert.deepEqual(readCopy(openDraft([first], 2)), copy);
        const draft = openDraft([first], 2);
        const second = writeCopy(draft, next);
        assert.deepEqual(readCopy(draft), next);
        assert.deepEqual(readCopy(openDraft(second ? [first, second] : [first], 3)), next);
      }),
    );
  });

  it('gives nothing where nothing changed', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        assert.equal(writeCopy(openDraft([written([], copy, 1)], 2), copy), undefined);
      }),
    );
  });

  it('gives updates that read the same in any order, twice over too', () => {
    fc.assert(
      fc.property(
        fc.array(anyCopy, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        (copies, order) => {
          const updates: Uint8Array[] = [];
          for (const [i, copy] of copies.entries()) {
            const update = writeCopy(openDraft(updates, i + 1), copy);
            if (update) updates.push(update);
          }
          const shuffled = updates
            .flatMap((update) => [update, update])
            .map((update) => ({ update, at: order.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at);
          assert.deepEqual(
            readCopy(
              openDraft(
                shuffled.map(({ update }) => update),
                99,
              ),
            ),
            copies.at(-1),
          );
        },
      ),
    );
  });

  it('sends what changed and not the draft again', () => {
    const long = copyOf({
      body: bodyOf(...Array.from({ length: 200 }, (_, i) => paragraph(`p${i}`, 'Words. '.repeat(50)))),
    });
    const first = written([], long, 1);
    const content = long.body.content.with(100, paragraph('p100', `${'Words. '.repeat(50)}More.`));
    const update = written([first], { ...long, body: { type: 'doc', content } }, 2);
    assert.ok(update.length < 150, `${update.length} bytes`);
  });

  it('keeps the id of each block', () => {
    const read = readCopy(openDraft([written([], copyOf({ body: three }), 1)], 2));
    assert.deepEqual(read.body, three);
  });

  it('takes out what no store can hold', () => {
    const copy = copyOf({ headline: 'a\0b\ud800', keywords: ['x\0'] });
    const read = readCopy(openDraft([written([], copy, 1)], 2));
    assert.deepEqual([read.headline, read.keywords], ['ab\ufffd', ['x']]);
  });
});

describe('two writers at once', () => {
  it('both have their words in one headline', () => {
    const start = copyOf({ headline: 'Premier speaks' });
    const read = together(
      start,
      { ...start, headline: 'Russian Premier speaks' },
      { ...start, headline: 'Premier speaks in Gorki' },
    );
    assert.equal(read.headline, 'Russian Premier speaks in Gorki');
  });

  it('both have their words in one paragraph', () => {
    const start = copyOf({ body: bodyOf(paragraph('a', 'He said it.')) });
    const read = together(
      start,
      { ...start, body: bodyOf(paragraph('a', 'On Friday He said it.')) },
      { ...start, body: bodyOf(paragraph('a', 'He said it twice.')) },
    );
    assert.deepEqual(read.body, bodyOf(paragraph('a', 'On Friday He said it twice.')));
  });

  it('have their fields both, where one chose and one typed', () => {
    const start = copyOf();
    const read = together(start, { ...start, urgency: 2 }, { ...start, kicker: 'World' });
    assert.deepEqual([read.urgency, read.kicker], [2, 'World']);
  });

  it('lose no word where one edits the paragraph before which the other puts a new one', () => {
    const start = copyOf({ body: three });
    const read = together(
      start,
      { ...start, body: bodyOf(paragraph('n', 'New.'), ...three.content) },
      { ...start, body: { ...three, content: three.content.with(0, paragraph('a', 'One and a half.')) } },
    );
    assert.deepEqual(linesOf(read), ['New.', 'One and a half.', 'Two.', 'Three.']);
  });

  it('lose no word where one takes a paragraph out and the other edits its neighbours', () => {
    const start = copyOf({ body: three });
    const [a, , c] = three.content;
    assert.ok(a && c);
    const read = together(
      start,
      { ...start, body: bodyOf(a, c) },
      { ...start, body: bodyOf(paragraph('a', 'One!'), paragraph('b', 'Two.'), paragraph('c', 'Three!')) },
    );
    assert.deepEqual(linesOf(read), ['One!', 'Three!']);
  });

  it('lose no word where one replaces the body by the same words under new ids', () => {
    const start = copyOf({ body: three });
    const renamed = bodyOf(paragraph('x', 'One.'), paragraph('y', 'Two.'), paragraph('z', 'Three.'));
    const edited = { ...three, content: three.content.with(1, paragraph('b', 'Two, he typed.')) };
    const read = together(start, { ...start, body: renamed }, { ...start, body: edited });
    assert.deepEqual(linesOf(read), ['One.', 'Two, he typed.', 'Three.']);
    assert.deepEqual(
      read.body.content.map(({ attrs: { id } }) => id),
      ['x', 'y', 'z'],
    );
  });

  it('end with ids that differ where both move one paragraph', () => {
    const start = copyOf({ body: three });
    const [a, b, c] = three.content;
    assert.ok(a && b && c);
    const moved = { ...start, body: bodyOf(b, c, a) };
    const read = together(start, moved, { ...start, body: bodyOf(b, a, c) });
    const ids = read.body.content.map(({ attrs: { id } }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(['One.', 'Two.', 'Three.'].every((line) => linesOf(read).includes(line)));
  });

  it('read the same whatever both wrote, and every word of a new paragraph is there', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, anyCopy, (start, one, other) => {
        const added = paragraph('mine', 'A sentence of my own.');
        const mine = { ...one, body: { ...one.body, content: [...one.body.content, added] } };
        assert.ok(
          linesOf(together(start, mine, { ...other, slug: 'other' })).includes('A sentence of my own.'),
        );
      }),
    );
  });
});

describe('readCopy', () => {
  it('reads an empty draft as an article without a word', () => {
    const empty: Body = { type: 'doc', content: [] };
    assert.deepEqual(readCopy(openDraft([], 1)), {
      kind: 'article',
      language: 'en',
      slug: '',
      headline: '',
      body: empty,
    });
  });

  it('keeps a block it does not know as opaque, through a write too', () => {
    const { doc } = openDraft([], 1);
    const poll = new Y.XmlElement('poll');
    poll.setAttribute('id', 'p1');
    poll.setAttribute('question', 'Why?');
    doc.getXmlFragment('body').insert(0, [poll]);
    const foreign = Y.encodeStateAsUpdate(doc);
    const draft = openDraft([foreign], 2);
    const read = readCopy(draft);
    const update = writeCopy(draft, {
      ...read,
      headline: 'New',
      body: bodyOf(...read.body.content, paragraph('a', 'x')),
    });
    assert.ok(update);
    const [block, more] = readCopy(openDraft([foreign, update], 3)).body.content;
    assert.ok(block?.type === 'opaque' && more);
    assert.deepEqual(JSON.parse(block.attrs.json), { type: 'poll', attrs: { id: 'p1', question: 'Why?' } });
  });

  it('loses no word where the schema is broken by what two writers did together', () => {
    const { doc } = openDraft([], 1);
    const quote = new Y.XmlElement('quote');
    quote.setAttribute('attribution', 'The premier');
    doc.getXmlFragment('body').insert(0, [quote]);
    const draft = openDraft([Y.encodeStateAsUpdate(doc)], 2);
    assert.match(JSON.stringify(readCopy(draft).body), /The premier/);
  });

  it('reads no value that a field cannot have, and holds an embargo it cannot read', () => {
    const draft = openDraft([], 1);
    const fields = draft.doc.getMap('fields');
    const wrong = {
      kind: 'poem',
      urgency: 12,
      subjects: 'x',
      dateline: { date: 'May' },
      keywords: [1, 'a'],
      picture: {},
    };
    for (const [name, value] of Object.entries({ ...wrong, embargo: 'next week', lastUpdated: 'x' }))
      fields.set(name, value);
    const { body: _, ...read } = readCopy(draft);
    assert.deepEqual(read, {
      kind: 'article',
      language: 'en',
      slug: '',
      headline: '',
      keywords: ['a'],
      embargo: 'indefinite',
    });
  });

  it('reads moments in UTC, whatever zone they were set in', () => {
    const draft = openDraft([], 1);
    draft.doc.getMap('fields').set('embargo', '2026-03-14T12:00:00+02:00');
    assert.equal(readCopy(draft).embargo, '2026-03-14T10:00:00.000Z');
  });
});

describe('a draft', () => {
  it('is what ProseMirror’s binding reads', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        const { doc } = openDraft([written([], copy, 1)], 2);
        const { doc: bound } = initProseMirrorDoc(doc.getXmlFragment('body'), bodySchema);
        bound.check();
        assert.equal(bound.childCount, copy.body.content.length);
        assert.ok(bound.eq(bodySchema.nodeFromJSON(copy.body)) || JSON.stringify(copy.body).includes('note'));
      }),
    );
  });

  it('of another schema is refused, and so are bytes that are no update', () => {
    const doc = new Y.Doc();
    doc.getMap('meta').set('schema', 2);
    assert.throws(
      () => openDraft([Y.encodeStateAsUpdate(doc)], 1),
      (thrown) => isFault(thrown, 'schema-mismatch'),
    );
    for (const bytes of [[], [1], [255, 255, 255, 255, 255, 255]]) {
      assert.throws(
        () => openDraft([Uint8Array.from(bytes)], 1),
        (thrown) => isFault(thrown, 'draft-unreadable'),
      );
    }
  });

  it('that nests deeper than any story is refused by its code, and breaks no reader', () => {
    const { doc } = openDraft([], 1);
    let inner: Y.XmlFragment = doc.getXmlFragment('body');
    for (let level = 0; level < 500; level++) {
      const element = new Y.XmlElement(level % 2 === 0 ? 'list' : 'item');
      inner.insert(0, [element]);
      inner = element;
    }
    const draft = openDraft([Y.encodeStateAsUpdate(doc)], 2);
    const isUnreadable = (thrown: unknown) => isFault(thrown, 'draft-unreadable');
    assert.throws(() => readCopy(draft), isUnreadable);
    assert.throws(() => writeCopy(draft, copyOf()), isUnreadable);
  });

  it('covers what it has seen and nothing later', () => {
    const first = written([], copyOf(), 1);
    const editor = openDraft([first], 2);
    const seen = stateVector(editor);
    const update = writeCopy(editor, copyOf({ headline: 'Later' }));
    assert.ok(update);
    const server = openDraft([first], 3);
    assert.ok(covers(server, seen));
    assert.equal(covers(server, stateVector(editor)), false);
    assert.ok(covers(openDraft([first, update], 3), stateVector(editor)));
    assert.throws(
      () => covers(server, Uint8Array.from([255, 1])),
      (thrown) => isFault(thrown, 'vector-unreadable'),
    );
  });
});

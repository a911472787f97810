import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Block, Inline } from './body.ts';
import { bodySchema } from './body-schema.ts';
import { clean } from './clean.ts';
import type { Copy } from './copy.ts';
import { anyCopy, bodyOf, copyOf, paragraph, SECRET } from './copy-testing.ts';
import { plainText } from './plain-text.ts';

const text = (words: string, type?: 'insertion' | 'deletion'): Inline =>
  type ? { type: 'text', text: words, marks: [{ type, attrs: { by: 'x' } }] } : { type: 'text', text: words };

function cleaned(...content: readonly unknown[]): readonly Block[] {
  // Copy as a careless caller might hand it over: the types are not to be relied on here.
  return clean(copyOf({ body: bodyOf(...(content as readonly Block[])) })).body.content;
}

describe('clean', () => {
  it('lets nothing of the newsroom into a revision', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        const json = JSON.stringify(clean(copy));
        assert.ok(!json.includes(SECRET), json);
        assert.ok(!/"type":"(?:note|insertion|deletion|notebook|opaque)"|"edNote"/.test(json), json);
      }),
      { numRuns: 500 },
    );
  });

  it('lets nothing through that it does not know, wherever it stands', () => {
    const secret = [{ type: 'text', text: SECRET }];
    const notebook = {
      type: 'notebook',
      attrs: { id: 'n' },
      content: [{ type: 'paragraph', content: secret }],
    };
    const hidden = { type: 'text', text: 'seen', marks: [{ type: 'shout', attrs: { by: SECRET } }] };
    const nested = [
      { type: 'quote', attrs: { id: 'q' }, content: [notebook] },
      { type: 'factbox', attrs: { id: 'f', title: 'x' }, content: [notebook] },
      {
        type: 'list',
        attrs: { id: 'l' },
        content: [{ type: 'item', attrs: { id: 'i' }, content: [notebook] }],
      },
      { type: 'paragraph', attrs: { id: 'p' }, content: [hidden, { type: 'mention', text: SECRET }] },
      {
        type: 'table',
        attrs: { id: 't' },
        content: [{ type: 'row', content: [{ type: 'cell', content: [notebook] }] }],
      },
    ];
    assert.ok(!JSON.stringify(cleaned(...nested)).includes(SECRET));
    const disguised = [
      { type: 'list', attrs: { id: 'l' }, content: [notebook] },
      { type: 'table', attrs: { id: 't' }, content: [notebook] },
      { type: 'table', attrs: { id: 't' }, content: [{ type: 'row', content: notebook.content }] },
      { type: 'picture', attrs: { id: 'p', picture: 'p' }, content: [notebook] },
      { type: 'divider', attrs: { id: 'd', memo: SECRET } },
    ];
    assert.ok(!JSON.stringify(cleaned(...disguised)).includes(SECRET));
    // A field of tomorrow, or of a mistake, is no field of a revision.
    const stray = { ...copyOf(), memo: SECRET };
    assert.ok(!JSON.stringify(clean(stray)).includes(SECRET));
  });

  it('lets no member through that it does not know, whatever object of the copy has one', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        const told: Copy = JSON.parse(JSON.stringify(copy), (_, inner) =>
          typeof inner === 'object' && inner !== null && !Array.isArray(inner)
            ? { ...inner, memo: SECRET }
            : inner,
        );
        assert.deepEqual(clean(told), clean(copy));
      }),
    );
  });

  it('takes suggestions as nobody accepted them: additions fall away, deletions stay', () => {
    const line: Block = {
      type: 'paragraph',
      attrs: { id: 'a' },
      content: [text('He '), text('never ', 'insertion'), text('said ', 'deletion'), text('it.')],
    };
    assert.deepEqual(cleaned(line), [
      { type: 'paragraph', attrs: { id: 'a' }, content: [text('He said it.')] },
    ]);
  });

  it('takes out lines without a word and blanks at the ends of lines', () => {
    const content: readonly Inline[] = [
      { type: 'break' },
      text(' '),
      text(' One '),
      { type: 'break' },
      text('two \n'),
      { type: 'break' },
    ];
    const blank = [
      paragraph('b', '  '),
      paragraph('c', '\u00a0\n'),
      { type: 'paragraph', attrs: { id: 'd' } },
    ];
    assert.deepEqual(cleaned({ type: 'paragraph', attrs: { id: 'a' }, content }, ...blank), [
      { type: 'paragraph', attrs: { id: 'a' }, content: [text('One '), { type: 'break' }, text('two')] },
    ]);
  });

  it('takes out what is left empty: lists, quotes, boxes, tables, galleries', () => {
    const none = paragraph('x', ' ');
    const item = { type: 'item', attrs: { id: 'i' }, content: [none] };
    const empty = [
      { type: 'quote', attrs: { id: 'q' }, content: [none] },
      { type: 'list', attrs: { id: 'l', ordered: false }, content: [item] },
      { type: 'factbox', attrs: { id: 'f', title: 'x' }, content: [none] },
      {
        type: 'table',
        attrs: { id: 't' },
        content: [{ type: 'row', content: [{ type: 'cell', attrs: {}, content: [] }] }],
      },
      { type: 'gallery', attrs: { id: 'g', pictures: [] } },
      { type: 'related', attrs: { id: 'r', links: [] } },
      { type: 'preformatted', attrs: { id: 'p' }, content: [text('\n  \n')] },
    ];
    assert.deepEqual(cleaned(...empty, { type: 'divider', attrs: { id: 'd' } }), [
      { type: 'divider', attrs: { id: 'd' } },
    ]);
  });

  it('keeps the blanks of tabular copy', () => {
    const agate: Block = { type: 'preformatted', attrs: { id: 'p' }, content: [text('  1  2\n    3')] };
    assert.deepEqual(cleaned(agate), [agate]);
  });

  it('trims texts, and those that are blank are absent', () => {
    const copy = clean(copyOf({ headline: ' Premier ', kicker: ' ', standfirst: 'So. ', edNote: 'x' }));
    assert.deepEqual(
      [copy.headline, copy.standfirst, 'kicker' in copy, 'edNote' in copy],
      ['Premier', 'So.', false, false],
    );
  });

  it('gives a body of the schema, with every public word, and cleans no further', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        const once = clean(copy);
        bodySchema.nodeFromJSON(once.body).check();
        assert.deepEqual(clean(once), once);
        const words = (body: Parameters<typeof plainText>[0]) => plainText(body).replace(/\s+/gu, '');
        const titles = copy.body.content.some(
          ({ type }) => type === 'factbox' || type === 'table' || type === 'quote',
        );
        if (!titles) assert.equal(words(once.body), words(copy.body));
      }),
    );
  });
});

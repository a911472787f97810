import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bodySchema } from './body-schema.ts';
import { anyBody, bodyOf, countedIds, paragraph } from './copy-testing.ts';
import { parseBody, wholeBody } from './document.ts';

function parsed(...content: readonly unknown[]) {
  const result = parseBody({ type: 'doc', content }, countedIds());
  assert.ok(result.ok, result.ok ? '' : result.say);
  return result.value.content;
}

function refusal(json: unknown): string {
  const result = parseBody(json, countedIds());
  assert.ok(!result.ok);
  assert.equal(result.why, 'bad-body');
  return result.say;
}

const text = (words: string, ...marks: readonly unknown[]) => ({ type: 'text', text: words, marks });
const line = (id: string | undefined, ...content: readonly unknown[]) => ({
  type: 'paragraph',
  attrs: { id },
  content,
});

describe('parseBody', () => {
  it('reads what it gave, unchanged', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        assert.deepEqual(parseBody(body, countedIds()), { ok: true, value: body });
        assert.deepEqual(wholeBody(body), body);
      }),
    );
  });

  it('keeps a block of an unknown kind as opaque, with all its JSON', () => {
    const poll = { type: 'poll', attrs: { id: 'p', question: 'Why?' }, content: [{ type: 'answer' }] };
    const [block] = parsed(poll);
    assert.ok(block?.type === 'opaque');
    assert.equal(block.attrs.id, 'p');
    assert.deepEqual(JSON.parse(block.attrs.json), poll);
  });

  it('keeps a block whole as opaque where something unknown stands inside it', () => {
    const holders = [
      line('a', text('Hello '), { type: 'mention', attrs: { of: 'x' } }),
      { type: 'list', attrs: { id: 'l' }, content: [{ type: 'item', content: [{ type: 'poll' }] }] },
      'no node at all',
      null,
    ];
    for (const holder of holders) {
      const [block] = parsed(holder);
      assert.ok(block?.type === 'opaque');
      assert.deepEqual(JSON.parse(block.attrs.json), JSON.parse(JSON.stringify(holder)));
    }
  });

  it('drops unknown marks and keeps their text, joined to what it stood in', () => {
    const [block] = parsed(line('a', text('One '), text('two', { type: 'sparkle' }), text(' three')));
    assert.deepEqual(block, paragraph('a', 'One two three'));
  });

  it('lets the first block keep its id and gives the copy a new one, in lists too', () => {
    const item = { type: 'item', attrs: { id: 'a' }, content: [line('a', text('x'))] };
    const blocks = parsed(line('a', text('x')), line('a', text('x')), line(undefined), {
      type: 'list',
      attrs: { id: 'b' },
      content: [item],
    });
    const ids = [...JSON.stringify(blocks).matchAll(/"id":"([^"]*)"/g)].map(([, id]) => id);
    assert.equal(ids[0], 'a');
    assert.equal(ids.length, 6);
    assert.equal(new Set(ids).size, 6);
  });

  it('gives a new id where the own one could not stand in an address', () => {
    for (const id of ['', 'a b', '"><script>', 'x'.repeat(65), 7, null]) {
      const [block] = parsed({ type: 'divider', attrs: { id } });
      assert.equal(block?.attrs.id, 'new-0');
    }
  });

  it('takes out what no database can hold', () => {
    assert.deepEqual(parsed(line('a', text('a\0b'), text('\0'))), [paragraph('a', 'ab')]);
    const [quote] = parsed({
      type: 'quote',
      attrs: { id: 'q', attribution: 'x\0\ud800' },
      content: [line('p', text('y'))],
    });
    assert.ok(quote?.type === 'quote' && quote.attrs.attribution === 'x\ufffd');
  });

  it('refuses known blocks that are not made as the schema says, and names the block', () => {
    const broken: readonly unknown[] = [
      { type: 'picture', attrs: { picture: 7 } },
      { type: 'picture' },
      { type: 'gallery', attrs: { pictures: [{ caption: 'x' }] } },
      { type: 'gallery', attrs: { pictures: 'x' } },
      { type: 'related', attrs: { links: [{ href: {}, title: 'x' }] } },
      { type: 'subhead', attrs: { level: 9 } },
      { type: 'quote', content: [] },
      { type: 'quote', attrs: { attribution: {} }, content: [line('x')] },
      { type: 'list', content: [line('x')] },
      { type: 'embed', attrs: { url: null } },
      { type: 'paragraph', attrs: { from: 'elsewhere' } },
      { type: 'paragraph', content: [{ type: 'divider' }] },
      { type: 'row', content: [] },
      { type: 'table', content: [{ type: 'row', content: [{ type: 'cell', attrs: { span: 0 } }] }] },
      line('a', text('x', { type: 'link', attrs: { href: ['x'] } })),
    ];
    for (const block of broken) {
      assert.match(
        refusal({ type: 'doc', content: [line('z'), block] }),
        /^Block 2 of the body/,
        JSON.stringify(block),
      );
    }
  });

  it('refuses what is no document, too large or too deep', () => {
    for (const json of [null, undefined, 'x', [], {}, { type: 'paragraph' }]) refusal(json);
    let deep: unknown = { type: 'paragraph' };
    for (let i = 0; i < 100_000; i++) deep = { type: 'list', content: [deep] };
    assert.match(refusal({ type: 'doc', content: [deep] }), /too deep/);
    const ring: { type: string; content: unknown[] } = { type: 'doc', content: [] };
    ring.content.push(ring);
    assert.match(refusal(ring), /too deep/);
    assert.match(refusal({ type: 'doc', content: [line('a', text('x'.repeat(8_000_001)))] }), /larger/);
  });

  it('reads sixty thousand blocks, some of one id, in time that grows with their number alone', () => {
    const content = Array.from({ length: 60_000 }, (_, i) => line(`p${i % 50_000}`, text('x')));
    const ids = parsed(...content).map(({ attrs: { id } }) => id);
    assert.equal(new Set(ids).size, content.length);
  });

  it('refuses more marks on one text than people set', () => {
    const notes = Array.from({ length: 101 }, (_, i) => ({ type: 'note', attrs: { thread: `t${i}` } }));
    assert.match(refusal({ type: 'doc', content: [line('a', text('x', ...notes))] }), /more than 100 marks/);
  });

  it('gives a body of the schema or a refusal for any JSON', () => {
    const loose = fc.letrec((tie) => ({
      node: fc.record(
        {
          type: fc.constantFrom(...Object.keys(bodySchema.nodes), 'other'),
          text: fc.oneof(fc.string(), fc.integer()),
          attrs: fc.dictionary(fc.constantFrom('id', 'from', 'level', 'picture', 'pictures'), fc.jsonValue()),
          marks: fc.array(
            fc.record({
              type: fc.constantFrom(...Object.keys(bodySchema.marks), 'x'),
              attrs: fc.jsonValue(),
            }),
          ),
          content: fc.array(tie('node'), { maxLength: 3 }),
        },
        { requiredKeys: ['type'] },
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(fc.oneof(loose, fc.jsonValue()), { maxLength: 4 }), (content) => {
        const result = parseBody({ type: 'doc', content }, countedIds());
        if (result.ok) bodySchema.nodeFromJSON(result.value).check();
        bodySchema.nodeFromJSON(wholeBody({ type: 'doc', content })).check();
      }),
    );
  });
});

describe('wholeBody', () => {
  it('keeps as opaque what the schema refuses, and numbers ids that are missing', () => {
    const { content } = wholeBody({
      type: 'doc',
      content: [{ type: 'quote', attrs: { id: 'q' } }, line(undefined, text('x'))],
    });
    assert.deepEqual(
      content.map(({ type, attrs: { id } }) => [type, id]),
      [
        ['opaque', 'q'],
        ['paragraph', 'n0'],
      ],
    );
  });

  it('puts words that stand outside any block into one', () => {
    assert.deepEqual(
      wholeBody({ type: 'doc', content: [[{ type: 'text', text: 'x' }]] }),
      bodyOf(paragraph('n0', 'x')),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html } from '@courant/base';
import fc from 'fast-check';
import type { Block, Inline, Mark } from './body.ts';
import { clean } from './clean.ts';
import { anyBody, bodyOf, copyOf, paragraph, SECRET } from './copy-testing.ts';
import type { BodyView } from './html.ts';
import { bodyHtml, PLAIN_VIEW } from './html.ts';

const drawn = (block: Block, view: BodyView = PLAIN_VIEW) => bodyHtml(bodyOf(block), view).markup;
const text = (words: string, ...marks: readonly Mark[]): Inline => ({ type: 'text', text: words, marks });
const attrs = { id: 'a' };
const line = (words: string) =>
  ({ type: 'paragraph', attrs, content: [{ type: 'text', text: words }] }) as const;
const link = { type: 'link', attrs: { href: 'https://a.example/' } } as const;

const GOLDEN: Readonly<Record<string, { readonly block: Block; readonly markup: string }>> = {
  'a paragraph with marks, nested in their order': {
    block: {
      type: 'paragraph',
      attrs,
      content: [
        text('a<', { type: 'strong' }, { type: 'em' }),
        { type: 'break' },
        text('b', { type: 'strike' }),
      ],
    },
    markup: '<p><strong><em>a&lt;</em></strong><br><s>b</s></p>',
  },
  'a link once, however its words are set': {
    block: {
      type: 'paragraph',
      attrs,
      content: [text('a ', link), text('b', { type: 'em' }, link), text(' c')],
    },
    markup: '<p><a href="https://a.example/">a <em>b</em></a> c</p>',
  },
  'two links side by side as two': {
    block: {
      type: 'paragraph',
      attrs,
      content: [text('a', link), text('b', { type: 'link', attrs: { href: '/b' } })],
    },
    markup: '<p><a href="https://a.example/">a</a><a href="/b">b</a></p>',
  },
  'a link to a script as a link to nowhere': {
    block: {
      type: 'paragraph',
      attrs,
      content: [text('a', { type: 'link', attrs: { href: 'javascript:alert(1)' } })],
    },
    markup: '<p><a href="#">a</a></p>',
  },
  'a subhead by its level': {
    block: { type: 'subhead', attrs: { ...attrs, level: 3 }, content: [text('a')] },
    markup: '<h3>a</h3>',
  },
  'a quote with who said it': {
    block: { type: 'quote', attrs: { ...attrs, attribution: 'The "premier"' }, content: [line('So.')] },
    markup:
      '<figure class="quote"><blockquote><p>So.</p></blockquote><figcaption>The &quot;premier&quot;</figcaption></figure>',
  },
  'a list inside a list': {
    block: {
      type: 'list',
      attrs: { ...attrs, ordered: true },
      content: [
        {
          type: 'item',
          attrs,
          content: [
            line('a'),
            {
              type: 'list',
              attrs: { ...attrs, ordered: false },
              content: [{ type: 'item', attrs, content: [line('b')] }],
            },
          ],
        },
      ],
    },
    markup: '<ol><li><p>a</p><ul><li>b</li></ul></li></ol>',
  },
  'a table with its head and caption, in a region that keys can scroll': {
    block: {
      type: 'table',
      attrs: { ...attrs, caption: 'Votes' },
      content: [
        {
          type: 'row',
          content: [{ type: 'cell', attrs: { head: true, span: 2 }, content: [text('Party')] }],
        },
        {
          type: 'row',
          content: [
            { type: 'cell', attrs: { head: true }, content: [text('A')] },
            { type: 'cell', attrs: { head: false }, content: [text('7')] },
          ],
        },
      ],
    },
    markup:
      '<div class="table" role="region" tabindex="0" aria-label="Votes"><table><caption>Votes</caption><thead><tr><th scope="col" colspan="2">Party</th></tr></thead><tbody><tr><th scope="row">A</th><td>7</td></tr></tbody></table></div>',
  },
  'tabular copy with the line break that a browser eats': {
    block: { type: 'preformatted', attrs, content: [text('\n 1')] },
    markup: '<pre tabindex="0">\n\n 1</pre>',
  },
  'a picture by its caption': {
    block: { type: 'picture', attrs: { ...attrs, picture: 'p', caption: 'A & B' } },
    markup: '<figure><figcaption>A &amp; B</figcaption></figure>',
  },
  'an embed as a link that says its host': {
    block: { type: 'embed', attrs: { ...attrs, url: 'https://video.example/1?x' } },
    markup: '<p class="embed"><a href="https://video.example/1?x" rel="noopener">video.example</a></p>',
  },
  'a fact box named by its title': {
    block: { type: 'factbox', attrs: { ...attrs, title: 'Facts' }, content: [line('x')] },
    markup: '<aside class="facts" aria-labelledby="facts-a"><h2 id="facts-a">Facts</h2><p>x</p></aside>',
  },
  'related stories as navigation; one known by an id alone as its words': {
    block: {
      type: 'related',
      attrs: {
        ...attrs,
        links: [
          { href: '/2026/a', title: 'A' },
          { href: '0198f2c4-a1b2-7000-bfff-ffffffffffff', title: 'B' },
        ],
      },
    },
    markup:
      '<nav class="related" aria-label="Related"><ul><li><a href="/2026/a">A</a></li><li>B</li></ul></nav>',
  },
  'a divider': { block: { type: 'divider', attrs }, markup: '<hr>' },
  'a notebook not at all': { block: { type: 'notebook', attrs, content: [line('x')] }, markup: '' },
  'an opaque block not at all': { block: { type: 'opaque', attrs: { ...attrs, json: '{}' } }, markup: '' },
};

describe('bodyHtml', () => {
  for (const [what, { block, markup }] of Object.entries(GOLDEN)) {
    it(`draws ${what}`, () => assert.equal(drawn(block), markup));
  }

  it('sets the opening before the first paragraph, wherever that stands', () => {
    const opening = html`<span class="dateline">GORKI</span> – `;
    const view = { ...PLAIN_VIEW, opening };
    const divider: Block = { type: 'divider', attrs };
    const body = bodyOf(divider, paragraph('a', 'One.'), paragraph('b', 'Two.'));
    assert.equal(
      bodyHtml(body, view).markup,
      '<hr><p><span class="dateline">GORKI</span> – One.</p><p>Two.</p>',
    );
    assert.equal(bodyHtml(bodyOf(divider), view).markup, '<p><span class="dateline">GORKI</span> – </p><hr>');
  });

  it('draws pictures as the page says, and leaves out those it has not', () => {
    const view: BodyView = {
      picture: ({ picture }) => (picture === 'kept' ? html`<img src="/p" alt="">` : undefined),
    };
    const gallery: Block = {
      type: 'gallery',
      attrs: { id: 'g', pictures: [{ picture: 'kept' }, { picture: 'gone' }] },
    };
    assert.equal(drawn(gallery, view), '<div class="gallery"><img src="/p" alt=""></div>');
  });

  it('speaks the page’s language, leads to blocks and to stories where the page says how', () => {
    const id = '0198f2c4-a1b2-7000-bfff-ffffffffffff';
    const view: BodyView = {
      ...PLAIN_VIEW,
      address: (story) => `/story/${story}`,
      words: { table: 'Tableau', related: 'À lire aussi' },
      hasAnchors: true,
    };
    const related: Block = { type: 'related', attrs: { id: 'r', links: [{ href: id, title: 'B' }] } };
    assert.equal(
      bodyHtml(bodyOf(related, paragraph('p', 'x'), paragraph('"><b>', 'y')), view).markup,
      `<nav id="b-r" class="related" aria-label="À lire aussi"><ul><li><a href="/story/${id}">B</a></li></ul></nav><p id="b-p">x</p><p>y</p>`,
    );
  });

  it('lets nothing of the newsroom out, and draws a draft as its revision', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const { markup } = bodyHtml(body, PLAIN_VIEW);
        assert.ok(!markup.includes(SECRET), markup);
        const words = (of: string) => of.replace(/<[^>]*>|\s/gu, '');
        const titles = body.content.some(
          ({ type }) => type === 'factbox' || type === 'table' || type === 'quote',
        );
        if (!titles)
          assert.equal(words(bodyHtml(clean(copyOf({ body })).body, PLAIN_VIEW).markup), words(markup));
      }),
    );
  });

  it('writes markup in which every tag is one of its own and is closed in order', () => {
    const hostile = fc.constantFrom(
      '<script>',
      '"><img onerror=x>',
      "' onload='x",
      '</p>',
      '&lt;',
      '-->',
      ']]>',
    );
    const blocks = fc.tuple(hostile, hostile, hostile).map(([a, b, c]): readonly Block[] => [
      {
        type: 'quote',
        attrs: { id: 'q', attribution: a },
        content: [{ type: 'paragraph', attrs, content: [text(b)] }],
      },
      { type: 'embed', attrs: { id: 'e', url: a, title: b } },
      { type: 'factbox', attrs: { id: a, title: b }, content: [line(c)] },
      { type: 'related', attrs: { id: 'r', links: [{ href: a, title: b }] } },
      { type: 'table', attrs: { id: 't', caption: c }, content: [] },
      { type: 'picture', attrs: { id: 'p', picture: a, caption: b, alt: c } },
    ]);
    fc.assert(
      fc.property(blocks, (content) => {
        const { markup } = bodyHtml(bodyOf(...content), { ...PLAIN_VIEW, hasAnchors: true });
        const open: string[] = [];
        for (const [, end, name] of markup.matchAll(/<(\/?)([a-z0-9]+)(?: [a-z-]+="[^"<>]*")*>/g)) {
          if (end) assert.equal(open.pop(), name);
          else if (name) open.push(name);
        }
        assert.deepEqual(open, []);
        assert.ok(!/[<>]/.test(markup.replace(/<\/?[a-z0-9]+(?: [a-z-]+="[^"<>]*")*>/g, '')), markup);
        assert.ok(!/<(?:script|img)/.test(markup));
      }),
    );
  });
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates that are checked are texts here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlTemplates } from './html-templates.ts';
import { treeOf } from './tree.ts';

function says(template: string): readonly string[] {
  const files = { 'packages/site/src/page.ts': `const page = html\`${template}\`;` };
  return htmlTemplates(treeOf(files)).map(({ say }) => say);
}

const ALLOWED = [
  '<p class="kicker">${kicker}</p>',
  '<p class="a ${b} c">${[x, y]}</p>text ${z}',
  '<title>${headline} &lt;</title>',
  '<a href="${href(address)}" hreflang="${language}">${text}</a>',
  '<a href="${address ? href(address) : "/"}">x</a>',
  '<a href="${href(page)}?q=${encodeURIComponent(query)}">x</a>',
  '<a href="#${anchor}">x</a>',
  '<img src="${href(picture.address)}" alt="${alt}" width=10>',
  '<li data-state="${state}">${list.map((one) => html`<b>${one}</b>`)}</li>',
  '<i style="${focalPoint(crop)}"></i>',
  '<!-- note --><script src="/reader.js"></script><p>${text}</p>',
  'a < b ${text}',
];

for (const template of ALLOWED) {
  test(`a template may be ${template}`, () => {
    assert.deepEqual(says(template), []);
  });
}

const REFUSED = [
  ['<p class=${kicker}>x</p>', /not in double quotes/],
  ['<p class=a${kicker}>x</p>', /not in double quotes/],
  ["<p class='${kicker}'>x</p>", /not in double quotes/],
  ['<p ${attribute}>x</p>', /may not make a tag or an attribute/],
  ['<p data-${name}="x">x</p>', /may not make a tag or an attribute/],
  ['<${tag}>x</p>', /may not make a tag or an attribute/],
  ['<h${level}>x</h1>', /may not make a tag or an attribute/],
  ['<h1>x</${tag}>', /may not make a tag or an attribute/],
  ['<a href="${address}">x</a>', /address in href is unchecked/],
  ['<a href="${address || href(other)}">x</a>', /address in href is unchecked/],
  ['<a href="/story/${slug}">x</a>', /address in href is unchecked/],
  ['<img srcset="${href(a)} 1x, ${b} 2x">', /address in srcset is unchecked/],
  ['<IMG SRC="${address}">', /address in src is unchecked/],
  ['<object data="${address}"></object>', /address in data is unchecked/],
  ['<p onclick="${code}">x</p>', /read as a program/],
  ['<iframe srcdoc="${page}"></iframe>', /read as a program/],
  ['<p style="color:${colour}">x</p>', /hole in style/],
  ['<p class="${html`<b>x</b>`}">x</p>', /Markup may not fill class/],
  ['<script>let a = ${value};</script>', /may stand in <script>/],
  ['<style>a { color: ${colour} }</style>', /may stand in <style>/],
  ['<!-- ${note} -->', /in a comment/],
  ['<p class="a', /ends inside <p>/],
] as const;

for (const [template, why] of REFUSED) {
  test(`a template may not be ${template}`, () => {
    const found = says(template);
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', why);
  });
}

test('content after a script is content again', () => {
  assert.deepEqual(says('<script>if (a < b) { c("</p>") }</script><p>${text}</p>'), []);
});

test('only the body writer takes text as markup unread', () => {
  const text = "import { trustedHtml } from '@courant/base'; trustedHtml(text);";
  const found = htmlTemplates(
    treeOf({ 'packages/story/src/html.ts': text, 'packages/site/src/page.ts': text }),
  );
  assert.ok(found.length > 0);
  assert.ok(found.every(({ file }) => file === 'packages/site/src/page.ts'));
});

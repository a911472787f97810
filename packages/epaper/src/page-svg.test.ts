import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { ANY_SIGN, FACES, issueOf, linesOf, PALETTE, region } from './issue-testing.ts';
import { lineText } from './line-text.ts';
import type { IssueModel, PageModel } from './page-model.ts';
import { faceStyles, pageSvg } from './page-svg.ts';
import { smallIssue } from './small-issue-testing.ts';

function svgOf(page: PageModel, issue: IssueModel = smallIssue()): string {
  const pictureAddress = () => '/pictures/a.jpg';
  return pageSvg(page, { sheet: issue.page, faces: FACES, palette: PALETTE, pictureAddress }).markup;
}

/** The text of every line of a page's markup, as a browser reads it. */
function linesIn(markup: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if ('tagName' in node && node.tagName === 'text') found.push(textOf(node));
    else if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  parse(markup).childNodes.forEach(visit);
  return found;
}

function textOf(node: DefaultTreeAdapterTypes.ChildNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

test('a page holds every line as text, in the order of its regions', () => {
  const issue = smallIssue();
  for (const page of issue.pages) {
    const regions = page.regions.toSorted((a, b) => a.order - b.order);
    const lines = regions.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'text' ? block.lines.map(lineText) : [])),
    );
    assert.deepEqual(linesIn(svgOf(page)), lines);
  }
});

test('every region takes a touch, and says what it is and whose', () => {
  const [first] = smallIssue().pages;
  assert.ok(first);
  const markup = svgOf(first);
  assert.match(markup, /^<svg [^>]*aria-hidden="true"/);
  assert.match(
    markup,
    /<g data-region="s1" data-kind="story" data-story="story-1"><rect class="epaper-region" x="30" y="100" width="290" height="340" fill="none" pointer-events="all"\/>/,
  );
  assert.match(markup, /<g data-region="m" data-kind="masthead"><rect /);
  assert.match(markup, /<image href="\/pictures\/a.jpg" x="30" y="170" width="276" height="120"/);
});

test('whatever is written stays text', () => {
  fc.assert(
    fc.property(fc.string({ unit: ANY_SIGN, minLength: 1, maxLength: 60 }), (text) => {
      const lines = linesOf(`</text><script>&"' ${text}`, { x: 0, y: 10, width: 200 });
      const blocks = [{ kind: 'text', role: 'text', lines }] as const;
      const page = { number: 1, section: '"', regions: [region('"><i>', 'story', { blocks, story: '"' })] };
      const markup = svgOf(page, issueOf([page]));
      assert.doesNotMatch(markup, /<script|<i>/);
      assert.deepEqual(linesIn(markup), lines.map(lineText));
    }),
    { numRuns: 60 },
  );
});

test('the style sheet names each face by a family of its own, whatever its id and address', () => {
  const sheet = faceStyles(
    new Map([
      ['pt/serif', '/type/a.woff2'],
      ['pt-serif', '/type/b (1)"\\.woff2'],
      ['x', 'javascript:alert(1)'],
    ]),
  );
  assert.equal(
    sheet,
    [
      '@font-face{font-family:epaper-pt_2fserif;src:url("/type/a.woff2")}',
      '@font-face{font-family:epaper-pt_2dserif;src:url("/type/b%20%281%29%22%5C.woff2")}',
      '@font-face{font-family:epaper-x;src:url("#")}',
    ].join('\n'),
  );
});

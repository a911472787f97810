import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyfit } from './copyfit.ts';
import { facesIn } from './design.ts';
import { hyphenationOf } from './hyphenation.ts';
import { makeIssue } from './issue.ts';
import { inventedIssue } from './issue-generator-testing.ts';
import type { InventedPaper } from './issue-papers-testing.ts';
import { PAPERS } from './issue-papers-testing.ts';
import type { IssueBlock, IssueStory } from './issue-story.ts';
import { partsFor } from './issue-testing.ts';
import { joinLines } from './line-text.ts';
import type { Line, Region } from './page-model.ts';
import { writePdf } from './pdf.ts';
import { structureFaults } from './pdf-faults-testing.ts';
import { everyElement, lacking, readPdf } from './pdf-reading-testing.ts';

/** A table as copy has it: its rows as blocks. */
function tableOf(id: string, rows: readonly (readonly string[])[]): readonly IssueBlock[] {
  return rows.map((cells, i) => ({
    ...{ id: `${id}.${i}`, kind: 'row', runs: [{ text: cells.join(' '), style: 'roman' }] },
    row: { table: id, cells, isHead: i === 0, isFirst: i === 0, isLast: i === rows.length - 1 },
  }));
}

function withTable(story: IssueStory, { vocabulary }: InventedPaper): IssueStory {
  const [word = '', other = '', more = ''] = vocabulary.slice(40);
  const table = tableOf(`${story.id}-t`, [
    [word, `${word} ${other}`, more],
    [`${other} ${word}`, '12', '1,400'],
    [more, '7', '23.5'],
    [`${word} ${more} ${other} ${word} ${more} ${other} ${word}`, '0', '6'],
  ]);
  const box: readonly IssueBlock[] = [
    { id: `${story.id}-f`, kind: 'crosshead', runs: [{ text: word, style: 'roman' }], isBoxed: true },
    { ...(story.body[1] ?? table[0]), id: `${story.id}-f1`, isBoxed: true } as IssueBlock,
  ];
  const [first, ...rest] = story.body;
  return first ? { ...story, body: [first, ...table, ...box, ...rest] } : story;
}

const linesOf = ({ blocks }: Region): readonly Line[] =>
  blocks.flatMap((block) => (block.kind === 'text' && block.role === 'text' ? block.lines : []));

for (const paper of Object.values(PAPERS))
  test(`tables and boxes of facts stand in the columns of a ${paper.design.name}`, {
    skip: lacking('qpdf'),
  }, async () => {
    const plain = await inventedIssue(9, 4, paper);
    const input = {
      ...plain,
      stories: plain.stories.map((one, i) => (i % 2 === 0 ? withTable(one, paper) : one)),
    };
    const { model, report } = makeIssue(input);
    const regions = model.pages.flatMap((page) => page.regions);
    const { column } = paper.design.sheet;
    let tables = 0;
    for (const story of input.stories.filter(({ body }) => body.some(({ row }) => row))) {
      const own = regions.filter((region) => region.story === story.id);
      const rows = own.flatMap(linesOf).filter(({ cell }) => cell);
      if (rows.length === 0 || own.some(({ trimmed }) => trimmed)) continue;
      tables++;
      const shown = joinLines(own.flatMap(linesOf));
      assert.equal(
        shown,
        story.body.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' '),
        story.id,
      );
      // Figures of one column end at one edge, and no cell reaches into the next.
      for (const figures of Map.groupBy(
        rows.filter(({ cell }) => cell?.column === 2),
        ({ y, x, width, direction }) =>
          own.findIndex(({ box }) => y <= box.y + box.height) +
          Math.round((direction === 'ltr' ? x + width : x - width) / column),
      ).values()) {
        const ends = figures.map(({ x, width, direction }) => (direction === 'ltr' ? x + width : x - width));
        assert.ok(Math.max(...ends) - Math.min(...ends) < 0.03, `${story.id} ${ends}`);
      }
      assert.ok(
        own.some(({ blocks }) => blocks.some(({ kind }) => kind === 'fill')),
        'a box is tinted',
      );
    }
    assert.ok(tables > 1, `${tables} tables`);
    assert.equal(report.empty, 0);

    const parts = await partsFor(model, { faces: facesIn(paper.design) });
    const read = await readPdf(writePdf(model, parts));
    assert.deepEqual(structureFaults(read), []);
    const types = everyElement(read.tree()).map(({ type }) => type);
    const count = (type: string) => types.filter((one) => one === type).length;
    assert.ok(count('Table') >= tables);
    assert.equal(count('TR'), count('TH') / 3 + count('TD') / 3);
  });

test('a table too wide for a column is set as running text, and says all it says', async () => {
  const wide = [
    'Verwaltungsgerichtsbarkeit',
    'Donaudampfschifffahrtsgesellschaft',
    'Rindfleischetikettierung',
  ];
  const [story] = (await inventedIssue(9, 4)).stories;
  assert.ok(story);
  const body = tableOf('t', [wide, wide]);
  const { design } = PAPERS.broadsheet;
  const fit = copyfit({ ...story, body }, { design, direction: 'ltr', hyphenate: await hyphenationOf('de') });
  const lines = fit.blocks.flatMap(({ galley, lines: count }) => galley.lines(count));
  assert.ok(lines.every(({ cell, width }) => !cell && width <= design.sheet.column + 2.1));
});

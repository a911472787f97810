import assert from 'node:assert/strict';
import type { Design } from './design.ts';
import { topOf } from './furniture-line.ts';
import type { MadeIssue } from './issue.ts';
import type { IssueInput } from './issue-input.ts';
import type { IssueBlock, IssueStory } from './issue-story.ts';
import { joinLines, printable } from './line-text.ts';
import type { IssueModel, Line, PageModel, Region } from './page-model.ts';
import { BASELINE } from './ruler.ts';

const FILLING = new Set(['story', 'turn', 'briefs', 'advertisement', 'house', 'index']);

const linesOf = ({ blocks }: Region): readonly Line[] =>
  blocks.flatMap((block) => (block.kind === 'text' && block.role === 'text' ? block.lines : []));

/** Text as a page can say it: white space of any length is one space, and what cannot be drawn is nothing. */
function asPrinted(text: string): string {
  return printable(text.replace(/[\s\u200b]+/g, ' '))
    .replace(/ +/g, ' ')
    .trim();
}

function copyOf(body: readonly IssueBlock[]): string {
  return asPrinted(body.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' '));
}

/** Every column and row of a page is covered once, the gap below each thing counted with it. */
export function checkCovered({ number, regions }: PageModel, design: Design): void {
  const { sheet } = design;
  const rows = number === 1 ? sheet.frontRows : sheet.rows;
  const top = topOf(design, number === 1);
  const covered = new Map<string, string>();
  for (const { id, box } of regions.filter(({ kind }) => FILLING.has(kind))) {
    const x = Math.round((box.x - sheet.margin.side) / (sheet.column + sheet.gutter));
    const columns = Math.round((box.width + sheet.gutter) / (sheet.column + sheet.gutter));
    const y = Math.round((box.y - top) / sheet.row);
    const high = Math.round(box.height / sheet.row) + sheet.gap;
    for (let cell = 0; cell < columns * high; cell++) {
      const key = `${x + (cell % columns)} ${y + Math.floor(cell / columns)}`;
      assert.ok(!covered.has(key), `page ${number}: ${id} stands over ${covered.get(key)}`);
      covered.set(key, id);
    }
  }
  assert.equal(covered.size, sheet.columns * (rows + sheet.gap), `page ${number} has a gap`);
}

function checkRows({ number, regions }: PageModel, design: Design): void {
  const { sheet } = design;
  const top = topOf(design, number === 1);
  for (const { y } of regions.flatMap(linesOf)) {
    const rows = (y - top - sheet.row * BASELINE) / sheet.row;
    assert.ok(Math.abs(rows - Math.round(rows)) < 0.003, `page ${number}: a line stands ${rows} rows down`);
  }
}

/** Whether a cut story ends with a sentence, or with a block of its body. */
function isCutAtEnd(body: readonly IssueBlock[], shown: string): boolean {
  if (/[.!?\u061f\u3002\uff01\uff1f][\u201d\u2019")\u300d]?$/.test(shown)) return true;
  return body.some((_, i) => copyOf(body.slice(0, i + 1)) === shown);
}

/** A story as it stands in an issue, its turn joined, is its copy up to its cut. */
function checkStory({ id, body, mayLose }: IssueStory, regions: readonly Region[]): void {
  const lines = regions.flatMap(linesOf);
  const shown = asPrinted(joinLines(lines));
  const whole = copyOf(body);
  if (!whole.startsWith(shown)) {
    let same = 0;
    while (shown[same] === whole[same]) same++;
    const near = (text: string) => text.slice(Math.max(0, same - 40), same + 20);
    assert.fail(`${id} says “${near(shown)}” where its copy has “${near(whole)}”`);
  }
  if (regions.every(({ trimmed }) => trimmed === undefined)) assert.equal(shown, whole, id);
  else assert.ok(mayLose > 0 && isCutAtEnd(body, shown), `${id} is cut where it may not be`);
}

export function checkCopy({ stories }: IssueInput, model: IssueModel, held: readonly string[]): void {
  const regions = model.pages.flatMap((page) => page.regions);
  for (const story of stories) {
    const own = regions.filter((region) => region.story === story.id);
    const isHeld = held.includes(story.id);
    if (story.kind === 'brief' && own.length === 0) {
      const column = regions.filter(({ kind }) => kind === 'briefs').flatMap(linesOf);
      const ours = column.filter(
        ({ source }) => source?.block.startsWith(`${story.id}/`) && source.block !== `${story.id}/headline`,
      );
      assert.equal(asPrinted(joinLines(ours)), isHeld ? '' : copyOf(story.body), story.id);
    } else if (isHeld) assert.deepEqual(own, [], `${story.id} is held over and printed`);
    else checkStory(story, own);
  }
}

/** Whether an issue is filled to the last row, on the grid, and every story is there to its cut or told of. */
export function checkIssue(input: IssueInput, { model, report }: MadeIssue): void {
  for (const page of model.pages) {
    checkCovered(page, input.design);
    checkRows(page, input.design);
  }
  checkCopy(input, model, report.held);
}

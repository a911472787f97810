import type { FilledLine } from './fill.ts';
import { fillLegs } from './fill.ts';
import { setRagged } from './heading.ts';
import type { IssueBlock } from './issue-story.ts';
import { jumpAfter } from './jump.ts';
import { legShapes } from './leg-shapes.ts';
import type { Block, Line } from './page-model.ts';
import type { Ruler, Standing } from './ruler.ts';
import { BASELINE, oneLine, raggedBlock, round } from './ruler.ts';
import type { Shape } from './shape.ts';
import { legsOf, topRows } from './shape.ts';

/** A story's text in its legs, with what stands among them. */
export interface SetText {
  readonly blocks: readonly Block[];
  readonly lost: number;
  readonly empty: number;
  readonly rest: readonly IssueBlock[];
}

/** A leg of text: its column, its first row, and rows; a pull quote stands after so many of its lines. */
interface Leg {
  readonly column: number;
  readonly row: number;
  readonly lines: number;
  readonly pullAfter?: number;
}

/** Sets the text of a story; nothing where it cannot be brought to the lines of its shape. */
export function textOf(standing: Standing, page: Ruler): SetText | undefined {
  const { shape, fit } = standing;
  const legs = legsBelow(shape);
  const room = legs.reduce((sum, { lines }) => sum + lines, 0);
  const jump = shape.isJumped ? jumpAfter(fit, room - 1) : undefined;
  const filled = shape.isJumped
    ? jump && { lines: jump.lines, lost: 0, empty: 0 }
    : fillLegs(
        fit,
        legs.map(({ lines }) => lines),
      );
  if (!filled || isRowParted(filled.lines, legs)) return undefined;
  const { lost, empty } = filled;
  const blocks = [
    ...leadBlocks(standing, page, legs[0]),
    ...legBlocks(filled.lines, { legs, pullRows: shape.pullRows }, page),
    ...pullBlocks(standing, page, legs),
    ...(jump ? jumpBlocks(standing, page, legs) : []),
  ];
  return { blocks, lost, empty, rest: jump?.rest ?? [] };
}

/** Whether a row of a table begins in one leg and ends in the next. */
function isRowParted(lines: readonly FilledLine[], legs: readonly Leg[]): boolean {
  let end = 0;
  return legs.slice(0, -1).some((leg) => {
    end += leg.lines;
    const [before, after] = [lines[end - 1], lines[end]];
    return before?.block.block.row !== undefined && before.block === after?.block;
  });
}

function legsBelow(shape: Shape): readonly Leg[] {
  const { columns, rows, picture, leadRows, pullRows } = shape;
  const top = topRows(shape);
  const all = legsOf(columns, rows - top, picture).map(
    (lines, column): Leg => ({ column, row: rows - lines, lines }),
  );
  const legs = all.filter(({ lines }) => lines > 0);
  const withLead = legs.map((leg, i) =>
    i === 0 ? { ...leg, row: leg.row + leadRows, lines: leg.lines - leadRows } : leg,
  );
  if (pullRows === 0) return withLead;
  const at = pullLeg(withLead, pullRows);
  return withLead.map((leg, i) => {
    if (i !== at) return leg;
    const lines = leg.lines - pullRows;
    return { ...leg, lines, pullAfter: Math.floor(lines / 2) };
  });
}

/** The leg nearest the middle that is long enough for a pull quote with text above and below it. */
function pullLeg(legs: readonly Leg[], pullRows: number): number {
  const middle = Math.floor(legs.length / 2);
  const order = legs
    .map((_, i) => i)
    .toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
  return order.find((i) => (legs[i]?.lines ?? 0) >= pullRows + 8) ?? 0;
}

function leadBlocks({ fit, fromPage }: Standing, page: Ruler, leg: Leg | undefined): readonly Block[] {
  const { design, words } = page.setting;
  const { byline } = fit.story;
  const text = fromPage === undefined ? byline : words.continuedFrom(fromPage);
  if (!leg || !text) return [];
  const fount = design.founts.byline;
  const y = page.row(leg.row - 1) + design.sheet.row * BASELINE;
  const block = raggedBlock(
    { role: fromPage === undefined ? 'byline' : 'jump', fount, ragged: oneLine(text, fount, page) },
    page,
    { column: leg.column, y },
  );
  return [fromPage === undefined ? block : { ...block, page: fromPage }];
}

function legBlocks(
  lines: readonly FilledLine[],
  { legs, pullRows }: { readonly legs: readonly Leg[]; readonly pullRows: number },
  page: Ruler,
): readonly Block[] {
  const { row: pitch } = page.setting.design.sheet;
  const { direction } = page.setting;
  let at = 0;
  return legs.flatMap((leg): readonly Block[] => {
    const own = lines.slice(at, at + leg.lines);
    at += leg.lines;
    const standing = own.map((filled, i) => {
      const row = leg.row + i + (leg.pullAfter !== undefined && i >= leg.pullAfter ? pullRows : 0);
      return { ...filled, row };
    });
    const set = standing.flatMap(({ line, block, row }) => {
      const start = block.block.start ?? 0;
      const y = round(page.row(row) + pitch * BASELINE);
      const { beside = [], ...first } = line;
      return [first, ...beside].map(({ inset, from, to, ...rest }): Line => {
        const source = { block: block.block.id, from: start + from, to: start + to };
        return { ...rest, direction, x: page.start(leg.column, inset), y, source };
      });
    });
    if (set.length === 0) return [];
    return [...legShapes(standing, page, leg.column), { kind: 'text', role: 'text', lines: inOrder(set) }];
  });
}

/** Lines in the order of reading: those of one row of a table cell by cell, all others as they stand. */
function inOrder(lines: readonly Line[]): readonly Line[] {
  const rows = Map.groupBy(lines, ({ cell, source }) => (cell ? source?.block : undefined));
  return lines.flatMap((line) => {
    if (!line.cell) return [line];
    const row = rows.get(line.source?.block) ?? [];
    return line === row[0] ? row.toSorted((a, b) => (a.source?.from ?? 0) - (b.source?.from ?? 0)) : [];
  });
}

function pullBlocks({ fit, shape }: Standing, page: Ruler, legs: readonly Leg[]): readonly Block[] {
  const leg = legs.find(({ pullAfter }) => pullAfter !== undefined);
  const [quote] = fit.story.pullQuotes;
  if (!leg || !quote || leg.pullAfter === undefined) return [];
  const { design, direction } = page.setting;
  const fount = design.founts.pull;
  const measure = design.sheet.column;
  const ragged = setRagged(quote, { fount, measure, direction, isBalanced: true });
  const box = page.place(leg.column, 1, [leg.row + leg.pullAfter, leg.row + leg.pullAfter + shape.pullRows]);
  const rule = (y: number): Block => {
    const ends = { x1: box.x, x2: round(box.x + box.width), y1: round(y), y2: round(y) };
    return { kind: 'rule', ...ends, width: 0.8, colour: 'ink' };
  };
  const lines = ragged.lines.length * fount.leading;
  const y = box.y + (box.height - lines) / 2 + fount.size;
  return [
    rule(box.y + 6),
    raggedBlock({ role: 'pull-quote', fount, ragged }, page, { column: leg.column, y }),
    rule(box.y + box.height - 8),
  ];
}

function jumpBlocks({ onPage = 0, shape }: Standing, page: Ruler, legs: readonly Leg[]): readonly Block[] {
  const { design, words } = page.setting;
  const leg = legs.at(-1);
  if (!leg) return [];
  const fount = { ...design.founts.byline, size: 7.4 };
  const ragged = oneLine(words.continuedOn(onPage), fount, page);
  const pulled = leg.pullAfter === undefined ? 0 : shape.pullRows;
  const y = page.row(leg.row + leg.lines + pulled - 1) + design.sheet.row * BASELINE;
  return [
    {
      ...raggedBlock({ role: 'jump', fount, ragged, colour: 'accent' }, page, { column: leg.column, y }),
      page: onPage,
    },
  ];
}

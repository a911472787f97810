import type { FilledLine } from './fill.ts';
import type { Block, RuleBlock } from './page-model.ts';
import type { Ruler } from './ruler.ts';
import { round } from './ruler.ts';

/** A line in its row of the story. */
export interface StandingLine extends FilledLine {
  readonly row: number;
}

/** Points by which a rule stands below the row above it, clear of its letters. */
const BELOW = 0.7;

/** What is drawn behind the lines of a leg: the tint of boxes of facts, and the rules of tables. */
export function legShapes(lines: readonly StandingLine[], page: Ruler, column: number): readonly Block[] {
  return [...tints(lines, page, column), ...rules(lines, page, column)];
}

function tints(lines: readonly StandingLine[], page: Ruler, column: number): readonly Block[] {
  const boxes: [number, number][] = [];
  for (const { block, row } of lines) {
    if (!block.block.isBoxed) continue;
    const last = boxes.at(-1);
    if (last && last[1] === row) last[1] = row + 1;
    else boxes.push([row, row + 1]);
  }
  return boxes.map((rows) => {
    const box = page.place(column, 1, rows);
    return { kind: 'fill', box: { ...box, height: round(box.height + 2 * BELOW) }, colour: 'tint' };
  });
}

/** Above a table and below it, and below its head. */
function rules(lines: readonly StandingLine[], page: Ruler, column: number): readonly Block[] {
  return lines.flatMap(({ block: { block }, at, of, row }): readonly Block[] => {
    const { row: own } = block;
    if (!own) return [];
    const isTop = own.isFirst && at === 0;
    const isFoot = (own.isLast || own.isHead) && at === of - 1;
    return [...(isTop ? [rule(page, column, row)] : []), ...(isFoot ? [rule(page, column, row + 1)] : [])];
  });
}

function rule(page: Ruler, column: number, row: number): RuleBlock {
  const { x, y, width } = page.place(column, 1, [row, row]);
  const at = round(y + BELOW);
  return { kind: 'rule', x1: x, x2: round(x + width), y1: at, y2: at, width: 0.4, colour: 'ink' };
}

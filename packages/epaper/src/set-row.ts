import type { Design, Fount } from './design.ts';
import { sized } from './design.ts';
import type { Direction } from './face.ts';
import { setRagged } from './heading.ts';
import type { IssueBlock, TableRow } from './issue-story.ts';
import type { SetLine } from './line.ts';

/** Where the columns of a table stand within the measure: from the edge at which reading begins, and how wide. */
export interface TableColumn {
  readonly inset: number;
  readonly width: number;
}

/** What a table is set by. */
export interface TableSetting {
  readonly design: Design;
  readonly direction: Direction;
  readonly measure: number;
}

/** Points between two columns of a table. */
const BETWEEN = 7;
const HEAD_SIZE = 7.2;

/** The columns of the table that rows belong to; nothing where it is too wide, for its longest words alone. */
export function tableColumns(
  rows: readonly TableRow[],
  setting: TableSetting,
): readonly TableColumn[] | undefined {
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const room = setting.measure - (count - 1) * BETWEEN;
  const needs = Array.from({ length: count }, (_, column) => needsOf(rows, column, setting));
  const least = sumOf(needs.map((need) => need.least));
  if (count === 0 || least > room) return undefined;
  // Rows first: a head is read once, and may take several lines.
  const rowsWide = widened(
    needs.map((need) => need.least),
    needs.map((need) => need.rows),
    room,
  );
  const widths = widened(
    rowsWide,
    needs.map((need) => need.best),
    room,
  );
  const free = room - sumOf(widths);
  let inset = 0;
  return widths.map((width, column) => {
    const own = { inset, width: column === 0 ? width + free : width };
    inset += own.width + BETWEEN;
    return own;
  });
}

/** Widths brought as near to those wanted as the room allows, each by the same part of what it lacks. */
function widened(widths: readonly number[], wanted: readonly number[], room: number): readonly number[] {
  const lacking = widths.map((width, i) => Math.max(0, (wanted[i] ?? 0) - width));
  const all = sumOf(lacking);
  const share = all === 0 ? 0 : Math.min(1, (room - sumOf(widths)) / all);
  return widths.map((width, i) => width + (lacking[i] ?? 0) * share);
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

interface Need {
  readonly least: number;
  readonly rows: number;
  readonly best: number;
}

/** The widths of a column with every word on a line of its own, with no row broken, and with no head broken either. */
function needsOf(rows: readonly TableRow[], column: number, { design, direction }: TableSetting): Need {
  const need = { least: 0, rows: 0, best: 0 };
  for (const row of rows) {
    const { face, size } = fountOf(row, design);
    const text = row.cells[column] ?? '';
    const widthOf = (words: string) => face.width(words, direction) * size;
    need.best = Math.max(need.best, widthOf(text));
    if (!row.isHead) need.rows = Math.max(need.rows, widthOf(text));
    need.least = Math.max(need.least, ...text.split(' ').map(widthOf));
  }
  return need;
}

function fountOf({ isHead }: TableRow, { founts }: Design): Fount {
  return isHead ? sized(founts.byline, HEAD_SIZE) : founts.caption;
}

/** The lines of a row, each with what stands beside it in other columns: labels at the beginning, figures at the end. */
export function setRow(
  { row, runs }: IssueBlock,
  columns: readonly TableColumn[],
  setting: TableSetting,
): readonly SetLine[] {
  if (!row) return [];
  const text = runs.map((run) => run.text).join('');
  let from = 0;
  const cells = row.cells.map((cell, column) => {
    const at = text.indexOf(cell, from);
    from = at + cell.length;
    return cellLines(cell, { row, column, at, place: columns[column] ?? { inset: 0, width: 0 }, setting });
  });
  const high = Math.max(...cells.map((lines) => lines.length));
  // Cells stand on the last line of their row: where a label takes several, its figures stand behind its end.
  return Array.from({ length: high }, (_, n): SetLine | undefined => {
    const [first, ...beside] = cells.flatMap((lines) => lines[n - high + lines.length] ?? []);
    return first && (beside.length > 0 ? { ...first, beside } : first);
  }).filter((line) => line !== undefined);
}

interface CellPlace {
  readonly row: TableRow;
  readonly column: number;
  /** Where it begins in the row's text. */
  readonly at: number;
  readonly place: TableColumn;
  readonly setting: TableSetting;
}

function cellLines(cell: string, { row, column, at, place, setting }: CellPlace): readonly SetLine[] {
  const { design, direction } = setting;
  const fount = fountOf(row, design);
  // A column is as wide as its longest word; what a rounding lacks is no reason to break it.
  const { lines } = setRagged(cell, { fount, measure: place.width + 0.01, direction });
  return lines.map(({ text, width, from, to }) => ({
    spans: [{ text, face: fount.face.id, size: fount.size }],
    ...{ space: fount.face.width(' ') * fount.size, scale: 1, tracking: 0, width, direction },
    inset: place.inset + (column === 0 ? 0 : place.width - width),
    ...{ from: at + from, to: at + to },
    cell: { table: row.table, column, isHead: row.isHead },
  }));
}

import { parse } from 'csv-parse/sync';
import type { WireItem, WireWarning } from './wire-item.ts';

/** A row of a table by the names of its columns, as they are written. */
export type CsvRow = ReadonlyMap<string, string>;

/** Rows of one table at the most, and characters of a row. */
const MOST = { rows: 20_000, row: 4_000_000 } as const;

/** A table as it was read. */
export interface CsvTable {
  readonly rows: readonly CsvRow[];
  /** Rows so damaged that they could not be read. */
  readonly lost: number;
}

/** A table whose first line names the columns; undefined where it is none. Quotes are read leniently. */
export function csvTable(text: string): CsvTable | undefined {
  let lost = 0;
  try {
    const [names = [], ...rows]: readonly (readonly string[])[] = parse(text, {
      ...{ bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true },
      ...{ to: MOST.rows + 1, max_record_size: MOST.row, skip_records_with_error: true },
      on_skip: () => {
        lost++;
      },
    });
    const named = rows.map((row) => new Map(names.map((name, i) => [name.trim(), row[i]?.trim() ?? ''])));
    return { rows: named, lost };
  } catch {
    // A row without end: no table.
    return undefined;
  }
}

/** The items of a table; the first also tells how many rows are lost. */
export function told(items: readonly WireItem[], { lost }: CsvTable): readonly WireItem[] {
  const [first, ...others] = items;
  if (!first || lost === 0) return items;
  const warning: WireWarning = {
    code: 'damaged',
    say: `Of the list ${lost} rows are too damaged to be read.`,
  };
  return [{ ...first, warnings: [...first.warnings, warning] }, ...others];
}

/** What a row says in the first of some columns that says anything. */
export function cell(row: CsvRow, ...names: readonly string[]): string | undefined {
  return names.map((name) => row.get(name)).find((value) => value !== undefined && value !== '');
}

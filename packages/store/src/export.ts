import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** One table as JSON lines. */
export interface ExportedTable {
  readonly name: string;
  readonly rows: number;
  readonly lines: string;
}

/** What is not the paper's: who reads along at the moment, and the secrets' hashes. */
const LEFT_OUT = new Set(['consumer', 'token']);

/** Every table of the snapshot, row by row as JSON; bytes are written as `\x` and hexadecimal, as PostgreSQL does. */
export async function* exportTables(tx: Tx): AsyncGenerator<ExportedTable> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name`.execute(tx);
  for (const { name } of tables) {
    if (LEFT_OUT.has(name)) continue;
    const { rows } = await sql<{
      line: string;
    }>`select to_jsonb(t)::text as line from ${sql.table(name)} t`.execute(tx);
    yield { name, rows: rows.length, lines: rows.map((row) => `${row.line}\n`).join('') };
  }
}

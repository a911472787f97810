import type { ColumnType } from 'kysely';

/** A jsonb column: read as a value, written as its text. */
export type Jsonb<T> = ColumnType<T, string, string>;

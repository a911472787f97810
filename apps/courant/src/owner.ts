import type { OpenDatabase } from './held-database.ts';
import { HeldDatabase } from './held-database.ts';
import type { Role } from './hold.ts';
import { takeHold } from './hold.ts';
import { outsideDatabase } from './outside-database.ts';

/** How the paper's database is to be opened. */
export interface OpenOptions {
  readonly varDir: string;
  readonly role: Role;
  /** An outside PostgreSQL, 15 or later, to be used instead of our own. */
  readonly databaseUrl?: string | undefined;
  /** Told, a sentence at a time, of what takes long. */
  readonly say: (line: string) => void;
}

/**
 * Opens the paper's database: starts PostgreSQL, or joins the one that runs. Throws Fault `paper-runs-already` to a
 * second owner, the faults of `startPostgres`, and for an outside one `postgres-unreachable` or `postgres-too-old`.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  if (options.databaseUrl !== undefined) return outsideDatabase(options.databaseUrl);
  return new HeldDatabase(options, await takeHold(options));
}

import { Fault, isFault } from '@courant/base';

/** The database cannot be reached, or went away in the middle of something. */
export const DATABASE_AWAY = 'database-away';
/** A migration that was applied reads otherwise in this version of the paper. */
export const MIGRATION_CHANGED = 'migration-changed';
/** The database was made by a later version of the paper. */
export const DATABASE_NEWER = 'database-newer';
/** The outside database is too old. */
export const DATABASE_TOO_OLD = 'database-too-old';

/** A search that would take too long. */
export const SEARCH_TOO_BROAD = 'search-too-broad';

/** Whether a statement was ended because it took longer than it may (PostgreSQL, class 57). */
export function isCanceled(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === '57014';
}

const AWAY = new Set([
  // The server closed or refuses connections (PostgreSQL, appendix A, classes 08 and 57).
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '57P01',
  '57P02',
  '57P03',
  // The socket did (Node's system errors).
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);

/** What `pg` says without a code when a connection ends under a query or none can be had in time. */
const AWAY_WORDS =
  /connection (terminated|ended)|timeout exceeded when trying to connect|not queryable|Cannot use a pool after/i;

/** Whether what was thrown means that the database is not there, rather than that it said no. */
export function isAway(thrown: unknown): boolean {
  if (isFault(thrown)) return thrown.code === DATABASE_AWAY;
  if (!(thrown instanceof Error)) return false;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  if (AWAY.has(code)) return true;
  return code === '' && AWAY_WORDS.test(thrown.message);
}

/** A lost database as the fault that callers decide by; anything else as it came. */
export function namedFault(thrown: unknown): unknown {
  if (!isAway(thrown) || isFault(thrown)) return thrown;
  return new Fault(DATABASE_AWAY, 'The database cannot be reached.', {
    hint: 'Nothing was lost that was confirmed. Try again in a few seconds.',
    cause: thrown,
  });
}

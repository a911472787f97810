/** There are no PostgreSQL binaries for this machine, or the install left them out. */
export const POSTGRES_MISSING = 'postgres-missing';
/** PostgreSQL's binaries are there and do not run on this machine. */
export const POSTGRES_UNFIT = 'postgres-unfit';
/** The database's folder could not be set up. */
export const POSTGRES_NOT_MADE = 'postgres-not-made';
/** PostgreSQL would not start. */
export const POSTGRES_NOT_STARTED = 'postgres-not-started';
/** PostgreSQL was told to stop and did not. */
export const POSTGRES_NOT_STOPPED = 'postgres-not-stopped';
/** The database belongs to another account of this machine, or lies where its account cannot go. */
export const POSTGRES_NOT_OURS = 'postgres-not-ours';
/** The data was written by another major version of PostgreSQL. */
export const POSTGRES_OTHER_VERSION = 'postgres-other-version';
/** The outside database is older than the paper can use. */
export const POSTGRES_TOO_OLD = 'postgres-too-old';
/** The outside database does not answer, or refuses the login. */
export const POSTGRES_UNREACHABLE = 'postgres-unreachable';
/** Another process already runs the paper of this folder. */
export const PAPER_RUNS_ALREADY = 'paper-runs-already';
/** What pages load is not built from these sources, and could not be. */
export const NOT_BUILT = 'not-built';

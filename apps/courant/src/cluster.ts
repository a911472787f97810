import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@courant/base';
import { ownAccount } from './account.ts';
import { POSTGRES_NOT_MADE, POSTGRES_OTHER_VERSION } from './faults.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresHome } from './postgres-home.ts';
import { giveTo } from './postgres-home.ts';
import { runProgram } from './program.ts';
import { isAlive } from './server-process.ts';

/** The database role that the paper works as. */
export const ROLE = 'courant';

/** How data is kept: `durable` outlives a power cut; `throwaway`, for tests, does not and is faster. */
export type Keeping = 'durable' | 'throwaway';

/** What it takes to make a cluster. */
export interface ClusterOptions {
  readonly home: PostgresHome;
  readonly binaries: PostgresBinaries;
  readonly keeping: Keeping;
  readonly say: (line: string) => void;
}

/**
 * Makes the data folder on the first start, whole or not at all: it is built beside its place and moved there.
 * Two commands may do so at once. Throws Fault `postgres-not-made` or `postgres-other-version`.
 */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  const { home, binaries, say } = options;
  const version = await readFile(join(home.data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    say('Setting up the database (on the first start only) …');
    await clearUnfinished(home);
    return makeCluster(options);
  }
  if (version.trim() === binaries.major) return;
  const [has, is] = [version.trim(), binaries.major];
  throw new Fault(POSTGRES_OTHER_VERSION, `The data is PostgreSQL ${has}'s; this paper brings ${is}.`, {
    hint: `Run the paper's earlier version on it; this one begins anew in an empty "var".`,
  });
}

const UNFINISHED = 'unfinished-data-';

async function makeCluster({ home, binaries, keeping }: ClusterOptions): Promise<void> {
  const unfinished = await mkdtemp(join(home.folder, `${UNFINISHED}${process.pid}-`));
  await giveTo(home, unfinished);
  const words = ['--pgdata', unfinished, '--username', ROLE, '--encoding', 'UTF8', '--no-instructions'];
  // Sorting by PostgreSQL's own tables: a system update never spoils an index.
  const locale = ['--locale', 'C.UTF-8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'];
  const rest = [
    '--auth-local',
    'peer',
    '--auth-host',
    'reject',
    ...(keeping === 'throwaway' ? ['--no-sync'] : []),
  ];
  const account = home.isGiven ? home.account : undefined;
  const end = await runProgram(binaries.initdb, [...words, ...locale, ...rest], account);
  if (end.exit !== 0) {
    await rm(unfinished, { recursive: true, force: true });
    throw new Fault(POSTGRES_NOT_MADE, `The database could not be set up: ${lastLines(end.stderr)}`, {
      hint: `See that ${home.folder} can be written and its disk is not full.`,
    });
  }
  await writeGiven(join(unfinished, 'postgresql.conf'), SETTINGS, home);
  await rename(unfinished, home.data).catch(async (thrown: unknown) => {
    if (!isTaken(thrown)) throw thrown;
    // Another command was quicker.
    await rm(unfinished, { recursive: true, force: true });
  });
}

/** What a start that was killed left behind. */
async function clearUnfinished(home: PostgresHome): Promise<void> {
  const names = (await readdir(home.folder)).filter((name) => name.startsWith(UNFINISHED));
  const left = names.filter((name) => !isAlive(Number.parseInt(name.slice(UNFINISHED.length), 10)));
  await Promise.all(left.map((name) => rm(join(home.folder, name), { recursive: true, force: true })));
}

/** A sixteenth of the machine's memory, in MB, within what PostgreSQL makes good use of. */
const BUFFERS = Math.round(Math.min(1024, Math.max(128, totalmem() / 2 ** 24)));

/** Written once, so that a person may change it. */
const SETTINGS = `# Made on the first start; yours to change. What must be so is given on the command line.
max_connections = 60
shared_buffers = ${BUFFERS}MB
work_mem = 8MB
maintenance_work_mem = 64MB
max_wal_size = 2GB
wal_compression = on
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
log_filename = 'postgresql-%a.log'
log_rotation_age = 1d
log_truncate_on_rotation = on
log_file_mode = 0600
log_line_prefix = '%m [%p] %a '
log_checkpoints = off
`;

/**
 * The words that start the server. Its login is the socket's: PostgreSQL asks the system who is there, so no
 * password exists that could leak; the network is not listened to.
 */
export async function serverWords(home: PostgresHome, keeping: Keeping): Promise<readonly string[]> {
  const [access, names] = [join(home.folder, 'access.conf'), join(home.folder, 'names.conf')];
  await writeGiven(access, 'local all all peer map=paper\nlocal replication all peer map=paper\n', home);
  const people = new Set([home.account.name, ownAccount().name, 'root']);
  await writeGiven(names, [...people].map((name) => `paper ${quoted(name)} ${ROLE}\n`).join(''), home);
  const settings = {
    cluster_name: home.name,
    listen_addresses: '',
    port: '5432',
    // A list, whose parts may be quoted: a folder's name may hold a comma.
    unix_socket_directories: quoted(home.socket),
    unix_socket_permissions: '0700',
    hba_file: access,
    ident_file: names,
    logging_collector: 'on',
    log_directory: home.log,
    ...(keeping === 'durable' ? DURABLE : THROWAWAY),
  };
  return [
    '-D',
    home.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

const DURABLE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
const THROWAWAY = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** Another command's server may be reading it at this moment: it is there whole, or as it was. */
async function writeGiven(path: string, text: string, home: PostgresHome): Promise<void> {
  const draft = `${path}-${process.pid}-${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  await giveTo(home, draft);
  await rename(draft, path);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function isTaken(thrown: unknown): boolean {
  return (
    thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOTEMPTY' || thrown.code === 'EEXIST')
  );
}

/** The end of what a program said, on one line. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' ');
}

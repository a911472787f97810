import { createHash, randomUUID } from 'node:crypto';
import { chmod, lchown, link, lstat, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '@courant/base';
import type { Account } from './account.ts';
import { findAccount, isRoot, mayEnter, ownAccount, serverAccount } from './account.ts';
import { POSTGRES_NOT_OURS } from './faults.ts';

/** Where a PostgreSQL of ours lives, and who runs it. */
export interface PostgresHome {
  /** The folder that holds all the others, without symbolic links in its path. */
  readonly folder: string;
  /** PostgreSQL's own folder; absent until the first start. */
  readonly data: string;
  readonly log: string;
  /** Where the Unix socket is. Only the server's account, and root, may enter. */
  readonly socket: string;
  /** Who runs the server. */
  readonly account: Account;
  /** Whether the account is another than ours, so that what is made for it must be given to it. */
  readonly isGiven: boolean;
  /** A short name that no other home has; it stands in the title of each of the server's processes. */
  readonly name: string;
}

/** Where homes stand that an account could not reach under the checkout. */
export const HOMES_ELSEWHERE = '/var/lib/courant';

/** The file in `var/` that tells of a home elsewhere: its path, on one line. */
export const NOTE = 'postgres-home';

/**
 * Finds, or on first need makes, the home of the PostgreSQL of one `var/`: `var/postgres`, run by ourselves. For
 * root, PostgreSQL runs under an account of its own; where that cannot enter `var/`, the home is
 * `/var/lib/courant/<hash of the path>`, noted in `var/`. Rights of folders that were there are never changed.
 * Throws Fault `postgres-not-ours`.
 */
export async function postgresHome(varDir: string): Promise<PostgresHome> {
  await mkdir(varDir, { recursive: true });
  const root = await realpath(varDir);
  const noted = await readNote(root);
  const account = await accountFor(noted ?? join(root, 'postgres'));
  const isGiven = isRoot();
  const folder = noted ?? (await chooseFolder(root, account, isGiven));
  await makeFolder(folder);
  const home = { folder, data: join(folder, 'data'), log: join(folder, 'log'), account, isGiven };
  const name = `courant-${hash(folder, 8)}`;
  const socket = await socketFolder(folder, name, account);
  await makeGiven(home.log, home);
  await checkOurs(home);
  return { ...home, socket, name };
}

/** Makes what is the server's its account's own. */
export async function giveTo(to: Pick<PostgresHome, 'account' | 'isGiven'>, path: string): Promise<void> {
  // Of a link that somebody planted in its place, the link itself.
  if (to.isGiven) await lchown(path, to.account.uid, to.account.gid);
}

/** Makes a folder that only the server's account may enter, if it is not there. */
async function makeGiven(folder: string, to: Pick<PostgresHome, 'account' | 'isGiven'>): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((thrown: unknown) => {
    if (codeOf(thrown) === 'EEXIST') return;
    if (codeOf(thrown) !== 'EACCES') throw thrown;
    throw new Fault(
      POSTGRES_NOT_OURS,
      `The account ${ownAccount().name} may not write in ${dirname(folder)}.`,
      {
        hint: 'Use the account that the paper was first started with.',
        cause: thrown,
      },
    );
  });
  await giveTo(to, folder);
}

/** Data that is there keeps its owner, so that root may run a paper that a user began. */
async function accountFor(folder: string): Promise<Account> {
  if (!isRoot()) return ownAccount();
  const data = await stat(join(folder, 'data')).catch(() => undefined);
  const account = data && data.uid !== 0 ? await findAccount(data.uid) : await serverAccount();
  if (account) return account;
  throw new Fault(
    POSTGRES_NOT_OURS,
    'PostgreSQL does not run as root, and there is no other account for it.',
    {
      hint: 'Make one with "useradd --system courant", or start the paper as an ordinary user.',
    },
  );
}

async function chooseFolder(root: string, account: Account, isGiven: boolean): Promise<string> {
  const here = join(root, 'postgres');
  if (!isGiven || (await mayEnter(account, root))) return here;
  if (await exists(join(here, 'data'))) {
    throw new Fault(
      POSTGRES_NOT_OURS,
      `The account ${account.name}, whose database it is, cannot enter ${here}.`,
      {
        hint: `Let it pass through the folders above (chmod o+x), as it could when the database was made.`,
      },
    );
  }
  await makeFolder(HOMES_ELSEWHERE);
  return writeNote(root, await freeFolder(join(HOMES_ELSEWHERE, hash(root, 16))));
}

async function readNote(root: string): Promise<string | undefined> {
  return readFile(join(root, NOTE), 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
}

/** Notes a home, whole or not at all, before it is made; gives the one that holds if another command was quicker. */
async function writeNote(root: string, folder: string): Promise<string> {
  const draft = join(root, `${NOTE}-${process.pid}-${randomUUID()}`);
  await writeFile(draft, `${folder}\n`);
  await link(draft, join(root, NOTE)).catch((thrown: unknown) => {
    if (codeOf(thrown) !== 'EEXIST') throw thrown;
  });
  await rm(draft);
  return (await readNote(root)) ?? folder;
}

/**
 * A home whose note is gone belonged to a `var/` that was removed: a new one begins anew, and the old data is
 * left for a person to judge.
 */
async function freeFolder(wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const folder = n === 1 ? wanted : `${wanted}-${n}`;
    if (!(await exists(folder))) return folder;
  }
}

/** A Unix socket's path has at most 107 bytes on Linux and 103 on macOS; PostgreSQL adds `/.s.PGSQL.5432.lock`. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432'.length;

async function socketFolder(folder: string, name: string, account: Account): Promise<string> {
  const own = join(folder, 'socket');
  const given = { account, isGiven: isRoot() };
  if (Buffer.byteLength(own) <= LONGEST_SOCKET_FOLDER) {
    await makeGiven(own, given);
    return own;
  }
  // Every command must find it, whoever runs it and with what environment; open to all, it must prove to be ours.
  const short = join('/tmp', name);
  await makeGiven(short, given);
  const found = await lstat(short);
  if (found.isDirectory() && found.uid === account.uid && (found.mode & 0o077) === 0) return short;
  throw new Fault(POSTGRES_NOT_OURS, `${short}, meant for the database's socket, is another's.`, {
    hint: 'Remove it, or move the paper to a folder with a shorter path.',
  });
}

async function checkOurs(home: Pick<PostgresHome, 'data' | 'account' | 'isGiven'>): Promise<void> {
  const data = await stat(home.data).catch(() => undefined);
  if (!data || home.isGiven || process.platform === 'win32' || data.uid === home.account.uid) return;
  const owner = (await findAccount(data.uid))?.name ?? String(data.uid);
  throw new Fault(POSTGRES_NOT_OURS, `The database in ${home.data} belongs to the account ${owner}.`, {
    hint: 'Use the account that the paper was first started with; as root it is within reach too.',
  });
}

/** Open to pass through whatever the umask says: the account's folders inside are closed. */
async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) await chmod(folder, 0o755);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}

function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

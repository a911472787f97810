import { readdirSync, readFileSync } from 'node:fs';

/** How to tell a server's processes: by the name in their titles, as `postgresHome` gives it. */
export type ServerName = string;

/** Whether a process lives. One that died and was not yet cleared away by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    // EPERM: it lives, and is another's.
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH') return false;
  }
  return stateOf(pid) !== 'Z';
}

/**
 * Whether a process is the postmaster of that name, and alive: its number may have been given to another since.
 * On systems without /proc every living process is taken for it, as PostgreSQL itself does.
 */
export function isPostmaster(pid: number, name: ServerName): boolean {
  if (!isAlive(pid)) return false;
  const words = wordsOf(pid);
  return words === undefined ? !HAS_PROC : words.includes(`cluster_name=${name}`);
}

/**
 * The server's processes whose postmaster is gone. They hold its shared memory, and no new one starts before
 * they ended. Empty on systems without /proc.
 */
export function orphansOf(name: ServerName): readonly number[] {
  if (!HAS_PROC) return [];
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return pids.map(Number).filter((pid) => isBackend(pid, name) && !isPostmaster(parentOf(pid), name));
}

// Every process but the postmaster shows itself as `postgres: NAME: checkpointer` or the like.
function isBackend(pid: number, name: ServerName): boolean {
  return wordsOf(pid)?.[0]?.startsWith(`postgres: ${name}: `) === true && isAlive(pid);
}

const HAS_PROC = wordsOf(process.pid) !== undefined;

function wordsOf(pid: number): readonly string[] | undefined {
  return read(pid, 'cmdline')?.split('\0');
}

// proc(5): `pid (name) state ppid …`; the name may hold anything, so count from its last bracket.
function fieldsOf(pid: number): readonly string[] {
  const stat = read(pid, 'stat') ?? '';
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function stateOf(pid: number): string | undefined {
  return fieldsOf(pid)[0];
}

function parentOf(pid: number): number {
  return Number(fieldsOf(pid)[1] ?? 0);
}

function read(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended meanwhile, or this system has no /proc.
    return undefined;
  }
}
